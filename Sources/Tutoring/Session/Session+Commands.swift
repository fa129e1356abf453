import Diagnostics
import Exercises
import Formulas
import Grading
import MarkdownReading
import Quantities
import TextLayout

/// The `:` commands.
extension Session {
  /// A command's name, what may follow it, and what it does.
  public struct Command: Sendable {
    public var name: String
    /// As the list of commands shows it; empty where nothing may follow.
    public var argument: String
    public var meaning: String
    var run: @Sendable (Session, String) -> [SessionEvent]

    init(
      _ name: String, _ argument: String = "", _ meaning: String,
      run: @escaping @Sendable (Session, String) -> [SessionEvent]
    ) {
      self.name = name
      self.argument = argument
      self.meaning = meaning
      self.run = run
    }
  }

  public static let commands = [
    Command("help", "", "this list") { _, _ in [.commands] },
    Command("question", "", "show the question again") { session, _ in session.questionLines() },
    Command("next", "", "go to the next question") { session, _ in session.go(to: session.place + 1)
    },
    Command("back", "", "go to the question before") { session, _ in
      session.go(to: session.place - 1)
    },
    Command("goto", "1.2.3", "go to a question") { $0.go(toID: $1) },
    Command("status", "", "what is done and what is left") { session, _ in session.status() },
    Command("hint", "", "a hint, from gentle to plain") { $0.hint($1) },
    Command("why", "NAME", "how a value comes about, step by step") { $0.why($1) },
    Command("skip", "", "give a question up for its answer, where it is allowed") { session, _ in
      session.skip()
    },
    Command("vars", "NAME", "your names, or one of them in full") {
      $1.isEmpty ? $0.variables() : $0.variable($1)
    },
    Command("edit", "", "write your text in an editor") { session, _ in session.edit() },
    Command("table", "NAME WORD", "show a table, or its rows with a word") { $0.table($1) },
    Command("plot", "1.2.3", "charts of a question; `:plot save name.svg` saves the last one") {
      $0.plot($1)
    },
    Command("concrete", "3 t CO2e", "an amount beside what one knows: kilometres, litres …") {
      $0.concrete($1)
    },
    Command("debrief", "1.2.3", "what a full answer has, once a question is finished") {
      $0.debrief($1)
    },
    Command("course", "", "the text behind the exercises, and the dates") { session, _ in
      session.courseLines()
    },
    Command("units", "kWh", "what a unit is; `:units power` lists those of power") {
      $0.units($1)
    },
    Command("undo", "", "take the last change back") { session, _ in session.undo() },
    Command("redo", "", "do again what was taken back") { session, _ in session.redo() },
    Command("reset", "", "clear your answers to this question") { session, _ in session.reset() },
    Command("ask", "TEXT", "note a question for the next question session") { $0.ask($1) },
    Command("submit", "", "what is missing, and the file to hand in") { session, _ in
      session.submit()
    },
    Command("student", "", "give your id and name anew") { session, _ in session.askStudent() },
    Command("quit", "", "leave; everything is saved") { session, _ in session.quit() },
  ]

  /// Commands that look at what follows them, though the list does not say so.
  private static let heeds: Set<String> = ["help", "question", "hint", "quit"]

  func command(_ text: String) -> [SessionEvent] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let typed = words.first else { return command("help") }
    let argument = words.count > 1 ? trimmed(words[1]) : ""
    guard let name = Self.fullName(of: typed),
      let command = Self.commands.first(where: { $0.name == name })
    else {
      let near = nearestNames(to: typed, among: Self.commands.map(\.name))
      return told(SessionDiagnostics.unknownCommand(typed, near: near))
    }
    if !argument.isEmpty, command.argument.isEmpty, !Self.heeds.contains(name) {
      return [.said(.takesNothing(name))]
    }
    return command.run(self, argument)
  }

  /// A command may be cut short where only one begins so.
  static func fullName(of typed: String) -> String? {
    if commands.contains(where: { $0.name == typed }) { return typed }
    if typed == "q" || typed == "exit" { return "quit" }
    let fitting = commands.filter { $0.name.hasPrefix(typed) }
    return fitting.count == 1 ? fitting[0].name : nil
  }

  /// Whether a line begins with a colon and a command's name in full.
  static func isWholeCommand(_ line: String) -> Bool {
    guard line.hasPrefix(":") else { return false }
    let word = line.dropFirst().prefix { !$0.isWhitespace }
    return commands.contains { $0.name == word }
  }

  fileprivate func askStudent() -> [SessionEvent] {
    mode = .studentID
    return []
  }

  fileprivate func quit() -> [SessionEvent] {
    isOver = true
    return [.said(.goodbye(store.place, isSaved: !savingFailed))]
  }

  // MARK: Moving

  func go(to target: Int) -> [SessionEvent] {
    guard exercise.questions.indices.contains(target) else {
      return [.said(target < 0 ? .first : .last)]
    }
    place = target
    return [.gap] + questionLines()
  }

  fileprivate func go(toID id: String) -> [SessionEvent] {
    if let target = exercise.questions.firstIndex(where: { $0.id == id }) { return go(to: target) }
    let fitting = exercise.questions.indices.filter { exercise.questions[$0].id.hasSuffix(id) }
    if !id.isEmpty, fitting.count == 1 { return go(to: fitting[0]) }
    return told(
      SessionDiagnostics.unknownQuestion(id, known: exercise.questions.map(\.id)))
  }

  // MARK: Looking

  fileprivate func status() -> [SessionEvent] {
    let report = self.report()
    var lines: [SessionEvent] = [
      .status(
        ShownStatus(report: report, current: question.id, late: Set(lateQuestions))),
      .gap,
    ]
    lines += [.said(.total(report))]
    lines += dueLines()
    if !lateQuestions.isEmpty {
      lines += [.date(.late(lateQuestions))]
    }
    return lines + calendarLines(limit: 3)
  }
}
