import Diagnostics
import Exercises
import Formulas
import Grading
import Prose
import Quantities

/// The `:` commands.
extension Session {
  /// A command's name, what may follow it, and what it does.
  struct Command: Sendable {
    var name: String
    var argument: String
    var meaning: String
  }

  static let commands = [
    Command(name: "help", argument: "", meaning: "this list"),
    Command(name: "question", argument: "", meaning: "show the question again"),
    Command(name: "next", argument: "", meaning: "go to the next question"),
    Command(name: "back", argument: "", meaning: "go to the question before"),
    Command(name: "goto", argument: "1.2.3", meaning: "go to a question"),
    Command(name: "status", argument: "", meaning: "what is done and what is left"),
    Command(name: "hint", argument: "", meaning: "a hint, from gentle to plain"),
    Command(name: "why", argument: "NAME", meaning: "how a value comes about, step by step"),
    Command(
      name: "skip", argument: "", meaning: "give a question up for its answer, where it is allowed"),
    Command(name: "vars", argument: "NAME", meaning: "your names, or one of them in full"),
    Command(name: "table", argument: "NAME", meaning: "show a table"),
    Command(
      name: "units", argument: "kWh", meaning: "what a unit is; `:units power` lists those of power"
    ),
    Command(name: "undo", argument: "", meaning: "take the last change back"),
    Command(name: "redo", argument: "", meaning: "do again what was taken back"),
    Command(name: "reset", argument: "", meaning: "clear your answers to this question"),
    Command(name: "student", argument: "", meaning: "give your id and name anew"),
    Command(name: "quit", argument: "", meaning: "leave; everything is saved"),
  ]

  /// Commands behind which nothing may stand.
  private static let takesNothing: Set<String> = [
    "next", "back", "status", "skip", "undo", "redo", "reset", "student",
  ]

  func command(_ text: String) -> [StyledText] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let typed = words.first else { return command("help") }
    let argument = words.count > 1 ? trimmed(words[1]) : ""
    guard let name = Self.fullName(of: typed) else {
      let near = nearestNames(to: typed, among: Self.commands.map(\.name))
      return rendered(SessionWording.unknownCommand(typed, near: near))
    }
    if !argument.isEmpty, Self.takesNothing.contains(name) {
      return wrapped(SessionWording.takesNothing(name), width: width)
    }
    switch name {
    case "help": return help()
    case "question": return questionLines()
    case "next": return go(to: place + 1)
    case "back": return go(to: place - 1)
    case "goto": return go(toID: argument)
    case "status": return status()
    case "hint": return hint(argument)
    case "why": return why(argument)
    case "skip": return skip()
    case "vars": return argument.isEmpty ? variables() : variable(argument)
    case "table": return table(argument)
    case "units": return units(argument)
    case "undo": return undo()
    case "redo": return redo()
    case "reset": return reset()
    case "student":
      mode = .studentID
      return []
    case "quit":
      isOver = true
      return wrapped(
        SessionWording.goodbye(store.path, isSaved: !savingFailed),
        width: width)
    default: return []
    }
  }

  /// A command may be cut short where only one begins so.
  static func fullName(of typed: String) -> String? {
    if commands.contains(where: { $0.name == typed }) { return typed }
    if typed == "q" || typed == "exit" { return "quit" }
    let fitting = commands.filter { $0.name.hasPrefix(typed) }
    return fitting.count == 1 ? fitting[0].name : nil
  }

  private func help() -> [StyledText] {
    var lines = prose(SessionWording.help)
    lines.append(StyledText())
    let rows = Self.commands.map { command in
      [
        StyledText(":\(command.name)", .name)
          + StyledText(command.argument.isEmpty ? "" : " \(command.argument)", .dim),
        StyledText(command.meaning),
      ]
    }
    lines += TextTable(header: [], rows: rows, alignments: [.left, .left])
      .lines(width: width, unicode: surroundings.unicode)
    return lines
  }

  // MARK: Moving

  func go(to target: Int) -> [StyledText] {
    guard exercise.questions.indices.contains(target) else {
      return wrapped(
        target < 0 ? SessionWording.first : SessionWording.last, width: width)
    }
    place = target
    return [StyledText()] + questionLines()
  }

  private func go(toID id: String) -> [StyledText] {
    if let target = exercise.questions.firstIndex(where: { $0.id == id }) { return go(to: target) }
    let fitting = exercise.questions.indices.filter { exercise.questions[$0].id.hasSuffix(id) }
    if !id.isEmpty, fitting.count == 1 { return go(to: fitting[0]) }
    return rendered(
      SessionWording.unknownQuestion(id, known: exercise.questions.map(\.id)))
  }

  // MARK: Looking

  private func status() -> [StyledText] {
    let report = self.report()
    let rows = report.questions.map { question -> [StyledText] in
      let isHere = question.id == self.question.id
      return [
        marks.state(of: question), StyledText(question.id, isHere ? .prompt : .plain),
        StyledText(question.title, isHere ? .strong : .plain),
        StyledText(SessionWording.left(question), .dim),
        StyledText(Points.score(question)),
      ]
    }
    var lines = TextTable(
      header: [], rows: rows, alignments: [.left, .left, .left, .left, .right]
    ).lines(width: width, unicode: surroundings.unicode)
    lines.append(StyledText())
    lines += wrapped(SessionWording.total(report), width: width)
    if let due = exercise.due { lines += wrapped("Due \(due).", width: width) }
    return lines
  }

  private func table(_ name: String) -> [StyledText] {
    let known = sheet.shippedTables.map(\.name)
    let wanted = name.isEmpty && known.count == 1 ? known[0] : name
    guard let table = sheet.table(named: wanted) else {
      return rendered(SessionWording.unknownTable(name, known: known))
    }
    return display.lines(table)
  }
}
