extension Explanation {
  /// By how much something differs, or how many times it is something else: `8 t more`, `twice as
  /// much`. Where a difference is asked for, it may be what is asked.
  static let difference = Explanation(name: "a difference", weight: .accident) {
    scene, figure, claim, _ in
    if figure.marked(.ratio) {
      // `it magnifies 240 times`
      let isCompared = scene.text.word(figure.tokens.upperBound + 1) == "as"
      return isCompared || claim.strength < .tight
        || claim.own.contains { $0.isShare || $0.unit.dimension != .one }
    }
    let isAsked = claim.own.allSatisfy(\.isDifference)
    // `-5.18` in a column of kJ/mol is a value.
    let isValue = figure.sign != 0 && !claim.form.isShare
    if figure.marked(.difference), !isValue { return !isAsked }
    return figure.marked(.nearDifference) && !isAsked && claim.strength != .tight
  }
}
