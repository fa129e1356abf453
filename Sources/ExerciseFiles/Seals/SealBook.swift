import Exercises
import Files
import Synchronization

/// The seals of an exercise, which words open. What was opened, or could not be, is kept as long as it
/// is, since a word costs a slow hash.
public final class SealBook: Unsealing {
  private let salt: [UInt8]
  private let boxes: [[UInt8]: [UInt8]]
  private let inner: [[UInt8]: [UInt8]]
  private let cipher: SealCipher
  private let known = Mutex<[String: [UInt8]?]>([:])

  /// Words that are kept; a class that is graded has more.
  private static let mostKept = 20_000

  public init(_ file: SealFile, cipher: SealCipher = .standard) {
    salt = file.salt
    func byTag(_ boxes: [SealFile.Box]) -> [[UInt8]: [UInt8]] {
      Dictionary(boxes.map { ($0.tag, $0.box) }, uniquingKeysWith: { first, _ in first })
    }
    boxes = byTag(file.boxes + file.keys)
    inner = byTag(file.inner)
    self.cipher = cipher
  }

  public func content(of word: String) -> [UInt8]? {
    if let kept = known.withLock({ $0[word] }) { return kept }
    let content = cipher.derived(word, salt: salt).flatMap { tag, key in
      boxes[tag].flatMap { SealCipher.opened($0, key: key) }
    }
    known.withLock { kept in
      if kept.count >= Self.mostKept { kept = [:] }
      kept[word] = .some(content)
    }
    return content
  }

  public func content(withKey key: [UInt8]) -> [UInt8]? {
    inner[SealCipher.tag(ofKey: key)].flatMap { SealCipher.opened($0, key: key) }
  }
}
