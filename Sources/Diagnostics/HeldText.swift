extension StringProtocol {
  /// Whether a text stands in it, byte for byte. `contains` goes from character to character and looks
  /// at what is one in Unicode, which takes a hundred times as long.
  public func holds(_ piece: StaticString) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      piece.withUTF8Buffer { Self.place(of: $0, in: bytes) != nil }
    }
    return found ?? String(self).holds(piece)
  }

  /// The first place of some bytes among others.
  private static func place(
    of piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = piece.first else { return 0 }
    var place = 0
    while place + piece.count <= bytes.count {
      if bytes[place] == first {
        var length = 1
        while length < piece.count, bytes[place + length] == piece[length] { length += 1 }
        if length == piece.count { return place }
      }
      place += 1
    }
    return nil
  }
}
