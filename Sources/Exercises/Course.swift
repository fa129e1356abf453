/// A folder of exercises that belong together.
public struct Course: Sendable {
  /// A date of the course.
  public struct Event: Hashable, Sendable {
    /// ISO 8601, a day or a time with zone.
    public var date: String
    /// The last day, or the end, where it is longer than a moment.
    public var until: String?
    /// What happens, in a few words.
    public var what: String
    /// What Reckon itself makes of the date.
    public var purpose: Purpose?

    /// What the program does with a date, beyond showing it.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
      /// Questions for the next session are wanted by then.
      case questions
    }

    public init(date: String, until: String? = nil, what: String, purpose: Purpose? = nil) {
      self.date = date
      self.until = until
      self.what = what
      self.purpose = purpose
    }
  }

  public var title: String
  /// Path of the file that it was read from.
  public var file: String
  /// SHA-256 of that file and of its tables, in hexadecimal; empty where it was not read from one.
  public var digest = ""
  /// Paths of its tables and pictures, also of those that cannot be read.
  public var filesBeside: [String] = []
  /// Ids in the order of the course.
  public var exercises: [String] = []
  /// In the order of the file.
  public var calendar: [Event] = []
  /// To be looked at in each of its exercises.
  public var tables: [DataTable] = []
  /// Units of all its exercises.
  public var units: [UnitDeclaration] = []
  /// Named figures of all its exercises.
  public var constants: [Constant] = []
  /// What amounts are compared with in all its exercises.
  public var equivalencies: [Equivalency] = []
  /// Markdown.
  public var background = ""

  public init(title: String, file: String) {
    self.title = title
    self.file = file
  }
}
