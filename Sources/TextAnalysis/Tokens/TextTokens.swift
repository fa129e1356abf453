import Diagnostics

/// A text as words, numbers and signs, in order. Made in time linear in its length.
final class TextTokens {
  struct Token {
    /// A word, without accents and without `'s`.
    var known: Word?
    var number: WrittenFigure?
    var sign: Unicode.Scalar?
    /// Scalars of the folded text.
    var place: Range<Int>
    /// Whether nothing stands between it and the token before.
    var isGlued: Bool
    /// Line ends between it and the token before.
    var linesBefore: Int
    /// What the lexicon has of a word.
    var meaning: WordMeaning?
    /// Whether a number in words may begin with it.
    var mayBeginNumber = false

    /// A word in small letters.
    var word: String? { known?.text }
    /// As typed, for units; empty for anything but words.
    var spelling: String { known?.spelling ?? "" }
    var kinds: WordKinds { meaning?.kinds ?? [] }
    /// A whole number that may name or order something.
    var smallNumber: Int? {
      number.flatMap { $0.isWhole && $0.value < 1000 ? Int(bounded: $0.value) : nil }
    }
    /// Whether it is a number, or digits that are none: `1.3.1`, a date.
    var isOfDigits: Bool { known == nil && sign == nil }
    var isCapitalised: Bool { known?.isCapitalised == true }
    var startsLine: Bool { linesBefore > 0 }
  }

  /// Unicode scalars of a text that are read, some 8000 words, in a second; more are left out. Not
  /// characters, of which one may have any length.
  static let lengthLimit = 50_000

  let tokens: [Token]
  /// What is asked of the tokens most, by their places.
  private let signs: [Unicode.Scalar?]
  private let meanings: [WordMeaning?]
  /// The words of its language.
  let lexicon: Lexicon
  private let text: FoldedText
  /// Words of the exercise that a number after them names something by, in the singular: `model`.
  private let heads: Set<String>

  /// - Parameters:
  ///   - heads: words that a number after them names something by.
  ///   - vocabulary: keeps what is found out of the words, where other texts have them too.
  init(_ string: String, heads: Set<String> = [], _ vocabulary: Vocabulary? = nil) {
    let isLong = string.utf8.count > Self.lengthLimit
    text = FoldedText(
      isLong
        ? String(String.UnicodeScalarView(string.unicodeScalars.prefix(Self.lengthLimit))) : string)
    self.heads = heads
    var lexer = TextLexer(scalars: text.scalars, heads: heads, vocabulary: vocabulary)
    var tokens: [Token] = []
    tokens.reserveCapacity(text.scalars.count / 4)
    while let token = lexer.next(after: tokens.last) { tokens.append(token) }
    lexicon = Lexicon.of(tokens.lazy.compactMap(\.known))
    for index in tokens.indices {
      guard let word = tokens[index].known else { continue }
      let meaning = word.meaning(in: lexicon)
      tokens[index].meaning = meaning
      tokens[index].mayBeginNumber = word.mayBeginNumber(meaning)
    }
    self.tokens = tokens
    signs = tokens.map(\.sign)
    meanings = tokens.map(\.meaning)
  }

  var indices: Range<Int> { tokens.indices }

  subscript(_ index: Int) -> Token { tokens[index] }

  /// The token at a place that may be outside.
  func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func word(_ index: Int) -> String? { at(index)?.word }
  func sign(_ index: Int) -> Unicode.Scalar? {
    signs.indices.contains(index) ? signs[index] : nil
  }
  func singular(_ index: Int) -> String? { at(index)?.known?.singular }
  /// What the lexicon has of the word at a place.
  func meaning(_ index: Int) -> WordMeaning? {
    meanings.indices.contains(index) ? meanings[index] : nil
  }

  /// Whether a word of one of some kinds stands at a place.
  func isWord(_ index: Int, _ kinds: WordKinds) -> Bool {
    guard let meaning = meaning(index) else { return false }
    return !meaning.kinds.isDisjoint(with: kinds)
  }

  /// Whether one of some signs stands at a place.
  func isSign(_ index: Int, _ signs: String) -> Bool {
    guard let sign = sign(index) else { return false }
    return signs.unicodeScalars.contains(sign)
  }

  /// Whether a number after a word names something by it: `Model 2`, `scope 3`.
  func namesNumber(_ index: Int) -> Bool {
    at(index)?.known.map { $0.namesNumber(heads, lexicon) } ?? false
  }

  var words: [String] { tokens.compactMap(\.word) }

  /// Tokens of each line that has any.
  var lines: [Range<Int>] {
    let starts = indices.filter { self[$0].startsLine }
    return zip(starts, starts.dropFirst() + [indices.upperBound]).map { $0..<$1 }
  }

  /// Words in the singular and numbers as they are written, with their tokens.
  var spokenWords: [(word: String, token: Int)] {
    indices.compactMap { index in
      self[index].isOfDigits
        ? (original(index..<index + 1), index) : self[index].known.map { ($0.singular, index) }
    }
  }

  /// Where tokens stand in the text as it was written, in Unicode scalars.
  func place(of range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : text.written(scalars(range))
  }

  private func scalars(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].place.lowerBound..<tokens[range.upperBound - 1].place.upperBound
  }

  /// What was written from a token to another.
  func original(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return text.original(scalars(range))
  }
}

extension TextTokens.Token {
  /// The same with another word, of which the lexicon says as much.
  func with(_ spelling: String) -> Self {
    var copy = self
    copy.known = Word(spelling)
    return copy
  }
}
