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

  var yamlStart: Int?
  var line = 1
  var offset = start
  while offset < bytes.count {
    let newline = bytes[offset...].firstIndex(of: UInt8(ascii: "\n"))
    let next = newline.map { $0 + 1 } ?? bytes.count
    let mark = mark(bytes[offset..<(newline ?? bytes.count)])
    if let yamlStart {
      if mark == "---" || mark == "..." {
        return .closed(
          FrontMatter(
            yaml: decoded(yamlStart..<offset), yamlFirstLine: 2,
            body: decoded(next..<bytes.count), bodyFirstLine: line + 1, bodyOffset: next))
      }
    } else {
      guard mark == "---" else { break }
      yamlStart = next
    }
    line += 1
    offset = next
  }
  return yamlStart == nil ? .none(body: decoded(start..<bytes.count)) : .unclosed
}

/// The line without white space at its end, if what remains is as short as a mark.
private func mark(_ line: ArraySlice<UInt8>) -> String? {
  let rest = line.dropFirst(3)
  guard rest.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == 0x09 || $0 == 0x0D }) else { return nil }
  return String(decoding: line.prefix(3), as: UTF8.self)
}
