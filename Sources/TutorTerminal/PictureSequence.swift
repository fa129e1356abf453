import Diagnostics
import TextLayout

/// How a terminal takes a picture.
public enum PictureProtocol: String, Sendable {
  /// kitty's, which takes PNG: kitty, Ghostty, Konsole.
  case kitty
  /// iTerm2's, which takes any file: iTerm2, WezTerm, mintty, Rio, VS Code.
  case iterm2
  /// DEC's, six points in a sign, which another program has to make of a file: foot, mlterm, contour,
  /// Windows Terminal, xterm as a VT340.
  case sixel

  /// What the terminal at hand takes; nil where it takes nothing, or nobody knows.
  ///
  /// `RECKON_PICTURES` says it where it is not known: `kitty`, `iterm2`, `sixel` or `none`.
  ///
  /// - Parameters:
  ///   - environment: what a terminal is known by.
  ///   - attributes: asks the terminal for its primary device attributes, where nothing else tells.
  public init?(environment: (String) -> String?, attributes: () -> [Int] = { [] }) {
    if let said = environment("RECKON_PICTURES"), !said.isEmpty {
      self.init(rawValue: said)
      return
    }
    let term = environment("TERM") ?? ""
    func has(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
    if term == "dumb" || term.isEmpty { return nil }
    // tmux and screen keep to themselves what they do not know, and answer for themselves.
    if !has("TMUX"), !has("STY") {
      let program = environment("TERM_PROGRAM") ?? ""
      let known = Self.names.first { _, words, programs, variables in
        words.contains(where: term.contains) || programs.contains(program)
          || variables.contains(where: has)
      }
      if let known {
        self = known.taken
        return
      }
      if environment("LC_TERMINAL") == "iTerm2" {
        self = .iterm2
        return
      }
    }
    guard attributes().contains(Self.sixelAttribute) else { return nil }
    self = .sixel
  }

  /// Of DEC's terminals and those like them.
  private static let sixelAttribute = 4

  /// By what terminals are known: a word within `TERM`, the whole of `TERM_PROGRAM`, or a variable
  /// that they set. The first that fits counts.
  private static let names:
    [(taken: PictureProtocol, terms: [String], programs: [String], variables: [String])] = [
      (.kitty, ["kitty", "ghostty"], ["ghostty"], ["KITTY_WINDOW_ID", "KONSOLE_VERSION"]),
      (.iterm2, [], ["iTerm.app", "WezTerm", "mintty", "rio", "vscode"], []),
      (.sixel, ["foot", "mlterm", "contour", "vt340", "sixel"], ["contour"], ["MLTERM"]),
    ]

  /// The codes that show a picture at the cursor; nil for a format that the terminal does not take.
  /// Sixels are no format of files: see `sixelSequence`.
  ///
  /// - `columns`: what a picture may take; a smaller one keeps its size.
  public func sequence(_ picture: [UInt8], columns: Int) -> String? {
    let width = PictureFormat.widthOfPNG(picture)
    // No cell is narrower than this many points.
    let isWide = width.map { $0 > columns * 8 } ?? false
    switch self {
    case .kitty:
      guard width != nil else { return nil }
      return kitty(Array(base64(picture).utf8), isWide ? ",c=\(columns)" : "")
    case .iterm2:
      guard let format = PictureFormat(picture), format != .svg else { return nil }
      let size = isWide ? ";width=\(columns)" : ""
      return "\u{1B}]1337;File=inline=1;size=\(picture.count)\(size):\(base64(picture))\u{07}\n"
    case .sixel: return nil
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

  /// A picture in sixels as another program has written it, and how many points it says it has across;
  /// nil for anything else, since of another program nothing else may reach the terminal.
  public static func sixelSequence(_ bytes: [UInt8]) -> (sequence: String, width: Int?)? {
    var rest = bytes[...]
    while rest.last == UInt8(ascii: "\n") || rest.last == UInt8(ascii: "\r") { rest.removeLast() }
    guard rest.count >= 5, rest.starts(with: "\u{1B}P".utf8),
      rest.suffix(2).elementsEqual("\u{1B}\\".utf8)
    else { return nil }
    let inner = rest.dropFirst(2).dropLast(2)
    guard let start = inner.firstIndex(of: UInt8(ascii: "q")),
      inner[..<start].allSatisfy("0123456789;".utf8.contains),
      inner.allSatisfy({ 0x20...0x7E ~= $0 || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      )
    else { return nil }
    let head = String(decoding: inner[start...].prefix(40), as: UTF8.self)
    let width = head.firstMatch(of: /^q"\d+;\d+;(\d+);\d/).flatMap { Int($0.1) }
    return (String(decoding: rest, as: UTF8.self) + "\n", width)
  }
}
