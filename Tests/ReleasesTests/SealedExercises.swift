import AnswerKeys
import ErrorDiagnosis
import ExerciseFiles
import Exercises
import FieldExercises
import Files
import Formulas
import Grading
import NotebookFiles
import NotebookGrading
import Quantities
import Releases
import SeededRandom
import Synchronization
import TerminalTesting
import Testing

extension SealCipher {
  /// Fast, and no seal.
  static let cheap = SealCipher { word, salt in
    SealCipher.hashed(salt + word, count: SealCipher.tagBytes + SealCipher.keyBytes)
  }
}

extension Released {
  /// By the digest of the exercise: they take a while.
  private static let made = Mutex<[String: SealedExercise]>([:])

  /// The seals of an exercise and of those that it requires, with a hash that takes no time.
  static func seals(of opened: OpenedExercise) throws -> [String: SealedExercise] {
    var seals: [String: SealedExercise] = [:]
    for compiled in [opened.compiled] + opened.required {
      let digest = compiled.exercise.digest
      let known = made.withLock { $0[digest] }
      let own = try known ?? SealedExercise(compiled, cipher: .cheap)
      made.withLock { $0[digest] = own }
      seals[compiled.exercise.id] = own
    }
    return seals
  }

  /// As students have it sealed, with a hash that takes no time.
  static func sealed(
    _ opened: OpenedExercise
  ) throws -> (full: OpenedExercise, sealed: OpenedExercise) {
    let seals = try seals(of: opened)
    let released = try Released(opened, as: .sealed) { seals[$0.exercise.id] }
    #expect(released.problems == [])
    func cheap(_ exercise: Exercise) -> Exercise {
      var exercise = exercise
      exercise.release?.seals = seals[exercise.id].map { SealBook($0.file, cipher: .cheap) }
      return exercise
    }
    let again = OpenedExercise(
      cheap(released.again.exercise), course: released.again.course,
      required: released.again.required.map { cheap($0.exercise) })
    return (opened, again)
  }
}
