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
