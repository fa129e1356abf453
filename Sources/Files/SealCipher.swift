import CSodium
import Diagnostics

/// The cryptography of seals, by libsodium: a slow hash of a word gives the tag by which its box is
/// found and the key that opens it.
public struct SealCipher: Sendable {
  /// Bytes of a salt, of a tag, of a key, and what a box has beyond its content.
  public static let (saltBytes, tagBytes, keyBytes) = (16, 16, 32)
  public static let boxBytes = Int(crypto_secretbox_MACBYTES)

  /// A tag and a key of a word and a salt; nil where there is no memory for it.
  private let hash: @Sendable (_ word: [UInt8], _ salt: [UInt8]) -> [UInt8]?

  /// - Parameter hash: gives `tagBytes + keyBytes` bytes.
  public init(hash: @escaping @Sendable (_ word: [UInt8], _ salt: [UInt8]) -> [UInt8]?) {
    self.hash = hash
    _ = sodium_init()
  }

  /// Argon2id (RFC 9106) with two passes over 64 MiB, whatever a file says: about a tenth of a second.
  public static let standard = SealCipher { word, salt in
    guard salt.count == Int(crypto_pwhash_SALTBYTES) else { return nil }
    var out = [UInt8](repeating: 0, count: tagBytes + keyBytes)
    let failed = word.withUnsafeBytes { bytes in
      crypto_pwhash_argon2id(
        &out, UInt64(out.count),
        bytes.bindMemory(to: CChar.self).baseAddress ?? .init(bitPattern: 1)!,
        UInt64(word.count), salt, UInt64(crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE),
        Int(crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE), crypto_pwhash_argon2id_ALG_ARGON2ID13)
    }
    return failed == 0 ? out : nil
  }

  /// The tag and the key of a word.
  public func derived(_ word: String, salt: [UInt8]) -> (tag: [UInt8], key: [UInt8])? {
    guard let out = hash(Array(word.utf8), salt), out.count == Self.tagBytes + Self.keyBytes else {
      return nil
    }
    return (Array(out.prefix(Self.tagBytes)), Array(out.dropFirst(Self.tagBytes)))
  }

  /// The tag of what is sealed with a key itself.
  public static func tag(ofKey key: [UInt8]) -> [UInt8] { hashed(key, count: tagBytes) }

  /// A fast hash (BLAKE2b), which is no seal.
  public static func hashed(_ bytes: [UInt8], count: Int) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: count)
    crypto_generichash(&out, count, bytes, UInt64(bytes.count), nil, 0)
    return out
  }

  // MARK: Boxes

  /// Each key seals one content, so that no two boxes share key and nonce.
  private static let nonce = [UInt8](repeating: 0, count: Int(crypto_secretbox_NONCEBYTES))

  /// XSalsa20 and Poly1305.
  public static func sealed(_ content: [UInt8], key: [UInt8]) -> [UInt8] {
    precondition(key.count == keyBytes)
    var out = [UInt8](repeating: 0, count: content.count + boxBytes)
    crypto_secretbox_easy(&out, content, UInt64(content.count), nonce, key)
    return out
  }

  /// Nil for a box that another key has sealed, or that was changed.
  public static func opened(_ box: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard key.count == keyBytes, box.count >= boxBytes else { return nil }
    var out = [UInt8](repeating: 0, count: box.count - boxBytes)
    return crypto_secretbox_open_easy(&out, box, UInt64(box.count), nonce, key) == 0 ? out : nil
  }

  /// Bytes that nobody can foresee.
  public static func random(_ count: Int) -> [UInt8] {
    _ = sodium_init()
    var out = [UInt8](repeating: 0, count: count)
    randombytes_buf(&out, count)
    return out
  }

  /// A random order of so many places.
  public static func shuffled(_ count: Int) -> [Int] {
    _ = sodium_init()
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(randombytes_uniform(UInt32(place + 1))))
    }
    return order
  }
}
