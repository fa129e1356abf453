extension QuoteRule {
  /// The quantity is said right before or after the figure: `g = 9.6`, `a deflection of 69 mm`.
  static let quantitySaid = QuoteRule(name: "quantity said") { scene, figure, form, place, _ in
    let candidate = scene.candidates[place]
    guard candidate.row == nil, let told = scene.told(of: figure), told.isTight
    else { return false }
    return told.formulas.contains(candidate.formula)
  }
}
