import Diagnostics

/// A key, as a terminal's bytes tell of it.
enum Key: Equatable {
  /// A character or a control character.
  case scalar(Unicode.Scalar)
  /// The same with Alt or after Escape.
  case meta(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown, delete, wordLeft, wordRight, wordDelete
  /// What follows was pasted.
  case paste
  /// A key of no meaning here, taken whole so that no piece of it gets into the line.
  case other
  /// Where the cursor is, as the terminal was asked: its column, from 0.
  case cursor(column: Int)
  /// No key came in time.
  case silence
  /// The terminal is gone.
  case hangUp
  /// A signal came.
  case wake
}

extension Key {
  /// The column of a report of the cursor's place.
  var reportedColumn: Int? {
    if case .cursor(let column) = self { return column }
    return nil
  }
}

extension ByteInput {
  /// Milliseconds after Escape in which a sequence has to go on.
  private static let escapePause: Int32 = 150
  /// Milliseconds within which the rest of a sequence or character comes, even from afar.
  private static let pause: Int32 = 1000

  /// The next key; one that comes later than so many milliseconds is waited for where that is -1.
  mutating func nextKey(within milliseconds: Int32 = -1) -> Key {
    switch next(within: milliseconds, wakes: true) {
    case .end: return .hangUp
    case .wake: return .wake
    case .timeout: return .silence
    case .byte(0x1B): return keyAfterEscape()
    case .byte(let byte): return scalar(startingWith: byte).map(Key.scalar) ?? .other
    }
  }

  private mutating func keyAfterEscape() -> Key {
    switch peek(within: Self.escapePause) {
    case nil: return .scalar("\u{1B}")
    case UInt8(ascii: "["):
      _ = next()
      return controlSequence()
    case UInt8(ascii: "O"):
      _ = next()
      guard case .byte(let final) = next(within: Self.pause) else { return .other }
      return Self.key(parameters: "", final: final)
    case 0x1B:
      // Escape twice, or Alt with an arrow.
      _ = next()
      return .scalar("\u{1B}")
    case .some:
      guard case .byte(let byte) = next() else { return .other }
      return scalar(startingWith: byte).map(Key.meta) ?? .other
    }
  }

  /// The rest of a sequence after `ESC [`: parameters, and a final byte from `@` to `~`.
  private mutating func controlSequence() -> Key {
    var parameters = ""
    while case .byte(let byte) = next(within: Self.pause) {
      switch byte {
      case 0x5B where parameters.isEmpty:
        // The Linux console's function keys: ESC [ [ A.
        _ = next(within: Self.pause)
        return .other
      case 0x40...0x7E: return Self.key(parameters: parameters, final: byte)
      case 0x20...0x3F where parameters.utf8.count < 32:
        parameters.unicodeScalars.append(Unicode.Scalar(byte))
      default: return .other
      }
    }
    return .other
  }

  /// A number of a sequence, which counts from 1; 1 where it is none, for anybody can paste a sequence.
  private static func number(_ field: Substring) -> Int { max(1, Int(UInt16(field) ?? 1)) }

  private static func key(parameters: String, final: UInt8) -> Key {
    // What a terminal says of itself, late, is no key.
    if parameters.hasPrefix("?") { return .other }
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false)
    // xterm: 1 and a sum of Shift 1, Alt 2, Control 4.
    let modifiers = fields.count > 1 ? number(fields[1]) - 1 : 0
    let byWord = modifiers & 6 != 0 || parameters == "5"
    switch (Character(Unicode.Scalar(final)), fields.first ?? "") {
    case ("A", _): return .up
    case ("B", _): return .down
    case ("C", _): return byWord ? .wordRight : .right
    case ("D", _): return byWord ? .wordLeft : .left
    case ("c", _): return .wordRight
    case ("d", _): return .wordLeft
    case ("H", _), ("~", "1"), ("~", "7"): return .home
    case ("F", _), ("~", "4"), ("~", "8"): return .end
    case ("~", "3"): return byWord ? .wordDelete : .delete
    case ("~", "5"): return .pageUp
    case ("~", "6"): return .pageDown
    case ("~", "200"): return .paste
    case ("R", _) where fields.count == 2:
      return .cursor(column: number(fields[1]) - 1)
    case ("M", _) where parameters.isEmpty: return .scalar("\r")
    default: return .other
    }
  }

  /// The character that a byte begins: U+FFFD where the bytes are not UTF-8, nil for a C1
  /// control character.
  private mutating func scalar(startingWith first: UInt8) -> Unicode.Scalar? {
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    var bytes = [first]
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    while bytes.count < length, let byte = peek(within: Self.pause), byte & 0xC0 == 0x80 {
      bytes.append(byte)
      _ = next()
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    return scalar.properties.generalCategory == .control ? nil : scalar
  }

  /// The bytes of a paste up to its end marker or a long silence; those past `limit` are
  /// dropped.
  mutating func pastedBytes(limit: Int) -> (bytes: [UInt8], isCut: Bool) {
    let marker = Array("\u{1B}[201~".utf8)
    let silence: Int32 = 3000
    var bytes: [UInt8] = []
    var isCut = false
    // The end marker is looked for in what is kept, and in a short tail of what is not.
    var tail: [UInt8] = []
    while case .byte(let byte) = next(within: silence) {
      tail.append(byte)
      if tail.count > marker.count { tail.removeFirst() }
      if bytes.count < limit + marker.count { bytes.append(byte) } else { isCut = true }
      if byte == UInt8(ascii: "~"), tail == marker {
        if !isCut { bytes.removeLast(marker.count) }
        break
      }
    }
    if bytes.count > limit {
      isCut = true
      bytes.removeLast(bytes.count - limit)
    }
    return (bytes, isCut)
  }
}
