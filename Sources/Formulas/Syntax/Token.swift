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

  var span: Span { Span(Int(start), Int(end)) }
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
