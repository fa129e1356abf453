import CSodium
import Diagnostics

/// SHA-256 (FIPS 180-4): equal digests are equal bytes, for all that anybody can do.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let bytes: [UInt8]

  public init(of content: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, content, UInt64(content.count))
    bytes = digest
  }

  /// The digest of several in their order; of one, itself.
  public init(joining parts: [Digest]) {
    if parts.count == 1 { self = parts[0] } else { self.init(of: parts.flatMap(\.bytes)) }
  }

  /// 64 hexadecimal digits.
  public var description: String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
      for (place, byte) in bytes.enumerated() {
        buffer[2 * place] = digit(byte >> 4)
        buffer[2 * place + 1] = digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }
}
