import Diagnostics
import ExerciseFiles
import Grading
import Notebook
import Prose
import Reports

/// The exercises at hand with the student's progress.
struct ExerciseList {
  private let workplace: Workplace

  init(_ workplace: Workplace) {
    self.workplace = workplace
  }

  func lines(_ entries: [ExerciseLibrary.Entry], numbered: Bool = false) -> [StyledText] {
    var lines: [StyledText] = []
    var course: String?
    var rows: [[StyledText]] = []
    func flush() {
      lines += TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
        .lines(width: workplace.console.width, unicode: workplace.console.unicode)
      rows = []
    }
    for (index, entry) in entries.enumerated() {
      if entry.course != course {
        flush()
        course = entry.course
        if let course { lines.append(StyledText(course, .heading)) }
      }
      let number = numbered ? StyledText("\(index + 1) ", .prompt) : StyledText()
      rows.append([
        number + StyledText(entry.id, .name), StyledText(entry.title),
        StyledText(progress(entry), .dim),
      ])
    }
    flush()
    return lines
  }

  /// How far the student's notebook of an exercise in the current folder is.
  private func progress(_ entry: ExerciseLibrary.Entry) -> String {
    let path = NotebookPath.path(of: entry.id, in: ".")
    guard case .text(let text, _) = NotebookStore(path: path).read() else { return "" }
    guard let exercise = workplace.library.load(entry.path).exercise else { return "" }
    let opened = workplace.assemble(exercise, problems: [], notebooks: ".")
    let report = Replay(NotebookFile(text: text, name: path), opened.reference).grader.report()
    var result = "\(Points.text(report.score)) of \(Points.text(report.maximum)) points"
    if report.waiting > 0 { result += ", \(Points.text(report.waiting)) wait" }
    return result
  }
}
