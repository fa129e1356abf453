extension ClaimRule {
  /// A figure that is one of the values with its point moved, two digits in turn or in a wrong unit, of
  /// three digits or more, where the text does not give that value: `The roof makes 912 kWh` for
  /// 9120 kWh, `it rises by 2.23 cm` for 2.23 m. What it is said of need not be known.
  static let ofDigits = ClaimRule(name: "by its digits") { scene, figure, binding, finding in
    guard figure.number.figures >= 3, figure.manner == .plain,
      !figure.marked([.difference, .ratio, .operand, .ofEach, .setAside]),
      scene.reading.isOnSubject || finding.quotes.count > 1,
      let form = scene.forms(of: figure).first(where: { form in
        scene.candidates.contains { !$0.values(for: form).isEmpty }
      }), form.unit != nil, scene.saysWhatIs(figure)
    else { return nil }
    let own = scene.candidates.indices.filter { place in
      let candidate = scene.candidates[place]
      return finding.quotes[place] == nil
        && (candidate.row == nil || binding == nil || candidate.row == binding?.row)
        && (candidate.isSlip(figure, as: form) || scene.hasDigits(figure, of: candidate, form)
          || candidate.isTransposed(figure, as: form))
    }.map { scene.candidates[$0] }
    guard own.count == 1 else { return nil }
    return Claim(own: own, row: own[0].row, strength: .unit, form: form)
  }
}

extension FigureScene {
  /// Whether a figure is the number of a value, in another unit of its kind.
  func hasDigits(_ figure: TextFigure, of candidate: Candidate, _ form: TextFigure.Form) -> Bool {
    figure.number.figures >= 2 && form.unit != candidate.stated
      && !candidate.values(for: form).isEmpty
      && form.unit.map { $0.dimension != .one || !$0.isOnlyCounts } ?? false
      && candidate.agrees(figure, as: .init(measure: .unit(candidate.stated)))
  }
}
