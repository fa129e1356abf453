import CSodium

/// Bytes as letters (RFC 4648), and back.
public enum Base64 {
  public static func text(_ bytes: [UInt8]) -> String {
    let variant = sodium_base64_VARIANT_ORIGINAL
    var out = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
    sodium_bin2base64(&out, out.count, bytes, bytes.count, variant)
    return String(decoding: out.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Nil for what is none; line ends are passed over.
  public static func bytes(_ text: String) -> [UInt8]? {
    let letters = Array(text.utf8).map { CChar(bitPattern: $0) }
    var out = [UInt8](repeating: 0, count: letters.count / 4 * 3 + 3)
    var count = 0
    var end: UnsafePointer<CChar>?
    let isRead = letters.withUnsafeBufferPointer { buffer -> Bool in
      guard let start = buffer.baseAddress else { return true }
      return sodium_base642bin(
        &out, out.count, start, buffer.count, "\n\r ", &count, &end, sodium_base64_VARIANT_ORIGINAL)
        == 0 && end == start + buffer.count
    }
    return isRead ? Array(out.prefix(count)) : nil
  }
}
