import Diagnostics

/// The mark by which a converted notebook is known again: that it was made here, and that nobody
/// has changed it since.
///
/// It stands near the beginning of the file and carries a hash (FNV-1a, 64 bits) of the text with
/// zeros in the hash's place. That guards against accidents, not against forgery.
public enum ConversionMark {
  /// Where the hash will be, in the text of a new document.
  public static let blank = sign + String(repeating: "0", count: digits)

  private static let sign = "reckon convert "
  private static let digits = 16
  /// Bytes in which the mark is looked for.
  private static let reach = 500

  /// The text with its hash in the place of the blank.
  public static func sealed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard let place = place(in: bytes) else {
      preconditionFailure("A converted notebook holds its mark.")
    }
    bytes.replaceSubrange(place, with: hash(of: bytes))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the text is as it was written here.
  public static func isIntact(_ bytes: [UInt8]) -> Bool {
    guard let place = place(in: bytes) else { return false }
    let own = Array(bytes[place])
    var blank = bytes
    blank.replaceSubrange(place, with: [UInt8](repeating: UInt8(ascii: "0"), count: digits))
    return hash(of: blank) == own
  }

  /// Where the hash stands.
  private static func place(in bytes: [UInt8]) -> Range<Int>? {
    let wanted = Array(sign.utf8)
    let last = min(bytes.count, reach) - wanted.count - digits
    guard last >= 0 else { return nil }
    for start in 0...last where bytes[start...].starts(with: wanted) {
      return start + wanted.count..<start + wanted.count + digits
    }
    return nil
  }

  private static func hash(of bytes: [UInt8]) -> [UInt8] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let text = String(hash, radix: 16)
    return Array((String(repeating: "0", count: digits - text.count) + text).utf8)
  }
}
