import Diagnostics

/// Bytes of a file as text, with newlines alone at line ends and no mark of the byte order.
public struct DecodedText {
  public let text: String
  /// Whether all bytes were UTF-8; what was not is U+FFFD.
  public let isClean: Bool

  public init(_ bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let units = withUnixLineEnds(hasMark ? Array(bytes.dropFirst(3)) : bytes)
    let valid = String(validating: units, as: UTF8.self)
    text = valid ?? String(decoding: units, as: UTF8.self)
    isClean = valid != nil
  }
}
