import Files
import NotebookGrading
import Reports
import Submissions

/// A platform whose machine this program grades on: what was handed in lies in a folder, and what is
/// found of it goes into a file.
public enum GraderAdapter: String, CaseIterable, Sendable {
  case gradescope
  case prairieLearn = "prairielearn"

  /// Where the submission lies, below the root.
  private var submission: String { self == .gradescope ? "submission" : "student" }

  /// Where the results go, below the root.
  public static let results = (folder: "results", file: "results/results.json")

  /// Bytes of what a platform says of a submission.
  static let metadataLimit = 64 << 20

  /// Grades what lies below the root, whatever that is.
  ///
  /// - `exercises`: ids of those that are graded, in their order.
  /// - `open`: the exercise of an id.
  public func results(
    at root: String, exercises: [String], open: @escaping (String) -> OpenedExercise?
  ) -> JSONValue {
    let folder = FileSystem.path(of: submission, in: root)
    var handedIn = HandedIn(in: folder)
    switch self {
    case .gradescope:
      let metadata = GradescopeMetadata(read("submission_metadata.json", in: root))
      handedIn.submission.submitted = metadata.created.map { .moment($0) }
      return GradescopeResults(grade(handedIn, exercises, open), metadata: metadata).value
    case .prairieLearn:
      if handedIn.isEmpty {
        let data = PrairieLearnData(read("data/data.json", in: root))
        handedIn = HandedIn(files: data.files)
      }
      return PrairieLearnResults(grade(handedIn, exercises, open)).value
    }
  }

  /// Nothing where it cannot be read.
  private func read(_ name: String, in root: String) -> [UInt8] {
    let path = FileSystem.path(of: name, in: root)
    return (try? FileSystem.read(path, limit: Self.metadataLimit))?.bytes ?? []
  }

  private func grade(
    _ handedIn: HandedIn, _ exercises: [String], _ open: @escaping (String) -> OpenedExercise?
  ) -> GradedSubmission {
    let grader = SubmissionGrader(only: Set(exercises), open: open)
    let works = grader.grade(handedIn.submission)
    return GradedSubmission(
      exercises: exercises.compactMap { id in
        grader.exercise(id).map { opened in
          GradedSubmission.Exercise(
            exercise: opened.exercise,
            // A notebook without an answer is none for a platform that counts attempts.
            graded: works.first { $0.exercise == id && $0.standing == .graded }?.graded)
        }
      },
      remarks: works.compactMap { work in work.remark.map { (work.name, $0) } }
        + handedIn.passedOver, isEmpty: handedIn.isEmpty)
  }
}
