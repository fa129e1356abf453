/// Bytes of a file as text, with newlines alone at line ends and no mark of the byte order.
public struct DecodedText {
  public var text: String
  /// Whether all bytes were UTF-8; what was not is U+FFFD.
  public var isClean: Bool

  public init(_ bytes: [UInt8]) {
    var units: [UInt8] = []
    units.reserveCapacity(bytes.count)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte != UInt8(ascii: "\r") {
        units.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
        units.append(UInt8(ascii: "\n"))
      }
    }
    let valid = String(validating: units, as: UTF8.self)
    text = valid ?? String(decoding: units, as: UTF8.self)
    isClean = valid != nil
  }
}
