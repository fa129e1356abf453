import ArgumentParser
import Dates
import Debriefing
import Diagnostics
import Files
import Gradebook
import ItemAnalysis
import ReckonCommands
import TextLayout

struct DebriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: DeskProgram.debriefAbstract,
    discussion: """
      How the class has fared: marks, the questions that were hard, how well each question tells \
      students apart, which error was made how often, what was asked. No student is named, and \
      nothing that fewer than 3 have in common is quoted.

        reckon debrief
        reckon debrief gradebook.sqlite --exercise chatgpt-footprint -o debriefing.html
        reckon debrief --candidates 1.3.1
        reckon debrief --example 1.3.1=345678 --comment "Weighs both sides."
        reckon debrief --marks quiz.csv --json
      """)

  /// What a debriefing is written as.
  enum Format { case markdown, page, json }

  @OptionGroup var options: ExerciseOptions

  @OptionGroup var named: GradebookOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Where to write; its end (.md, .html, .json) says what.", valueName: "file"))
  var output: String?

  @Flag(help: "Write over a file that is there and was not made by this command.")
  var force = false

  @Flag(help: "Print one JSON object, for other programs.")
  var json = false

  @Flag(help: "Show the model answers too.")
  var answers = false

  @Flag(help: "Quote every question that was noted: for your own screen.")
  var allAsked = false

  @Option(
    help: ArgumentHelp(
      "Marks from elsewhere: a row of headings, a row of maxima that begins with max, a row a "
        + "student.", valueName: "file.csv"))
  var marks: String?

  @Option(
    help: ArgumentHelp(
      "List what students have written at a question, with their names, to choose from.",
      valueName: "question"))
  var candidates: String?

  @Option(
    help: ArgumentHelp(
      "Show the work of a student, without a name; may be repeated.",
      valueName: "question=student"))
  var example: [String] = []

  @Option(
    help: ArgumentHelp("Show it no longer; may be repeated.", valueName: "question=student"))
  var noExample: [String] = []

  @Option(help: ArgumentHelp("What is said of the examples that are named.", valueName: "text"))
  var comment: String?

  func validate() throws {
    if let output, format == nil {
      throw ValidationError(
        "\(withoutControls(output)) does not say what to make: end the name with `.md`, `.html` or"
          + " `.json`.")
    }
    for name in example + noExample where !name.contains("=") {
      throw ValidationError(
        "\(withoutControls(name)): name the question and the student, as in `1.3.1=345678`.")
    }
  }

  func run() throws {
    let console = Console()
    if let marks {
      try show(try debriefing(ofMarks: marks, console), source: marks, console)
    } else {
      try debriefGradebook(ExerciseContext(options, console: console))
    }
    try console.finish()
  }

  private var format: Format? {
    guard let output else { return json ? .json : nil }
    if output.hasSuffix(".md") { return .markdown }
    if output.hasSuffix(".html") { return .page }
    return output.hasSuffix(".json") ? .json : nil
  }

  private func debriefing(ofMarks path: String, _ console: Console) throws(Status) -> Debriefing {
    let file = MarkFile(try ListFile.text(path, console), name: path)
    console.report(file.problems)
    guard let table = file.table else { throw .badInput }
    return Debriefing(marks: table, title: FileSystem.name(of: path), options: Debriefing.Options())
  }

  // MARK: A gradebook

  private func debriefGradebook(_ context: ExerciseContext) throws {
    let console = context.console
    let shelf = named.shelf(console)
    try shelf.open { book, ids throws in
      let isForOne =
        format != nil || candidates != nil || !example.isEmpty || !noExample.isEmpty
      if isForOne, ids.count > 1 { throw shelf.severalExercises(ids) }
      for id in ids { try debrief(id, book, context) }
    }
  }

  private func debrief(
    _ id: String, _ book: Gradebook, _ context: ExerciseContext
  ) throws {
    let console = context.console
    try chooseExamples(id, book, console)
    if let candidates { return try show(candidates, of: id, book, console) }
    guard let results = try book.results(of: id) else { return }
    var shown = Debriefing.Options()
    let clock = WallClock.system
    shown.now = clock.now()
    shown.zone = clock.zone
    shown.showsEverythingAsked = allAsked
    if case .exercise(let entry) = context.library.find(id),
      let course = context.library.course(of: entry)
    {
      shown.dates = course.calendar
    }
    if answers {
      let opened = try context.open(id)
      shown.modelAnswers = ModelAnswers.texts(of: opened)
      shown.exerciseFolder = FileSystem.folder(of: opened.exercise.file)
    }
    try show(Debriefing(results, options: shown), source: book.path, console)
  }

  private func show(
    _ debriefing: Debriefing, source: String, _ console: Console
  ) throws(Status) {
    let text: String
    switch format {
    case nil:
      console.show(debriefing.lines(width: console.width, unicode: console.unicode))
      return
    case .markdown: text = debriefing.markdown
    case .page: text = debriefing.page
    case .json: text = debriefing.json.text + "\n"
    }
    guard let output else { return console.write(text) }
    try OutputFile(path: output, source: source, mayReplace: force || format == .json).write(
      text, console)
    console.showFolded(StyledText(DeskWording.written(output)))
  }

  // MARK: Examples

  private func chooseExamples(
    _ id: String, _ book: Gradebook, _ console: Console
  ) throws {
    for (names, isChosen) in [(example, true), (noExample, false)] {
      for name in names {
        let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
        var isThere = false
        if parts.count == 2 {
          isThere = try book.choose(
            exercise: id, question: parts[0], student: parts[1], comment: comment ?? "",
            isChosen: isChosen)
        }
        guard isThere else {
          console.report(DeskWording.noSuchWork(name, questions: try book.questions(of: id)))
          throw Status.badInput
        }
      }
    }
  }

  private func show(
    _ question: String, of id: String, _ book: Gradebook, _ console: Console
  ) throws {
    let found = try book.candidates(exercise: id, question: question)
    if found.isEmpty {
      console.report(DeskWording.noSuchWork(question, questions: try book.questions(of: id)))
      throw Status.badInput
    }
    for candidate in found {
      console.showFolded(
        StyledText(plainLine(candidate.student), .name)
          + StyledText("  \(DeskWording.points(candidate.score, of: candidate.maximum))")
          + StyledText(candidate.isChosen ? "  chosen" : "", .success))
      for line in candidate.text.split(separator: "\n") {
        console.showFolded(StyledText("  " + plainLine(String(line))))
      }
    }
  }
}
