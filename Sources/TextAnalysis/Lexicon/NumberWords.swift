/// What words mean as numbers.
enum NumberWords {
  /// `one` to `ninety`, without those of two words.
  static let cardinals = numbered(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty
    """
  ).merging(
    numbered("ten twenty thirty forty fifty sixty seventy eighty ninety").mapValues { $0 * 10 }
  ) { first, _ in first }

  static let ordinals = numbered("first second third fourth fifth sixth seventh eighth ninth tenth")

  /// The place of each word, from 1.
  private static func numbered(_ words: String) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(words.split(separator: " ").map(String.init), 1...))
  }

  /// Parts that are no ordinals.
  private static let parts = [
    "half": 2, "halfte": 2, "moitie": 2, "tiers": 3, "quart": 4, "quarter": 4,
  ]

  /// Of what a word is one part, or several: 3 for `third` and `thirds`.
  static func denominator(_ word: String, isPlural: Bool) -> Int? {
    if isPlural, word != "tiers" {
      guard word.hasSuffix("s"), word != "halfs" else { return nil }
      return denominator(String(word.dropLast()), isPlural: false)
    }
    return parts[word] ?? ordinals[word].flatMap { $0 > 2 ? $0 : nil }
  }

  /// What a word after a number multiplies it by. `k` and `M` may be units.
  static let scales: [String: Double] = [
    "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "millionen": 1e6,
    "mio": 1e6, "mn": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "milliard": 1e9,
    "milliards": 1e9, "milliarden": 1e9, "mrd": 1e9,
  ]

  /// The first ten numbers as `I`, `II` … `X`, with a small l for the capital I, as hurried people
  /// type it.
  static func roman(_ spelling: String) -> Int? {
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
      .firstIndex(of: spelling.replacing("l", with: "I")).map { $0 + 1 }
  }
}
