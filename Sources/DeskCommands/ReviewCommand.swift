import ArgumentParser
import Dates
import Diagnostics
import Files
import Gradebook
import ReckonCommands
import Reviewing
import Submissions
import TextLayout

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: DeskProgram.reviewAbstract,
    discussion: """
      Shows the answers whose points wait for a person, or are to be confirmed, one question after \
      the other: what the program has found is marked in the text, and one key gives a criterion \
      its points. Names are hidden. Every key is kept at once: leave whenever you like, and go on \
      later. Nothing is written over; what was decided before stays to be read.

        reckon review
        reckon review footprint.sqlite --question 2.2 --as Ada
        reckon review --status
        reckon review --copy theirs.sqlite
        reckon review --merge theirs.sqlite
        reckon review --differences
        reckon review --student 345678 --question 2.1 --part x --points 0.5 --why "Own source."
      """)

  @OptionGroup var options: ExerciseOptions

  @OptionGroup var named: GradebookOptions

  @Option(
    name: .customLong("question"),
    help: ArgumentHelp(
      "Review all answers to this question, of any kind; may be repeated.", valueName: "question"))
  var questions: [String] = []

  @Option(help: ArgumentHelp("Review this student's answers alone.", valueName: "student"))
  var student: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Your name, which stands at what you decide; your login without it.", valueName: "name"))
  var reviewer: String?

  @Flag(help: "Show names from the start.")
  var names = false

  @Flag(help: "Read what others have decided on once more, without seeing their decisions.")
  var second = false

  @Flag(help: "Show only answers on which reviewers differ.")
  var differences = false

  @Flag(help: "Say how far the review is.")
  var status = false

  @Option(
    help: ArgumentHelp(
      "Take over what was decided in another gradebook of the class.", valueName: "gradebook"))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "Make a copy of the gradebook for a colleague, whole at any moment.", valueName: "file"))
  var copy: String?

  @Option(
    name: .customLong("points"),
    help: ArgumentHelp(
      "Decide without the screen: points for the student and question that are named.",
      valueName: "number"))
  var typedPoints: String?

  @Option(
    help: ArgumentHelp(
      "The criterion, or the answer, that gets the points; the whole question without it.",
      valueName: "name"))
  var part: String?

  @Option(help: ArgumentHelp("Why, for colleagues and complaints.", valueName: "text"))
  var why: String?

  @Option(help: ArgumentHelp("A comment for the student.", valueName: "text"))
  var comment: String?

  private var isDirect: Bool { typedPoints != nil || comment != nil }

  func validate() throws {
    if isDirect, student == nil || questions.count != 1 {
      throw ValidationError("Name the --student and the --question that it is for.")
    }
    if !isDirect, part != nil || why != nil {
      throw ValidationError("--part and --why go with --points.")
    }
    if second, differences {
      throw ValidationError("--second hides what --differences shows: take one of them.")
    }
  }

  func run() throws {
    let console = Console()
    let context = ExerciseContext(options, console: console)
    let shelf = named.shelf(console)
    try shelf.open { book, ids throws in
      if let merge { return try self.merge(merge, into: book, console) }
      if let copy { return try self.copy(to: copy, of: book, console) }
      if status { return try ReviewStatus(book, console).show(ids, only: questions) }
      guard ids.count == 1 else { throw shelf.severalExercises(ids) }
      let reviewer = try self.reviewerName(console)
      if isDirect { return try decide(in: book, ids[0], reviewer, console) }
      try review(book, ids[0], reviewer, context)
    }
    try console.finish()
  }

  /// The reviewer's name; reports where none is known, and throws.
  private func reviewerName(_ console: Console) throws(Status) -> String {
    let named = [
      reviewer, Console.environment("RECKON_REVIEWER"), Console.environment("LOGNAME"),
      Console.environment("USER"),
    ]
    if let name = named.compactMap({ $0.map { plainLine($0).trimmingBlank } }).first(
      where: { !$0.isEmpty })
    {
      return String(name.prefix(60))
    }
    console.report(DeskWording.noReviewer)
    throw .usage
  }

  // MARK: The screen

  private func review(
    _ book: Gradebook, _ id: String, _ reviewer: String, _ context: ExerciseContext
  ) throws {
    let console = context.console
    var options = ReviewSession.Options()
    options.questions = questions.isEmpty ? nil : questions
    options.student = try student.map { try StudentName($0).key(in: book, console) }
    if student != nil, questions.isEmpty {
      options.questions = try book.reviewedQuestions(of: id).map(\.id)
    }
    options.showsNames = names
    options.isSecondReading = second
    options.onlyDisputed = differences
    let findings = AnswerFindings(SubmissionGrader { try? context.silent.open($0) }) {
      (try? book.notebooks(of: $0)) ?? []
    }
    let clock = WallClock.system
    let session = try ReviewSession(
      book, exercise: id, reviewer: reviewer, options: options, now: { clock.now().text },
      findings: findings.found)
    if session.isEmpty {
      let known = try book.reviewedQuestions(of: id).map(\.id)
      if let unknown = questions.first(where: { !known.contains($0) }) {
        console.report(DeskWording.noAnswerAt(unknown, known: known))
        throw Status.badInput
      }
      console.showFolded(
        StyledText(DeskWording.nothingToReview(differences: differences, second: second)))
      return
    }
    let opened = try? context.silent.open(id)
    let answers = opened.map(ModelAnswers.texts) ?? [:]
    let screen = ReviewTerminal(session, console) { question in
      DeskWording.task(opened?.exercise.question(question), modelAnswer: answers[question])
    }
    guard let screen else {
      console.report(DeskWording.reviewNeedsTerminal)
      throw Status.usage
    }
    try screen.run()
    console.showFolded(StyledText(DeskWording.reviewed(session.changedAnswers, as: reviewer)))
    try ReviewStatus(book, console).show([id])
  }

  // MARK: Without it

  private func decide(
    in book: Gradebook, _ id: String, _ reviewer: String, _ console: Console
  ) throws {
    let key = try StudentName(student ?? "").key(in: book, console)
    let question = questions[0]
    guard let work = try book.work(exercise: id, question: question, student: key) else {
      console.report(DeskWording.noAnswerAt(question, known: try book.questions(of: id)))
      throw Status.badInput
    }
    let found = try part(of: work, console)
    let maximum = found?.maximum ?? work.maximum
    let points = typedPoints.map { ReviewSession.points($0, maximum: maximum) }
    if let typedPoints, points == .some(nil) {
      console.report(DeskWording.notPoints(typedPoints, maximum: maximum))
      throw Status.badInput
    }
    if found != nil, work.decision(on: .question) != .open {
      console.report(DeskWording.wholeIsGiven(question))
      throw Status.badInput
    }
    try book.keep(reviews(of: work, part: found?.part ?? .question, points ?? nil, reviewer))
    guard let after = try book.work(exercise: id, question: question, student: key) else { return }
    console.showFolded(StyledText(DeskWording.decided(key, after, wasPoints: work.score)))
  }

  /// The part that is named; nil for the whole question.
  private func part(
    of work: ReviewedWork, _ console: Console
  ) throws(Status) -> ReviewedWork.Part? {
    guard let part else { return nil }
    if let found = work.parts.first(where: { $0.name == part }) { return found }
    console.report(
      DeskWording.noSuchPart(part, of: work.question, known: work.parts.map(\.name)))
    throw .badInput
  }

  private func reviews(
    of work: ReviewedWork, part: Review.Part, _ points: Double?, _ reviewer: String
  ) -> [Review] {
    let (time, stroke) = (WallClock.system.now().text, Review.makeID())
    func review(_ part: Review.Part, _ ruling: Review.Ruling, _ replaces: [String]) -> Review {
      Review(
        exercise: work.exercise, student: work.student, question: work.question, part: part,
        ruling: ruling, why: why ?? "", reviewer: reviewer, time: time, work: work.work,
        stroke: stroke, replaces: replaces)
    }
    var reviews: [Review] = []
    if let points {
      let replaced = work.current.filter { $0.part == part && !$0.ruling.isComment }.map(\.id)
      reviews.append(review(part, .points(points), replaced))
    }
    if let comment { reviews.append(review(.question, .comment(comment), [])) }
    return reviews
  }

  private func copy(to path: String, of book: Gradebook, _ console: Console) throws {
    guard !FileSystem.isTaken(path) else {
      console.report(DeskWording.copyTaken(path))
      throw Status.usage
    }
    try book.copy(to: path)
    console.showFolded(StyledText(DeskWording.copied(path)))
  }

  private func merge(_ path: String, into book: Gradebook, _ console: Console) throws {
    guard FileSystem.isTaken(path) else {
      console.report(DeskWording.noGradebook(path))
      throw Status.badInput
    }
    guard !FileSystem.isSame(path, book.path) else {
      console.report(DeskWording.mergesWithItself(path))
      throw Status.usage
    }
    let merge: Gradebook.Merge
    do throws(Gradebook.Failure) {
      merge = try book.merge(reviewsOf: path)
    } catch {
      console.report(DeskWording.gradebook(path, error))
      throw error.status
    }
    for line in DeskWording.merged(merge, from: path) { console.showFolded(StyledText(line)) }
    try console.finish()
    if !merge.disputed.isEmpty { throw Status.short }
  }
}
