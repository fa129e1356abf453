/// The characters that act on a terminal, or change the order in which others are read.
enum ActingCharacters {
  /// Controls but tab and newline, and the bidirectional ones.
  static let all: [Unicode.Scalar] = [
    0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x202A...0x202E,
    0x2066...0x2069,
  ].flatMap { (range: ClosedRange<UInt32>) in range.compactMap(Unicode.Scalar.init) }

  private static let acting = Set(all)

  /// How a text is written where it stands.
  enum Form {
    /// On a line of a file; a carriage return would end it.
    case line
    /// Between double quotes of YAML.
    case quoted
    /// Between double quotes of JSON.
    case json
    /// In a name of a file, an argument, a variable: what the system can hold.
    case system
  }

  /// A word that begins with `mark`, with every one of them behind it, and with whole sequences.
  static func text(_ mark: String, _ form: Form) -> String {
    var scalars = all.map(String.init)
    scalars += ["\u{1B}]0;title\u{7}", "\u{1B}[5m", "\u{9B}5m", "end"]
    let text = scalars.joined()
    func escaped(_ escape: (Unicode.Scalar) -> String) -> String {
      text.unicodeScalars.map { acting.contains($0) ? escape($0) : String($0) }.joined()
    }
    func digits(_ scalar: Unicode.Scalar) -> String {
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    switch form {
    case .line: return mark + text.replacing("\r", with: "")
    // YAML has no zero.
    case .quoted: return "\"" + mark + escaped { $0.value == 0 ? "" : digits($0) } + "\""
    case .json: return "\"" + mark + escaped(digits) + "\""
    case .system: return mark + text.replacing("\0", with: "")
    }
  }

  /// Those that stand in a text as they are.
  ///
  /// - Parameter codes: whether it was written to a terminal: then the codes of ours may stand in it.
  static func raw(in text: String, codes: Bool = false) -> [String] {
    let rest =
      codes
      // Colours, the cursor, what is cleared, pastes, what is asked; and the ends of lines.
      ? text.replacing(/\u{1B}\[(?:[0-4](?:;\d+)?|3\d|1;3\d|)m/, with: "")
        .replacing(/\u{1B}\[(?:\d*[A-DHJK]|2J|\?7[hl]|\?2004[hl]|6n|c)/, with: "")
        .unicodeScalars.filter { !["\r", "\u{8}", "\u{7}"].contains($0) }
      : text.unicodeScalars.filter { _ in true }
    return rest.filter(acting.contains).map { "U+" + String($0.value, radix: 16) }
  }
}
