import Quantities

extension ClaimRule {
  /// A figure whose unit one quantity alone has, in a plain sentence on the subject, where no other
  /// figure of the text gives that quantity: `They are paid back after 12 years.` Of a column it has
  /// to be far from the values of all rows.
  static let onlyOfUnit = ClaimRule(name: "by its unit") { scene, figure, binding, finding in
    guard
      let form = scene.forms(of: figure).first(where: { form in
        scene.candidates.contains { !$0.values(for: form).isEmpty }
      }), let unit = form.unit, unit != .one || form.isCount
    else { return nil }
    let own = scene.candidates.filter { !$0.values(for: form).isEmpty }
    // An energy in a year is no power that is meant.
    let isRate = { (unit: Unit) in unit.symbol.contains("/") }
    guard own.contains(where: { isRate($0.stated) == isRate(unit) || form.isLoose }) else {
      return nil
    }
    guard let formula = own.first?.formula, own.allSatisfy({ $0.quantity == own[0].quantity })
    else {
      return nil
    }
    // What is plainly said to be another quantity is not this one: `a revenue of 250 CHF`.
    let all = scene.quantities.told(of: figure.tokens, among: Set(scene.byFormula.keys))
    let cell =
      scene.reading.tables.firstCell(inRowOf: figure.tokens.lowerBound)
      .map(scene.quantities.formulas) ?? []
    if let all, all.isTight, !all.formulas.contains(formula),
      all.formulas.isEmpty || scene.quantities.isHead(all.place, of: all.formulas)
    {
      return nil
    }
    if !cell.isEmpty, !cell.contains(formula) { return nil }
    // `in these ten years` is no value.
    let start = figure.tokens.lowerBound
    if scene.units.isTime(unit), scene.text.isWord(start - 1, [.article, .pronoun, .function]),
      scene.text.isWord(start - 2, .spanning)
    {
      return nil
    }
    let sentence = scene.sentence(of: figure)
    let isSaid = scene.quantities.said(inSentence: sentence).formulas.contains(formula)
    let quoted = finding.quotes.keys.count { scene.candidates[$0].formula == formula }
    guard scene.reading.isOnSubject || scene.hasManyAgreements || finding.quotes.count > 1 else {
      return nil
    }
    if own[0].row == nil {
      // `in two months` is of anything.
      guard scene.text[figure.tokens.lowerBound].number != nil else { return nil }
      // A time is not by how much two times differ.
      if own[0].isDifference, !form.isShare, !isSaid,
        !figure.marked([.difference, .nearDifference])
      {
        return nil
      }
      guard quoted == 0, finding.alike[formula] ?? 0 <= 1 || isSaid && !form.isShare,
        scene.saysWhatIs(figure)
      else { return nil }
    } else {
      guard binding == nil, !form.isShare,
        !scene.says([.sum, .statistic], inSentence: sentence),
        finding.quotes.count > 1 || finding.agreeing.contains(formula)
      else { return nil }
    }
    return Claim(own: own, strength: .unit, form: form)
  }
}
