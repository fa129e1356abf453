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

  private static let truths = [
    "true": "True", "TRUE": "True", "false": "False", "FALSE": "False",
  ]

  /// Words for units from other languages and other usage.
  static let units: [String: String] = [
    "a": "year", "an": "year", "année": "year", "années": "year", "annee": "year",
    "annees": "year", "ans": "year", "Jahr": "year", "Jahre": "year", "y": "year", "yrs": "year",
    "heure": "h", "heures": "h", "Stunde": "h", "Stunden": "h", "std": "h", "jour": "day",
    "jours": "day", "Tag": "day", "Tage": "day", "mn": "min", "semaine": "week",
    "semaines": "week", "msec": "ms", "usec": "µs", "kmph": "km/h", "sqm": "m^2", "qm": "m^2",
    "cbm": "m^3", "mcg": "µg", "gr": "g", "grs": "g", "kilo": "kg", "kilos": "kg", "tonnes": "t",
    "ko": "kB", "Ko": "kB", "Mo": "MB", "Go": "GB", "To": "TB", "pct": "%", "perc": "%",
    "celcius": "°C", "centigrade": "°C", "oC": "°C", "ºC": "°C", "farenheit": "°F",
    "Kb": "kbit", "kb": "kbit", "Mb": "Mbit", "Gb": "Gbit", "Tb": "Tbit", "kbps": "kbit/s",
    "Kbps": "kbit/s", "Mbps": "Mbit/s", "mbps": "Mbit/s", "Gbps": "Gbit/s",
    "kBps": "kB/s", "KBps": "kB/s", "MBps": "MB/s", "GBps": "GB/s", "Pas": "Pa s",
    "mPas": "mPa s",
    "kilowatthour": "kWh", "kilowatthours": "kWh", "kilowattheure": "kWh", "CV": "PS",
  ]

  /// How many a word after a number stands for, where it is no unit.
  static let multiples: [String: Double] = [
    "k": 1e3, "mio": 1e6, "Mio": 1e6, "mln": 1e6, "mn": 1e6, "bn": 1e9, "Mrd": 1e9, "mrd": 1e9,
    "Md": 1e9, "deci": 0.1, "centi": 0.01, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9,
    "pico": 1e-12, "mega": 1e6, "giga": 1e9, "tera": 1e12,
  ]
}
