import SeededRandom
import Testing
import TextLayout

@testable import MathText

/// Whatever is typed as a formula is shown in little time, and none of its letters is lost.
@Suite struct FormulaFuzzTests {
  private static let pieces =
    [
      "{", "}", "^", "_", "&", "\\\\", "[", "]", "(", ")", " ", "a", "B", "7", "1.5", "=", "+", "-",
      "'",
      ",", "|", "<", "$", "%", "#", "~", "é", "日", "\\", "\\left", "\\right", "\\begin{cases}",
      "\\end{cases}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\frac", "\\sqrt", "\\sqrt[3]",
      "\\text{k q}",
      "\\over", "\\sum_{i=1}^n", "\\foo", "\\underbrace", "\\overset", "\\SI",
      "\\unit{\\kilo\\watt}",
      "{a}", "{b}", "^2", "_{xy}", "7\u{301}", "\u{301}", "\u{FFFD}", "\u{0}", "'\u{20DD}",
      "^\u{338}",
    ] + MathFormula.knownCommands.map { "\\" + $0 + " " }

  @Test(arguments: 0..<40) func ofAnyKindIsShown(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<60 {
      let count = Int.random(in: 1...24, using: &random)
      let source = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      check(MathFormula(source, isDisplay: true))
    }
  }

  @Test(arguments: [
    String(repeating: "{", count: 1900), String(repeating: "\\frac", count: 350),
    String(repeating: "x^", count: 900),
    String(repeating: "\\sqrt{", count: 23) + "x"
      + String(repeating: "}", count: 23),
    String(repeating: "\\frac{a}{", count: 20) + "x" + String(repeating: "}", count: 20),
    String(repeating: "a+", count: 950), String(repeating: "a\\\\", count: 600),
    String(repeating: "\\left(", count: 300), String(repeating: "&", count: 1900),
    String(repeating: "\\begin{matrix}", count: 100), String(repeating: "a", count: 9000),
    String(repeating: "{a \\over ", count: 22) + String(repeating: "}", count: 22),
  ])
  func ofAnyLengthIsShown(_ source: String) { check(MathFormula(source, isDisplay: true)) }

  /// Any characters at all, letters with marks among them.
  @Test(.timeLimit(.minutes(1)), arguments: 0..<20) func ofAnyCharactersIsShown(_ seed: Int) {
    var random = SplitMix(seed: UInt64(1000 + seed))
    for _ in 0..<200 {
      let scalars = (0..<40).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0..<(seed % 2 == 0 ? 0x400 : 0x3000), using: &random))
      }
      check(MathFormula(String(String.UnicodeScalarView(scalars)), isDisplay: true))
    }
  }

  private func check(_ formula: MathFormula) {
    let line = formula.line()
    let ascii = formula.line(unicode: false)
    #expect(!line.contains("\n") && !ascii.contains("\n"))
    if formula.source.utf8.allSatisfy({ $0 < 0x80 }) {
      #expect(ascii.utf8.allSatisfy { $0 < 0x80 }, "\(formula.source)")
    }
    for row in formula.lines(width: 40, columns: { displayWidth($0) }) ?? [] {
      #expect(displayWidth(row) <= 40, "\(formula.source)")
    }
    expectBalanced(formula.mathML)
  }

  /// Every element is closed where it should be.
  private func expectBalanced(_ html: String) {
    var open: [Substring] = []
    for match in html.matches(of: /<(\/?)([a-z]+)[^<>]*>/.matchingSemantics(.unicodeScalar)) {
      if match.1.isEmpty { open.append(match.2) } else { #expect(open.popLast() == match.2) }
    }
    #expect(open.isEmpty)
    #expect(!html.contains("<script") && html.count < 400_000)
  }

  /// Formulas of known parts, each of which is found again in what is shown.
  @Test(arguments: 0..<200) func keepsAllItsLetters(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var letters = Array("ABCDEFGHKLMNPRSTUVWXYZbcfghjkmpqrstuvwxyz").shuffled(using: &random)
    var used: [Character] = []
    func atom() -> String {
      guard let letter = letters.popLast() else { return "7" }
      used.append(letter)
      return String(letter)
    }
    func formula(_ depth: Int) -> String {
      func inner() -> String { formula(depth - 1) }
      guard depth > 0 else { return atom() }
      switch Int.random(in: 0..<12, using: &random) {
      case 0: return "\\frac{\(inner())}{\(inner())}"
      case 1: return "\\sqrt{\(inner())}"
      case 2: return "\(inner()) + \(inner())"
      case 3: return "\\left(\(inner())\\right)"
      case 4: return "{\(inner())}^{\(inner())}"
      case 5: return "{\(inner())}_{\(inner())}"
      case 6: return "\\begin{pmatrix}\(inner()) & \(inner()) \\\\ \(inner())\\end{pmatrix}"
      case 7: return "\\text{\(atom())}\(inner())"
      case 8: return "\\hat{\(inner())}"
      case 9: return "\\sum_{\(inner())}^{\(inner())} \(inner())"
      case 10: return "\\unknown{\(atom())}"
      default: return "\(inner()) \\cdot \(inner())"
      }
    }
    let made = MathFormula(formula(3), isDisplay: true)
    let shown =
      [made.line(unicode: false)]
      + [made.lines(width: 200, columns: { displayWidth($0) })?.joined() ?? made.line()]
      + [made.mathML]
    for text in shown.map(Self.unraised) {
      for letter in used { #expect(text.contains(letter), "\(letter) of \(made.source)") }
    }
  }

  private static func unraised(_ text: String) -> String {
    let small = Array("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
    let full = Array("abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWaehijklmnoprstuvx")
    let map = Dictionary(uniqueKeysWithValues: zip(small, full))
    // Without the marks of accents.
    let bare = text.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
    return String(String.UnicodeScalarView(bare).map { Character($0) }.map { map[$0] ?? $0 })
  }
}
