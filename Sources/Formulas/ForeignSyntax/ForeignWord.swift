import Diagnostics

/// A word that means something in Python or elsewhere and stands for no name here.
struct ForeignWord {
  enum Role {
    /// It begins a statement of Python.
    case beginning
    /// It has a value in a Python notebook.
    case value
    /// It has a meaning here too, which is no value.
    case own
  }

  let words: [String]
  let role: Role
  /// `{found}` stands for the word.
  let sentence: String
  let advice: String

  private init(
    _ words: String..., as role: Role,
    says sentence: String = "`{found}` is not part of this language.",
    try advice: String = "a formula, or a name with one, as in `x = 3 * 450 W`"
  ) {
    self.words = words
    self.role = role
    self.sentence = sentence
    self.advice = advice
  }

  /// A word of which a rule says what there is to say.
  private init(_ words: String..., as role: Role, like rule: ForeignSyntax) {
    self.words = words
    self.role = role
    sentence = rule.sentence
    advice = rule.advice ?? ""
  }

  private static let all: [ForeignWord] = [
    ForeignWord(
      "import", "from", as: .beginning, says: "Nothing needs to be imported here.",
      try: "the functions by their names, as in `sqrt(2)` or `mean([1, 2, 3])`"),
    ForeignWord(
      "pd", "plt", "os", "sys", as: .value,
      says: "There are no modules here: functions and tables are at hand.",
      try: "the table or function by its name, as in `mean([1, 2, 3])`"),
    ForeignWord(
      "ureg", as: .value, says: "Units need no module: they are words of the language.",
      try: "the unit after its number, as in `450 W`"),
    ForeignWord("print", as: .beginning, like: .printing),
    ForeignWord("lambda", as: .beginning, like: .lambda),
    ForeignWord("let", "var", as: .beginning, like: .declaration),
    ForeignWord("if", as: .own, like: .ifStatement),
    ForeignWord(
      "for", "while", as: .beginning,
      try: "the column itself: formulas go through it row by row, as in `[1, 2, 3] * 2`"),
    ForeignWord(
      "None", "null", "nil", "nan", "NaN", as: .value,
      says: "There is no `{found}` here: a name without a value is left out.",
      try: "a value, or no line for this name yet"),
    ForeignWord(
      "and", "or", "not", "to", "in", "else", "def", "return", "unit", as: .own,
      says: "`{found}` has a meaning of its own and can be no name.", try: "another name"),
    ForeignWord("class", "del", "global", "assert", "with", "try", as: .beginning),
    ForeignWord("pass", "break", "continue", "self", as: .value),
  ]

  /// Words that begin a statement of Python.
  static let beginnings = Set(all.filter { $0.role == .beginning }.flatMap(\.words))

  /// Whether it can be no name of the student's in the place of a value.
  static func isForeign(_ word: String) -> Bool {
    byWord[word].map { $0.role != .own } ?? false
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: all.flatMap { entry in entry.words.map { ($0, entry) } })

  static func sentence(on word: String) -> String {
    entry(for: word).sentence.replacing("{found}", with: word)
  }

  static func advice(on word: String) -> String { entry(for: word).advice }

  private static func entry(for word: String) -> ForeignWord {
    byWord[word] ?? ForeignWord(word, as: .own)
  }
}
