/// The YAML at the head of a file, and what follows it.
public struct FrontMatter: Hashable, Sendable {
  /// The lines between the two marks, each with its newline.
  public let yaml: String
  /// Counted from 1: the line after the opening mark.
  public let yamlFirstLine: Int
  /// All that follows the closing mark's line.
  public let body: String
  /// Counted from 1: the line after the closing mark.
  public let bodyFirstLine: Int
  /// Where the body starts, in UTF-8 bytes of the whole text.
  public let bodyOffset: Int
}

/// What stands at the head of a file.
public enum FrontMatterSplit: Hashable, Sendable {
  /// No front matter: all is body, a byte order mark left out.
  case none(body: String)
  case closed(FrontMatter)
  /// An opening mark without a closing one: nobody can tell where the body starts.
  case unclosed
}

/// Parts front matter from the body: `---` on the very first line, after a byte order mark if
/// there is one, up to a line `---` or `...`.
///
/// Lines may end with a newline or with a carriage return and a newline, and the marks may be
/// followed by spaces or tabs.
public func splitFrontMatter(_ text: String) -> FrontMatterSplit {
  let bytes = Array(text.utf8)
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  func decoded(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  switch FrontMatterPlace(in: bytes, from: start) {
  case .none: return .none(body: decoded(start..<bytes.count))
  case .unclosed: return .unclosed
  case .closed(let yaml, let bodyOffset, let bodyFirstLine):
    return .closed(
      FrontMatter(
        yaml: decoded(yaml), yamlFirstLine: 2, body: decoded(bodyOffset..<bytes.count),
        bodyFirstLine: bodyFirstLine, bodyOffset: bodyOffset))
  }
}

/// Where the front matter of a text stands, in bytes of it.
public enum FrontMatterPlace: Sendable {
  case none
  /// Opened and not closed.
  case unclosed
  /// - Parameters:
  ///   - yaml: the lines between the two marks.
  ///   - bodyOffset: where the body starts.
  ///   - bodyFirstLine: the body's first line, counted from 1 at the first mark.
  case closed(yaml: Range<Int>, bodyOffset: Int, bodyFirstLine: Int)

  /// - `start`: where the first mark has to stand.
  public init(in bytes: [UInt8], from start: Int) {
    var yamlStart: Int?
    var line = 1
    var offset = start
    while offset < bytes.count {
      let newline = bytes[offset...].firstIndex(of: UInt8(ascii: "\n"))
      let next = newline.map { $0 + 1 } ?? bytes.count
      let text = bytes[offset..<(newline ?? bytes.count)]
      if let yamlStart {
        if isMark(text, UInt8(ascii: "-")) || isMark(text, UInt8(ascii: ".")) {
          self = .closed(yaml: yamlStart..<offset, bodyOffset: next, bodyFirstLine: line + 1)
          return
        }
      } else {
        guard isMark(text, UInt8(ascii: "-")) else { break }
        yamlStart = next
      }
      line += 1
      offset = next
    }
    self = yamlStart == nil ? .none : .unclosed
  }
}

/// Whether a line is three times a sign, white space at its end apart.
private func isMark(_ line: ArraySlice<UInt8>, _ sign: UInt8) -> Bool {
  line.count >= 3 && line.prefix(3).allSatisfy { $0 == sign }
    && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0x09 || $0 == 0x0D }
}
