extension ClaimRule {
  /// A figure that is said to be a quantity which has one value: `the moment is 935 kN m`, `a limit of
  /// 90 mm`, `g = 9.46 m/s²`.
  static let ofQuantity = ClaimRule(name: "of a quantity") { scene, figure, _, _ in
    guard let told = scene.told(of: figure) else { return nil }
    let own = scene.candidates.filter {
      $0.row == nil && told.formulas.contains($0.formula) && scene.form(of: figure, for: $0) != nil
    }
    guard let first = own.first, Set(own.map(\.quantity)).count == 1,
      let form = scene.form(of: figure, for: first)
    else { return nil }
    // A bare number may be one of anything.
    if form.unit == nil || form.isCount && form.unit == .one {
      guard told.isTight, figure.number.figures >= 2 else { return nil }
    }
    return Claim(
      own: own, strength: told.isTight ? .tight : .sentence, form: form, isTold: true)
  }
}
