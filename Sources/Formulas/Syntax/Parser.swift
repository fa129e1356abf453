import Diagnostics

/// Reads statements from text.
///
/// The grammar, from the loosest to the tightest; `{}` is repetition, `[]` an option:
///
///     statements  = { statement ( newline | ";" ) }
///     statement   = name "=" formula
///                 | name "[" text "]" "=" formula          (a column of a table)
///                 | [ "def" ] name "(" names ")" ( "=" | ":" ) body
///                 | "unit" name [ "=" formula ]
///                 | formula
///     body        = [ "return" ] formula
///                 | newline, indented lines { name "=" formula } "return" formula
///     formula     = choice { ( "to" | "->" | "in" ) choice }
///     choice      = either [ "if" either "else" choice ]
///     either      = both { "or" both }
///     both        = negated { "and" negated }
///     negated     = "not" negated | comparison
///     comparison  = sum [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) sum ]
///     sum         = product { ( "+" | "-" ) product }
///     product     = [ signed ] { ( "*" | "/" | "//" | "%" ) signed }     (without its first before "/s")
///     signed      = ( "-" | "+" ) signed | juxtaposed
///     juxtaposed  = power { unit-power | "(" formula ")" after a number }
///     power       = postfix [ ( "**" | "^" ) signed-power | superscript ]
///     postfix     = primary { "(" arguments ")" | "[" formula "]" | "." name }
///     primary     = number | currency number | text | "True" | "False" | name | "(" formula ")"
///                 | "[" [ formula { "," formula } ] "]"
///
/// `in` is the inch in the place of an operand or right after a number. `%` is modulo only where
/// an operand follows; else it is the unit percent. Line ends within brackets do not count.
public struct Parser {
  /// Of the text, with a newline in the place of a carriage return that stands alone.
  private(set) var bytes: [UInt8]
  var tokens: [Token]
  var index = 0
  var nesting = 0
  /// Whether what is read stands after `to`.
  var isAtTarget = false
  /// Problems whose tries are yet to be read in turn.
  var triesToCheck = 0

  /// Bytes of text that are read at once.
  public static let lengthLimit = 100_000
  /// Statements that are read of one text, or of one notebook.
  public static let itemLimit = 50_000
  /// Brackets and signs within one another.
  static let nestingLimit = 120
  /// Operators in a row.
  static let chainLimit = 400
  /// Levels of the tree of one formula; whoever walks it may use the stack.
  static let depthLimit = 500
  /// Problems of one text whose tries are read in turn; nobody looks at those of more.
  private static let triesLimit = 40

  /// What came of a text: statements in order, and where reading failed.
  public struct Outcome: Sendable {
    /// In the order of the text.
    public var items: [Item]
    /// What is open at the end of the text; nil where nothing is.
    public var openEnd: OpenEnd?
    /// Whether more lines might make the text whole: a bracket or a function body is open.
    public var isIncomplete: Bool {
      switch openEnd {
      case nil, .sign?: false
      case .bracket?, .function?, .text?: true
      }
    }
    /// Whether the last line ends in an operator, so that a person who types goes on with the next.
    public var endsInSign: Bool { if case .sign? = openEnd { true } else { false } }

    /// What is wrong with what could not be read.
    var problems: [FormulaProblem] {
      items.compactMap { if case .problem(let problem, _) = $0 { problem } else { nil } }
    }

    /// What could be read.
    public var statements: [Statement] {
      items.compactMap { if case .statement(let statement) = $0 { statement } else { nil } }
    }
  }

  /// What a text may go on after.
  public enum OpenEnd: Hashable, Sendable {
    case bracket(String)
    case function
    case text
    /// An operator, behind which something is missing.
    case sign(String)
  }

  /// A statement, or what is wrong with what stands in its place.
  public enum Item: Sendable {
    case statement(Statement)
    case problem(FormulaProblem, text: String)
  }

  /// Reads all statements of a text. After a mistake it goes on with the next line.
  ///
  /// - `limit`: the bytes that are read at most; a file has bounds of its own.
  /// - `itemLimit`: the statements that are read at most; the next is a problem, and the last.
  public static func parse(
    _ text: String, limit lengthLimit: Int = lengthLimit, itemLimit: Int = itemLimit
  ) -> Outcome { parse(text, limit: lengthLimit, itemLimit: itemLimit, checksTries: true) }

  /// - Parameter checksTries: whether what a problem offers is read in turn, so that only what can
  ///   be read is offered.
  static func parse(
    _ text: String, limit lengthLimit: Int = lengthLimit, itemLimit: Int = itemLimit,
    checksTries: Bool
  ) -> Outcome {
    guard text.utf8.count <= lengthLimit else {
      let problem = FormulaProblem(.tooLong(limit: lengthLimit), Span(0, 0))
      return Outcome(items: [.problem(problem, text: "")], openEnd: nil)
    }
    var parser = Parser(bytes: Array(text.utf8))
    if checksTries { parser.triesToCheck = triesLimit }
    return parser.statements(itemLimit: itemLimit)
  }

  /// Reads one formula that fills the text.
  public static func formula(_ text: String) -> Result<Expression, FormulaProblem> {
    guard text.utf8.count <= lengthLimit else {
      return .failure(FormulaProblem(.tooLong(limit: lengthLimit), Span(0, 0)))
    }
    var parser = Parser(bytes: Array(text.utf8))
    parser.tokens.removeAll { $0.kind == .newline }
    do throws(FormulaProblem) {
      let expression = try parser.formula()
      if parser.current.kind != .end { throw parser.decimalComma() ?? parser.unexpected() }
      return .success(expression)
    } catch {
      return .failure(error.of(text, at: 0))
    }
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    // A carriage return that stands alone ends a line, as it does in a notebook.
    if bytes.contains(Self.carriageReturn) {
      for index in bytes.indices where bytes[index] == Self.carriageReturn {
        let isAlone = index + 1 == bytes.count || bytes[index + 1] != Self.newline
        if isAlone { self.bytes[index] = Self.newline }
      }
    }
    tokens = Lexer.tokens(of: self.bytes)
  }

  private static let (carriageReturn, newline) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))

  // MARK: Tokens

  var current: Token { tokens[index] }

  func peek(_ count: Int = 1) -> Token { tokens[min(index + count, tokens.count - 1)] }

  mutating func advance(by count: Int = 1) { index = min(index + count, tokens.count - 1) }

  /// Whether nothing more of the statement follows.
  var isAtEnd: Bool { [.end, .newline, .semicolon].contains(current.kind) }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  func text(_ span: Span) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[span.start..<span.end]), as: UTF8.self)
    }
  }

  func isWord(_ token: Token, _ word: Token.Word) -> Bool { token.word == word }

  /// A word with its subscript digits written plainly, so that `CO₂e` is `CO2e`.
  func word(_ token: Token) -> String {
    let text = text(token.span)
    guard !token.isPlain, text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xCE }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "₀"..."₉": Unicode.Scalar(UInt8(scalar.value - 0x2080) + UInt8(ascii: "0"))
          case "\u{2126}": "Ω"
          case "∆": "Δ"
          default: scalar
          }
        }))
  }

  static let superscripts: [Unicode.Scalar: Character] = [
    "⁻": "-", "⁺": "+", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6",
    "⁷": "7", "⁸": "8", "⁹": "9",
  ]

  func isKeyword(_ token: Token) -> Bool {
    switch token.word {
    case .to, .in, .if, .else, .and, .or, .not: true
    case .other, .def, .unit, .return, .of, .true, .false, .times: false
    }
  }

  func unexpected(isInFunctionHead: Bool = false) -> FormulaProblem {
    let found = text(current.span)
    let kind: FormulaProblem.Kind =
      switch current.kind {
      case .unknown: .unknownCharacter(text(wholeCharacter(current.span)))
      case .badNumber: .badNumber(found)
      case .unclosedText: .unclosedText(fixIt: nil)
      case .closeParen, .closeBracket, .closeBrace: .strayBracket(found, opening: nil, fixIts: [])
      case .augmented: .augmented(found)
      case .times, .divide, .floorDivide, .percent, .power, .equalEqual, .notEqual, .less,
        .lessEqual, .greater, .greaterEqual, .arrow:
        .missingBefore(found)
      case .end, .newline: .unexpected(nil, isInFunctionHead: isInFunctionHead)
      default: .unexpected(found, isInFunctionHead: isInFunctionHead)
      }
    return FormulaProblem(kind, current.span)
  }

  private func wholeCharacter(_ span: Span) -> Span {
    var end = span.end
    while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - span.start < 4 { end += 1 }
    return Span(span.start, end)
  }
}
