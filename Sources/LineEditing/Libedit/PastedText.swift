import Diagnostics

/// What a paste of one or more lines becomes: whole lines, and what follows the last newline.
struct PastedText: Equatable {
  /// Lines that ended in a newline, without it.
  var lines: [String] = []
  /// The text after the last newline.
  var rest = ""

  /// Newlines may be LF, CRLF or CR. Tabs become spaces, other characters that act on a
  /// terminal are dropped, and bytes that are not UTF-8 become U+FFFD.
  init(bytes: [UInt8]) {
    var current = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r", "\n":
        if scalar == "\n", afterReturn { break }
        lines.append(String(current))
        current = String.UnicodeScalarView()
      case "\t": current.append(" ")
      default: if !actsOnTerminal(scalar) { current.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    rest = String(current)
  }
}
