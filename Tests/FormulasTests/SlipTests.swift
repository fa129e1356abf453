import Diagnostics
import Formulas
import Testing

/// Formulas that are right, with a slip as hurried people make them: what is offered can be typed,
/// is of the kind that the formula was of, and mostly gives its value back.
@Suite struct SlipTests {
  private static let formulas = [
    "450 W * 24 h", "gpu_power * 24 h to kWh", "gpu_power * 365 day * 24 h/day to MWh",
    "models[\"Training Time (GPU hours)\"] * gpu_power",
    "models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity to t CO2e",
    "mean(models[\"Accuracy (%)\"])", "models[\"Accuracy (%)\"].max()",
    "sum(models[\"Model Size (Parameters, in B)\"]) / 4", "(3 + 4) * 2 kg", "5 kg * 9.81 m/s^2",
    "0.5 * 1200 kg * (25 m/s)^2 to kJ", "1500 W / (230 V)", "10 000 user * 5 request/user",
    "1.5 L * 1 kg/L * 4.18 kJ/(kg K) * 80 K", "sqrt(2 * 9.81 m/s^2 * 20 m)", "100 km / (50 km/h)",
    "0.25 kg + 300 g", "20% * 50 kg", "3e8 m/s * 5 ns", "12 MB * 8 / (5 Mbit/s)", "2 * pi * 3 m",
    "sin(30°) * 20 N", "max(3 kW, 2500 W)", "1200 kWh * carbon_intensity to kg CO2e",
    "1 year to h", "25 °C to K", "1.2 kg/m^3 * 30 m^2 * 2.5 m", "5 mol * 18 g/mol",
    "200 g / 0.5 L to g/L", "round(2.567 kg, 1)", "1 / (2 / (3 ohm))", "60 kW h / 4 h",
    "carbon_intensity * 0.3 kWh/request * 1 million request to t CO2e", "5 CHF/kg * 3 kg",
  ]

  /// What a slip makes of a formula, at one place of several; nil where it has no such place.
  private typealias Slip = (name: String, make: (String, Int) -> String?)

  private static func replace(_ old: String, _ new: String) -> (String, Int) -> String? {
    { text, choice in
      let places = text.ranges(of: old)
      guard !places.isEmpty else { return nil }
      return text.replacingCharacters(in: places[choice % places.count], with: new)
    }
  }

  private static func words(
    _ isIt: @escaping (String) -> Bool, _ change: @escaping (String) -> String
  ) -> (String, Int) -> String? {
    { text, choice in
      let places = text.ranges(of: #/[A-Za-z_]+/#).filter { isIt(String(text[$0])) }
      guard !places.isEmpty else { return nil }
      let place = places[choice % places.count]
      let changed = change(String(text[place]))
      return changed == text[place] ? nil : text.replacingCharacters(in: place, with: changed)
    }
  }

  private static func swapped(_ word: String) -> String {
    var letters = Array(word)
    if letters.count > 3 { letters.swapAt(letters.count - 2, letters.count - 1) }
    return String(letters)
  }

  private static var slips: [Slip] {
    [
      ("a closing bracket left out", replace(")", "")), ("a bracket too many", replace(")", "))")),
      ("an opening bracket left out", replace("(", "")), ("x for times", replace(" * ", " x ")),
      ("no sign", replace(" * ", " ")), ("a sign twice", replace(" * ", " * * ")),
      ("a decimal comma", replace(".", ",")), ("per for /", replace("/", " per ")),
      ("a power without its sign", replace("^", "")), ("a space before a power", replace("^", " ")),
      ("into for to", replace(" to ", " into ")), ("an arrow", replace(" to ", " => ")),
      ("a name with a hyphen", replace("_", "-")), ("a name with a space", replace("_", " ")),
      ("a name without its line", replace("_", "")), ("a quote left out", replace("\"]", "]")),
      (
        "both quotes left out",
        { text, _ in
          text.contains("\"") ? text.replacing("\"", with: "") : nil
        }
      ),
      (
        "round brackets for a column",
        { text, _ in
          text.contains("[\"")
            ? text.replacing("[\"", with: "(\"").replacing("\"]", with: "\")") : nil
        }
      ),
      (
        "square brackets of a function",
        { text, _ in
          guard let open = text.firstRange(of: #/(sum|mean|sqrt|max|sin|round)\(/#),
            text.hasSuffix(")")
          else { return nil }
          let name = text[open].dropLast()
          return text[..<open.lowerBound] + name + "[" + text[open.upperBound...].dropLast() + "]"
        }
      ), ("a unit in other letters", words({ $0.count < 5 }, { $0.uppercased() })),
      ("a unit in small letters", words({ $0.count < 5 }, { $0.lowercased() })),
      ("two letters in turn", words({ $0.count > 3 }, swapped)),
      ("a letter left out", words({ $0.count > 4 }, { String($0.dropLast(2) + $0.suffix(1)) })),
      ("a letter twice", words({ $0.count > 2 }, { $0 + $0.suffix(1) })),
      ("a capital first", words({ $0.count > 2 }, { $0.prefix(1).uppercased() + $0.dropFirst() })),
      ("a plural", words({ (1...4).contains($0.count) }, { $0 + "s" })),
      ("a percentage sign twice", replace("%", "%%")), ("a semicolon", replace(", ", "; ")),
      ("a Python print", { text, _ in "print(\(text))" }),
      ("an equals sign first", { "=" + $0 + ($1 < 0 ? " " : "") }),
      ("a colon", { text, _ in "x := " + text }), ("an arrow of R", { text, _ in "x <- " + text }),
      ("a question mark", { text, _ in text + "?" }), ("a full stop", { text, _ in text + "." }),
    ]
  }

  /// What was typed, and what was offered for it.
  private struct Try: Equatable {
    var typed: String
    var offered: String
  }

  private struct Outcome {
    var offered = 0
    var refused: [Try] = []
    var otherKind: [Try] = []
    var right = 0
    var mistakes = 0
    var silent: [String] = []
  }

  private static func value(_ text: String, after first: String? = nil) -> (Value?, [String]) {
    let page = CoursePage()
    if let first { _ = page.enter(first) }
    var value: Value?
    var problems: [String] = []
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _): problems.append(problem.diagnostic.id)
      case .statement(let statement):
        let entered = page.sheet.enter(statement)
        if let problem = entered.problem { problems.append(problem.diagnostic.id) }
        value = entered.value ?? (try? page.sheet.value(of: .name("x"))?.get())
      }
    }
    return (value, problems)
  }

  private static func tries(_ text: String) -> (found: [String], isMistake: Bool) {
    let page = CoursePage()
    var help: [String] = []
    var isMistake = false
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _):
        help = page.sheet.checked(problem).diagnostic.help
        isMistake = true
      case .statement(let statement):
        let entered = page.sheet.enter(statement)
        if let problem = entered.problem {
          help = problem.diagnostic.help
          isMistake = true
        }
      }
    }
    let code = help.filter { $0.hasPrefix("`") }
      .map { String($0.dropFirst().prefix { $0 != "`" }) }
      .filter { $0.contains { $0.isLetter || $0.isNumber } && !$0.contains("…") }
    return (code, isMistake)
  }

  private static func play(_ outcome: inout Outcome, _ formula: String, _ typed: String) {
    let wanted = value(formula).0
    let (offered, isMistake) = tries(typed)
    guard isMistake else { return }
    outcome.mistakes += 1
    if offered.isEmpty { outcome.silent.append(typed) }
    var isRight = false
    for line in offered {
      outcome.offered += 1
      let (found, problems) = value(line, after: typed)
      if !problems.isEmpty { outcome.refused.append(Try(typed: typed, offered: line)) }
      guard let unit = found?.unit, let own = wanted?.unit else { continue }
      if found?.text() == wanted?.text() { isRight = true }
      if !unit.differsOnlyInCounts(from: own) {
        outcome.otherKind.append(Try(typed: typed, offered: line))
      }
    }
    if isRight { outcome.right += 1 }
  }

  @Test func whatIsOfferedForASlipIsRight() {
    var outcome = Outcome()
    for formula in Self.formulas {
      #expect(Self.value(formula).1 == [])
      for slip in Self.slips {
        var seen: Set<String> = []
        for choice in 0..<4 {
          guard let typed = slip.make(formula, choice), seen.insert(typed).inserted else {
            continue
          }
          Self.play(&outcome, formula, typed)
        }
      }
    }
    // Of a long formula only a piece is offered.
    let otherKind = outcome.otherKind.filter { $0.typed.utf8.count <= 72 }
    #expect(outcome.mistakes > 700)
    #expect(outcome.refused == [])
    #expect(otherKind.count * 50 < outcome.offered, "\(otherKind)")
    #expect(outcome.right * 20 > outcome.mistakes * 17, "\(outcome.silent)")
  }

  @Test func whatIsOfferedForTwoSlipsCanBeTyped() {
    var outcome = Outcome()
    var number = 0
    for formula in Self.formulas {
      for first in Self.slips {
        for second in Self.slips where second.name != first.name {
          number += 1
          guard number % 4 == 0,
            let typed = first.make(formula, number).flatMap({ second.make($0, number / 4) })
          else { continue }
          Self.play(&outcome, formula, typed)
        }
      }
    }
    #expect(outcome.mistakes > 2000)
    #expect(outcome.refused == [])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
