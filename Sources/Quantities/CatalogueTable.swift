import Diagnostics

/// Where the words of the catalogue stand in its text, which nothing is copied from until a line is
/// asked for: whoever starts the program needs a few of hundreds of units.
struct CatalogueTable: Sendable {
  /// A symbol or name.
  private struct Word {
    var start: UInt16
    var count: UInt16
    var line: UInt16
    var isSymbol: Bool
  }

  private let text: StaticString
  /// Where lines begin, and the end of the last.
  private var lineStarts: [UInt16] = []
  private var words: [Word] = []
  /// Places in `words`, one more than each, by hash and the next free place; 0 where none is.
  private var places = [UInt16](repeating: 0, count: placeCount)

  private static let placeCount = 4096

  /// - Parameter text: lines as `Catalogue.units` has them.
  init(_ text: StaticString) {
    precondition(text.utf8CodeUnitCount < UInt16.max, "The catalogue is read with short offsets.")
    self.text = text
    words.reserveCapacity(Self.placeCount / 2)
    text.withUTF8Buffer { read($0) }
    precondition(
      words.count <= Self.placeCount / 2, "The table of words is to be at most half full.")
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < bytes.count {
      if bytes[start] == UInt8(ascii: "\n") {
        start += 1
        continue
      }
      let line = UInt16(lineStarts.count)
      lineStarts.append(UInt16(start))
      var column = 0
      var position = start
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        if bytes[position] == UInt8(ascii: "|") { column += 1 }
        if column > 1 { break }
        let first = position
        while Self.isLetter(bytes[position]) { position += 1 }
        if position > first {
          add(
            Word(
              start: UInt16(first), count: UInt16(position - first), line: line,
              isSymbol: column == 0), bytes)
        } else {
          position += 1
        }
      }
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      start = position
    }
    lineStarts.append(UInt16(bytes.count))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: " ") && byte != UInt8(ascii: "|") && byte != UInt8(ascii: "\n")
  }

  /// A word that stands twice is that of the last line.
  private mutating func add(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) {
    let own = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.start + word.count)])
    if let known = place(of: own, isSymbol: word.isSymbol, in: bytes) {
      words[known].line = word.line
      return
    }
    var place = Self.hash(own)
    while places[place & (Self.placeCount - 1)] > 0 { place += 1 }
    words.append(word)
    places[place & (Self.placeCount - 1)] = UInt16(words.count)
  }

  private static func hash(_ word: some Sequence<UInt8>) -> Int {
    // FNV-1a
    let hash = word.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15)
  }

  private func place(
    of word: UnsafeBufferPointer<UInt8>, isSymbol: Bool, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var place = Self.hash(word)
    while case let found = Int(places[place & (Self.placeCount - 1)]), found > 0 {
      let known = words[found - 1]
      if known.isSymbol == isSymbol, Int(known.count) == word.count,
        bytes[Int(known.start)..<Int(known.start + known.count)].elementsEqual(word)
      {
        return found - 1
      }
      place += 1
    }
    return nil
  }

  // MARK: Looking up

  var lineCount: Int { lineStarts.count - 1 }

  /// A line, read.
  func line(_ number: Int) -> CatalogueLine {
    text.withUTF8Buffer { bytes in
      let rest = bytes[Int(lineStarts[number])..<Int(lineStarts[number + 1])]
      return CatalogueLine(rest.prefix { $0 != UInt8(ascii: "\n") })
    }
  }

  /// The line that has the symbol; nil where none has.
  func line(ofSymbol symbol: String) -> Int? { line(of: symbol, isSymbol: true) }

  /// The line that has the name; nil where none has.
  func line(ofName name: String) -> Int? { line(of: name, isSymbol: false) }

  private func line(of word: String, isSymbol: Bool) -> Int? {
    var word = word
    let found = word.withUTF8 { own in
      text.withUTF8Buffer { place(of: own, isSymbol: isSymbol, in: $0) }
    }
    if let found { return Int(words[found].line) }
    return word.utf8.allSatisfy { $0 < 0x80 } ? nil : spelledOtherwise(word, isSymbol: isSymbol)
  }

  /// The same characters in other code points: the kelvin sign, a letter and its ring.
  private func spelledOtherwise(_ word: String, isSymbol: Bool) -> Int? {
    text.withUTF8Buffer { bytes in
      let same = words.last { known in
        let own = bytes[Int(known.start)..<Int(known.start + known.count)]
        return known.isSymbol == isSymbol && String(decoding: own, as: UTF8.self) == word
      }
      return same.map { Int($0.line) }
    }
  }
}
