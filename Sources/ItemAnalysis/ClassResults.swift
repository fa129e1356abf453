import Dates

/// What a class has made of an exercise, as it was graded: all that a debriefing is made of. It
/// knows of no student's name.
public struct ClassResults: Sendable {
  /// The exercise's id.
  public var exercise: String
  public var title: String
  public var due: Moment?
  public var counts: Counts
  /// Points of each student for each question that counts, provisional ones included.
  public var marks: MarkTable
  /// All that ask for something, in the order of the exercise.
  public var questions: [Question] = []
  /// What students have noted for a question session, in the order of the exercise.
  public var asked: [Asked] = []

  public init(
    exercise: String, title: String, due: Moment? = nil, counts: Counts = Counts(),
    marks: MarkTable
  ) {
    self.exercise = exercise
    self.title = title
    self.due = due
    self.counts = counts
    self.marks = marks
  }

  /// How many notebooks there are, by what became of them.
  public struct Counts: Hashable, Sendable {
    /// Students with a mark.
    public var graded = 0
    /// Of these, handed in after the due date by the clock of the learning platform.
    public var late = 0
    /// Of these, changed after the due date by what the notebook itself says.
    public var editedAfterDue = 0
    /// Of these, notebooks whose history says of something that the rest does not say any more.
    public var takenBack = 0
    /// On the roster, without a notebook.
    public var missing = 0
    /// Files that do not count, because of a later one of the same student.
    public var duplicates = 0
    public var wrongExercise = 0
    /// Notebooks without an answer.
    public var empty = 0
    public var unreadable = 0

    public init() {}
  }

  /// How a class has fared at a question.
  public struct Question: Sendable {
    /// Its number.
    public var id: String
    public var title: String
    public var maximum: Double
    public var kind: Kind
    /// Counts for nothing.
    public var isPractice = false
    /// Students who have answered something.
    public var attempts = 0
    /// Students who have given it up.
    public var skips = 0
    /// Students who have looked at a hint.
    public var hintUsers = 0
    /// Hints looked at, of all students.
    public var hints = 0
    /// Students by how many tries they took; those without one are left out.
    public var tries: [Int: Int] = [:]
    /// Students some of whose points a person has yet to give or to confirm.
    public var waiting = 0
    /// In the order of the exercise; of a choice and a text, one without a name.
    public var answers: [Answer] = []
    /// Of a choice, in the order of the exercise.
    public var options: [Option] = []
    /// Of a text.
    public var criteria: [Criterion] = []
    /// Answers that a person has chosen to be shown.
    public var examples: [Example] = []

    public enum Kind: String, Sendable { case values, function, choice, poll, text }

    public init(id: String, title: String, maximum: Double, kind: Kind) {
      self.id = id
      self.title = title
      self.maximum = maximum
      self.kind = kind
    }
  }

  /// How a class has fared at an answer.
  public struct Answer: Sendable {
    public var name: String
    /// Students by verdict, named as in `check --json`.
    public var verdicts: [String: Int] = [:]
    /// What answers that are not right have in common, commonest first.
    public var errors: [Error] = []

    public init(name: String) { self.name = name }
  }

  /// A way in which an answer is wrong.
  public struct Error: Hashable, Sendable {
    /// The cause's id as in `check --json`; nil where none was found.
    public var cause: String?
    /// The names that the cause is about.
    public var names: [String]
    /// By how much the answer is too large, where that is the cause.
    public var factor: Double?
    /// For a unit: in which it was read, and in which it would be right.
    public var units: [String]
    /// The sentence that most of these students were told.
    public var message: String
    public var verdict: String
    /// Students whose error began here.
    public var roots: Int
    /// Students who got it by an earlier wrong answer of their own.
    public var inherited: Int
    /// The commonest values, as typed, with the number of students.
    public var values: [Value]

    public init(
      cause: String?, names: [String] = [], factor: Double? = nil, units: [String] = [],
      message: String = "", verdict: String = "wrong", roots: Int, inherited: Int = 0,
      values: [Value] = []
    ) {
      self.cause = cause
      self.names = names
      self.factor = factor
      self.units = units
      self.message = message
      self.verdict = verdict
      self.roots = roots
      self.inherited = inherited
      self.values = values
    }

    public var count: Int { roots + inherited }
  }

  /// A text of students with how many of them have it.
  public struct Value: Hashable, Sendable {
    public var text: String
    public var count: Int

    public init(_ text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// An option of a choice.
  public struct Option: Hashable, Sendable {
    public var text: String
    /// Students who ticked it.
    public var count: Int
    /// Nil in a poll, and where it is right if argued.
    public var isRight: Bool?

    public init(text: String, count: Int, isRight: Bool? = nil) {
      self.text = text
      self.count = count
      self.isRight = isRight
    }
  }

  /// A criterion of a text.
  public struct Criterion: Hashable, Sendable {
    public var id: String
    public var met: Int
    public var missed: Int
    /// Left to a person.
    public var open: Int

    public init(id: String, met: Int = 0, missed: Int = 0, open: Int = 0) {
      self.id = id
      self.met = met
      self.missed = missed
      self.open = open
    }
  }

  /// An answer of a student, shown without a name.
  public struct Example: Hashable, Sendable {
    public var text: String
    /// What the person who chose it says of it; may be empty.
    public var comment: String

    public init(text: String, comment: String = "") {
      self.text = text
      self.comment = comment
    }
  }

  /// A question that a student has noted.
  public struct Asked: Hashable, Sendable {
    /// The number of the question that it is about.
    public var question: String?
    public var text: String
    /// A number that stands for the student, by which several questions of one are known; nil for
    /// a student of its own.
    public var asker: Int?

    public init(question: String?, text: String, asker: Int? = nil) {
      self.question = question
      self.text = text
      self.asker = asker
    }
  }
}
