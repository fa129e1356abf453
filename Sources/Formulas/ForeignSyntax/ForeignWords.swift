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

  /// The unit that a word of another language or usage stands for, also in other capitals where it
  /// has some letters; nil where it stands for none.
  static func unit(for word: String) -> String? {
    units[word] ?? (word.count > 2 ? loweredUnits[word.lowercased()] : nil)
  }

  private static let units: [String: String] = Dictionary(
    uniqueKeysWithValues: unitWords.flatMap { unit, words in
      words.split(separator: " ").map { (String($0), unit) }
    })

  private static let loweredUnits: [String: String] = Dictionary(
    units.filter { $0.key.count > 2 }.map { ($0.key.lowercased(), $0.value) },
    uniquingKeysWith: { first, _ in first })

  /// Words for units from French, German, Italian and other usage, by the unit as it is typed here.
  private static let unitWords: [(unit: String, words: String)] = [
    ("year", "a an ans année années annee annees Jahr Jahre Jahren anno anni y yrs"),
    ("month", "mois Monat Monate Monaten mese mesi mth mths"),
    ("week", "semaine semaines sem Woche Wochen settimana settimane wks"),
    ("day", "j jr jrs jour jours Tag Tage Tagen giorno giorni gg dy dys"),
    ("h", "heure heures Stunde Stunden Std std ora ore"),
    ("min", "mn Minuten minuto minuti"),
    ("s", "sek Sek seconde secondes Sekunde Sekunden secondo secondi"),
    ("ms", "msec"), ("µs", "usec"),
    ("m", "mètre mètres Metern metro metri"),
    ("km", "kilomètre kilomètres kilometro kilometri chilometro chilometri"),
    ("km/h", "kmph"), ("m^2", "qm"), ("m^3", "cbm"),
    ("L", "Litern litro litri"),
    ("g", "gr grs Gramm grammo grammi"),
    ("kg", "kilo kilos Kilogramm chilo chili chilogrammo chilogrammi"),
    ("t", "Tonnen tonnellata tonnellate"),
    (
      "kWh",
      "kilowatthour kilowatthours kilowattheure kilowattheures Kilowattstunde Kilowattstunden"
        + " chilowattora"
    ),
    ("%", "pct perc pourcent pourcents Prozent percento"),
    ("kB", "ko Ko"), ("MB", "Mo"), ("GB", "Go"), ("TB", "To"), ("GiB", "Gi"), ("TiB", "Ti"),
    ("MiB", "Mi"), ("kbit", "Kb kb"), ("Mbit", "Mb"), ("Gbit", "Gb"), ("Tbit", "Tb"),
    ("kbit/s", "kbps Kbps"), ("Mbit/s", "Mbps mbps"), ("Gbit/s", "Gbps"), ("kB/s", "kBps KBps"),
    ("MB/s", "MBps"), ("GB/s", "GBps"), ("Pa s", "Pas"), ("mPa s", "mPas"), ("PS", "CV"),
    ("CHF", "Fr SFr Frs"),
  ]

  /// How many a word after a number stands for, where it is no unit.
  static let multiples: [String: Double] = [
    "k": 1e3, "mio": 1e6, "Mio": 1e6, "mln": 1e6, "bn": 1e9, "Mrd": 1e9, "mrd": 1e9,
    "Md": 1e9, "deci": 0.1, "centi": 0.01, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9,
    "pico": 1e-12, "mega": 1e6, "giga": 1e9, "tera": 1e12,
  ]
}
