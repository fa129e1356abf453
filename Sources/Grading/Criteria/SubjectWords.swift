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

  private static let shortest = 4

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
