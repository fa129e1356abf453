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
    var pieces: [(code: Bool, text: String)] = []
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      var piece = String.UnicodeScalarView()
      let isCode = scalar == "\u{1B}"
      if isCode, let end = rest.firstIndex(of: "m") {
        piece.append(contentsOf: rest[...end])
        rest = rest[rest.index(after: end)...]
      } else {
        piece.append(scalar)
        rest = rest.dropFirst()
      }
      if let previous = pieces.last, previous.code == isCode {
        pieces[pieces.count - 1].text += String(piece)
      } else {
        pieces.append((isCode, String(piece)))
      }
    }
    if let code = pieces.last, code.code {
      pieces.removeLast()
      if var visible = pieces.popLast() {
        let final = visible.text.removeLast()
        if !visible.text.isEmpty { pieces.append(visible) }
        if visible.text.isEmpty, let previous = pieces.popLast() {
          pieces.append((true, previous.text + code.text))
        } else {
          pieces.append(code)
        }
        pieces.append((false, String(final)))
      }
    }
    return pieces.map { $0.code ? "\(marker)\($0.text)\(marker)" : $0.text }.joined()
  }
}
