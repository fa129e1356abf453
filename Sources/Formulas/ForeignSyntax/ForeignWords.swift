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
  static func isForeign(_ word: String) -> Bool { byWord[word].map { $0.role != .own } ?? false }

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

/// Words of other languages, and what they are here.
enum ForeignNames {
  /// Functions and methods that only pass their value on: it can stand alone.
  static let needless: Set<String> = [
    "array", "asarray", "astype", "copy", "display", "float", "head", "item", "list", "Series",
    "show", "str", "tail", "to_list", "to_numpy", "tolist", "to_string", "values", "columns",
    "keys", "info",
  ]

  /// What pandas gives a table, which is not a column of it.
  static let tableMembers: Set<String> = [
    "append", "apply", "at", "columns", "copy", "describe", "drop", "dropna", "groupby", "head",
    "iat", "iloc", "index", "info", "iterrows", "keys", "loc", "mean", "merge", "plot", "query",
    "shape", "size", "sort_values", "sum", "tail", "to_numpy", "values",
  ]

  /// A value of the language under another spelling; nil where it is none.
  static func value(for name: String) -> String? {
    truths[name] ?? BuiltinConstant.name(forForeign: name)
  }

  private static let truths = ["true": "True", "TRUE": "True", "false": "False", "FALSE": "False"]

  /// Words for units from other languages and other usage.
  static let units: [String: String] = [
    "a": "year", "an": "year", "année": "year", "années": "year", "annee": "year", "annees": "year",
    "ans": "year", "Jahr": "year", "Jahre": "year", "y": "year", "yrs": "year", "heure": "h",
    "heures": "h", "Stunde": "h", "Stunden": "h", "std": "h", "jour": "day", "jours": "day",
    "Tag": "day", "Tage": "day", "mn": "min", "semaine": "week", "semaines": "week", "msec": "ms",
    "sek": "s",
    "Sek": "s", "Gi": "GiB", "Ti": "TiB", "Mi": "MiB",
    "usec": "µs", "kmph": "km/h", "qm": "m^2", "cbm": "m^3", "gr": "g",
    "grs": "g", "kilo": "kg", "kilos": "kg", "tonnes": "t", "ko": "kB", "Ko": "kB", "Mo": "MB",
    "Go": "GB", "To": "TB", "pct": "%", "perc": "%", "Kb": "kbit", "kb": "kbit", "Mb": "Mbit",
    "Gb": "Gbit", "Tb": "Tbit", "kbps": "kbit/s", "Kbps": "kbit/s", "Mbps": "Mbit/s",
    "mbps": "Mbit/s", "Gbps": "Gbit/s", "kBps": "kB/s", "KBps": "kB/s", "MBps": "MB/s",
    "GBps": "GB/s", "Pas": "Pa s", "mPas": "mPa s", "kilowatthour": "kWh", "kilowatthours": "kWh",
    "kilowattheure": "kWh", "CV": "PS",
  ]

  /// How many a word after a number stands for, where it is no unit.
  static let multiples: [String: Double] = [
    "k": 1e3, "mio": 1e6, "Mio": 1e6, "mln": 1e6, "bn": 1e9, "Mrd": 1e9, "mrd": 1e9,
    "Md": 1e9, "deci": 0.1, "centi": 0.01, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9,
    "pico": 1e-12, "mega": 1e6, "giga": 1e9, "tera": 1e12,
  ]
}
