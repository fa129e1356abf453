import Diagnostics
import ExerciseFiles
import Files
import LineEditing
import NotebookFiles
import TextLayout
import TutorTerminal
import Tutoring

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Brings a line editor and a session together.
struct Tutor {
  private let context: ExerciseContext
  private let console: Console
  private let editor: LibeditLineEditor
  private let pager: Pager

  init(_ context: ExerciseContext, console: Console) {
    self.context = context
    self.console = console
    editor = LibeditLineEditor(
      name: "reckon", historyFile: Self.historyFile, colour: console.hasColour)
    editor.isPlain = console.inWords
    pager = Pager(console, editor)
  }

  /// Lines typed in earlier sessions, kept with the user's state.
  static var historyFile: String? {
    if let state = Console.environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/reckon/history"
    }
    return Console.environment("HOME").map { $0 + "/.local/state/reckon/history" }
  }

  /// Lets the student choose an exercise; Enter takes the one worked on last.
  func choose() throws(Status) {
    let entries = context.library.list()
    guard !entries.isEmpty else {
      console.report(CommandWording.noExercises(context.library.folders))
      throw .badInput
    }
    console.show(CommandWording.welcome)
    console.show(StyledText())
    console.show(ExerciseList(context).lines(entries, numbered: true))
    console.show(StyledText())
    console.flush()
    let latest = ExerciseProgress(context).latest(of: entries)
    while true {
      let prompt =
        StyledText("Which exercise?", .prompt) + " (1-\(entries.count), Enter for \(latest + 1)): "
      switch editor.readLine(prompt: prompt) {
      case .endOfInput, .interrupted:
        console.show(StyledText())
        console.flush()
        return
      case .line(let line):
        let text = line.split(separator: " ").joined(separator: " ")
        if ["quit", "exit", ":quit", ":q", "q"].contains(text) { return }
        if let entry = entry(text, among: entries, latest: latest) {
          return try self.open(entry.path)
        }
        let intent = Intent(text.hasPrefix(":") ? String(text.dropFirst()) : text)
        if intent?.command == "quit" { return }
        if intent?.action == .consent || intent?.command == "next" {
          return try self.open(entries[latest].path)
        }
        guard intent != nil else {
          console.report(CommandWording.noSuchExercise(text, entries))
          continue
        }
        // The list stands above.
        if intent?.action == .remark(.otherExercises) {
          console.show(ExerciseList(context).lines(entries, numbered: true))
        }
        console.showFolded(CommandWording.howToChoose(entries[latest].id))
        console.flush()
      }
    }
  }

  private func entry(
    _ text: String, among entries: [ExerciseLibrary.Entry], latest: Int
  ) -> ExerciseLibrary.Entry? {
    if text.isEmpty { return entries[latest] }
    if let number = Int(text) {
      return (1...entries.count).contains(number) ? entries[number - 1] : nil
    }
    return ExerciseContext.meant(text, among: entries)
  }

  /// Works on an exercise, and on those after it, until the student leaves.
  func open(_ idOrPath: String) throws(Status) {
    var next: String? = context.meant(by: idOrPath)
    while let id = next { next = try work(on: id) }
  }

  /// Returns the id of the exercise to go on with, where the student does.
  private func work(on idOrPath: String) throws(Status) -> String? {
    let opened = try context.open(idOrPath)
    let path = NotebookPath.path(of: opened.exercise.id, in: ".")
    var environment = Session.Environment(
      isInteractive: editor.isInteractive, unicode: console.unicode,
      edit: editor.isInteractive
        ? { [console, editor] text in
          let asks = { [console, editor] (question: StyledText) -> LineInput in
            console.show(wrapped(question, width: console.width))
            console.flush()
            let decorator = editor.decorator
            editor.decorator = nil
            defer { editor.decorator = decorator }
            return editor.readLine(prompt: CommandWording.opensWithEnter)
          }
          return TextEditor(console: console, asks: asks, avoidsScreens: editor.isPlain).edit(text)
        } : nil)
    environment.submissions = .files(context)
    if editor.isInteractive, console.isTerminal {
      environment.showPicture = TerminalPictures(console, editor).show
    }
    environment.isAccessible = console.inWords
    environment.nextExercise = { [context] in
      ExerciseProgress(context).next(after: opened.exercise.id)
        .map { NextExercise(id: $0.id, title: $0.title) }
    }
    let session = Session(opened, notebook: path, environment: environment)
    let terminal = TerminalSession(
      session,
      screen: TerminalSession.Screen(
        unicode: console.unicode, colour: console.colour,
        width: { [console] in console.width }, height: { [console] in console.rows }))
    pager.show(terminal.welcome(), again: terminal.shownAgain)
    console.flush()
    guard session.canStart else { throw .badInput }
    editor.completer = { line, cursor in session.completion(of: line, cursor: cursor) }
    editor.decorator = { line, cursor in session.decoration(of: line, cursor: cursor) }
    // Ctrl-C while a formula is computed must not end the program; formulas are bounded.
    let before = editor.isInteractive ? signal(SIGINT, SIG_IGN) : nil
    defer {
      if let before { signal(SIGINT, before) }
      editor.completer = nil
      editor.decorator = nil
    }
    while !session.isOver { step(terminal) }
    try console.finish()
    if !session.isSaved { throw .io }
    return session.goesOnWith
  }

  private func step(_ terminal: TerminalSession) {
    console.inWords = terminal.session.environment.isAccessible
    editor.isPlain = console.inWords
    let remembers = terminal.session.remembersLines
    let initial = terminal.session.takeLineToEdit() ?? ""
    switch editor.readLine(prompt: terminal.prompt, initial: initial) {
    case .line(let line):
      if editor.pasteWasCut { console.report(CommandWording.pasteCut) }
      let lines = terminal.handle(line, isPasted: editor.pastedLinesWaiting > 0)
      // A line with a mistake can be brought back, and is not suggested.
      if remembers { editor.remember(line, suggests: terminal.session.wasAccepted) }
      pager.show(lines, again: terminal.shownAgain)
    case .interrupted: console.show(terminal.interrupt())
    case .endOfInput:
      if editor.isInteractive { console.show(StyledText()) }
      console.show(terminal.end())
    }
    console.flush()
  }
}
