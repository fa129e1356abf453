/// A choice among options.
public struct ChoiceAnswer: Sendable {
  public enum Count: Hashable, Sendable {
    case exactly(Int)
    /// Select all that apply.
    case any
  }

  public struct Option: Hashable, Sendable {
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
