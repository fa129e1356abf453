import Diagnostics

/// What is wrong with what was typed at the prompt, in alphabetical order.
enum SessionDiagnostics {
  static func alreadyOpen(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "already-open", severity: .warning,
      message: "\(file) is open in another session too. What either saves is read by the other.")
  }

  static func anotherName(
    _ name: String, than other: String, renamed: String
  ) -> Diagnostic {
    Diagnostic(
      id: "another-name", severity: .notice,
      message: "`\(name)` is another name than `\(other)`, which stays as it is.",
      help: ["`\(renamed)`, if that is what you meant"])
  }

  static func anotherNameThere(_ other: String, than name: String) -> Diagnostic {
    Diagnostic(
      id: "another-name", severity: .notice,
      message: "`\(other)`, which you have too, is another name: what uses it does not read"
        + " `\(name)`.")
  }

  static func blankAfterColon(_ rest: String) -> Diagnostic {
    let name = rest.split(separator: " ").first.map(String.init) ?? ""
    let isCommand = Command.named(name) != nil
    return Diagnostic(
      id: "blank-after-colon", message: "A command follows its colon without a blank.",
      help: [isCommand ? "`:\(rest)`" : "`:help`, which lists the commands"])
  }

  static func columnToSort(_ sort: String, table: String, among headings: [String]) -> Diagnostic {
    Diagnostic(
      id: "column-to-sort",
      message: "No single column of `\(table)` is called `\(withoutControls(sort))`.",
      help: headings.map { "`:table \(table) sort \($0)`" })
  }

  static func editFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      id: "editor-failed", message: "Your text is as it was: \(reason).",
      help: ["type your text here, or set EDITOR to your editor before you start"])
  }

  static func fileIsTaken(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "zip-taken", severity: .warning,
      message: "\(file) is there already and was not made by `:submit`, so it is left as it is.",
      help: ["move it away or rename it, then `:submit` again"])
  }

  static func hidesConstant(_ constant: String, value: String) -> Diagnostic {
    Diagnostic(
      id: "hides-constant", severity: .notice,
      message: "`\(constant)` comes with the exercise as \(value). Your own value now counts in"
        + " your formulas.")
  }

  /// - Parameter renamed: the same line with the name that is asked for.
  static func misspelt(_ name: String, renamed: String) -> Diagnostic {
    Diagnostic(
      id: "answers-nothing", severity: .notice, message: "`\(name)` answers no question here.",
      help: ["`\(renamed)`, if that is what you meant"])
  }

  /// What would answer, and stands under another name or none.
  static func answersUnnamed(_ asked: String, of question: String, renamed: String) -> Diagnostic {
    Diagnostic(
      id: "answers-nothing", severity: .notice,
      message: "This answers nothing yet: \(question) asks for `\(asked)`.",
      help: ["`\(renamed)`, if that is what you mean"])
  }

  static func nearCommand(_ word: String, _ command: Command) -> Diagnostic {
    Diagnostic(
      id: "near-command", message: "There is no name `\(word)` here.", help: ["`:\(command.name)`"])
  }

  static func notInTable(_ words: String, table: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "not-in-table", severity: .notice,
      message: "No row of `\(table)` has `\(words)`.",
      help: near.map { "`:table \(table) \($0)`" }
        + (near.isEmpty ? ["`:table \(table)`, which shows all rows"] : []))
  }

  static func rowUnknown(_ row: String, rows: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-row", message: "There is no row `\(row)`.",
      help: rows.isEmpty ? [] : ["one of \(rows.prefix(6).joined(separator: ", "))"])
  }

  static func lacksColon(_ command: String) -> Diagnostic {
    Diagnostic(
      id: "lacks-colon", message: "`\(command)` is no name; the command begins with a colon.",
      help: ["`:\(command)`"])
  }

  static func skipCannotBeNoted(_ id: String, file: String) -> Diagnostic {
    Diagnostic(
      id: "skip-not-noted",
      message:
        "The head of \(file) cannot be written to, so it cannot be noted that \(id) is skipped.",
      help: ["one key a line between its two lines `---`, such as `exercise: my-exercise`"])
  }

  static func unknownCommand(_ typed: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-command", message: "There is no command `:\(typed)`.",
      help: near.isEmpty ? ["`:help`"] : near.map { "`:\($0)`" })
  }

  static func unknownQuestion(
    _ id: String, known: [String], command: String = "goto"
  ) -> Diagnostic {
    Diagnostic(
      id: "unknown-question",
      message: id.isEmpty ? "Which question?" : "There is no question \(id).",
      help: ["`:\(command)` with one of \(known.joined(separator: ", "))"])
  }

  static func unknownTable(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-table",
      message: name.isEmpty ? "Which table?" : "There is no table `\(name)`.",
      help: known.isEmpty
        ? ["this exercise has no tables"] : known.map { "`:table \($0)`" })
  }

  static func unknownToWhy(_ name: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-to-why", message: "`\(name)` is none of your names or columns.",
      help: near.map { "`:why \($0)`" } + (near.isEmpty ? ["`:vars`, which lists them"] : []))
  }

  static func unknownTopic(_ text: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-topic", message: "There is no help on `\(text)`.",
      help: near.isEmpty ? ["`:help`, which lists the topics"] : near.map { "`:help \($0)`" })
  }

  static func unknownUnit(_ text: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-unit", message: "`\(text)` is no unit that is known here.",
      help: near.map { "`:units \($0)`" })
  }

  static func unknownUnitHere(_ word: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "unknown-unit", message: "`\(word)` is no unit that is known here.",
      help: unitsToType(near))
  }

  /// What to try at the prompt for a unit.
  static func unitsToType(_ units: [String]) -> [String] {
    units.map { "`\($0)`" } + ["Enter, to leave it without a unit"]
  }

  static func unknownVariable(_ text: String, near: [String], command: String) -> Diagnostic {
    Diagnostic(
      id: "unknown-variable",
      message: "There is no name `\(withoutControls(String(text.prefix(60))))` in your notebook.",
      help: near.isEmpty ? ["`:vars` lists all names"] : near.map { "`:\(command) \($0)`" })
  }

  static func zipFailed(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      id: "zip-failed", message: "\(file) cannot be made: \(reason).",
      help: ["hand in the notebooks one by one"])
  }
}
