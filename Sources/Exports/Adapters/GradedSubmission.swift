import Diagnostics
import Exercises
import Grading
import Submissions

/// A submission graded, for a platform that shows it to the student.
struct GradedSubmission {
  /// An exercise that was asked for.
  struct Exercise {
    var exercise: Exercises.Exercise
    /// Nil where nothing that was handed in answers it.
    var graded: SubmissionGrader.Graded?
  }

  /// In the order in which they are asked for.
  var exercises: [Exercise]
  /// What is said of files; the names are the student's.
  var remarks: [(name: String, sentence: String)]
  /// Whether nothing was handed in.
  var isEmpty: Bool

  /// A question of an exercise that counts, as a test.
  struct Test {
    var number: String
    var title: String
    var points: Double
    var maximum: Double
    /// Nil where a person has yet to say.
    var isPassed: Bool?
    var output: String
  }

  /// The longest text of one test, in characters.
  static let outputLimit = 8000

  var hasGrade: Bool { exercises.contains { $0.graded != nil } }

  var tests: [Test] {
    exercises.flatMap { exercise in
      let prefix = exercises.count > 1 ? exercise.exercise.id + " " : ""
      return exercise.graded?.report.questions.filter(\.isCounted).map { test($0, prefix) }
        ?? exercise.exercise.questions.filter { $0.countedPoints > 0 }.map { question in
          Test(
            number: prefix + question.id, title: question.title, points: 0,
            maximum: question.countedPoints, isPassed: false,
            output: AdapterWording.nothingFor(exercise.exercise.id))
        }
    }
  }

  private func test(_ report: QuestionReport, _ prefix: String) -> Test {
    let points = Points.rounded(report.score + report.provisional)
    let isWhole = points >= report.maximum - 1e-9
    return Test(
      number: prefix + report.id, title: plainLine(report.title), points: points,
      maximum: report.maximum, isPassed: report.waiting > 0 ? nil : isWhole,
      output: Self.bounded(AdapterWording.output(of: report)))
  }

  /// Of all exercises.
  var points: Double { Points.rounded(tests.reduce(0) { $0 + $1.points }) }
  var maximum: Double { Points.rounded(tests.reduce(0) { $0 + $1.maximum }) }
  var waiting: Double { sum(\.waiting) }
  var provisional: Double { sum(\.provisional) }

  private func sum(_ points: (ExerciseReport) -> Double) -> Double {
    Points.rounded(exercises.reduce(0) { $0 + ($1.graded.map { points($0.report) } ?? 0) })
  }

  static func bounded(_ text: String, limit: Int = outputLimit) -> String {
    text.count <= limit ? text : String(text.prefix(limit)) + " …"
  }
}
