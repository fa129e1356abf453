/// The text without what could act on a terminal: control characters other than tab and
/// newline (escape codes start with one), and the marks that reorder what is read.
///
/// A line or paragraph separator of Unicode becomes a newline.
public func withoutControls(_ text: String) -> String {
  // Most text is ASCII without any.
  guard text.utf8.contains(where: { $0 < 0x09 || (0x0B..<0x20).contains($0) || $0 >= 0x7F })
  else { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{2028}", "\u{2029}": kept.append("\n")
    case "\t", "\n": kept.append(scalar)
    default: if !actsOnTerminal(scalar) { kept.append(scalar) }
    }
  }
  return String(kept)
}

/// The text without controls and with spaces for tabs and line ends.
public func onOneLine(_ text: String) -> String {
  let clean = withoutControls(text)
  guard clean.utf8.contains(where: { $0 < 0x20 }) else { return clean }
  return String(String.UnicodeScalarView(clean.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
}

/// The text with one space for every stretch of spaces and line ends, and none at both ends.
public func singleSpaced(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A title, a label or a name for a reader: on one line, without controls, single-spaced.
public func plainLine(_ text: String) -> String { singleSpaced(withoutControls(text)) }

/// Whether a character steers a terminal, or changes the order in which others are read, without
/// being seen itself.
public func actsOnTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
  // Marks, embeddings, overrides and isolates of the bidirectional algorithm, and shaping.
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
  // Notes between lines, and tags.
  case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
  default: false
  }
}
