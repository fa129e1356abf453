extension Expression {
  /// Numbers with their units as typed: `4 token/character`, `(60 * 60) s`, and the
  /// `12 roll/box` of `boxes * 12 roll/box`. `isName` tells of words that are no units here.
  public func quantities(isName: (String) -> Bool) -> [Expression] {
    if let (rest, quantity) = endingInQuantity(isName) {
      return (rest?.quantities(isName: isName) ?? []) + [quantity]
    }
    return parts.flatMap { $0.quantities(isName: isName) }
  }

  /// Whether it is one number with a unit.
  public func isQuantity(isName: (String) -> Bool) -> Bool {
    guard let (left, right) = product else { return inner?.isQuantity(isName: isName) == true }
    return right.isUnit(isName) && (left.plainNumber != nil || left.isQuantity(isName: isName))
  }

  private func isUnit(_ isName: (String) -> Bool) -> Bool {
    isUnitProduct && !usedNames.contains(where: isName)
  }

  /// The quantity at the end, with the units behind it that a product or quotient was given, and
  /// what stands before it; nil where it ends otherwise.
  private func endingInQuantity(
    _ isName: (String) -> Bool
  ) -> (rest: Expression?, quantity: Expression)? {
    if isQuantity(isName: isName) { return (nil, self) }
    guard case .binary(let sign, let left, let right) = kind, sign == .multiply || sign == .divide
    else { return nil }
    if right.isQuantity(isName: isName) { return (left, right) }
    guard right.isUnit(isName), let (rest, quantity) = left.endingInQuantity(isName) else {
      return nil
    }
    return (rest, Expression(.binary(sign, quantity, right), span))
  }
}
