/// Zip files as others may make them, whatever they say of themselves; nothing in them is packed.
public struct StoredZip {
  /// An entry and what is claimed of it.
  public struct Entry {
    public var name: [UInt8]
    public var bytes: [UInt8]
    /// Year, month, day, hour, minute.
    public var time = (2024, 12, 1, 12, 0)
    /// Of a Unix: 0o120777 is a link.
    public var mode = 0o100644
    /// 1 for a locked one.
    public var flags = 0
    /// Nil for what is true.
    public var claimedSize: Int?

    public init(_ name: String, _ text: String) {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let start = body.count
      let common = Self.common(entry)
      body += Self.four(0x0403_4B50)
      body += common
      body += entry.name + entry.bytes
      directory += Self.four(0x0201_4B50)
      directory += Self.two(3 << 8 | 20)
      directory += common
      directory += [UInt8](repeating: 0, count: 6)
      directory += Self.four(entry.mode << 16)
      directory += Self.four(start)
      directory += entry.name
    }
    let count = Self.two(entries.count)
    var end = Self.four(0x0605_4B50)
    end += [0, 0, 0, 0] + count
    end += count
    end += Self.four(directory.count)
    end += Self.four(body.count)
    end += [0, 0]
    body += directory
    return body + end
  }

  /// What both headers of an entry have.
  private static func common(_ entry: Entry) -> [UInt8] {
    let (year, month, day, hour, minute) = entry.time
    let date: Int = (year - 1980) << 9 | month << 5 | day
    let clock: Int = hour << 11 | minute << 5
    let sum = Int(checksum(entry.bytes))
    let size = entry.claimedSize ?? entry.bytes.count
    let name = entry.name.count
    let parts: [[UInt8]] = [
      two(20), two(entry.flags), two(0), two(clock), two(date), four(sum),
      four(entry.bytes.count), four(size), two(name), two(0),
    ]
    return Array(parts.joined())
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 255), UInt8(number >> 8 & 255)]
  }

  private static func four(_ number: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(number >> $0 & 255) }
  }

  /// CRC-32 (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
