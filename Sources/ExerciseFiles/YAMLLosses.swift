import Diagnostics
import Exercises
import MathText
import YAMLReading

/// Finds what YAML takes out of a text without a word: backslashes of formulas within double quotes,
/// and what follows ` #` where there are none.
struct YAMLLosses {
  private let log: ProblemLog
  private let firstLine: Int
  private let lines: [[Unicode.Scalar]]

  init(_ yaml: String, firstLine: Int, log: ProblemLog) {
    self.log = log
    self.firstLine = firstLine
    // Most have no remark, and are opened by students too.
    let mayLoseRest = yaml.holds(" #") || yaml.holds("\t#")
    lines =
      mayLoseRest
      ? yaml.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map(Array.init) : []
  }

  /// Reports what is lost from a value.
  func check(_ text: String, _ style: YAMLValue.ScalarStyle, at mark: YAMLMark) {
    switch style {
    case .doubleQuoted:
      guard let command = Self.lostCommand(text) else { return }
      report(.yamlLostCommand(command), at: mark)
    case .plain:
      guard let rest = comment(after: text, at: mark) else { return }
      report(.yamlLostRest(rest, after: text), at: mark)
    case .singleQuoted, .literal, .folded: break
    }
  }

  private func report(_ fault: Diagnostic, at mark: YAMLMark) {
    log.report(fault, line: firstLine + mark.line - 1)
  }

  // MARK: Double quotes

  /// What backslashes before letters stand for within double quotes. Nobody types most of these.
  private static let escapes: [Unicode.Scalar: Character] = [
    "\u{7}": "a", "\u{8}": "b", "\u{9}": "t", "\u{A}": "n", "\u{B}": "v", "\u{C}": "f",
    "\u{D}": "r", "\u{1B}": "e", "\u{85}": "N", "\u{2028}": "L", "\u{2029}": "P",
  ]
  /// Those that people mean: the end of a line, and a tab.
  private static let usual: Set<Character> = ["n", "t"]
  private static let commands =
    Set(MathFormula.knownCommands).union(["newline", "nabla", "textbf", "textit", "noindent"])
  /// Letters of a command that is told outside of dollar signs.
  private static let shortest = 3

  /// The first command of TeX whose backslash and first letter have become something else.
  private static func lostCommand(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var dollars = 0
    for (place, scalar) in scalars.enumerated() {
      if scalar == "$" { dollars += 1 }
      guard let letter = escapes[scalar] else { continue }
      let rest = scalars[(place + 1)...].prefix { $0.isASCII && $0.properties.isAlphabetic }
      guard !rest.isEmpty else { continue }
      let command = String(letter) + String(String.UnicodeScalarView(rest))
      let isInFormula = dollars % 2 == 1 && scalars[place...].contains("$")
      let isKnown = commands.contains(command) && (isInFormula || command.count >= shortest)
      if isKnown || !usual.contains(letter) { return "\\" + command }
    }
    return nil
  }

  // MARK: Comments

  /// What follows a plain text on its last line, where that begins with `#` and goes on at once.
  private func comment(after text: String, at mark: YAMLMark) -> String? {
    guard !lines.isEmpty, mark.line >= 1 else { return nil }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    if words.isEmpty { return nil }
    var (line, place) = (mark.line - 1, mark.column - 1)
    for word in words {
      while lines.indices.contains(line), Self.isBlank(lines[line].dropFirst(place)) {
        (line, place) = (line + 1, 0)
      }
      guard lines.indices.contains(line) else { return nil }
      let rest = lines[line].dropFirst(place).drop(while: \.properties.isWhitespace)
      guard rest.starts(with: word) else { return nil }
      place = rest.startIndex + word.count
    }
    let rest = lines[line].dropFirst(place)
    let comment = rest.drop(while: \.properties.isWhitespace)
    guard comment.count < rest.count, comment.first == "#",
      let next = comment.dropFirst().first, next != "#", !next.properties.isWhitespace
    else { return nil }
    return String(String.UnicodeScalarView(comment)).trimmingBlank
  }

  private static func isBlank(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy(\.properties.isWhitespace)
  }
}
