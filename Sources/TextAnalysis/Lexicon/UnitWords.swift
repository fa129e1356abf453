/// What people call units in running text, beside their names in the catalogue: English, French and
/// German, without accents.
enum UnitWords {
  /// The symbol that a word stands for.
  static let symbols: [String: String] = [
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm",
    "g": "g gr gram grams grammes gramm", "t": "t ton tons tonne tonnes tonnen",
    "kt": "kt kiloton kilotons kilotonne kilotonnes", "km": "kms",
    "s": "seconde secondes sekunde sekunden", "min": "minuten",
    "h": "hours hrs hr heure heures stunde stunden", "day": "jour jours tag tage",
    "year": "y yr yrs ans annee annees jahr jahre", "Wh": "wattheure wattheures wattstunden",
    "kWh": "kwh kilowattheure kilowattheures kilowattstunde kilowattstunden",
    "MWh": "mwh megawattheures megawattstunden", "GWh": "gwh",
  ].reduce(into: [:]) { symbols, entry in
    for word in entry.value.split(separator: " ") { symbols[String(word)] = entry.key }
  }

  /// Words for years that are so only in what a unit is divided by: `per annum`.
  static let years: Set<String> = ["a", "an", "annum"]

  /// The unit that an adverb divides by: `2 t yearly`.
  static let adverbs = [
    "hourly": "h", "daily": "day", "weekly": "week", "annually": "year", "yearly": "year",
  ]

  /// What a word beside a unit raises it to: `square metres`, `metres squared`, `metric tons`.
  static let powers: [String: Int32] = [
    "metric": 1, "square": 2, "squared": 2, "sq": 2, "carre": 2, "carres": 2, "cubic": 3, "cu": 3,
    "cubed": 3, "cube": 3, "cubes": 3,
  ]
  /// Beginnings of words that do: `Quadratmeter`.
  static let powersWithin: KeyValuePairs<String, Int32> = ["quadrat": 2, "kubik": 3]

  /// Units that stand behind another without a sign: `kW h`, `newton metres`.
  static let followers: Set<String> = ["h", "s", "m", "km"]
}
