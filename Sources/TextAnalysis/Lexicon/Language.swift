/// What a language has for texts about figures: what its words do, how it says numbers and units.
/// Words are without accents and in small letters, several of one kind in a line. None is of a
/// subject: what an exercise is about comes with the exercise.
struct Language {
  typealias Entries<Meaning> = [(meaning: Meaning, words: String)]

  var kinds: Entries<WordKinds>
  /// `one` to `ninety`, a hundred and a thousand.
  var cardinals: Entries<Int>
  var ordinals: Entries<Int>
  /// Of what a word is one part: 3 for `third`.
  var denominators: Entries<Int>
  /// What a word after a number multiplies it by. `k` and `M` may be units.
  var scales: Entries<Double>
  /// Between a whole number in words and its decimals: `point`.
  var point: String
  /// Symbols of units that words stand for, beside their names in the catalogue.
  var units: Entries<String>
  /// Symbols of units that adverbs divide by: `2 t yearly`.
  var rates: Entries<String>
  /// What a word beside a unit raises it to: `square metres`, `metres squared`.
  var powers: Entries<Int32>

  static let all = [english, french, german]
}
