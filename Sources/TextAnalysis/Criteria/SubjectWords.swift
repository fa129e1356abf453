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

  /// Whether one of these words is of some kind.
  func contains(where isOfKind: (Word) -> Bool) -> Bool {
    text.indices.contains { index in
      text[index].known.map(isOfKind) == true && isOfSubject(index, from: 4, except: Self.ofAnyText)
    }
  }

  /// Tokens at the start of a text that say nothing but that something is so much: `It takes`, `the
  /// answer is`. Figures are of no subject.
  func lengthWithout(_ figures: [TextFigure], allowing allowed: Set<String>) -> Int {
    let kinds = Self.ofAnyText.union([.result, .plain, .verb])
    return text.indices.first { index in
      isOfSubject(index, from: 3, except: kinds)
        && !figures.contains { $0.tokens.contains(index) }
        && text.singular(index).map { !allowed.contains($0) } == true
    } ?? text.indices.upperBound
  }

  private static let ofAnyText = WordKinds.grammar.union([.common, .statistic, .month])

  private func isOfSubject(_ index: Int, from length: Int, except kinds: WordKinds) -> Bool {
    guard let word = text[index].known, word.text.count >= length else { return false }
    let meanings = [text[index].meaning, word.meaningOfSingular(in: text.lexicon)]
    let isOfNone = meanings.allSatisfy { meaning in
      guard let meaning else { return true }
      return meaning.kinds.isDisjoint(with: kinds) && meaning.cardinal == nil
        && meaning.ordinal == nil
    }
    return isOfNone && units.lookup(word.text) == nil
  }
}
