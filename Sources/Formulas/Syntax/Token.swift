import Diagnostics

/// A piece of a formula: a number, a word, a sign.
struct Token: Equatable {
  enum Kind: UInt8 {
    case number, word, text, superscript
    case plus, minus, times, divide, floorDivide, percent, power
    case equal, equalEqual, notEqual, less, lessEqual, greater, greaterEqual
    case augmented, arrow
    case openParen, closeParen, openBracket, closeBracket, openBrace, closeBrace
    case comma, dot, colon, semicolon, newline, end
    case unknown, unclosedText, badNumber
  }

  var kind: Kind
  var start: Int32
  var end: Int32
  /// Whether white space stands before it.
  var isSpaced: Bool
  /// Which word with a meaning of its own it is.
  var word = Word.other
  /// Whether it is made of letters, digits and signs of ASCII alone, as far as that is known.
  var isPlain = false

  var span: Span { Span(Int(start), Int(end)) }
}

extension Token {
  /// Words that mean something to the grammar; they are told apart when they are cut, as the parser
  /// asks for one or the other at every step.
  enum Word: UInt8 {
    case other, to, `in`, `if`, `else`, and, or, not, def, unit, `return`, of, `true`, `false`
    /// The letter x, between two numbers.
    case times

    private static let spellings: [(letters: UInt64, word: Word)] = [
      ("to", .to), ("in", .in), ("if", .if), ("else", .else), ("and", .and), ("or", .or),
      ("not", .not), ("def", .def), ("unit", .unit), ("return", .return), ("of", .of),
      ("True", .true), ("False", .false), ("x", .times), ("X", .times),
    ].map { (packed($0.utf8), $1) }

    /// Letters of one at most.
    static let longest = 6

    /// - Parameter letters: of a word, the first of them highest.
    init(_ letters: UInt64) {
      self = Self.spellings.first { $0.letters == letters }?.word ?? .other
    }

    private static func packed(_ letters: some Sequence<UInt8>) -> UInt64 {
      letters.reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}

extension Token.Kind {
  var isOpening: Bool { self == .openParen || self == .openBracket || self == .openBrace }

  var isClosing: Bool { self == .closeParen || self == .closeBracket || self == .closeBrace }

  /// By how much it changes the depth of brackets.
  var nesting: Int { isOpening ? 1 : isClosing ? -1 : 0 }

  /// The bracket that closes it.
  var partner: Token.Kind? {
    switch self {
    case .openParen: .closeParen
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }
}
