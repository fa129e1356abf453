/// A choice among options.
public struct ChoiceAnswer: Sendable {
  /// How many options are to be ticked.
  public enum Count: Hashable, Sendable {
    case exactly(Int)
    /// Select all that apply.
    case any
  }

  /// Something that can be ticked.
  public struct Option: Hashable, Sendable {
    /// What ticking it earns; a person decides on what has to be argued.
    public enum Credit: Hashable, Sendable { case right, rightIfArgued, wrong }
    /// Markdown, one line.
    public var text: String
    public var credit: Credit
    /// Why, shown afterwards; Markdown.
    public var because: String?

    public init(text: String, credit: Credit, because: String? = nil) {
      self.text = text
      self.credit = credit
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
