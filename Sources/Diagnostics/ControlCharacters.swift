/// The text without what could act on a terminal: control characters other than tab and
/// newline (escape codes start with one), and the marks that reorder what is read.
///
/// A line or paragraph separator of Unicode becomes a newline.
public func withoutControls(_ text: String) -> String {
  guard text.utf8.contains(where: mayStartControl) else { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A: kept.append(scalar)
    case 0x00...0x1F, 0x7F...0x9F: break
    case 0x2028, 0x2029: kept.append("\n")
    // Embeddings, overrides and isolates of the bidirectional algorithm.
    case 0x202A...0x202E, 0x2066...0x2069: break
    default: kept.append(scalar)
    }
  }
  return String(kept)
}

/// Whether a UTF-8 byte may be part of a character that `withoutControls` changes; 0xC2 leads
/// the controls beyond ASCII, 0xE2 the separators and bidirectional marks.
private func mayStartControl(_ byte: UInt8) -> Bool {
  byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
}
