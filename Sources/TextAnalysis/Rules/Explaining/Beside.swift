extension Explanation {
  /// A step on the way to the value, which the same sentence gives: `it flies for one hour, but with
  /// the waiting it comes to 4.5 h`.
  static let beside = Explanation(name: "beside the value itself") {
    scene, figure, claim, finding in
    let sentence = scene.sentence(of: figure)
    guard claim.strength < .tight else { return false }
    if claim.own[0].row == nil {
      return claim.strength == .sentence
        && claim.own.contains { mine in
          finding.quotes.contains {
            $0.value.contains(sentence) && scene.candidates[$0.key].formula == mine.formula
          }
        }
    }
    guard claim.row != nil else { return false }
    return finding.boundQuotes.contains { place, sentences in
      let candidate = scene.candidates[place]
      return sentences.contains(sentence)
        && claim.own.contains { $0.row == candidate.row && $0.formula == candidate.formula }
    }
  }

  /// One of several that are all as many times their values, as for a way there and back: what they
  /// are of is not asked for. A power of ten is a slip.
  static let inOneProportion = Explanation(name: "on other terms, as those beside it") {
    scene, figure, claim, _ in
    guard claim.row != nil, let factor = scene.factor(of: figure, to: claim.own) else {
      return false
    }
    guard !powersOfTen.contains(where: { abs(factor / $0 - 1) < 0.02 }) else { return false }
    let alike = scene.binder.figures(inSentence: scene.sentence(of: figure)).filter { other in
      guard other.tokens != figure.tokens, let row = scene.binder.binding(of: other)?.row else {
        return false
      }
      let own = (scene.byFormula[claim.own[0].formula] ?? []).filter { $0.row == row }
      return scene.factor(of: other, to: own).map { abs($0 / factor - 1) < 0.02 } ?? false
    }
    return alike.count > 1
  }

  private static let powersOfTen: [Double] = [
    1e-9, 1e-6, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e6, 1e9,
  ]
}

extension FigureScene {
  /// How many times a value a figure is; nil where it is of another kind.
  fileprivate func factor(of figure: TextFigure, to own: [Candidate]) -> Double? {
    guard let one = own.first, let form = form(of: figure, for: one),
      let value = one.values(for: form).first, value != 0, figure.number.value != 0
    else { return nil }
    return abs(figure.number.value * form.factor / value)
  }
}
