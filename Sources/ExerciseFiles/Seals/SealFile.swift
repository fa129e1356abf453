import Diagnostics
import Files

/// Boxes as a block of an exercise's file holds them, all of one size, those that hold a key alone, and
/// what such keys open.
public struct SealFile: Sendable {
  /// A box under the tag by which it is found.
  public struct Box: Sendable {
    public var tag: [UInt8]
    public var box: [UInt8]

    public init(tag: [UInt8], box: [UInt8]) {
      self.tag = tag
      self.box = box
    }
  }

  public var salt: [UInt8]
  /// Of one size, that of the first.
  public var boxes: [Box]
  /// Each holds a key.
  public var keys: [Box]
  /// Opened by keys that boxes hold.
  public var inner: [Box]

  /// What a file may have at most: a guess costs the same, however many boxes there are.
  public static let (mostBoxes, mostBoxBytes) = (16_384, 4096)

  /// The word that begins the block.
  public static let fence = "seals"
  private static let version: UInt8 = 2
  private static let lineLength = 100
  private static let keyBoxBytes = SealCipher.keyBytes + SealCipher.boxBytes

  public init(salt: [UInt8], boxes: [Box], keys: [Box] = [], inner: [Box] = []) {
    (self.salt, self.boxes, self.keys, self.inner) = (salt, boxes, keys, inner)
  }

  /// Bytes that it takes.
  public var size: Int { (boxes + keys + inner).reduce(0) { $0 + $1.tag.count + $1.box.count } }

  // MARK: Lines

  /// The block's lines, its fences included.
  public var lines: [String] {
    let size = boxes.first?.box.count ?? 0
    var bytes = [Self.version] + salt + Self.two(size) + Self.two(boxes.count)
    for box in boxes { bytes += box.tag + box.box }
    bytes += Self.two(keys.count)
    for box in keys { bytes += box.tag + box.box }
    for box in inner {
      bytes += Self.two(box.box.count >> 16) + Self.two(box.box.count & 0xFFFF) + box.tag + box.box
    }
    let letters = Array(Base64.text(bytes))
    let rows = stride(from: 0, to: letters.count, by: Self.lineLength).map {
      String(letters[$0..<min($0 + Self.lineLength, letters.count)])
    }
    return ["", "```" + Self.fence] + rows + ["```"]
  }

  /// What a block's text holds; nil for one that is damaged, or beyond bounds.
  public init?(_ text: String) {
    guard let bytes = Base64.bytes(text) else { return nil }
    var rest = bytes[...]
    func take(_ count: Int) -> [UInt8]? {
      guard count >= 0, rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    func number() -> Int? { take(2).map { Int($0[0]) << 8 | Int($0[1]) } }
    guard take(1) == [Self.version], let salt = take(SealCipher.saltBytes), let size = number(),
      let count = number(), size <= Self.mostBoxBytes, count <= Self.mostBoxes
    else { return nil }
    func box(_ size: Int) -> Box? {
      guard let tag = take(SealCipher.tagBytes), let box = take(size) else { return nil }
      return Box(tag: tag, box: box)
    }
    func list(_ count: Int, _ size: Int) -> [Box]? {
      var found: [Box] = []
      for _ in 0..<count {
        guard let box = box(size) else { return nil }
        found.append(box)
      }
      return found
    }
    guard let boxes = list(count, size), let count = number(), count <= Self.mostBoxes,
      let keys = list(count, Self.keyBoxBytes)
    else { return nil }
    var inner: [Box] = []
    while !rest.isEmpty {
      guard let high = number(), let low = number(), let box = box(high << 16 | low) else {
        return nil
      }
      inner.append(box)
    }
    self.init(salt: salt, boxes: boxes, keys: keys, inner: inner)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number >> 8 & 255), UInt8(number & 255)]
  }
}
