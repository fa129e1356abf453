import ExerciseFiles
import NotebookFiles

/// What a file says of itself: for which exercise it is, and whose. A notebook is a stranger's
/// file, whose words are a claim and never a path.
public struct NotebookIdentity: Sendable {
  /// The exercise that it is for; else why that cannot be told.
  public var exercise: Result<String, Fault>
  /// Whose it says that it is; empty texts where it does not.
  public var claimed: (id: String, name: String)

  /// Why a file is graded for no exercise.
  public enum Fault: Error, Hashable, Sendable {
    case notANotebook
    /// A notebook that names no exercise.
    case unnamed
    /// What stands for the exercise's id is none.
    case notAnID
    case tooLarge
    /// A notebook for Jupyter that was not made of one of ours.
    case foreignJupyter
  }

  public init(_ file: NotebookFile, name: String) {
    claimed = (file.student?.id ?? "", file.student?.name ?? "")
    exercise = Self.exercise(of: file, name: name)
  }

  private static func exercise(of file: NotebookFile, name: String) -> Result<String, Fault> {
    if file.isTooLarge { return .failure(.tooLarge) }
    guard let id = file.exercise ?? id(fromName: name) else {
      let holdsAnswers = !file.statements().isEmpty || file.text.hasPrefix("---")
      return .failure(
        holdsAnswers || name.hasSuffix(NotebookPath.suffix) ? .unnamed : .notANotebook)
    }
    return isExerciseID(id) ? .success(id) : .failure(.notAnID)
  }

  /// `chatgpt-footprint` for `chatgpt-footprint.answers.md`, `Ada chatgpt-footprint.answers (2).md`.
  private static func id(fromName name: String) -> String? {
    guard let end = name.lowercased().range(of: ".answers") else { return nil }
    let words = name[..<end.lowerBound].split { $0.isWhitespace || $0 == "_" || $0 == "." }
    return words.last.map(String.init)
  }
}

extension Standing {
  /// What becomes of a file that is graded for no exercise.
  public init(_ fault: NotebookIdentity.Fault) {
    switch fault {
    case .notANotebook, .foreignJupyter: self = .notANotebook
    case .unnamed, .notAnID: self = .wrongExercise
    case .tooLarge: self = .unreadable
    }
  }
}
