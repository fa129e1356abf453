/// An exercise as its author wrote it, read and checked for form.
public struct Exercise: Sendable {
  /// A short name in lower case, such as `chatgpt-footprint`.
  public var id: String
  /// For people; the id is what files and commands say.
  public var title: String
  /// What the reader calls the file it came from.
  public var file: String
  /// Names of tables that it should have and that could not be read.
  public var unreadTables: Set<String> = []
  /// Paths of the files of its tables, also of those that cannot be read.
  public var tableFiles: [String] = []
  /// Paths of the pictures that its texts name, also of those that are not there.
  public var pictureFiles: [String] = []
  /// SHA-256 of that file and of its tables, in hexadecimal; empty where it was not read from one.
  public var digest = ""
  /// What it says of itself where its model answers are kept from students; nil where it has them.
  public var release: Release?
  /// ISO 8601 with time zone; nil where nothing is due.
  public var due: String?
  /// Of the file, where it says when it is due; nil where its course does.
  public var dueLine: Int?
  /// Those that it declares beside the catalogue.
  public var units: [UnitDeclaration]
  /// In the order of the file.
  public var tables: [DataTable]
  /// Exercises whose answers may be used here, in the order given.
  public var requires: [String] = []
  /// Named figures, those of its course among them; each after those it builds on.
  public var constants: [Constant] = []
  /// What amounts are compared with, its own before those of its course.
  public var equivalencies: [Equivalency] = []
  /// Markdown before the first question.
  public var introduction = ""
  /// Shown before the first question.
  public var liveTexts: [LiveText] = []
  /// In the order of the file.
  public var questions: [Question]

  public init(
    id: String, title: String, file: String, due: String? = nil, units: [UnitDeclaration] = [],
    tables: [DataTable] = [], questions: [Question] = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.due = due
    self.units = units
    self.tables = tables
    self.questions = questions
  }

  /// Points of all questions that count.
  public var maximum: Double { questions.reduce(0) { $0 + $1.countedPoints } }

  /// Nil where there is no question with this number.
  public func question(_ id: String) -> Question? { questions.first { $0.id == id } }
}

/// A unit that an exercise adds to the catalogue.
public struct UnitDeclaration: Hashable, Sendable {
  /// A base dimension of its own, or a mark that changes no dimension.
  public enum Kind: String, Hashable, Sendable { case counted, label }
  public var name: String
  /// Where it is not the name with an s.
  public var plural: String?
  /// Counted things, or a label.
  public var kind: Kind
  /// Of the file that declares it.
  public var line: Int

  public init(name: String, plural: String? = nil, kind: Kind, line: Int = 1) {
    self.name = name
    self.plural = plural
    self.kind = kind
    self.line = line
  }
}

/// A text of an exercise file that is read further, with the line where it stands.
public struct SourcedText: Hashable, Sendable {
  public var text: String
  /// Counted from 1 in the exercise's file.
  public var line: Int

  public init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// A table of figures that an exercise ships. All columns are equally long.
public struct DataTable: Sendable {
  public var name: String
  /// Other names under which it is known.
  public var also: [String]
  /// The file that holds it; nil for that of the exercise itself.
  public var file: String?
  /// In the order of the file, each with `rowCount` cells.
  public var columns: [DataColumn]
  public var rowCount: Int

  public init(name: String, also: [String] = [], columns: [DataColumn], rowCount: Int) {
    self.name = name
    self.also = also
    self.columns = columns
    self.rowCount = rowCount
  }

  /// What the rows are called: the first column of texts, or nil where there is none.
  public var rowNames: [String]? {
    for column in columns { if case .texts(let texts) = column.cells { return texts } }
    return nil
  }
}

/// A column of a table: numbers in one unit, or texts.
public struct DataColumn: Sendable {
  /// Numbers, or texts.
  public enum Cells: Sendable {
    /// NaN where a cell is empty.
    case numbers([Double])
    case texts([String])
  }

  /// Without the unit in brackets.
  public var heading: String
  /// As written in brackets at the end of the heading.
  public var unit: AuthorFormula?
  public var cells: Cells
  /// The first cell that is no number, with its line; nil in a column of numbers.
  public var firstText: SourcedText?

  public init(heading: String, unit: AuthorFormula? = nil, cells: Cells) {
    self.heading = heading
    self.unit = unit
    self.cells = cells
  }
}
