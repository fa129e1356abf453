import Formulas
import Foundation
import Testing

@testable import TextLayout
@testable import TutorTerminal
@testable import Tutoring

/// What `:why` shows of a formula is true: it ends with the formula's value, and each of its lines,
/// typed back in, comes to what it stands for.
@Suite struct WhyTruthTests {
  /// Names that formulas are made of: negative, zero, tiny, with and without units, columns.
  private static let names = """
    n = 4; neg = -5; zero = 0; half = 50%; tiny = 2e-9; dist = 3 m; back = -2 m; span = 250 cm
    nothing = 0 m; dust = 4e-9 m; time = 90 min; ago = -2 h; speed = 36 km/h; cold = -5 °C
    list = [1, -2, 3]; lens = [2, -4, 0.5] m; one = [7]
    def square(x) = -x^2
    def mix(x, y) = x / (abs(y) + 2 * abs(x))
    def share(x) = x / sum(x)
    """

  private let harness: SessionHarness

  init() throws {
    harness = try SessionHarness()
    for line in Self.names.split(separator: "\n") { harness.type(String(line)) }
  }

  private var sheet: Worksheet { harness.session.sheet }

  // MARK: What is shown

  /// The lines of a formula's arithmetic for a row, without those that are prose.
  private func lines(_ text: String, row: Int? = nil) throws -> (
    value: Value?, isOfRow: Bool, lines: [String]
  ) {
    let expression = try Parser.formula(text).get()
    let derivation = sheet.derivation(of: expression, in: text, row: row)
    let display = ValueDisplay(width: 4000, unicode: true)
    let layout = DerivationLayout(derivation: derivation, display: display)
    return (derivation.value, derivation.row != nil, layout.lines().map(\.plain))
  }

  /// What of a line can be typed: the sides of its equality signs.
  private func sides(_ line: String) -> [String] {
    let arithmetic = line.components(separatedBy: "   (1")[0]
      .replacing("    numbers  ", with: "    ")
    if Self.prose.contains(where: arithmetic.contains) { return [] }
    return arithmetic.components(separatedBy: " = ").map { $0.trimmingSpaces }
      .filter { !$0.isEmpty && !$0.contains("…") }
  }

  private static let prose = [
    "    units    ", " of the ", "True in ", "the condition ", " inner step", " with ",
    "Some parts ",
  ]

  private func value(_ text: String) -> Value? {
    guard case .success(let expression) = Parser.formula(text) else { return nil }
    return try? sheet.evaluate(expression).get()
  }

  private func agree(_ shown: Value?, _ value: Value) -> Bool {
    switch (shown, value) {
    case (.truth(let a)?, .truth(let b)): return a == b
    case (.text(let a)?, .text(let b)): return a == b
    case (let shown?, .quantity(let number, let unit)):
      guard case .quantity(let other, _)? = shown.converted(to: unit) else {
        return false
      }
      return abs(other - number) <= 2e-5 * max(abs(other), abs(number))
    case (let shown?, .column(let numbers, let unit)):
      guard case .column(let others, _)? = shown.converted(to: unit) else {
        return false
      }
      return others.count == numbers.count
        && zip(others, numbers).allSatisfy { abs($0 - $1) <= 2e-5 * max(abs($0), abs($1)) }
    case (nil, _), (_?, _): return false
    }
  }

  /// What is untrue of what is shown for a formula; nothing where all holds.
  private func faults(_ text: String, row: Int? = nil) throws -> [String] {
    let (whole, isOfRow, shown) = try lines(text, row: row)
    guard let value = whole else { return ["no value"] }
    var faults: [String] = []
    for (place, line) in shown.enumerated() {
      // The formula as typed is that of all rows.
      if place == 0, isOfRow { continue }
      let sides = sides(line)
      let isOfValue = line.hasPrefix("  = ")
      var expected = isOfValue ? value : nil
      for side in sides {
        guard let found = self.value(side) else {
          faults.append("cannot be typed: \(side)")
          continue
        }
        if let expected, !agree(found, expected) { faults.append("untrue: \(line)") }
        expected = expected ?? found
      }
    }
    let last = shown.last.map(sides)?.last ?? ""
    if let found = self.value(last), !agree(found, value) { faults.append("ends in \(last)") }
    return faults.isEmpty ? [] : faults + shown
  }

  // MARK: Generated formulas

  /// Makes formulas that mostly can be computed.
  private struct Generator {
    var state: UInt64
    var deepest = 4

    mutating func below(_ count: Int) -> Int {
      // SplitMix64
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }

    mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }

    /// A formula of a kind, in which `#n`, `#m`, `#t`, `#c`, `#l` stand for a number, a length, a
    /// truth, a column of numbers and one of lengths.
    mutating func formula(_ kind: Character, _ depth: Int = 0) -> String {
      let isLeaf = depth >= deepest || depth > 0 && below(4) == 0
      let shape = one(of: (isLeaf ? Self.leaves : Self.shapes)[kind] ?? ["1"])
      var result = ""
      var rest = shape[...]
      while let mark = rest.firstIndex(of: "#") {
        result += rest[..<mark]
        let kind = rest[rest.index(after: mark)]
        let inner = formula(kind, depth + 1)
        // A shape has no precedence: what stands in it is one operand.
        let isWord = inner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
        result += isWord || below(12) == 0 ? inner : "(\(inner))"
        rest = rest[rest.index(mark, offsetBy: 2)...]
      }
      return result + rest
    }

    private static let leaves: [Character: [String]] = [
      "n": ["n", "neg", "zero", "half", "tiny", "3", "0.5", "-2", "12", "1e3", "1.75", "list[1]"],
      "m": ["dist", "back", "span", "nothing", "dust", "3 m", "-20 cm", "0.5 km", "lens[2]"],
      "t": ["True", "False", "n > 3", "neg == -5", "dist < back"],
      "c": ["list", "[4, 0, -1]", "range(3)", "one + list"],
      "l": ["lens", "[1, 2, -3] m", "list * 2 m"],
    ]
    private static let shapes: [Character: [String]] = [
      "n": [
        "#n + #n", "#n - #n", "#n * #n", "#n / #n", "#n // 0.7", "#n % 3", "-#n", "-#n^2", "#n^2",
        "#n^-1", "2^#n", "#m / #m", "#m // (7 cm)", "sqrt(abs(#n))", "abs(#n)", "max(#n, #n)",
        "#n if #t else #n", "sum(#c)", "mean(#c)", "#c.max()", "-sum(#c)", "len(#c)", "-(#n * #n)",
        "-#n * #n", "square(#n)", "-square(#n)", "mix(#n, #n)", "mix(y=#n, x=#n)", "2 (#n)",
        "-#n + #n", "(#m)^2 / (1 m^2)", "#c[1]", "(#m to cm) / (2 m)", "exp(-abs(#n))",
        "cos(list[1])",
        "round(#n)", "--#n", "+#n", "(-#n)^3", "#n * 50%", "-#n^-2", "std(#c)", "#n^2^1",
      ],
      "m": [
        "#m + #m", "#m - #m", "#m * #n", "#m / #n", "#n * #m", "-#m", "-(#m - #m)", "-#m * #n",
        "max(#m, #m)", "#m if #t else #m", "sum(#l)", "-mean(#l)", "sqrt(#m^2)", "#m to cm",
        "(#m to mm) + #m", "#m % (2 m)", "abs(#m)", "mix(#m, #m) * 1 m", "36 km/h * #n * 2 s",
        "speed * time * #n", "#m^2 / (2 m)", "#m / (1 / (3 h)) / ago", "-(-#m)", "12 m/s * ago",
        "#m * 3 h / ago", "speed / (9 /h)", "(10 m/s) / (2 /s)", "#m * 2 kg / (3 kg/m^3 * 1 m^3)",
        "(2 * #n) m", "hypot(#m, #m)",
      ],
      "t": [
        "#n > #n", "#m <= #m", "not #t", "#t and #t", "#t or #t", "#n == #n", "#n != -#n",
        "not (#t and not #t)", "-#m < #m",
      ],
      "c": [
        "#c + #n", "#c * #c", "-#c", "-#c^2", "#c^2", "#c / #n", "cumsum(#c)", "abs(#c)",
        "where(#c > #n, #n, #c)", "square(#c)", "share(#c)", "#c - mean(#c)", "sort(#c)", "#l / #m",
        "linspace(0, 2, 3) * #c", "mix(#c, #n)", "2 - #c", "#c * sum(#c)", "-(#c - #c)",
      ],
      "l": ["#l * #n", "-#l", "#l + #m", "#l / #c", "#l to cm", "#c * #m", "#l - sum(#l)"],
    ]
  }

  @Test(arguments: ["n", "m", "t", "c", "l"] as [Character])
  func eachLineOfAGeneratedFormulaIsTrue(_ kind: Character) throws {
    var computed = 0
    for seed in 0..<400 {
      var generator = Generator(state: UInt64(seed) &* 7919 &+ UInt64(kind.asciiValue ?? 0))
      generator.deepest = 1 + seed % 4
      let text = generator.formula(kind)
      guard value(text) != nil else { continue }
      computed += 1
      for row in "cl".contains(kind) ? [0, 1, 2] : [nil] {
        let faults = try faults(text, row: row)
        #expect(faults.isEmpty, "\(text), row \(row ?? -1)\n\(faults.joined(separator: "\n"))")
      }
    }
    #expect(computed > 150)
  }

  @Test(arguments: [
    "-dist^2", "-(dist * 2)", "square(3)", "-sum([1, 2])", "-(-dist * 2)", "neg^2", "10 + neg^2",
    "2^neg", "(-5)^2", "-5^2", "-(-5)^2", "-neg", "--neg", "2 - -neg", "2 * -neg^2",
    "-(1 if n > 3 else 2)",
    "dist / speed / (2 m/s)", "dist // (2 cm)", "50% * 50%", "half^2", "cold to K", "-5 °C + 10 K",
    "1 / ago to 1/min", "8 * 0.407 kW * 1.2 * 262 g/kWh / (107.5 token/s) to mg/token",
    "dist * 1000 / time to km/h", "mix(y=2, x=8)", "2 (3 + 4) / 7", "10 / 2 (3 + 4)",
    "not (1 > 2) and n == 4", "(3 m) / (2 m/s) % (1 s)", "-(3 kg/m^3) * 2 m^3", "3 / (2 /s)",
    "lens / dist * (kg/m^3)", "5 m * 1/s", "time / (kg/m^3)",
  ]) func eachLineOfAnAwkwardFormulaIsTrue(_ text: String) throws {
    harness.type("unit token")
    let rows = value(text)?.rowCount.map { Array(0..<$0) }
    for row in rows ?? [] { #expect(try faults(text, row: row) == []) }
    if rows == nil { #expect(try faults(text) == []) }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
