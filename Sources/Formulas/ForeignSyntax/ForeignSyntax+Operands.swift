import Diagnostics
import Quantities

/// Words and letters that stand behind an operand, where an operator would.
extension ForeignSyntax {
  // MARK: Words as people say them

  static let spoken = ForeignSyntax(
    "spoken", "`{found}` is written `{sign}` here.",
    example: Example("260 g CO2e per kWh", "260 g CO2e/kWh"),
    .operand { parser, _, _ in
      guard let word = parser.currentWord, parser.isOperandBehindWord else { return nil }
      // `3 L a day`
      if word == "a" || word == "an", parser.peek().kind == .word,
        UnitSystem().lookup(parser.word(parser.peek()))?.dimension.name == "time"
      {
        return parser.match(word, sign: "/")
      }
      guard let sign = spokenSigns[word]?.sign else { return nil }
      return parser.match(word, sign: sign)
    })

  private static let spokenSigns = NamedEntries([
    (words: ["of", "times", "fois", "mal"], sign: "*"), (["per", "par", "pro", "je"], "/"),
    (["as", "into", "TO"], "to"), (["plus"], "+"), (["minus"], "-"),
  ]) { $0.words }

  /// Every word that a rule looks for between two operands.
  fileprivate static let joiningWords = WordIndex(
    spokenSigns.allWords + ["a", "an", "x", "X"] + equalsWords)

  private static let equalsWords = ["is", "equals", "be"]

  /// `5 kg of apples`, and not `50% of 3`, which is a product.
  static let needlessOf = ForeignSyntax(
    spoken.id, "`{found}` is not needed here.", example: Example("2 g of CO2e", "2 g CO2e"),
    .operand { parser, _, last in
      guard case .unitWord(let unit) = last.kind, unit != "%", parser.currentWord == "of",
        parser.peek().kind == .word
      else { return nil }
      return parser.match("of", sign: " ")
    })

  static let equalsWord = ForeignSyntax(
    like: spoken, example: Example("lamp_power is 60 W", "lamp_power = 60 W"),
    .operand { parser, _, last in
      guard let word = parser.currentWord, case .name = last.kind,
        equalsWords.contains(word), parser.peek().kind == .number
      else { return nil }
      return parser.match(word, sign: "=")
    })

  static let wordsOfUnit = ForeignSyntax(
    "words-of-unit", "`{found}` is one unit, and is written as one word.",
    example: Example("20 degrees C", "20 °C"),
    .operand { parser, _, last in
      guard let word = parser.currentWord, case .unitWord(let unit) = last.kind,
        firstsOfTwoWords[unit] != nil, let whole = unitsOfTwoWords["\(unit) \(word)"]
      else { return nil }
      return Match(
        place: last.span.union(parser.current.span), found: "\(unit) \(word)", fixIts: [whole])
    })

  /// Units of one word that people write as two; read word by word, each would be a product.
  private static let unitsOfTwoWords: [String: String] = allUnitsOfTwoWords
  private static let firstsOfTwoWords = WordIndex(
    Array(Set(unitsOfTwoWords.keys.map { String($0.prefix { $0 != " " }) })))

  private static var allUnitsOfTwoWords: [String: String] {
    var result = ["fl oz": "floz", "fluid ounce": "fluid_ounce", "light year": "light_year"]
    for equivalent in ["e", "eq", "equiv", "equivalent", "equivalents"] {
      result["CO2 \(equivalent)"] = "CO2e"
    }
    for degree in ["degree", "degrees", "deg", "°"] {
      for celsius in ["C", "c", "celsius", "Celsius", "centigrade"] {
        result["\(degree) \(celsius)"] = "°C"
      }
      for fahrenheit in ["F", "f", "fahrenheit", "Fahrenheit"] {
        result["\(degree) \(fahrenheit)"] = "°F"
      }
    }
    return result
  }

  // MARK: Before a number

  static let timesSign = ForeignSyntax(
    "times-sign", "The sign of multiplication is `*`, not `{found}`.",
    example: Example("0.75 x 100", "0.75 * 100"),
    .operand { parser, _, last in
      guard parser.isAtNumber || parser.current.kind == .openParen,
        case .unitWord(let word) = last.kind, word == "x" || word == "X"
      else { return nil }
      return parser.match(word, sign: " * ", at: last.span)
    })

  /// `power x time`, behind a name or a column.
  static let timesLetter = ForeignSyntax(
    like: timesSign, example: Example("[1, 2] x 3", "[1, 2] * 3"),
    .operand { parser, _, last in
      guard let word = parser.currentWord, word == "x" || word == "X", parser.isOperandBehindWord
      else { return nil }
      switch last.kind {
      case .name, .element, .member, .list, .call, .method, .group: break
      default: return nil
      }
      return parser.match(word, sign: "*")
    })

  static let modulo = ForeignSyntax(
    like: spoken, example: Example("7 mod 3", "7 % 3"),
    .operand { parser, _, last in
      guard parser.isAtNumber, case .unitWord("mod") = last.kind else { return nil }
      return parser.match("mod", sign: "%", at: last.span)
    })

  static let textWithoutQuotes = ForeignSyntax(
    "text-without-quotes", "A text stands in quotes.",
    example: Example("models[models.Model == Model 1]", "models[models.Model == \"Model 1\"]"),
    .operand { parser, formula, _ in
      guard parser.isAtNumber, case .name = formula.kind, parser.index >= 2,
        [.equalEqual, .notEqual].contains(parser.tokens[parser.index - 2].kind)
      else { return nil }
      let words = formula.span.union(parser.current.span)
      return Match(place: words, fixIts: ["\"\(parser.text(words))\""])
    })

  // MARK: Behind a number

  static let multiple = ForeignSyntax(
    "multiple", "`{found}` is no unit: a number is written out, or with a power of ten.",
    example: Example("10k * 2", "10_000 * 2"),
    .word { pair in
      guard let factor = ForeignNames.multiples[pair.word] else { return nil }
      return Match(
        place: pair.wordSpan, found: pair.word,
        fixIts: [NumberFormat.typed.string(pair.number * factor)], replaced: pair.whole)
    })

  static let exponentApart = ForeignSyntax(
    "exponent-apart", "A power of ten touches its number.", example: Example("5 e6", "5e6"),
    .word { pair in
      guard pair.word.first == "e" || pair.word.first == "E",
        let power = Int(pair.word.dropFirst()), power.magnitude < 300
      else { return nil }
      return Match(place: pair.whole, fixIts: ["\(pair.typed)e\(power)"])
    })

  static let timesWord = ForeignSyntax(
    like: timesSign, example: Example("3x4", "3 * 4"),
    .word { pair in
      guard pair.word.first == "x" || pair.word.first == "X",
        pair.numberSpan.end == pair.wordSpan.start, let other = Int(pair.word.dropFirst())
      else { return nil }
      return Match(
        place: pair.wordSpan, found: String(pair.word.prefix(1)),
        fixIts: ["\(pair.typed) * \(other)"], replaced: pair.whole)
    })
}

extension Parser {
  fileprivate var currentWord: String? { current.kind == .word ? text(current.span) : nil }

  fileprivate var isAtNumber: Bool { current.kind == .number || current.kind == .badNumber }

  /// Whether a word or number follows the word that is current.
  fileprivate var isOperandBehindWord: Bool {
    let next = peek().kind
    return next == .word || next == .number || next == .openParen
  }

  /// Whether the word that is current is one of those that rules look for between two operands.
  var mayJoinOperands: Bool {
    isOperandBehindWord && ForeignSyntax.joiningWords[text(current.span)] != nil
  }

  /// A word that stands for a sign; one that brings its own spaces, or needs none, takes the place
  /// of those around the word.
  fileprivate func match(_ word: String, sign: String, at place: Span? = nil) -> ForeignSyntax.Match
  {
    let place = place ?? current.span
    var replaced = place
    if sign.hasPrefix(" ") || sign == "/" {
      func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
      while replaced.start > 0, isSpace(bytes[replaced.start - 1]) { replaced.start -= 1 }
      while replaced.end < bytes.count, isSpace(bytes[replaced.end]) { replaced.end += 1 }
    }
    return ForeignSyntax.Match(
      place: place, found: word, sign: sign, fixIts: [sign], replaced: replaced)
  }
}
