extension Explanation {
  /// A number that the exercise gives.
  static let given = Explanation(name: "given in the exercise") { scene, figure, _, _ in
    scene.isGiven(figure)
  }

  /// Another value of the exercise, of the same row or of none. What is plainly said to be one
  /// quantity is not another that is asked for.
  static let otherValue = Explanation(name: "another value of the exercise") {
    scene, figure, claim, finding in
    let formulas = Set(claim.own.map(\.formula))
    // In a list with others that agree it is of what they are.
    let place = scene.sentence(of: figure)
    func rows(_ quotes: [Int: Set<Int>]) -> [String?] {
      quotes.filter { $0.value.contains(place) }.map { scene.candidates[$0.key] }
        .filter { formulas.contains($0.formula) }.map(\.row)
    }
    let isListed = claim.row != nil && rows(finding.boundQuotes).contains { $0 != claim.row }
    if isListed, !rows(finding.quotes).contains(claim.row) { return false }
    let said = scene.quantities.said(inSentence: place)
    // What is called the total is no other value.
    if said.isOfTotal, !said.isOfOther, scene.quantities.areTotals(formulas) { return false }
    // What is plainly called by its name is neither another that is asked for nor any other.
    if claim.strength == .tight, claim.row == nil, claim.isTold {
      let asked = scene.candidates.filter { $0.row == nil && !formulas.contains($0.formula) }
      if asked.contains(where: { scene.agrees(figure, $0) }) { return false }
      let sentence = scene.tokens(ofSentence: place)
      if formulas.contains(where: { scene.quantities.isWholeName(of: $0, in: sentence) }) {
        return false
      }
    }
    // What a table has for the row, for one of something: `oak costs 260 CHF` at 260 CHF/m³.
    let isCell = scene.others.contains { cell in
      cell.row != nil && cell.row == claim.row && !cell.isStep
        && cell.stated.symbol.hasPrefix("\(claim.form.unit?.symbol ?? "")/")
        && cell.values.contains(figure.number.value)
    }
    if isCell { return true }
    return scene.others.contains {
      ($0.row == nil || claim.row == nil || $0.row == claim.row)
        && (claim.form.unit == nil ? scene.agrees(figure, $0) : $0.agrees(figure, as: claim.form))
    }
  }
}

extension FigureScene {
  /// Whether the exercise gives a number in the same unit; for one without a unit, in any.
  func isGiven(_ figure: TextFigure) -> Bool {
    reading.question.given.contains { given in
      let forms = given.forms.filter { $0.measure != .unknown && !$0.isCount }
      return forms.contains { other in
        figure.forms.filter { !$0.isCount }.contains { form in
          let value = given.number.value * other.factor
          let own: Double?
          switch (form.unit, other.unit) {
          case (let mine?, let theirs?): own = theirs.conversion(to: mine)?.apply(value)
          case (nil, _): own = form == .bare && figure.number.figures > 1 ? value : nil
          case (_, nil): own = nil
          }
          guard let own else { return false }
          return abs(figure.number.value * form.factor - own) <= 1e-6 * abs(own)
        }
      }
    }
  }
}
