/// The text without what could act on a terminal: control characters other than tab and
/// newline (escape codes start with one), and the marks that reorder what is read.
///
/// A line or paragraph separator of Unicode becomes a newline.
public func withoutControls(_ text: String) -> String {
  var text = text
  let kept = text.withUTF8 { bytes -> [UInt8]? in
    var kept: [UInt8]?
    var start = 0
    var place = 0
    while place < bytes.count {
      let length = actingLength(bytes, at: place)
      guard length > 0 else {
        place += 1
        continue
      }
      if kept == nil { kept = [] }
      kept?.append(contentsOf: bytes[start..<place])
      if isSeparator(bytes, at: place) { kept?.append(UInt8(ascii: "\n")) }
      place += length
      start = place
    }
    kept?.append(contentsOf: bytes[start...])
    return kept
  }
  return kept.map { String(decoding: $0, as: UTF8.self) } ?? text
}

/// The text without controls and with spaces for tabs and line ends.
public func onOneLine(_ text: String) -> String {
  let clean = withoutControls(text)
  guard clean.utf8.contains(where: { $0 < 0x20 }) else { return clean }
  return String(
    String.UnicodeScalarView(clean.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
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

/// Bytes of the character at a place, where it is one that `actsOnTerminal`, other than tab and
/// newline; 0 for any other.
private func actingLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
  let length: Int
  switch bytes[place] {
  case 0x09, 0x0A: return 0
  case 0x00...0x1F, 0x7F: return 1
  case 0xC2, 0xD8: length = 2
  case 0xE2, 0xEF: length = 3
  case 0xF3: length = 4
  default: return 0
  }
  let scalars = String(decoding: bytes[place..<min(place + length, bytes.count)], as: UTF8.self)
    .unicodeScalars
  return scalars.first.map(actsOnTerminal) == true ? length : 0
}

/// Whether U+2028 or U+2029 stands at a place.
private func isSeparator(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
  bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && bytes[place + 2] | 1 == 0xA9
}
