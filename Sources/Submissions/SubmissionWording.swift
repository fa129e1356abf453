import Diagnostics
import Files

/// What is said of the files of a class, in alphabetical order.
extension Diagnostic {
  static func rosterTooLong(limit: Int) -> Diagnostic {
    Diagnostic(
      id: "roster-too-long", severity: .warning,
      message: "Only the first \(limit) people of the list are read.",
      help: ["a list for each class"])
  }

  static let rosterUnreadable = Diagnostic(
    id: "roster-unreadable", message: "The list cannot be read here as comma-separated values.",
    help: ["a quote that is opened in a cell has to be closed in it"])

  static func rosterWithoutPeople(found: [String]) -> Diagnostic {
    let headings = found.prefix(6).map { "`\(plainLine($0))`" }.joined(separator: ", ")
    return Diagnostic(
      id: "roster-without-people",
      message: "No heading says in which column the students stand: \(headings).",
      help: ["headings such as `id,name,email` in the first line"])
  }

  static func timesUnread(first: String, count: Int) -> Diagnostic {
    Diagnostic(
      id: "times-unread", severity: .warning,
      message: count == 1
        ? "The time `\(plainLine(first))` cannot be read, and is left out."
        : "\(count) times cannot be read, and are left out: `\(plainLine(first))`.",
      help: ["times such as `2024-12-01T23:59:00+01:00`"])
  }
}

/// What is said of a student's notebooks, in alphabetical order.
enum SubmissionWording {
  static func duplicate(of other: String) -> String {
    "The same student's \(plainLine(other)) is taken for the exercise instead."
  }

  static func empty(hasText: Bool) -> String {
    hasText ? "Nothing that stands in it answers a question." : "Nothing is answered in it."
  }

  static func otherExercise(_ id: String, wanted: [String]) -> String {
    "It is for `\(id)`, and \(wanted.map { "`\($0)`" }.joined(separator: ", ")) is asked for."
  }

  static func unknownExercise(_ id: String) -> String { "No exercise `\(id)` is known here." }
}

extension NotebookIdentity.Fault {
  /// A sentence for the assistant.
  public var sentence: String {
    switch self {
    case .foreignJupyter:
      "It is a notebook for Jupyter that `reckon convert` did not make; ask for the answers.md."
    case .notANotebook: "It holds no answers to an exercise."
    case .notAnID: "What it names as its exercise is no exercise's id."
    case .tooLarge: "It is larger than the 4 MB that are read of a notebook."
    case .unnamed: "It does not say which exercise it answers."
    }
  }
}

extension SubmissionRecord.Fault {
  /// A sentence for whoever feeds the filter.
  public var sentence: String {
    switch self {
    case .notJSON: "The line is no JSON object."
    case .tooLong(let limit): "The line is longer than the \(limit >> 20) MB that are read."
    case .tooManyNotebooks(let limit): "There are more than \(limit) notebooks in it."
    case .unreadableTime(let text):
      "`submitted` is `\(plainLine(String(text.prefix(60))))`, and no time such as"
        + " `2024-12-01T23:59:00Z`."
    case .without(let key): "`\(key)` is missing, or is not what it should be."
    }
  }
}

extension SubmittedFile.Trouble {
  /// A sentence for the assistant.
  public var sentence: String {
    switch self {
    case .archive(.encrypted): "It is locked with a password."
    case .archive(.notAnArchive): "It is no zip file, or a damaged one."
    case .archive(.tooLarge(let limit)): "It holds more than \(limit >> 20) MB once unpacked."
    case .archive(.tooMany(let limit)): "It holds more than \(limit) files."
    case .archive(.unreadable): "It is damaged, or packed in a way that is not known here."
    case .crowded: "The zip file holds more than is looked into; the rest of it was left."
    case .file(let error): error.sentence
    case .folder: "The folder cannot be read, or lies too deep."
    case .link: "It is a link, which is not followed."
    case .nested: "It is a zip file within zip files, which is not opened."
    case .otherKind: "By its name it is no notebook."
    case .special: "It is no regular file."
    }
  }
}

extension FileError {
  fileprivate var sentence: String {
    switch self {
    case .forbidden: "It may not be read by you."
    case .missing: "There is no such file."
    case .notAFile: "It is no regular file."
    case .tooLarge(let limit): "It is larger than the \(limit >> 20) MB that are read."
    case .other(let words): "It cannot be read: \(words)."
    case .folderForbidden, .folderMissing, .full, .linkCircle, .readOnlyDisk, .tooLong,
      .writeProtected:
      "It cannot be read."
    }
  }
}
