import Diagnostics
import Files

/// The words for all that can be wrong with a notebook's file, in alphabetical order.
extension Diagnostic {
  static func told(
    _ id: String, _ message: String, try help: String..., as severity: Severity = .warning
  ) -> Self {
    Self(id: "notebook-" + id, severity: severity, message: message, help: help)
  }

  static func countUnreadable(key: String) -> Self {
    told(
      "count",
      "`\(key)` needs a whole number for each question, at most 1 000 000; what stands here counts "
        + "as 0.", try: "write it like `\(key): {1.2.1: 2}`")
  }
  static let exerciseUnreadable = told(
    "exercise", "`exercise` needs the id of one exercise; what stands here is not read.",
    try: "write it like `exercise: my-exercise`")
  /// - Parameter container: `list` or `quote`.
  static func fenceInside(_ container: String) -> Self {
    told(
      "fence-inside", "This \(container) holds a `reckon` block, which is not read there.",
      try: "move the block out of the \(container), to the left margin")
  }
  static func fenceMisspelt(found: String) -> Self {
    told(
      "fence-misspelt", "This block is marked `\(found)`, so its lines are not read.",
      try: "if they are your formulas, mark it `reckon`")
  }
  static let fenceOverruns = told(
    "fence-overruns",
    "This block is not closed before the next one opens, so they are read as one.",
    try: "close it with a line that holds the marks alone, as on its first line")
  static let fenceUnclosed = told(
    "fence-unclosed", "This block is not closed; it is read up to the end of the file.",
    try: "close it with a line that holds the marks alone, as on its first line", as: .notice)
  static func headerKeyTwice(key: String) -> Self {
    told(
      "header-key-twice",
      "\(shown(key)) stands at the head of the notebook already. The first one counts.",
      try: "delete the line that is wrong; the head is not written to until then")
  }
  static func headerKeyTwiceWithin(key: String) -> Self {
    told(
      "header-key-twice-within",
      "\(shown(key)) stands twice within one key at the head of the notebook, so the head is not "
        + "read.", try: "delete one of the two; your answers are read all the same")
  }
  static let headerStyle = told(
    "header-style",
    "The head of the notebook is read but not written to: its keys do not each start a line.",
    try: "write one key a line, such as `exercise: my-exercise`, without spaces before it",
    as: .notice)
  static let headerUnclosed = told(
    "header-unclosed", "The head of the notebook opens with `---` here and is not closed.",
    try: "put a line `---` after its last key")
  /// - Parameter entry: the key at fault, with what follows it; empty where that is not known.
  static func headerUnreadable(entry: String = "") -> Self {
    func leavesOpen(_ mark: Character, _ close: Character) -> Bool {
      entry.count { $0 == mark } > entry.count { $0 == close }
    }
    let advice =
      if entry.contains("\t") {
        "spaces in the place of tabs"
      } else if leavesOpen("{", "}") {
        "a `}` at the end of what `{` opens"
      } else if leavesOpen("[", "]") {
        "a `]` at the end of what `[` opens"
      } else if entry.contains("\"") {
        "single quotes around a text that holds `\"`"
      } else {
        "write lines like `exercise: my-exercise`, with quotes around a text that holds `:` or `#`"
      }
    return told(
      "header-unreadable",
      "The head of the notebook cannot be read from here on; it is left as it is.",
      try: "\(advice); your answers are read all the same")
  }
  static func listUnreadable(key: String) -> Self {
    told(
      "list", "`\(key)` needs a list of words; what stands here is not read.",
      try: "write it like `\(key): [\(key == "skipped" ? "1.2.1" : "units")]`")
  }
  static func momentUnreadable(key: String) -> Self {
    told(
      "moment",
      "`\(key)` needs a time with its zone for each question; what stands here is not read.",
      try: "write it like `\(key): {1.2.1: 2024-12-02T08:00:00Z}`")
  }
  static func newerFormat(found: String) -> Self {
    told(
      "newer",
      "This notebook is of format \(found); this Reckon knows format \(NotebookFormat.historyVersion), "
        + "and reads what it can.",
      try: "install a newer Reckon")
  }
  public static func skippedNotAllowed(id: String) -> Self {
    told(
      "skipped-not-allowed",
      "\(id) stands under `skipped`, and this question cannot be skipped. It counts as any other.",
      try: "take \(id) out of `skipped`")
  }
  public static func skippedUnknown(id: String) -> Self {
    told(
      "skipped-unknown",
      "\(withoutControls(String(id.prefix(40)))) stands under `skipped`, and this exercise has no "
        + "such question.", try: "take it out of `skipped`")
  }
  static let tangled = told(
    "tangled", "This section is too large or too tangled to be read; it is left as it is.",
    try: "cut long tables, deep lists and pasted pages from it", as: .error)
  public static func textLong(limit: Int) -> Self {
    told(
      "text-long", "Of this text only the first \(limit / 1000) 000 signs are read.",
      try: "cut what was pasted into it by mistake")
  }
  static func tooLarge(limit: Int) -> Self {
    told(
      "too-large", "This notebook is larger than \(limit >> 20) MB, so it is not read.",
      try: "cut what was pasted into it by mistake", as: .error)
  }
  static func unreadable(name: String, _ trouble: FileError) -> Self {
    let (message, help) = trouble.reading(name)
    return Self(id: "notebook-unreadable", message: message, help: help.map { [$0] } ?? [])
  }
  /// - `refuge`: the file in which the work is instead; nil where it is in none.
  public static func unsaved(name: String, _ trouble: FileError, beside refuge: String? = nil)
    -> Self
  {
    told(
      "unsaved",
      trouble.sentence(saving: name)
        + (refuge.map { " Your work is saved in `\($0)` instead." }
          ?? " Your line is kept in this session, and the file is as it was last saved."),
      try: trouble.remedy.here + "; the next line saves everything", as: .error)
  }

  private static func shown(_ key: String) -> String {
    "`\(withoutControls(String(key.prefix(40))))`"
  }
}

/// The words for what stands in a notebook and answers nothing where it stands.
extension Diagnostic {
  /// - Parameter isAnswer: whether it is written as a text or as ticks.
  static func beforeFirst(isAnswer: Bool) -> Self {
    told(
      "before-first", "What stands before the first question's heading answers no question.",
      try: "a heading with the question's number above it, such as `## 1.1`",
      as: isAnswer ? .warning : .notice)
  }
  static let commentUnclosed = told(
    "comment-unclosed", "This comment is not closed, so nothing that follows it is read.",
    try: "close it with `-->`")
  /// A block of code with another mark, or none.
  ///
  /// - Parameter fence: what opens it, `~~~` or backquotes.
  static func fenceOther(mark: String, fence: String) -> Self {
    told(
      "fence-other",
      mark.isEmpty
        ? "This block has no mark, so its lines are not read; formulas stand in one marked `reckon`."
        : "This block is marked `\(mark)`, so its lines are not read; formulas stand in one marked "
          + "`reckon`.",
      try: fence.hasPrefix("~")
        ? "`\(fence)reckon` as its first line" : "```` \(fence)reckon ```` as its first line")
  }
  /// - Parameter isPlain: whether nothing but formulas stands on its lines, no bullet before them.
  static func formulaOutside(isPlain: Bool) -> Self {
    told(
      "formula-outside",
      "This formula is not read: formulas stand in a block that is marked `reckon`.",
      try: "a line ```` ```reckon ```` above your formulas and a line ```` ``` ```` below"
        + (isPlain ? "" : ", and between them the formulas alone, without bullets and backquotes"))
  }
  /// What is like a heading with a question's number and is none, or a heading without the number.
  ///
  /// - Parameters:
  ///   - question: the id of the section that it is in.
  ///   - meant: the heading that it may be.
  static func headingUnnumbered(question: String?, meant: String?) -> Self {
    told(
      "heading",
      "This is no heading with a question's number, so what stands under it "
        + (question.map { "counts to \($0)." } ?? "answers no question."),
      try: meant.map { "`\($0)`, if that is what follows" }
        ?? "the question's number first, such as `## 1.1`")
  }
  static func inReading(question: String) -> Self {
    told("remark", "\(question) asks for nothing, so what stands here is not read.", as: .notice)
  }
  public static func nearAnswer(_ name: String, asked: String) -> Self {
    told(
      "near-answer", "`\(name)` answers no question, and `\(asked)` is asked for.",
      try: "`\(asked)` in its place, if that is what is meant", as: .notice)
  }
  /// Beside formulas, where it may be meant as a remark.
  static func remark(question: String) -> Self {
    told(
      "remark",
      "This is not read as an answer: \(question) asks for formulas, in a block marked `reckon`.",
      as: .notice)
  }
  static func textOutside(question: String) -> Self {
    told(
      "text-outside", "This is not read: the text of \(question) stands behind `>`.",
      try: "`> ` at the beginning of each of its lines")
  }
  static func unknownSection(id: String) -> Self {
    told(
      "unknown-question",
      "There is no question \(id) in this exercise, so what stands here answers none.",
      try: "the number of the question that it answers in the heading above")
  }
  static func unticked(question: String) -> Self {
    told(
      "unticked", "This is not read as a choice: \(question) asks for ticks in a list.",
      try: "`- [x] ` before each option that you choose, one a line")
  }
}

extension FileError {
  /// Why what is made from a notebook could not be written to a file of that name.
  public func diagnostic(writing name: String) -> Diagnostic {
    let isFolderMissing = self == .folderMissing
    return Diagnostic(
      id: "notebook-unwritten",
      message: isFolderMissing ? "There is no folder for `\(name)`." : sentence(saving: name),
      help: remedy.elsewhere.map { [$0] } ?? [])
  }

  /// Why a file cannot be saved, in a sentence of its own.
  public func sentence(saving name: String) -> String {
    switch self {
    case .folderForbidden, .forbidden: "The folder of `\(name)` cannot be written to."
    case .folderMissing, .missing: "The folder of `\(name)` is no longer there."
    case .full: "`\(name)` cannot be saved: the disk, or your share of it, is full."
    case .linkCircle: "`\(name)` is a link that leads back to itself."
    case .notAFile: "`\(name)` is not a file, so it is not written over."
    case .readOnlyDisk: "`\(name)` is on a disk that cannot be written to."
    case .tooLarge: "`\(name)` is larger than the system lets a file grow."
    case .tooLong: "The name `\(name)` is too long for a file."
    case .writeProtected: "`\(name)` is write-protected."
    case .other(let reason): "`\(name)` cannot be saved: \(reason)."
    }
  }

  /// What lets it be written: elsewhere, and at its place while the session goes on.
  fileprivate var remedy: (elsewhere: String?, here: String) {
    switch self {
    case .folderForbidden, .forbidden, .readOnlyDisk:
      ("a folder of your own", "make the folder writable from another window")
    case .folderMissing, .missing:
      ("make the folder first, or name another", "put the folder back from another window")
    case .full, .tooLarge: ("free some space first", "free some space from another window")
    case .linkCircle, .notAFile, .tooLong: ("another name", "move it away from another window")
    case .writeProtected:
      ("another name, or `chmod u+w` first", "`chmod u+w` in another window lifts that")
    case .other: (nil, "mend that from another window")
    }
  }

  /// Why a notebook of that name cannot be read, and what may help.
  fileprivate func reading(_ name: String) -> (message: String, help: String?) {
    switch self {
    case .folderForbidden, .forbidden:
      ("You have no permission to read `\(name)`.", "`ls -l` shows who may read it")
    case .missing: ("There is no file `\(name)`.", "look at the name for a slip")
    case .folderMissing: ("The folder of `\(name)` is not there.", "look at the name for a slip")
    case .linkCircle:
      ("`\(name)` is a link that leads back to itself.", "move it away, or name another notebook")
    case .notAFile: ("`\(name)` is not a file.", "move it away, or name another notebook")
    case .tooLarge(let limit):
      (
        "`\(name)` is larger than \(limit >> 20) MB, which no notebook is.",
        "look at whether this is the right file"
      )
    case .tooLong: ("The name `\(name)` is too long for a file.", "look at the name for a slip")
    case .full, .readOnlyDisk, .writeProtected: ("`\(name)` cannot be read.", nil)
    case .other(let reason): ("`\(name)` cannot be read: \(reason).", nil)
    }
  }
}
