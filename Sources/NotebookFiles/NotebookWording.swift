import Diagnostics
import Files
import MarkdownReading

/// The words for all that can be wrong with a notebook's file.
extension NotebookFault {
  public var diagnostic: Diagnostic {
    switch self {
    case .countUnreadable(let key):
      Diagnostic(
        id: "notebook-count", severity: .warning,
        message: "`\(key)` needs a whole number for each question, at most 1 000 000; what stands "
          + "here counts as 0.",
        help: ["write it like `\(key): {1.2.1: 2}`"])
    case .fenceInside(let container):
      Diagnostic(
        id: "notebook-fence-inside", severity: .warning,
        message: "This \(container.word) holds a `reckon` block, which is not read there.",
        help: ["move the block out of the \(container.word), to the left margin"])
    case .fenceMisspelt(let found):
      Diagnostic(
        id: "notebook-fence-misspelt", severity: .warning,
        message: "This block is marked `\(found)`, so its lines are not read.",
        help: ["if they are your formulas, mark it `reckon`"])
    case .fenceOverruns:
      Diagnostic(
        id: "notebook-fence-overruns", severity: .warning,
        message: "This block is not closed before the next one opens, so they are read as one.",
        help: ["close it with a line that holds the marks alone, as on its first line"])
    case .fenceUnclosed:
      Diagnostic(
        id: "notebook-fence-unclosed", severity: .notice,
        message: "This block is not closed; it is read up to the end of the file.",
        help: ["close it with a line that holds the marks alone, as on its first line"])
    case .headerKeyTwice(let key):
      Diagnostic(
        id: "notebook-header-key-twice", severity: .warning,
        message: "`\(withoutControls(String(key.prefix(40))))` stands at the head of the notebook"
          + " already. The first one counts.",
        help: ["delete the line that is wrong; the head is not written to until then"])
    case .headerKeyTwiceWithin(let key):
      Diagnostic(
        id: "notebook-header-key-twice-within", severity: .warning,
        message: "`\(withoutControls(String(key.prefix(40))))` stands twice within one key at the"
          + " head of the notebook, so the head is not read.",
        help: ["delete one of the two; your answers are read all the same"])
    case .headerStyle:
      Diagnostic(
        id: "notebook-header-style", severity: .notice,
        message: "The head of the notebook is read but not written to: its keys do not each "
          + "start a line.",
        help: ["write one key a line, such as `exercise: my-exercise`, without spaces before it"])
    case .headerUnclosed:
      Diagnostic(
        id: "notebook-header-unclosed", severity: .warning,
        message: "The head of the notebook opens with `---` here and is not closed.",
        help: ["put a line `---` after its last key"])
    case .headerUnreadable:
      Diagnostic(
        id: "notebook-header-unreadable", severity: .warning,
        message: "The head of the notebook cannot be read from here on; it is left as it is.",
        help: [
          "write lines like `exercise: my-exercise`, with quotes around a text that holds `:` "
            + "or `#`; your answers are read all the same"
        ])
    case .listUnreadable(let key):
      Diagnostic(
        id: "notebook-list", severity: .warning,
        message: "`\(key)` needs a list of words; what stands here is not read.",
        help: ["write it like `\(key): [\(key == "skipped" ? "1.2.1" : "units")]`"])
    case .momentUnreadable(let key):
      Diagnostic(
        id: "notebook-moment", severity: .warning,
        message: "`\(key)` needs a time with its zone for each question; what stands here is not "
          + "read.",
        help: ["write it like `\(key): {1.2.1: 2024-12-02T08:00:00Z}`"])
    case .newerFormat(let found):
      Diagnostic(
        id: "notebook-newer", severity: .warning,
        message: "This notebook is of format \(found); this Reckon knows format 1, and reads what "
          + "it can.",
        help: ["install a newer Reckon"])
    case .passedOver(let kind): kind.diagnostic
    case .skippedNotAllowed(let id):
      Diagnostic(
        id: "notebook-skipped-not-allowed", severity: .warning,
        message: "\(id) stands under `skipped`, and this question cannot be skipped. It counts as "
          + "any other.",
        help: ["take \(id) out of `skipped`"])
    case .skippedUnknown(let id):
      Diagnostic(
        id: "notebook-skipped-unknown", severity: .warning,
        message:
          "\(withoutControls(String(id.prefix(40)))) stands under `skipped`, and this exercise has no such "
          + "question.",
        help: ["take it out of `skipped`"])
    case .tangled:
      Diagnostic(
        id: "notebook-tangled",
        message: "This section is too large or too tangled to be read; it is left as it is.",
        help: ["cut long tables, deep lists and pasted pages from it"])
    case .tooLarge(let limit):
      Diagnostic(
        id: "notebook-too-large",
        message: "This notebook is larger than \(limit >> 20) MB, so it is not read.",
        help: ["cut what was pasted into it by mistake"])
    case .unreadable(let name, let trouble):
      Diagnostic(
        id: "notebook-unreadable", message: trouble.sentence(reading: name),
        help: trouble.helpForReading)
    case .unsaved(let name, let trouble, let refuge):
      Diagnostic(
        id: "notebook-unsaved",
        message: trouble.sentence(saving: name)
          + (refuge.map { " Your work is saved in `\($0)` instead." }
            ?? " Your line is kept in this session, and the file is as it was last saved."),
        help: [trouble.helpForSaving])
    }
  }
}

extension NotebookFault.Container {
  fileprivate var word: String {
    switch self {
    case .list: "list"
    case .quote: "quote"
    }
  }
}

extension FileError {
  /// Why what is made from a notebook could not be written to a file of that name.
  public func diagnostic(writing name: String) -> Diagnostic {
    Diagnostic(
      id: "notebook-unwritten", message: sentence(writing: name), help: helpForWriting)
  }

  fileprivate func sentence(reading name: String) -> String {
    switch self {
    case .folderForbidden, .forbidden: "You have no permission to read `\(name)`."
    case .missing: "There is no file `\(name)`."
    case .folderMissing: "The folder of `\(name)` is not there."
    case .linkCircle: "`\(name)` is a link that leads back to itself."
    case .notAFile: "`\(name)` is not a file."
    case .tooLarge(let limit):
      "`\(name)` is larger than \(limit >> 20) MB, which no notebook is."
    case .tooLong: "The name `\(name)` is too long for a file."
    case .full, .readOnlyDisk, .writeProtected: "`\(name)` cannot be read."
    case .other(let reason): "`\(name)` cannot be read: \(reason)."
    }
  }

  fileprivate var helpForReading: [String] {
    switch self {
    case .folderForbidden, .forbidden: ["`ls -l` shows who may read it"]
    case .folderMissing, .missing, .tooLong: ["look at the name for a slip"]
    case .linkCircle, .notAFile: ["move it away, or name another notebook"]
    case .tooLarge: ["look at whether this is the right file"]
    case .full, .readOnlyDisk, .writeProtected, .other: []
    }
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

  fileprivate func sentence(writing name: String) -> String {
    if case .folderMissing = self { return "There is no folder for `\(name)`." }
    return sentence(saving: name)
  }

  fileprivate var helpForWriting: [String] {
    switch self {
    case .folderForbidden, .forbidden, .readOnlyDisk: ["a folder of your own"]
    case .folderMissing, .missing: ["make the folder first, or name another"]
    case .full, .tooLarge: ["free some space first"]
    case .linkCircle, .notAFile, .tooLong: ["another name"]
    case .writeProtected: ["another name, or `chmod u+w` first"]
    case .other: []
    }
  }

  fileprivate var helpForSaving: String {
    switch self {
    case .folderForbidden, .forbidden, .readOnlyDisk:
      "make the folder writable from another window; the next line saves everything"
    case .folderMissing, .missing:
      "put the folder back from another window; the next line saves everything"
    case .full, .tooLarge:
      "free some space from another window; the next line saves everything"
    case .linkCircle, .notAFile, .tooLong:
      "move it away from another window; the next line saves everything"
    case .writeProtected:
      "`chmod u+w` in another window lifts that; the next line saves everything"
    case .other: "mend that from another window; the next line saves everything"
    }
  }
}
