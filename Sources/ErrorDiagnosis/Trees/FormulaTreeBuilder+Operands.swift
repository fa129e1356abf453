import Formulas

/// What a formula is multiplied, divided, added and subtracted of, and what it is called.
extension FormulaTreeBuilder {
  mutating func operands(_ parts: [Part], _ place: Place) -> [FormulaTree.Operand]? {
    var operands: [FormulaTree.Operand] = []
    for part in parts {
      guard let node = add(part.formula, place.deeper) else { return nil }
      operands.append(FormulaTree.Operand(node: node, isInverse: part.isInverse))
    }
    return operands
  }

  /// A formula as the author wrote it, where it holds no figure that would be given away.
  func written(_ formula: Expression, _ place: Place) -> FormulaTree.Origin {
    guard let text = place.own.text else { return .part }
    if formula.holdsNumber {
      let names = formula.usedNames.filter {
        source.isName($0, at: place.own) && !source.isTable($0)
      }.sorted()
      return (1...5).contains(names.count) ? .madeOf(names) : .part
    }
    let bytes = Array(text.utf8)
    guard formula.span.start >= 0, formula.span.start < formula.span.end,
      formula.span.end <= bytes.count
    else { return .part }
    let slice = String(decoding: bytes[formula.span.start..<formula.span.end], as: UTF8.self)
    let shown = slice.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let names = formula.usedNames.filter { source.isName($0, at: place.own) && !source.isTable($0) }
    let words = shown.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    func position(of name: String) -> Int { words.firstIndex(of: name) ?? words.count }
    return .formula(
      shown, names: names.sorted { (position(of: $0), $0) < (position(of: $1), $1) })
  }

  /// What is multiplied and divided, be it within groups.
  func factors(
    of formula: Expression, _ place: Place, isInverse: Bool = false
  ) -> [Part] {
    joined(parts(ofProduct: formula, place, isInverse: isInverse), place)
  }

  /// With each figure's units at it: `2 * 9.81 m/s^2` has two factors.
  private func joined(_ parts: [Part], _ place: Place) -> [Part] {
    var result: [Part] = []
    for part in parts {
      if let last = result.last, isUnit(part.formula, place), isFigure(last.formula, place) {
        let sign: BinaryOperator = last.isInverse == part.isInverse ? .multiply : .divide
        let whole = Expression(.binary(sign, last.formula, part.formula), last.formula.span)
        result[result.count - 1].formula = whole
      } else {
        result.append(part)
      }
    }
    return result
  }

  private func isUnit(_ formula: Expression, _ place: Place) -> Bool {
    formula.isUnitProduct && formula.usedNames.allSatisfy { isUnitWord($0, place) }
  }

  private func parts(
    ofProduct formula: Expression, _ place: Place, isInverse: Bool
  ) -> [Part] {
    if isFigure(formula, place) { return [(formula, isInverse)] }
    switch formula.kind {
    case .binary(.multiply, let left, let right), .implicit(let left, let right):
      return parts(ofProduct: left, place, isInverse: isInverse)
        + parts(ofProduct: right, place, isInverse: isInverse)
    case .binary(.divide, let left, let right):
      return parts(ofProduct: left, place, isInverse: isInverse)
        + parts(ofProduct: right, place, isInverse: !isInverse)
    case .group(let inner): return parts(ofProduct: inner, place, isInverse: isInverse)
    case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list:
      return [(formula, isInverse)]
    }
  }

  /// What is added and subtracted, be it within groups.
  func terms(of formula: Expression, isInverse: Bool = false) -> [Part] {
    switch formula.kind {
    case .binary(.add, let left, let right):
      terms(of: left, isInverse: isInverse) + terms(of: right, isInverse: isInverse)
    case .binary(.subtract, let left, let right):
      terms(of: left, isInverse: isInverse) + terms(of: right, isInverse: !isInverse)
    case .negation(let inner): terms(of: inner, isInverse: !isInverse)
    case .group(let inner): terms(of: inner, isInverse: isInverse)
    case .number, .text, .truth, .name, .unitWord, .implicit, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list:
      [(formula, isInverse)]
    }
  }
}
