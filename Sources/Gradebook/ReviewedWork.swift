/// A student's work on a question with what the program has found and what persons have decided.
public struct ReviewedWork: Sendable {
  /// What can be given points on its own.
  public struct Part: Sendable {
    public var part: Review.Part
    /// The name of the answer, the author's word for the criterion.
    public var name: String
    /// Points, at most.
    public var maximum: Double
    /// Points that the program has found; nil where it leaves them to a person.
    public var found: Double?
    /// Whether what the program has found counts only once it is confirmed.
    public var isProvisional: Bool
    /// What was found: a verdict, or the kind of a criterion.
    public var verdict: String
    public var message: String
    /// The student's formula or ticks, and what it gave.
    public var typed: String?
    public var value: String?
    /// As `check --json` has it.
    public var cause: String?
  }

  public var exercise: String
  public var student: String
  public var question: String
  public var title: String
  public var kind: String
  public var maximum: Double
  /// What counts, decisions included.
  public var score: Double
  public var provisional: Double
  public var waiting: Double
  /// What the program found, what hints take off included.
  public var machine: (score: Double, provisional: Double, waiting: Double)
  public var tries: Int
  public var hints: Int
  public var hintCost: Double
  public var hintPrice: Double
  public var isAttempted: Bool
  public var isSkipped: Bool
  public var isPractice: Bool
  public var text: String?
  /// By which a decision on it is known to be still about the same.
  public var work: String
  /// Of what is for a person to read: lines on length and the like are none.
  public var parts: [Part]
  /// What the notebook's history says of it, or of the whole, and the file does not say any more.
  public var takenBack: [String]
  /// All decisions ever made on it, in the order in which they came.
  public var reviews: [Review]
  /// Ids of those that stand.
  public var standing: Set<String>

  /// The whole question as something that can be given points.
  public var wholePart: Part {
    Part(
      part: .question, name: question, maximum: maximum, found: nil, isProvisional: false,
      verdict: "", message: "")
  }

  /// The decisions that stand and are about what the student has written now.
  public var current: [Review] {
    reviews.filter { standing.contains($0.id) && $0.work == work }
  }

  /// The decisions that stand, of what the student had written before.
  public var outdated: [Review] {
    reviews.filter { standing.contains($0.id) && $0.work != work }
  }

  /// What is decided of a part.
  public enum Decision: Hashable, Sendable {
    case open
    case points(Double)
    /// Reviewers differ: what each gives.
    case disagreement([Double])
  }

  public func decision(on part: Review.Part) -> Decision { decision(on: part, among: current) }

  /// - `reviews`: those that are looked at.
  public func decision(on part: Review.Part, among reviews: [Review]) -> Decision {
    var given: [Double] = []
    for review in reviews where review.part == part {
      if case .points(let points?) = review.ruling, !given.contains(points) { given.append(points) }
    }
    if given.isEmpty { return .open }
    return given.count == 1 ? .points(given[0]) : .disagreement(given.sorted())
  }

  /// Remarks for the student, in the order in which they came.
  public var comments: [Review] {
    current.filter { if case .comment(let text) = $0.ruling { !text.isEmpty } else { false } }
  }

  /// Whether reviewers differ on a part of it.
  public var isDisputed: Bool {
    ([.question] + parts.map(\.part)).contains {
      if case .disagreement = decision(on: $0) { true } else { false }
    }
  }

  /// Whether a person has something to give or to confirm.
  public var waitsForPerson: Bool { provisional > 0 || waiting > 0 }
}
