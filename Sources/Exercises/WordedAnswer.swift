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
      /// Reference values, and how many of them must be quoted.
      case figures([Figure], atLeast: Int)
      /// What a person looks for.
      case person(String)
    }
    public var id: String
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
    public var formula: SourcedText
    /// What the value is called in a sentence, such as `accuracy`; nil stands for the name or
    /// heading in the formula.
    public var name: String?
    /// The unit in which a bare number is read; nil stands for that of the formula.
    public var unit: SourcedText?

    public init(_ formula: SourcedText, name: String? = nil, unit: SourcedText? = nil) {
      self.formula = formula
      self.name = name
      self.unit = unit
    }
  }

  /// A model answer at a level such as `full` or `weak`.
  public struct ModelAnswer: Hashable, Sendable {
    public var level: String
    public var text: String
    /// Counted from 1 in the exercise's file.
    public var line: Int

    public init(level: String, text: String, line: Int = 1) {
      self.level = level
      self.text = text
      self.line = line
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
