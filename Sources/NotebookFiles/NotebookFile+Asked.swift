import Dates
import Diagnostics

/// A question that a student has noted for a question session.
public struct AskedQuestion: Hashable, Sendable {
  /// Id of the question of the exercise that it is about; nil where it stands before the first.
  public var question: String?
  /// When it was noted; nil where the block does not say it.
  public var time: Moment?
  public var text: String

  public init(question: String?, time: Moment?, text: String) {
    self.question = question
    self.time = time
    self.text = text
  }

  /// As a notebook holds it, under the heading of the question that it is about.
  public var asBlock: String {
    let info = time.map { "ask \($0.text)" } ?? "ask"
    let heading = question.map { "## \($0)\n" } ?? ""
    return heading + FencedBlock.lines(around: text, info: info).joined(separator: "\n") + "\n"
  }
}

/// Questions for a question session: fenced blocks marked `ask`, in the section of the question
/// that they are about, with the time after the mark.
///
///     ```ask 2024-12-02T08:15:00Z
///     Why is the mean not weighted?
///     ```
extension NotebookFile {
  /// In the order of the file; blocks without a text are passed over.
  public var askedQuestions: [AskedQuestion] {
    reading.layout.sections.flatMap { section in
      section.blocks.compactMap { asked(in: $0, about: section.id) }
    }
  }

  /// The question that a block holds; nil where it is another kind of block, or blank.
  func asked(in block: NotebookSection.Block, about id: String?) -> AskedQuestion? {
    guard case .fence(let fence) = block.kind, !fence.holdsStatements else { return nil }
    let line = reading.bytes[(fence.opening + fence.length)...].prefix { $0 != Byte.newline }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let end = fence.closing == nil ? block.bytes.upperBound : fence.content.upperBound
    let start = min(fence.content.lowerBound, end)
    let text = withUnixLineEnds(reading.text(start..<end)).trimmingBlank
    guard words.first?.lowercased() == "ask", !text.isEmpty else { return nil }
    return AskedQuestion(
      question: id, time: words.dropFirst().first.flatMap { Moment($0) }, text: text)
  }

  /// Puts a question at the end of the section of the one that it is about.
  public mutating func ask(
    _ text: String, at time: Moment, aboutQuestion id: String, title: String
  ) {
    let text = withUnixLineEnds(text).trimmingBlank
    let block = FencedBlock.lines(around: text, info: "ask \(time.text)")
    let count = askedQuestions.count
    insert(block, question: id, title: title) { $0.askedQuestions.count > count }
  }
}
