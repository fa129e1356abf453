/// Words of a text that tell what it is about: those that are neither units nor in any text.
struct SubjectWords {
  let text: TextTokens
  let units: UnitVocabulary

  /// Stems of words of four letters and more.
  var words: Set<String> {
    Set(
      text.indices.filter { isOfSubject($0, from: 4, except: Self.ofAnyText) }
        .compactMap { text.word($0)?.stem })
  }

  /// Tokens at the start of a text that say nothing but that something is so much: `It takes`, `the
  /// answer is`. Figures are of no subject.
  func lengthWithout(_ figures: [TextFigure], allowing allowed: Set<String>) -> Int {
    let figured = Set(figures.flatMap(\.tokens))
    return text.indices.first { index in
      !figured.contains(index)
        && isOfSubject(index, from: 3, except: Self.ofAnyText.union([.result, .plain, .verb]))
        && text.word(index).map { !allowed.contains($0.singular) } == true
    } ?? text.indices.upperBound
  }

  private static let ofAnyText = WordKinds.grammar.union([.common, .statistic, .month])

  private func isOfSubject(_ index: Int, from length: Int, except kinds: WordKinds) -> Bool {
    guard let word = text.word(index), word.count >= length else { return false }
    let lexicon = text.lexicon
    return units.lookup(word) == nil
      && [word, word.singular].allSatisfy {
        lexicon.kinds(of: $0).isDisjoint(with: kinds) && lexicon.cardinal($0) == nil
          && lexicon.ordinal($0) == nil
      }
  }
}
