extension [Inline] {
  /// The pieces of a paragraph parted at formulas that stand on lines of their own, each of which is
  /// a part by itself.
  var apart: [[Inline]] {
    var result: [[Inline]] = []
    var current: [Inline] = []
    func isBreak(_ inline: Inline?) -> Bool { inline == .softBreak || inline == .lineBreak }
    func flush() {
      while isBreak(current.last) { current.removeLast() }
      // Nothing begins with the space after a formula.
      if !result.isEmpty, case .text(let text)? = current.first {
        current[0] = .text(String(text.drop { $0 == " " }))
      }
      let isBlank = current.allSatisfy { inline in
        if case .text(let text) = inline { text.allSatisfy(\.isWhitespace) } else { false }
      }
      if !isBlank { result.append(current) }
      current = []
    }
    for inline in self {
      if case .formula(let formula) = inline, formula.isDisplay {
        flush()
        result.append([inline])
      } else if !current.isEmpty || !isBreak(inline) {
        current.append(inline)
      }
    }
    flush()
    return result.isEmpty ? [self] : result
  }
}
