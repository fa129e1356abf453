import Diagnostics

/// Writes numbers and texts one after the other.
struct SealWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  mutating func add(_ number: Double) { add(bits: number.bitPattern) }

  mutating func add(_ number: Float) {
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt32(shift)))
    }
  }

  mutating func add(count: Int) {
    bytes += [UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)]
  }

  mutating func add(_ text: String) {
    add(count: text.utf8.count)
    bytes += text.utf8
  }

  /// - Parameter add: writes one of them.
  mutating func add<Item>(each items: [Item], _ add: (inout SealWriter, Item) -> Void) {
    self.add(count: items.count)
    for item in items { add(&self, item) }
  }

  mutating func add(raw: [UInt8]) { add(each: raw) { $0.add($1) } }

  private mutating func add(bits: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }
}

/// Reads what `SealWriter` has written; nil from where it cannot be.
struct SealReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func double() -> Double? { bits(8).map { Double(bitPattern: $0) } }

  mutating func float() -> Float? { bits(4).map { Float(bitPattern: UInt32($0)) } }

  mutating func count() -> Int? { bits(2).map { Int($0) } }

  /// Without what acts on a terminal: anybody can make seals.
  mutating func text() -> String? {
    guard let count = count(), rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return withoutControls(String(decoding: rest.prefix(count), as: UTF8.self))
  }

  mutating func list<Item>(_ item: (inout SealReader) -> Item?) -> [Item]? {
    guard let count = count(), count <= rest.count else { return nil }
    var items: [Item] = []
    for _ in 0..<count {
      guard let next = item(&self) else { return nil }
      items.append(next)
    }
    return items
  }

  mutating func raw() -> [UInt8]? { list { $0.byte() } }

  private mutating func bits(_ count: Int) -> UInt64? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
