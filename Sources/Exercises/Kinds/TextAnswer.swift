/// A text of a few sentences, read against criteria.
public struct TextAnswer: Sendable {
  /// Something that a full answer has.
  public struct Criterion: Sendable {
    /// What a machine looks for, or a person.
    public enum Kind: Sendable {
      /// Each list holds synonyms, of which one must be mentioned.
      case mentions([[String]])
      /// Reference values, and how many of them must be quoted.
      case figures([Figure], atLeast: Int)
      /// What a person looks for.
      case person(String)
    }
    public var id: String
    /// What it adds once a person has confirmed it.
    public var points: Double
    public var kind: Kind
    /// What it asks for, in words that the student reads.
    public var asks: String?
    /// Counted from 1 in the exercise's file.
    public var line: Int

    public init(id: String, points: Double, kind: Kind, asks: String? = nil, line: Int = 1) {
      self.id = id
      self.points = points
      self.kind = kind
      self.asks = asks
      self.line = line
    }
  }

  /// A value that a text is to quote, or a column of them with one for each row.
  public struct Figure: Hashable, Sendable {
    /// Computed from the model answers or the student's own values.
    public var formula: AuthorFormula
    /// What the value is called in a sentence, such as `accuracy`; nil stands for the name or
    /// heading in the formula.
    public var name: String?
    /// The unit in which a bare number is read; nil stands for that of the formula.
    public var unit: AuthorFormula?

    public init(_ formula: AuthorFormula, name: String? = nil, unit: AuthorFormula? = nil) {
      self.formula = formula
      self.name = name
      self.unit = unit
    }
  }

  /// A model answer of some quality.
  public struct ModelAnswer: Hashable, Sendable {
    public var level: Level
    public var text: String
    /// Counted from 1 in the exercise's file.
    public var line: Int

    public init(level: Level, text: String, line: Int = 1) {
      self.level = level
      self.text = text
      self.line = line
    }
  }

  /// How good a model answer is, which says what criteria it has to meet.
  public enum Level: Hashable, Sendable {
    /// Meets all criteria that a machine judges.
    case full
    /// Meets some of them.
    case partial
    /// Does not meet all.
    case weak
    /// Any other word of the author's; nothing is expected of it.
    case other(String)

    public init(_ word: String) {
      self = [.full, .partial, .weak].first { $0.word == word } ?? .other(word)
    }

    public var word: String {
      switch self {
      case .full: "full"
      case .partial: "partial"
      case .weak: "weak"
      case .other(let word): word
      }
    }
  }

  /// Sentences asked of the writer.
  public var sentences: ClosedRange<Int>?
  /// In the order in which they are told.
  public var criteria: [Criterion]
  /// Tried by `lint` against the criteria.
  public var modelAnswers: [ModelAnswer]

  public init(sentences: ClosedRange<Int>?, criteria: [Criterion], modelAnswers: [ModelAnswer]) {
    self.sentences = sentences
    self.criteria = criteria
    self.modelAnswers = modelAnswers
  }
}

extension Question {
  /// Whether it asks for a text that counts and that only a person judges: for a machine, a few
  /// words finish it.
  public var countsByPersonAlone: Bool {
    guard case .text(let text) = body, countedPoints > 0 else { return false }
    return text.criteria.allSatisfy { criterion in
      if case .person = criterion.kind { true } else { false }
    }
  }
}
