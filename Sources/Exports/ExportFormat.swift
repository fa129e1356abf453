/// A form that other programs take, one a file; `all` is the table of them.
public struct ExportFormat: Sendable {
  /// As it is asked for.
  public let name: String
  public let makes: Product
  /// What it cannot do without.
  public let needs: Set<Detail>
  /// What it makes use of beside that.
  public let takes: Set<Detail>
  /// What it is for, in a few words.
  public let help: String
  public let maker: Maker

  /// What it writes.
  public enum Product: Sendable {
    case file
    case zip
    case folder
  }

  /// What an assistant may tell it.
  public enum Detail: String, CaseIterable, Sendable {
    case participants, worksheet
    case gradebookCSV = "gradebook-csv"
    case column, by
    /// How marks are computed and written.
    case marks
  }

  /// What it is made from.
  public enum Maker: Sendable {
    /// From the marks of a class.
    case marks(@Sendable (MarkOrder) throws(ExportRefusal) -> Export)
    /// From exercises and this program: whatever grades on another machine.
    case grader(@Sendable (GraderOrder) throws(ExportRefusal) -> Export)
  }

  init(
    name: String, makes: Product, needs: Set<Detail> = [], takes: Set<Detail> = [], help: String,
    maker: Maker
  ) {
    (self.name, self.makes, self.needs, self.takes) = (name, makes, needs, takes)
    (self.help, self.maker) = (help, maker)
  }

  public static let all: [ExportFormat] = [
    csv, moodle, moodleWorksheet, moodleFeedback, canvas, nbgrader, feedback, gradescope,
    prairieLearn,
  ]

  /// Nil where there is none of that name.
  public static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }

  /// Whether it is made of exercises, and needs no gradebook.
  public var isGrader: Bool {
    if case .grader = maker { return true }
    return false
  }
}
