import TextLayout

/// A prompt in the form that libedit measures rightly: escape codes stand between markers.
struct PromptText {
  /// Goes before and after text that takes no columns.
  static let marker: Character = "\u{1}"

  /// Lines above the prompt's last, to be printed as they are; empty or ending in a newline.
  let above: String
  /// The last line, which libedit draws.
  let marked: String
  /// The whole, to be printed as it is.
  let rendered: String
  /// Columns of the last line.
  let width: Int

  init(_ prompt: StyledText, colour: Bool) {
    let lines = prompt.lines
    let last = lines.last ?? StyledText()
    above = lines.dropLast().map { $0.rendered(colour: colour) + "\n" }.joined()
    marked = Self.marking(last.rendered(colour: colour))
    rendered = above + last.rendered(colour: colour)
    width = last.width
  }

  /// Codes that touch share a pair of markers, and none comes last: libedit drops both.
  private static func marking(_ text: String) -> String {
    let parts = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    var marked = String(parts[0])
    func append(code: some StringProtocol) {
      if marked.last == marker { marked.removeLast() } else { marked.append(marker) }
      marked += code
      marked.append(marker)
    }
    for part in parts.dropFirst() {
      let end = part.firstIndex(of: "m").map { part.index(after: $0) } ?? part.endIndex
      append(code: "\u{1B}" + part[..<end])
      marked += part[end...]
    }
    guard marked.last == marker, let start = marked.dropLast().lastIndex(of: marker) else {
      return marked
    }
    let code = marked[start...].dropFirst().dropLast()
    marked = String(marked[..<start])
    guard let final = marked.popLast() else { return "" }
    append(code: code)
    marked.append(final)
    return marked
  }
}
