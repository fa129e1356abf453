import Diagnostics
import MarkdownReading

/// Where the parts of an exercise's or a course's file stand, for whoever writes it otherwise.
public struct ExerciseOutline {
  /// A fenced block, its fences included.
  public struct Block: Sendable {
    /// Such as `question`; that of any other code block is not among `Fence.kinds`.
    public var kind: String
    /// The number of the question it belongs to; nil in the introduction.
    public var question: String?
    /// Counted from 1.
    public var lines: ClosedRange<Int>
  }

  /// Of the whole file.
  public let lines: [String]
  /// Between the marks of the front matter.
  public let header: String
  /// The first after the front matter.
  public let bodyLine: Int
  /// In the order of the file.
  public let blocks: [Block]

  /// Nil where there is no front matter.
  public init?(_ text: String) {
    guard case .closed(let parts) = splitFrontMatter(text) else { return nil }
    header = parts.yaml
    bodyLine = parts.bodyFirstLine
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let log = ProblemLog(SourceText(text))
    blocks = BodyReader(text, bodyLine: bodyLine, log: log).blocks
  }
}
