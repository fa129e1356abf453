/// How a terminal takes a picture: as what it is known by tells, for asking it may take for ever.
public enum PictureProtocol: String, Sendable {
  /// kitty's, which takes PNG: kitty, Ghostty, Konsole.
  case kitty
  /// iTerm2's, which takes any file: iTerm2, WezTerm, mintty, Rio, VS Code.
  case iterm2

  /// What the terminal at hand takes; nil where it takes nothing, or nobody knows.
  ///
  /// `RECKON_PICTURES` says it where it is not known: `kitty`, `iterm2` or `none`.
  public init?(environment: (String) -> String?) {
    if let said = environment("RECKON_PICTURES"), !said.isEmpty {
      self.init(rawValue: said)
      return
    }
    let term = environment("TERM") ?? ""
    func has(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
    // tmux and screen keep to themselves what they do not know.
    if has("TMUX") || has("STY") || term == "dumb" || term.isEmpty { return nil }
    let program = environment("TERM_PROGRAM") ?? ""
    if has("KITTY_WINDOW_ID") || term.contains("kitty") || term.contains("ghostty")
      || program == "ghostty" || has("KONSOLE_VERSION")
    {
      self = .kitty
    } else if ["iTerm.app", "WezTerm", "mintty", "rio", "vscode"].contains(program)
      || environment("LC_TERMINAL") == "iTerm2"
    {
      self = .iterm2
    } else {
      return nil
    }
  }

  /// The codes that show a picture at the cursor; nil for a format that the terminal does not take.
  ///
  /// - Parameter columns: what a picture may take; a smaller one keeps its size.
  public func sequence(_ picture: [UInt8], columns: Int) -> String? {
    let width = Self.widthOfPNG(picture)
    // No cell is narrower than this many points.
    let isWide = width.map { $0 > columns * 8 } ?? false
    switch self {
    case .kitty:
      guard width != nil else { return nil }
      return kitty(Array(base64(picture).utf8), isWide ? ",c=\(columns)" : "")
    case .iterm2:
      guard width != nil || Self.isOtherPicture(picture) else { return nil }
      let size = isWide ? ";width=\(columns)" : ""
      return "\u{1B}]1337;File=inline=1;size=\(picture.count)\(size):\(base64(picture))\u{07}\n"
    }
  }

  /// In pieces of 4096 characters, of which all but the last say that there are more.
  private func kitty(_ text: [UInt8], _ size: String) -> String {
    let length = 4096
    var result = ""
    for start in stride(from: 0, to: text.count, by: length) {
      let piece = text[start..<min(start + length, text.count)]
      let more = start + length < text.count ? 1 : 0
      let head = start == 0 ? "a=T,f=100,q=2\(size),m=\(more)" : "m=\(more)"
      result += "\u{1B}_G\(head);\(String(decoding: piece, as: UTF8.self))\u{1B}\\"
    }
    return result + "\n"
  }

  /// Points across; nil for anything but PNG.
  private static func widthOfPNG(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether it is a JPEG, a GIF or a WebP.
  private static func isOtherPicture(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: "GIF8".utf8)
      || bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
  }
}

/// Bytes in base 64 (RFC 4648).
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let piece = bytes[start..<min(start + 3, bytes.count)]
    let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
    for place in 0..<4 {
      let isFilled = place <= piece.count
      result.append(isFilled ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: result, as: UTF8.self)
}
