import Diagnostics
import Quantities

/// A way of writing that people bring from Python, spreadsheets, calculators and paper and that
/// formulas do not have: how it is recognised, what is said of it and how it is written here.
///
/// A rule is one entry in one of the files of families, and has a place in one of the lists of
/// `ForeignSyntax+Order`. Rules are looked at only after a mistake was found.
public struct ForeignSyntax: Sendable {
  /// What may be typed, with what is then offered in its place.
  public struct Example: Sendable {
    /// One statement.
    public let typed: String
    /// The statements that are offered, the likeliest first; none where there is only advice.
    public let fixIts: [String]

    init(_ typed: String, _ fixIts: String...) {
      self.typed = typed
      self.fixIts = fixIts
    }
  }

  /// Where a rule applies, and what is written there instead.
  struct Match: Sendable {
    /// What is marked.
    var place: Span
    /// What the sentence names.
    var found = ""
    /// The sign that is used here.
    var sign = ""
    var fixIts: [String] = []
    /// What the fix-its take the place of; nil for what is marked.
    var replaced: Span?
    /// The ordinary mistake that it is, where it has a sentence elsewhere.
    var kind: FormulaProblem.Kind?
  }

  /// How it comes to light.
  enum Recogniser: Sendable {
    /// In a statement that cannot be read or computed.
    case statement(@Sendable (Source) -> Match?)
    /// Where the parser is at something that no sign joins to the formula before it, which ends
    /// with an operand.
    case operand(@Sendable (_ parser: Parser, _ formula: Expression, _ last: Expression) -> Match?)
    /// In a word behind a number that is no unit.
    case word(@Sendable (NumberAndWord) -> Match?)
  }

  /// A number with a word behind it.
  struct NumberAndWord {
    var number: Double
    var word: String
    var numberSpan: Span
    var wordSpan: Span
    /// The number as one types it.
    var typed: String { NumberFormat.typed.string(number) }
    var whole: Span { numberSpan.union(wordSpan) }
  }

  /// Of its diagnostics; empty where what it finds is an ordinary mistake, which it mends.
  public let id: String
  /// `{found}` and `{sign}` stand for those of a match.
  let sentence: String
  /// What to try where nothing can be offered that may be typed.
  let advice: String?
  /// A test types it.
  public let example: Example
  let recogniser: Recogniser

  /// - Parameter other: a rule that says the same.
  init(
    _ id: String = "", _ sentence: String = "", like other: ForeignSyntax? = nil,
    advice: String? = nil, example: Example, _ recogniser: Recogniser
  ) {
    self.id = other?.id ?? id
    self.sentence = other?.sentence ?? sentence
    self.advice = other?.advice ?? advice
    self.example = example
    self.recogniser = recogniser
  }

  /// A rule for statements.
  init(
    _ id: String = "", _ sentence: String = "", like other: ForeignSyntax? = nil,
    advice: String? = nil, example: Example, recognise: @escaping @Sendable (Source) -> Match?
  ) {
    self.init(id, sentence, like: other, advice: advice, example: example, .statement(recognise))
  }

  /// Whether what it finds is an ordinary mistake, which has a sentence elsewhere.
  public var mendsOrdinaryMistake: Bool { id.isEmpty }

  /// The problem that a match is.
  func problem(_ match: Match) -> FormulaProblem {
    FormulaProblem(
      match.kind
        ?? .foreignSyntax(self, found: match.found, sign: match.sign, fixIts: match.fixIts),
      match.place, replacing: match.replaced)
  }

  func said(of found: String, _ sign: String = "") -> String {
    sentence.replacing("{sign}", with: sign)
      .replacing("{found}", with: FormulaWording.shortened(found))
  }
}
