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
  /// Nil where the word is no part of the language at all.
  let sentence: (@Sendable (_ word: String) -> String)?
  let advice: String

  private init(
    _ words: String..., as role: Role, try advice: String,
    says sentence: (@Sendable (_ word: String) -> String)? = nil
  ) {
    self.words = words
    self.role = role
    self.sentence = sentence
    self.advice = advice
  }

  private static let all: [ForeignWord] = [
    ForeignWord(
      "import", "from", as: .beginning,
      try: "the functions by their names, as in `sqrt(2)` or `mean([1, 2, 3])`"
    ) { _ in "Nothing needs to be imported here." },
    ForeignWord(
      "pd", "plt", "os", "sys", as: .value,
      try: "the table or function by its name, as in `mean([1, 2, 3])`"
    ) { _ in "There are no modules here: functions and tables are at hand." },
    ForeignWord("ureg", as: .value, try: "the unit after its number, as in `450 W`") { _ in
      "Units need no module: they are words of the language."
    },
    ForeignWord("print", as: .beginning, try: ForeignSyntax.printing.advice ?? "") { word in
      ForeignSyntax.printing.sentence(word, "")
    },
    ForeignWord(
      "for", "while", as: .beginning,
      try: "the column itself: formulas go through it row by row, as in `[1, 2, 3] * 2`"),
    ForeignWord("lambda", as: .beginning, try: ForeignSyntax.lambda.advice ?? ""),
    ForeignWord(
      "None", "null", "nil", "nan", "NaN", as: .value, try: "a value, or no line for this name yet"
    ) { word in "There is no `\(word)` here: a name without a value is left out." },
    ForeignWord(
      "let", "var", as: .beginning, try: ForeignSyntax.declaration.advice ?? ""
    ) { word in ForeignSyntax.declaration.sentence(word, "") },
    ForeignWord("if", as: .own, try: ForeignSyntax.ifStatement.advice ?? "") { word in
      ForeignSyntax.ifStatement.sentence(word, "")
    },
    ForeignWord(
      "and", "or", "not", "to", "in", "else", "def", "return", "unit", as: .own, try: "another name"
    ) { word in "`\(word)` has a meaning of its own and can be no name." },
    ForeignWord(
      "class", "del", "global", "assert", "with", "try", as: .beginning, try: anything),
    ForeignWord("pass", "break", "continue", "self", as: .value, try: anything),
  ]

  private static let anything = "a formula, or a name with one, as in `x = 3 * 450 W`"

  /// Words that begin a statement of Python.
  static let beginnings = Set(all.filter { $0.role == .beginning }.flatMap(\.words))

  /// Whether it can be no name of the student's in the place of a value.
  static func isForeign(_ word: String) -> Bool {
    byWord[word].map { $0.role != .own } ?? false
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: all.flatMap { entry in entry.words.map { ($0, entry) } })

  static func diagnostic(of problem: FormulaProblem, _ word: String) -> Diagnostic {
    let entry = byWord[word]
    return Diagnostic(
      id: "python-word",
      message: entry?.sentence?(word) ?? "`\(word)` is not part of this language.",
      labels: [Diagnostic.Label(problem.span)], help: [entry?.advice ?? anything])
  }
}
