extension StringProtocol {
  /// Whether a text stands in it, byte for byte. `contains` goes from character to character and looks
  /// at what is one in Unicode, which takes a hundred times as long.
  public func holds(_ piece: StaticString) -> Bool {
    piece.withUTF8Buffer { piece in
      utf8.withContiguousStorageIfAvailable { $0.holds(piece) } ?? Array(utf8).holds(piece)
    }
  }

  /// The same for a text that is not known beforehand.
  public func holds(bytesOf piece: String) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.holds(bytesOf: piece) }
      ?? Array(utf8).holds(bytesOf: piece)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(bytesOf piece: String) -> Bool {
    var piece = piece
    return piece.withUTF8 { holds($0) }
  }

  fileprivate func holds(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = piece.first else { return true }
    var place = 0
    while place + piece.count <= count {
      if self[place] == first {
        var length = 1
        while length < piece.count, self[place + length] == piece[length] { length += 1 }
        if length == piece.count { return true }
      }
      place += 1
    }
    return false
  }
}

extension [UInt8] {
  /// Whether others stand among these bytes.
  public func holds(_ piece: [UInt8]) -> Bool {
    piece.withUnsafeBufferPointer { holds($0) }
  }

  fileprivate func holds(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeBufferPointer { $0.holds(piece) }
  }

  fileprivate func holds(bytesOf piece: String) -> Bool {
    withUnsafeBufferPointer { $0.holds(bytesOf: piece) }
  }
}
