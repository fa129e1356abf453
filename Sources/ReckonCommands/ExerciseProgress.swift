import ExerciseFiles
import Files
import Grading
import NotebookFiles
import NotebookGrading

/// How far the student's notebooks in the current folder are.
struct ExerciseProgress {
  private let context: ExerciseContext

  init(_ context: ExerciseContext) { self.context = context }

  /// What is found of the notebook of an exercise; nil where there is none.
  func report(of entry: ExerciseLibrary.Entry) -> ExerciseReport? {
    let path = NotebookPath.path(of: entry.id, in: ".")
    guard case .text(let text, _) = NotebookStore(path: path).read(),
      let exercise = context.library.load(entry.path).exercise
    else { return nil }
    let opened = context.assemble(exercise, course: nil, problems: [])
    return opened.compiled.grade(
      NotebookFile(text: text, name: path), ownRequired: opened.requiredAnswers(in: ".").own
    ).report()
  }

  /// The place of the exercise to go on with: the one whose notebook was written last, or, where
  /// that is done, the next that is not; the first where there is no notebook.
  func latest(of entries: [ExerciseLibrary.Entry]) -> Int {
    var best: Int?
    var youngest = Int.max
    for (index, entry) in entries.enumerated() {
      let stamp = FileStamp(of: NotebookPath.path(of: entry.id, in: "."))
      if let stamp, stamp.age < youngest { (best, youngest) = (index, stamp.age) }
    }
    guard let best else { return 0 }
    return isDone(entries[best]) ? next(after: best, in: entries) ?? best : best
  }

  /// The exercise after one, in its course, that is not done yet; nil where all are.
  func next(after id: String) -> ExerciseLibrary.Entry? {
    let entries = context.library.list()
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return nil }
    let course = entries.filter { $0.course == entries[place].course }
    return course.firstIndex { $0.id == id }.flatMap { next(after: $0, in: course) }
      .map { course[$0] }
  }

  private func next(after place: Int, in entries: [ExerciseLibrary.Entry]) -> Int? {
    let order = Array(entries.indices[(place + 1)...]) + Array(entries.indices[..<place])
    return order.first { !isDone(entries[$0]) }
  }

  private func isDone(_ entry: ExerciseLibrary.Entry) -> Bool {
    report(of: entry)?.questions.allSatisfy { $0.isDone || !$0.isCounted } ?? false
  }
}
