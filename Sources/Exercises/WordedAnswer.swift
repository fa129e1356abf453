/// A choice among options.
public struct ChoiceAnswer: Sendable {
  public enum Count: Hashable, Sendable {
    case exactly(Int)
    /// Select all that apply.
    case any
  }

  public struct Option: Hashable, Sendable {
    public enum Worth: Hashable, Sendable { case right, rightIfArgued, wrong }
    /// Markdown, one line.
    public var text: String
    public var worth: Worth
    /// Why, shown afterwards; Markdown.
    public var because: String?

    public init(text: String, worth: Worth, because: String? = nil) {
      self.text = text
      self.worth = worth
      self.because = because
    }
  }

  public var count: Count
  public var options: [Option]

  public init(count: Count, options: [Option]) {
    self.count = count
    self.options = options
  }
}

/// A text of a few sentences, read against criteria.
public struct TextAnswer: Sendable {
  public struct Criterion: Sendable {
    public enum Kind: Sendable {
      /// Each list holds synonyms, of which one must be mentioned.
      case mentions([[String]])
      /// Formulas of reference values, and how many of them must be quoted.
      case figures([SourcedText], atLeast: Int)
      /// What a person looks for.
      case person(String)
    }
    public var id: String
    public var points: Double
    public var kind: Kind

    public init(id: String, points: Double, kind: Kind) {
      self.id = id
      self.points = points
      self.kind = kind
    }
  }

  /// A model answer at a level such as `full` or `weak`.
  public struct ModelAnswer: Hashable, Sendable {
    public var level: String
    public var text: String

    public init(level: String, text: String) {
      self.level = level
      self.text = text
    }
  }

  /// Sentences asked of the writer.
  public var sentences: ClosedRange<Int>?
  public var criteria: [Criterion]
  public var modelAnswers: [ModelAnswer]

  public init(
    sentences: ClosedRange<Int>?, criteria: [Criterion], modelAnswers: [ModelAnswer]
  ) {
    self.sentences = sentences
    self.criteria = criteria
    self.modelAnswers = modelAnswers
  }
}
