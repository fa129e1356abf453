import Dates
import Files
import Foundation
import NotebookFiles
import NotebookGrading
import Reports
import Submissions

/// Takes the files of a class into a gradebook and grades what has changed since the last run.
public struct GradingRun {
  /// How far a run is.
  public enum Progress: Sendable {
    /// Files that were read.
    case reading(files: Int)
    /// Students whose notebooks were graded, of all that have to be.
    case grading(done: Int, of: Int)
  }

  public var gradebook: Gradebook
  public var sources: [SubmissionSource]
  /// Nil to go by that of earlier runs.
  public var roster: Roster?
  /// When students have handed in, beside what the sources tell; nil to go by that of earlier runs.
  public var times: Roster?
  /// The exercises that are graded; nil for all.
  public var wanted: Set<String>?
  /// Whether what has not changed is graded again.
  public var gradesAll = false
  public var threads: Int
  /// Where is noted what is being read and graded, for whoever looks after this process: files in
  /// slot 0, a thread's student in each of the others.
  public var watch: SlotFile?
  /// Students who are graded last and one by one.
  public var suspects: Set<String> = []
  /// Paths of files and keys of students at which the program broke down.
  public var failures: Set<String> = []
  /// Of the program.
  public var version: String
  public var now: Moment
  /// Opens the exercise of an id, from a place that no student writes to.
  public var open: @Sendable (String) -> OpenedExercise?

  public init(
    _ gradebook: Gradebook, sources: [SubmissionSource], threads: Int, version: String,
    now: Moment, open: @escaping @Sendable (String) -> OpenedExercise?
  ) {
    self.gradebook = gradebook
    self.sources = sources
    self.threads = threads
    self.version = version
    self.now = now
    self.open = open
  }

  /// What a run has done.
  public struct Outcome: Sendable {
    public var files = 0
    /// Grades that were computed.
    public var graded = 0
    /// Grades that stood.
    public var kept = 0
    /// Students whose marks are others than before.
    public var changed = 0
    /// Grades taken away, since their notebooks are gone.
    public var removed = 0
  }

  /// Grades that are written at once: what a run that is killed loses at most.
  private static let gradesAtOnce = 100
  /// Students whose notebooks are read at once.
  private static let textsAtOnce = 32
  /// Files that are written at once.
  private static let batch = 500

  public func run(progress: (Progress) -> Void) throws(Gradebook.Failure) -> Outcome {
    let grader = SubmissionGrader(only: wanted, open: open)
    var outcome = Outcome()
    outcome.files = try takeIn(grader, progress)
    try grade(grader, threads: threads, &outcome, progress, only: { !suspects.contains($0) })
    for suspect in suspects.subtracting(failures).sorted() {
      try grade(grader, threads: 1, &outcome, { _ in }, only: { $0 == suspect })
    }
    outcome.removed = try gradebook.removeOrphans(now: now)
    try gradebook.adoptStrays()
    try gradebook.settleStandings()
    return outcome
  }

  /// Takes the files in without grading them, and hands out what each student has handed in, in
  /// the order of the students' keys.
  public func records(
    _ body: (_ student: String, Submission) -> Void
  ) throws(Gradebook.Failure) {
    _ = try takeIn(SubmissionGrader(only: wanted, open: open)) { _ in }
    try forEachPage { page throws(Gradebook.Failure) in
      for work in page {
        var submission = Submission(notebooks: [])
        let texts = try gradebook.texts(ofNotebooks: work.files.map(\.digest))
        for (file, text) in zip(work.files, texts) {
          submission.notebooks.append(Submission.Notebook(name: file.name, text: text))
          // The last of them is when all was handed in.
          if let submitted = file.submitted {
            submission.submitted = submission.submitted.map { $0.later(submitted) } ?? submitted
          }
        }
        body(work.student, submission)
      }
    }
  }

  /// Students with notebooks that count, some hundred at a time.
  private func forEachPage(
    _ body: ([Gradebook.StudentWork]) throws(Gradebook.Failure) -> Void
  ) throws(Gradebook.Failure) {
    var last = ""
    while true {
      let page = try gradebook.work(after: last)
      guard let end = page.last else { return }
      last = end.student
      try body(page)
    }
  }

  /// Reads the files into the gradebook; returns how many there are.
  private func takeIn(
    _ grader: SubmissionGrader, _ progress: (Progress) -> Void
  ) throws(Gradebook.Failure) -> Int {
    var count = 0
    var people: Roster
    if let roster {
      try gradebook.expect(roster)
      people = roster
    } else {
      people = try gradebook.roster()
    }
    if let times { try gradebook.keep(times: times) }
    let known = try gradebook.times()
    let times = known.isEmpty ? nil : known
    if let times { people.adopt(times: times) }
    try gradebook.beginIntake()
    for source in sources {
      var intake = Intake(people: people, times: times, root: source.root, grader: grader)
      var failure: Gradebook.Failure?
      source.forEachFile { file in
        guard failure == nil else { return }
        watch?.set(file.path, at: 0)
        intake.take(file, isFailure: failures.contains(file.path))
        count += 1
        guard intake.waiting.count >= Self.batch || intake.waitingBytes > 8 << 20 else { return }
        do throws(Gradebook.Failure) {
          try gradebook.take(intake.flush())
        } catch {
          failure = error
        }
        progress(.reading(files: count))
      }
      if let failure { throw failure }
      try gradebook.take(intake.flush())
      progress(.reading(files: count))
    }
    try gradebook.endIntake(of: sources.map(\.root))
    watch?.set("", at: 0)
    try gradebook.settleDuplicates()
    try gradebook.markFailures(of: failures)
    return count
  }

  private func grade(
    _ grader: SubmissionGrader, threads: Int, _ outcome: inout Outcome,
    _ progress: (Progress) -> Void, only isWanted: (_ student: String) -> Bool
  ) throws(Gradebook.Failure) {
    let count = try gradebook.studentCount()
    let (wanted, open) = (wanted, open)
    let crew = GradingCrew(count: threads, version: version, watch: watch) {
      SubmissionGrader(only: wanted, open: open)
    }
    defer { crew.end() }
    var digests: [String: String] = [:]
    var waiting: [PlacedGrade] = []
    var skipped = 0
    func keep(_ results: (grades: [PlacedGrade], finished: Int), all: Bool = false)
      throws(Gradebook.Failure)
    {
      waiting += results.grades
      if waiting.count >= Self.gradesAtOnce || all && !waiting.isEmpty {
        outcome.graded += waiting.count
        outcome.changed += try gradebook.keep(waiting, now: now)
        waiting = []
      }
      progress(.grading(done: results.finished + skipped, of: count))
    }
    try forEachPage { page throws(Gradebook.Failure) in
      var jobs: [GradingCrew.Job] = []
      for work in page where isWanted(work.student) {
        for file in work.files where digests[file.exercise] == nil {
          guard let opened = grader.exercise(file.exercise) else { continue }
          digests[file.exercise] = opened.digest
          try gradebook.keep(opened)
        }
        var inputs = inputs(of: work.files, grader, digests)
        if !gradesAll { inputs = inputs.filter { work.inputs[$0.key] != $0.value } }
        outcome.kept += work.files.count - inputs.count
        if inputs.isEmpty {
          skipped += 1
        } else {
          jobs.append(
            GradingCrew.Job(student: work.student, files: work.files, texts: [], inputs: inputs))
        }
      }
      for start in stride(from: 0, to: jobs.count, by: Self.textsAtOnce) {
        var part = Array(jobs[start..<min(start + Self.textsAtOnce, jobs.count)])
        var texts = try gradebook.texts(
          ofNotebooks: part.flatMap { $0.files.map(\.digest) })[...]
        for place in part.indices {
          let count = part[place].files.count
          part[place].texts = Array(texts.prefix(count))
          texts = texts.dropFirst(count)
          try keep(crew.add(part[place]))
        }
      }
    }
    while let results = crew.wait() { try keep(results) }
    try keep(([], count - skipped), all: true)
  }

  /// Digests of what each grade of a student depends on.
  private func inputs(
    of files: [CountingFile], _ grader: SubmissionGrader, _ digests: [String: String]
  ) -> [String: String] {
    var inputs: [String: String] = [:]
    for file in files {
      guard let opened = grader.exercise(file.exercise) else { continue }
      let required = opened.required.map(\.exercise.id).flatMap { id in
        files.filter { $0.exercise == id }.map(\.digest)
      }
      let parts =
        [version, digests[file.exercise] ?? "", file.digest, file.submitted?.text ?? ""] + required
      inputs[file.exercise] = "\(Digest(of: Array(parts.joined(separator: "\n").utf8)))"
    }
    return inputs
  }
}
