import Diagnostics

extension Diagnostic {
  /// The pieces in code quotes of its help that can be typed as they are. One with `…` in it is
  /// left for the student to fill in, and of a longer line only what to write for a piece is said.
  var offers: [String] {
    help.filter { !$0.hasPrefix("write `") }.flatMap { help in
      help.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }.filter { code in
      code.contains { $0.isLetter || $0.isNumber } && !code.contains("…") && !code.hasPrefix(":")
    }
  }
}
