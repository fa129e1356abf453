/// The unit macros of LaTeX's siunitx, and units as they are typed.
enum SIUnits {
  private static let prefixes: [String: String] = [
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f",
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da",
    "deka": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P",
    "exa": "E", "zetta": "Z", "yotta": "Y", "ronna": "R", "quetta": "Q", "kibi": "Ki",
    "mebi": "Mi", "gibi": "Gi", "tebi": "Ti",
  ]

  private static let units: [String: String] = [
    "ampere": "A", "candela": "cd", "kelvin": "K", "kilogram": "kg", "kg": "kg", "gram": "g",
    "metre": "m", "meter": "m", "mole": "mol", "second": "s", "becquerel": "Bq", "coulomb": "C",
    "farad": "F", "gray": "Gy", "henry": "H", "hertz": "Hz", "joule": "J", "katal": "kat",
    "lumen": "lm", "lux": "lx", "newton": "N", "ohm": "Ω", "pascal": "Pa", "radian": "rad",
    "siemens": "S", "sievert": "Sv", "steradian": "sr", "tesla": "T", "volt": "V", "watt": "W",
    "weber": "Wb", "degreeCelsius": "°C", "celsius": "°C", "degree": "°", "arcminute": "′",
    "arcsecond": "″", "minute": "min", "hour": "h", "day": "d", "year": "a", "hectare": "ha",
    "litre": "L", "liter": "L", "tonne": "t", "electronvolt": "eV", "dalton": "Da", "bar": "bar",
    "bel": "B", "decibel": "dB", "neper": "Np", "bit": "bit", "byte": "B", "percent": "%",
    "astronomicalunit": "au", "kWh": "kWh", "MWh": "MWh", "kW": "kW", "MW": "MW", "W": "W",
    "J": "J", "kJ": "kJ", "MJ": "MJ", "km": "km", "m": "m", "cm": "cm", "mm": "mm", "s": "s",
    "ms": "ms", "g": "g", "mg": "mg", "K": "K", "N": "N", "Pa": "Pa", "kPa": "kPa", "Hz": "Hz",
    "V": "V", "A": "A", "mol": "mol", "L": "L", "mL": "mL", "h": "h",
  ]

  /// Whether a macro means something within a unit.
  static func knows(_ name: String) -> Bool {
    prefixes[name] != nil || units[name] != nil || powersAfter[name] != nil
      || powersBefore[name] != nil || name == "per" || name == "tothe" || name == "raiseto"
      || name == "of"
  }

  private static let powersAfter = ["squared": "2", "cubed": "3"]
  private static let powersBefore = ["square": "2", "cubic": "3"]

  /// A unit written with macros or letters as a tree; what is no macro of a unit is in `unknown`.
  static func node(_ source: [Character], unknown: inout [String]) -> MathNode {
    var nodes: [MathNode] = []
    var prefix = ""
    var power: String?
    var isOver = false
    var needsSpace = false
    var rest = source[...]

    func raise(_ exponent: String) {
      guard let last = nodes.popLast() else { return }
      let digits = exponent.map { $0 == "-" ? "−" : $0 }
      nodes.append(.scripts(last, below: nil, above: .number(String(digits))))
    }
    func add(_ symbol: String) {
      if isOver {
        nodes.append(.sign(MathSign("/")))
      } else if needsSpace {
        nodes.append(.space(3))
      }
      nodes.append(.letters(prefix + symbol, .upright))
      if let power { raise(power) }
      (prefix, power, isOver, needsSpace) = ("", nil, false, true)
    }
    func argument() -> String {
      guard rest.first == "{", let end = rest.firstIndex(of: "}") else {
        return rest.popFirst().map { String($0) } ?? ""
      }
      let inner = String(rest[rest.startIndex + 1..<end])
      rest = rest[(end + 1)...]
      return inner
    }

    while let character = rest.popFirst() {
      switch character {
      case "\\":
        let name = String(rest.prefix { $0.isASCII && $0.isLetter })
        rest = rest.dropFirst(name.count)
        if let found = prefixes[name] {
          prefix += found
        } else if let symbol = units[name] {
          add(symbol)
        } else if let after = powersAfter[name] {
          raise(after)
        } else if let before = powersBefore[name] {
          power = before
        } else if name == "per" {
          isOver = true
        } else if name == "tothe" {
          raise(argument())
        } else if name == "raiseto" {
          power = argument()
        } else if name == "of" {
          nodes.append(.text("(" + argument() + ")"))
        } else if name.isEmpty {
          let sign = rest.popFirst() ?? "\\"
          if sign == "%" { add("%") } else if sign != "," { add("\\" + String(sign)) }
        } else {
          unknown.append("\\" + name)
          add("\\" + name)
        }
      case "^": raise(argument())
      case "/": isOver = true
      case ".", "~", " ", "·": continue
      case "{", "}": continue
      default:
        let word = String(character) + String(rest.prefix { !"\\^/.~ ·{}".contains($0) })
        rest = rest.dropFirst(word.count - 1)
        add(word)
      }
    }
    if !prefix.isEmpty { add("") }
    return .row(nodes)
  }
}
