/// A formula as a tree, whatever it is written as.
indirect enum MathNode: Hashable, Sendable {
  case sign(MathSign)
  /// Letters in the look that a font gives them; a variable is one letter in italics.
  case letters(String, MathFont)
  case number(String)
  /// Words between formulas, spaces included.
  case text(String)
  /// In eighteenths of an em, as TeX counts them.
  case space(Int)
  case row([MathNode])
  case fraction(MathNode, MathNode, hasBar: Bool)
  case root(MathNode, degree: MathNode?)
  case scripts(MathNode, below: MathNode?, above: MathNode?)
  /// Small things above or below, such as the text over an arrow.
  case stack(MathNode, below: MathNode?, above: MathNode?)
  case accent(MathAccent, MathNode)
  /// Brackets that grow with what they hold; either may be empty.
  case fence(String, MathNode, String)
  case grid(MathGrid)
  /// What nobody knows here, as typed.
  case unknown(String)

  static let nothing = MathNode.row([])
}

/// An operator, a relation, a bracket, a letter of another alphabet or the name of a function.
struct MathSign: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case ordinary, operation, relation, opening, closing, punctuation
    /// Such as ∑, whose limits stand above and below.
    case large
    /// A name set upright, such as sin; `limit` of those under which a condition stands.
    case function, limit
  }

  var text: String
  /// For terminals that show nothing else.
  var ascii: String
  var kind: Kind

  init(_ text: String, ascii: String? = nil, _ kind: Kind = .ordinary) {
    self.text = text
    self.ascii = ascii ?? text
    self.kind = kind
  }

  /// Whether what is written above and below it is a limit.
  var takesLimits: Bool { kind == .large || kind == .limit }
}

/// What is drawn on or around a part of a formula.
enum MathAccent: String, Hashable, Sendable {
  case hat, vec, bar, dot, ddot, tilde, overline, underline, overbrace, underbrace, cancel

  /// Put after each letter.
  var combining: Unicode.Scalar? {
    switch self {
    case .hat: "\u{302}"
    case .vec: "\u{20D7}"
    case .bar, .overline: "\u{305}"
    case .dot: "\u{307}"
    case .ddot: "\u{308}"
    case .tilde: "\u{303}"
    case .underline: "\u{332}"
    case .cancel: "\u{338}"
    case .overbrace, .underbrace: nil
    }
  }

  /// Standing alone, as MathML wants it.
  var mark: String {
    switch self {
    case .hat: "^"
    case .vec: "→"
    case .bar, .overline, .underline: "¯"
    case .dot: "˙"
    case .ddot: "¨"
    case .tilde: "~"
    case .overbrace: "⏞"
    case .underbrace: "⏟"
    case .cancel: ""
    }
  }

  var isBelow: Bool { self == .underline || self == .underbrace }
  var isBrace: Bool { self == .overbrace || self == .underbrace }
  /// Whether it is as wide as what it belongs to.
  var stretches: Bool { self == .overline || self == .underline || isBrace }
}

/// Rows and columns: a matrix, cases, or equations that are aligned.
struct MathGrid: Hashable, Sendable {
  /// The brackets around it; either may be empty.
  var opening = ""
  var closing = ""
  /// Whether columns meet in pairs, right and left of a sign, as equations do.
  var isAligned = false
  var isLeft = false
  var rows: [[MathNode]]

  var columnCount: Int { rows.map(\.count).max() ?? 0 }
}
