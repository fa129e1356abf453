import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Paths as texts. What of a name is no UTF-8, as of a file from a zip of another system, stands in
/// the text as its bytes in base 16, `sch\xF6n.answers.md`; such a text leads to the file.
extension FileSystem {
  /// The text of a path as the system has it.
  public static func text(ofPath bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var rest = bytes[...]
    var text = ""
    while let first = rest.first {
      // The longest sequence of UTF-8 for one sign that stands here.
      let sign = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }
        .first
      if let sign {
        text += sign
        rest = rest.dropFirst(sign.utf8.count)
      } else {
        text += "\\x" + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// A path as the system wants it. A file that is called by the very text comes first.
  static func raw(_ path: String) -> [CChar] {
    let literal = path.utf8CString.map(\.self)
    guard path.utf8.contains(UInt8(ascii: "\\")) else { return literal }
    let decoded = unescaped(Array(path.utf8))
    var info = stat()
    return decoded.count == path.utf8.count || lstat(literal, &info) == 0
      ? literal : (decoded + [0]).map { CChar(bitPattern: $0) }
  }

  /// Only bytes that are no ASCII are ever written so: no text hides a `/`.
  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]),
        let byte = UInt8(
          String(decoding: text[index...].dropFirst(2).prefix(2), as: UTF8.self), radix: 16),
        byte >= 0x80
      {
        result.append(byte)
        index += 4
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}
