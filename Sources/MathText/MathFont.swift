import Diagnostics

/// The look of letters that tells what they stand for.
enum MathFont: Hashable, Sendable {
  case italic, upright, bold, doubleStruck, calligraphic, fraktur, monospace, sansSerif

  /// The letter in this look, or itself where Unicode has none.
  ///
  /// - Parameter isPlain: whether only letters that every terminal has are wanted.
  func letter(_ letter: Character, isPlain: Bool = false) -> Character {
    if let other = Self.older[self]?[letter] { return other }
    if isPlain { return letter }
    guard let block = Self.blocks[self], let ascii = letter.asciiValue else { return letter }
    let place: UInt32
    switch ascii {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): place = block.letters + UInt32(ascii - 65)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): place = block.letters + 26 + UInt32(ascii - 97)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let digits = block.digits else { return letter }
      place = digits + UInt32(ascii - 48)
    default: return letter
    }
    return Unicode.Scalar(place).map(Character.init) ?? letter
  }

  /// Where the alphabets of Unicode's mathematical block begin.
  private static let blocks: [MathFont: (letters: UInt32, digits: UInt32?)] = [
    .bold: (0x1D400, 0x1D7CE), .doubleStruck: (0x1D538, 0x1D7D8), .calligraphic: (0x1D49C, nil),
    .fraktur: (0x1D504, nil), .monospace: (0x1D670, 0x1D7F6), .sansSerif: (0x1D5A0, 0x1D7E2),
  ]

  /// Letters that Unicode had before that block.
  private static let older: [MathFont: [Character: Character]] = [
    .doubleStruck: [
      "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ],
    .calligraphic: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
  ]
}
