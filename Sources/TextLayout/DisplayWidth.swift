/// Columns that a text takes in a terminal: combining marks and controls 0, East Asian wide
/// characters and emoji 2, all others 1 (Unicode Standard Annex 11, and 51 for what is shown as an
/// emoji by a selector).
public func displayWidth(_ text: some StringProtocol) -> Int {
  var total = 0
  for byte in text.utf8 {
    // Most text is ASCII, where columns are bytes.
    guard byte < 0x80 else { return text.reduce(0) { $0 + displayWidth($1) } }
    if byte >= 0x20, byte != 0x7F { total += 1 }
  }
  return total
}

/// Columns that one character takes in a terminal: 2 for a picture, whatever it is joined of, else
/// those of its scalars together, as of letters that are written as one in scripts of India.
public func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first, !character.isNewline else { return 0 }
  if first.properties.isEmojiPresentation { return 2 }
  guard let second = scalars.dropFirst().first else { return displayWidth(first) }
  // A heart or a digit on a key that a selector makes a picture, and what goes with a skin or is
  // joined with others.
  if first.properties.isEmoji,
    second == "\u{FE0F}" || second == "\u{200D}" || second.properties.isEmojiModifier
  {
    return 2
  }
  return scalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .control, .format: return 0
  default: break
  }
  // The vowels and endings of Hangul stand within the letter before them.
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) {
    return 0
  }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// Blocks of scripts whose characters are wide: Hangul, the ideographs, kana, full-width forms.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
  0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]

/// The text with spaces added on the right to reach `width` columns.
public func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// The text with spaces added on the left to reach `width` columns.
public func leftPadded(_ text: String, to width: Int) -> String {
  String(repeating: " ", count: max(0, width - displayWidth(text))) + text
}
