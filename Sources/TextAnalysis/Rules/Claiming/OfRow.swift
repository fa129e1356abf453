extension ClaimRule {
  /// A figure that is said of a row: `The Flat takes 50 kWh`. Of the row's quantities, the one that
  /// has the unit, or that the words beside it tell.
  static let ofRow = ClaimRule(name: "of a row") { scene, figure, binding, finding in
    guard scene.isAboutRows, let binding else { return nil }
    // Where the order is plain, the unit of the list is that of each.
    let forms = scene.forms(of: figure).dropFirst(figure.marked(.inherited) ? 1 : 0)
    guard
      let form = binding.isInOrder
        ? figure.kind
        : forms.first(where: { form in
          scene.candidates.contains { $0.row == binding.row && !$0.values(for: form).isEmpty }
        })
    else { return nil }
    var own = scene.candidates.filter { $0.row == binding.row && !$0.values(for: form).isEmpty }
    let told = scene.told(of: figure)
    let heading =
      scene.reading.tables.headingOf[figure.tokens.lowerBound]
      .map(scene.quantities.formulas) ?? []
    if Set(own.map(\.quantity)).count > 1 {
      let formulas = heading.isEmpty ? told?.formulas ?? [] : heading
      // Of several, the one whose digits it has, in a wrong unit: `7.6 h` for 7.6 min.
      let alike = formulas.isEmpty ? own.filter { scene.hasDigits(figure, of: $0, form) } : []
      own = alike.isEmpty ? own.filter { formulas.contains($0.formula) } : alike
    }
    let formulas = Set(own.map(\.formula))
    // What is said to be another quantity, by a unit that is left out: `the tonne comes at 12 EUR`.
    if let told, !told.formulas.isEmpty, told.formulas.isDisjoint(with: formulas),
      !binding.isInOrder,
      heading.isEmpty
    {
      return nil
    }
    guard Set(own.map(\.quantity)).count == 1 else { return nil }
    let sentence = scene.sentence(of: figure)
    let said = scene.quantities.said(inSentence: sentence)
    if said.isOfOther, heading.isEmpty, said.formulas.isDisjoint(with: formulas) { return nil }
    let isTold =
      binding.isInOrder || !said.formulas.isDisjoint(with: formulas)
      || !heading.isDisjoint(with: formulas)
    let isSlip = own.contains { $0.isSlip(figure, as: form) }
    // A share, or a number without unit, may be one of anything.
    switch form.measure {
    case .unknown: return nil
    case .bare:
      let isTight = told.map { $0.isTight && !$0.formulas.isDisjoint(with: formulas) } ?? false
      let above = heading.union(scene.quantities.heading(ofSentence: sentence))
      guard !scene.countsUnknown(figure) else { return nil }
      guard
        isTight || binding.isInOrder || !above.isDisjoint(with: formulas)
          || binding.isTight && scene.isListed(figure, formulas, finding),
        figure.number.figures >= 2
      else { return nil }
    case .unit:
      let isPlain = isTold || binding.isTight || isSlip || !form.isShare
      guard isPlain || scene.isOneOfAList(figure, formulas, finding) else { return nil }
    }
    // In a text of which nothing agrees, what is meant is said by the quantity alone, or by the
    // digits.
    guard isTold || isSlip || !finding.quotes.isEmpty || finding.boundRows.count > 1 else {
      return nil
    }
    return Claim(
      own: own, row: binding.row, strength: binding.isTight ? .tight : .sentence, form: form,
      binding: binding, isTold: isTold)
  }
}

extension FigureScene {
  /// Whether a share goes without the name of its quantity as others of the text do that agree:
  /// `Model 1 has 85.2 %, Model 2 is medium with 87.4 %, …`.
  fileprivate func isListed(
    _ figure: TextFigure, _ formulas: Set<Int>, _ finding: FigureFinding
  ) -> Bool {
    let sentence = sentence(of: figure)
    return finding.quotes.count {
      formulas.contains(candidates[$0.key].formula) && $0.value.contains(sentence)
    } > 1
  }

  /// Whether a noun that the exercise does not have stands behind a number: `420 pence`.
  fileprivate func countsUnknown(_ figure: TextFigure) -> Bool {
    let end = figure.tokens.upperBound
    return text.at(end)?.linesBefore == 0 && isUnknown(end)
  }

  fileprivate func isOneOfAList(
    _ figure: TextFigure, _ formulas: Set<Int>, _ finding: FigureFinding
  ) -> Bool {
    let alike = finding.quotes.keys.count { formulas.contains(candidates[$0].formula) }
    let start = figure.tokens.lowerBound
    return alike >= 2 && (text.isWord(start - 1, .having) || text.word(start - 1) == "and")
      && !text.saysOf(figure.tokens.upperBound)
      && quantities.said(inSentence: sentence(of: figure)).formulas.isEmpty
  }
}
