import Diagnostics
import Files

/// Whose keys are spoken of.
struct KeyOwner {
  /// All of that sort, which have no such key.
  let sort: String
  /// The one in hand, which lacks a key.
  let one: String

  private init(_ sort: String, _ one: String? = nil) {
    self.sort = sort
    self.one = one ?? sort
  }

  static func answer(_ name: String) -> Self { Self("The answer `\(name)`") }
  static func constant(_ name: String) -> Self { Self("The constant `\(name)`") }
  static let chart = Self("A chart of this kind", "This chart")
  static let comparison = Self("A comparison", "This comparison")
  static let course = Self("A course", "This course")
  static let criterion = Self("A criterion", "This criterion")
  static let event = Self("A date of the calendar", "This date")
  static let exercise = Self("An exercise", "This exercise")
  static let figure = Self("A figure", "This figure")
  static let misconception = Self("A misconception", "This misconception")
  static let option = Self("An option", "This option")
  static let question = Self("A question of this kind", "This question")
  static let series = Self("A series", "This series")
  static let shares = Self("`shares`")
  static let table = Self("A table", "This table")
  static let text = Self("`text`")
}

enum NamedThing: String {
  case answer = "an answer"
  case constant = "a constant"
  case given = "a given figure"
  case table = "a table"
  case unit = "a unit"
  case used = "what a student has"
  case variable = "a variable"
}

enum ValueShape: String {
  case list = "a list"
  case lists = "a list of terms, each with its synonyms"
  case mapping = "keys with values"
  case nothing
  case number = "a number"
  case text = "a text"
  case truth = "`yes` or `no`"
}

extension FileError {
  /// What is said of a file that an author names, after its name.
  public var phrase: String {
    switch self {
    case .forbidden, .folderForbidden: "may not be read by you"
    case .missing, .folderMissing: "does not exist"
    case .linkCircle: "is a link that leads back to itself"
    case .tooLong: "has too long a name for a file"
    case .full, .readOnlyDisk, .writeProtected: "cannot be read"
    case .notAFile: "is not a file"
    case .other(let reason): "cannot be read: \(reason)"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MB"
    }
  }
}

func nearest(to found: String, _ allowed: [String]) -> String? {
  nearestNames(to: found, among: allowed).first.map { "Did you mean `\($0)`?" }
}

func choice(_ words: [String]) -> String {
  let quoted = words.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

func listed(_ words: [String]) -> String { enumeration(words.map { "`\($0)`" }) }

func counted(_ count: Int, _ word: String) -> String {
  if count == 1 { return "1 \(word)" }
  return word.hasSuffix("y") ? "\(count) \(word.dropLast())ies" : "\(count) \(word)s"
}

/// The start of a long text.
func clipped(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
