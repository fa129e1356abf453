import Diagnostics

/// What a program or a shared library for Linux says that it needs, read from its dynamic section
/// (System V ABI, ELF; symbol versions as the Linux Standard Base has them).
struct ELFFile {
  /// A version of a library's symbols, such as `GLIBC_2.34` of `libc.so.6`.
  struct Need: Hashable {
    var library: String
    var version: String
  }

  /// By the header's number.
  var machine: Int
  private(set) var needs: [Need] = []
  /// By which others ask for it; nil of a program.
  private(set) var name: String?

  private let bytes: [UInt8]
  /// Parts that are loaded, with where they come to stand.
  private var segments: [(address: Int, offset: Int, size: Int)] = []

  /// Needs that are read of one file.
  private static let limit = 10_000

  /// Nil where it is no file of this kind for 64 bits, the least significant byte first.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }
    self.bytes = bytes
    machine = 0
    machine = number(18, 2)
    let (table, size, count) = (number(32, 8), number(54, 2), number(56, 2))
    var dynamic: Range<Int>?
    for index in 0..<count {
      let entry = table &+ index &* size
      let (offset, address, length) = (
        number(entry &+ 8, 8), number(entry &+ 16, 8), number(entry &+ 32, 8)
      )
      switch number(entry, 4) {
      case 1: segments.append((address, offset, length))
      case 2 where length > 0 && offset >= 0 && offset <= bytes.count:
        dynamic = offset..<min(bytes.count, offset + min(length, bytes.count))
      case _: break
      }
    }
    if let dynamic { readNeeds(dynamic) }
  }

  /// Of so many bytes; 0 where they are beyond the end.
  private func number(_ offset: Int, _ size: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - size else { return 0 }
    let value = bytes[offset..<offset + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(truncatingIfNeeded: value)
  }

  private func offset(of address: Int) -> Int? {
    segments.first { $0.address <= address && address &- $0.address < $0.size }.map {
      address &- $0.address &+ $0.offset
    }
  }

  private mutating func readNeeds(_ dynamic: Range<Int>) {
    var entries: [Int: Int] = [:]
    for entry in stride(from: dynamic.lowerBound, to: dynamic.upperBound - 15, by: 16) {
      let tag = number(entry, 8)
      if tag == 0 { break }
      entries[tag] = number(entry + 8, 8)
    }
    let (stringTable, ownName, versionNeeds, versionCount) = (5, 14, 0x6FFF_FFFE, 0x6FFF_FFFF)
    guard let strings = entries[stringTable].flatMap(offset) else { return }
    name = entries[ownName].map { text(strings &+ $0) }
    guard var file = entries[versionNeeds].flatMap(offset) else { return }
    for _ in 0..<min(entries[versionCount] ?? 0, Self.limit) {
      let library = text(strings &+ number(file &+ 4, 4))
      var version = file &+ number(file &+ 8, 4)
      for _ in 0..<number(file &+ 2, 2) where needs.count < Self.limit {
        needs.append(Need(library: library, version: text(strings &+ number(version &+ 8, 4))))
        version &+= number(version &+ 12, 4)
      }
      file &+= number(file &+ 12, 4)
    }
  }

  private func text(_ start: Int) -> String {
    guard start >= 0, start < bytes.count else { return "" }
    return String(decoding: bytes[start...].prefix(200).prefix { $0 != 0 }, as: UTF8.self)
  }
}
