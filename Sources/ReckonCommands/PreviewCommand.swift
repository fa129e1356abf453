import ArgumentParser
import Files
import NotebookFiles
import NotebookGrading
import Reports

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "For teaching assistants: an exercise with its graded model answers.",
    discussion: """
      Shows every question as a student sees it, then its model answer: value, unit, tolerance, \
      what else is accepted, points and hints. With a notebook, the student's answers stand beside. \
      With a text, it shows how that would be read as an answer to an open question, word by word. \
      With --watch it is shown again at every save, what has changed of it and what is wrong with \
      it, until Ctrl-C.

        reckon preview chatgpt-footprint
        reckon preview --watch my-exercise.md
        reckon preview chatgpt-footprint --as ada/chatgpt-footprint.answers.md
        reckon preview chatgpt-footprint --question 2.4.1 --text "The chips were made in Taiwan."
      """)

  @OptionGroup var options: ExerciseOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("A student's notebook.", valueName: "file"))
  var notebook: String?

  @Option(
    help: ArgumentHelp(
      "Show how a text is read, word by word; `-` reads it from standard input.", valueName: "text")
  )
  var text: String?

  @Option(
    help: ArgumentHelp("Show one question alone; the one that a text answers.", valueName: "id"))
  var question: String?

  @Flag(help: "Show it again at every save, until Ctrl-C.")
  var watch = false

  @Argument(help: "The id of an exercise, or the path of its file.")
  var exercise: String

  func validate() throws {
    if watch, text != nil { throw ValidationError("--watch shows an exercise, and no text.") }
  }

  func run() throws {
    let console = Console()
    let context = ExerciseContext(options, console: console, command: "preview")
    if let text { return try read(text, console, context) }
    if watch { return try PreviewWatch(self, context).run() }
    let (opened, student) = try opened(in: context)
    if let student { console.report(student.remarks) }
    let parts = parts(of: opened, student, console)
    if let question, parts.isEmpty {
      let known = opened.exercise.questions.map(\.id)
      console.report(CommandWording.noSuchQuestion(question, known: known))
      throw Status.usage
    }
    for part in parts { console.show(part.lines) }
    try console.finish()
  }

  /// The exercise, with the student's notebook where one is named.
  private func opened(
    in context: ExerciseContext
  ) throws(Status) -> (opened: OpenedExercise, student: NotebookChecker.Checked?) {
    guard let notebook else { return (try context.open(exercise), nil) }
    let checked = try NotebookChecker(context, exercise: exercise).check(notebook)
    return (checked.opened, checked)
  }

  /// What is to be shown: all, or the question that is asked for.
  func parts(
    of opened: OpenedExercise, _ student: NotebookChecker.Checked?, _ console: Console
  ) -> [PreviewText.Part] {
    PreviewText(
      opened, student: student?.graded, notebook: student?.file, width: console.width,
      unicode: console.unicode, colour: console.colour
    ).parts().filter { question == nil || $0.question == question }
  }

  /// Bytes of the longest text that is read from standard input.
  private static let longestText = 1 << 20

  /// Shows how a text is read as an answer.
  private func read(_ text: String, _ console: Console, _ context: ExerciseContext) throws {
    let opened = try context.open(exercise)
    var text = text
    if text == "-" {
      let lines = StandardInput(limit: Self.longestText)
      text = ""
      while case .bytes(let line)? = lines.nextLine(idle: {}), text.utf8.count < Self.longestText {
        text += String(decoding: line, as: UTF8.self) + "\n"
      }
    }
    do {
      let reading = try ReadingText(
        text, to: question, in: opened, width: console.width, unicode: console.unicode)
      console.show(reading.lines())
      try console.finish()
    } catch ReadingText.Failure.noSuchQuestion(let known) {
      console.report(CommandWording.noSuchText(question, known: known))
      throw ExitCode(Status.usage.rawValue)
    }
  }
}
