/// A person's decision on a student's work. It is never changed once it is kept: another decision
/// takes its place, and both stay to be read.
public struct Review: Hashable, Sendable {
  /// What is decided on.
  public enum Part: Hashable, Sendable {
    case question
    case answer(String)
    /// A criterion of a text, by its id.
    case criterion(String)

    /// As the gradebook writes it.
    var text: String {
      switch self {
      case .question: ""
      case .answer(let name): "answer:\(name)"
      case .criterion(let id): "criterion:\(id)"
      }
    }

    init?(_ text: String) {
      let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      switch (words.first, words.count) {
      case ("", 1), (nil, _): self = .question
      case ("answer", 2): self = .answer(String(words[1]))
      case ("criterion", 2): self = .criterion(String(words[1]))
      default: return nil
      }
    }
  }

  /// What is decided.
  public enum Ruling: Hashable, Sendable {
    /// Points for the part; nil, for a whole question, lets its parts count again.
    case points(Double?)
    /// A remark for the student.
    case comment(String)

    public var isComment: Bool { if case .comment = self { true } else { false } }
  }

  /// Of all decisions ever made, in any gradebook.
  public var id: String
  public var exercise: String
  /// By the key of the gradebook.
  public var student: String
  public var question: String
  public var part: Part
  public var ruling: Ruling
  /// The reason, for colleagues and for complaints; may be empty.
  public var why: String
  public var reviewer: String
  /// ISO 8601 with zone.
  public var time: String
  /// Digest of what the student has written, as `ReviewedWork` has it.
  public var work: String
  /// The same for all that was decided with one key, and is taken back with one.
  public var stroke: String
  /// Ids of earlier decisions whose place it takes: those that the reviewer had seen.
  public var replaces: [String]
  /// When its reviewer took it back.
  public var takenBack: String?

  public init(
    exercise: String, student: String, question: String, part: Part, ruling: Ruling,
    why: String = "", reviewer: String, time: String, work: String, stroke: String,
    replaces: [String]
  ) {
    id = Self.makeID()
    self.exercise = exercise
    self.student = student
    self.question = question
    self.part = part
    self.ruling = ruling
    self.why = why
    self.reviewer = reviewer
    self.time = time
    self.work = work
    self.stroke = stroke
    self.replaces = replaces
  }

  /// 128 bits that nobody else draws, as hexadecimal digits.
  public static func makeID() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Decisions of one slot stand for one another.
  struct Slot: Hashable {
    var part: Part
    var isComment: Bool
  }

  var slot: Slot { Slot(part: part, isComment: ruling.isComment) }
}
