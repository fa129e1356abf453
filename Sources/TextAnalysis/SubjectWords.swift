import Quantities

/// Words of a text that tell what it is about: those of four letters and more that are neither
/// units nor in any text.
enum SubjectWords {
  static func words(of text: TextTokens, _ units: UnitSystem) -> Set<String> {
    Set(
      text.indices.compactMap { index in
        guard let word = text.word(index), word.count >= shortest else { return nil }
        let singular = TextTokens.singular(word)
        guard !common.contains(word), !common.contains(singular), units.lookup(word) == nil else {
          return nil
        }
        return singular
      })
  }

  /// Tokens at the start of a text that say nothing but that something is so much: `It takes`, `the
  /// answer is`. Figures are of no subject.
  static func lengthWithout(
    _ text: TextTokens, _ figures: [TextFigure], allowing allowed: Set<String>, _ units: UnitSystem
  ) -> Int {
    let figured = figures.reduce(into: Set<Int>()) { $0.formUnion($1.tokens) }
    return text.indices.first { index in
      guard let word = text.word(index), !figured.contains(index) else { return false }
      let singular = TextTokens.singular(word)
      return word.count >= shortestNoun && !allowed.contains(singular)
        && [word, singular].allSatisfy {
          !common.contains($0) && !answering.contains($0) && !UnitPhrase.plainWords.contains($0)
        } && units.lookup(word) == nil
    } ?? text.indices.upperBound
  }

  private static let shortest = 4
  private static let shortestNoun = 3

  /// Words of a sentence that gives a result and names nothing.
  private static let answering: Set<String> = [
    "almost", "altogether", "amount", "approximately", "approx", "are", "around", "calculated",
    "calculation", "came", "circa", "come", "computed", "cost", "did", "equal", "exactly", "for",
    "found", "gave", "get", "got", "had", "has", "hence", "its", "may", "nearly", "needed",
    "not", "obtain", "obtained", "one", "our", "per", "required", "result", "roughly", "says",
    "slightly", "solution", "sum", "the", "took", "total", "use", "used", "was", "would", "you",
    // French and German
    "cela", "das", "donc", "environ", "etwa", "est", "faut", "fait", "les", "rund", "sind",
    "soit", "une",
  ]

  private static let common: Set<String> = [
    "about", "above", "after", "again", "against", "all", "also", "always", "among", "answer",
    "because", "been", "before", "being", "below", "best", "better", "between", "both", "case",
    "compare", "could", "describe", "does", "down", "during", "each", "either", "else", "even",
    "every", "example", "explain", "figure", "first", "following", "from", "give", "given", "good",
    "have", "here", "high", "however", "into", "just", "kind", "know", "last", "least", "less",
    "like", "long", "make", "many", "month", "more", "most", "much", "must", "name", "need",
    "never", "next", "number", "often", "once", "only", "other", "over", "people", "question",
    "quote", "really", "reason", "same", "second", "sentence", "should", "show", "since", "some",
    "still", "such", "take", "than", "that", "their", "them", "then", "there", "therefore", "these",
    "they", "thing", "think", "this", "those", "three", "through", "time", "together", "under",
    "unit", "until", "upon", "value", "very", "want", "well", "were", "what", "when", "where",
    "whether", "which", "while", "whole", "will", "with", "within", "without", "word", "would",
    "year", "your",
  ]
}
