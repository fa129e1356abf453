/// How texts stand in a transcript.
enum TranscriptText {
  /// Stands for an empty text.
  static let nothing = "(nothing)"
  private static let marks = ["#", "##", ">", "..."]

  /// A line of a transcript as the text that it stands for.
  static func read(_ line: Substring) -> String {
    guard line.contains("\\") else { return String(line) }
    return String(
      line.replacing(/\\u\{([0-9A-F]{1,6})\}/) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
          ?? String(match.0)
      })
  }

  /// A text as lines of a transcript, without the blank ones at its end.
  static func written(_ text: String) -> [String] {
    let lines = withoutBlankEnd(text.split(separator: "\n", omittingEmptySubsequences: false))
    return lines.isEmpty ? [nothing] : lines.map(written)
  }

  private static func written(_ line: Substring) -> String {
    let scalars = Array(line.unicodeScalars)
    let isTakenForMore =
      line == nothing || marks.contains { line == $0 || line.hasPrefix($0 + " ") }
    return scalars.enumerated().map { place, scalar in
      let isHidden =
        isInvisible(scalar)
        || place == 0 && isTakenForMore
        || place == scalars.count - 1 && scalar == " "
        || scalar == "\\" && scalars[place...].starts(with: "\\u{".unicodeScalars)
      return isHidden
        ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
    }.joined()
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }

  static func withoutBlankEnd(_ lines: [Substring]) -> ArraySlice<Substring> {
    lines[...((lines.lastIndex { !$0.isEmpty }) ?? -1)]
  }
}
