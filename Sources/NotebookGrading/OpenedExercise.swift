import AnswerKeys
import Diagnostics
import Exercises
import Files
import Formulas
import NotebookFiles
import Quantities

/// An exercise ready to be worked on, with its course and the exercises that it requires. It knows
/// of no student, and serves a whole class.
public struct OpenedExercise {
  /// The course in whose folder the exercise lies.
  public let course: Course?
  /// Exercises whose answers may be used, each after those that it needs itself.
  public let required: [CompiledExercise]
  /// Its formulas and model answers.
  public let compiled: CompiledExercise
  /// What is wrong with the exercise's files and formulas, for its author.
  public let problems: [LocatedDiagnostic]

  /// As its author wrote it.
  public var exercise: Exercise { compiled.exercise }

  /// Paths of all that it is made of: its file and those of its tables and pictures, of its course
  /// and of the exercises that it requires.
  public var files: [String] {
    ([exercise] + required.map(\.exercise)).flatMap { [$0.file] + $0.tableFiles + $0.pictureFiles }
      + (course.map { [$0.file] + $0.filesBeside } ?? [])
  }

  /// Opens an exercise that was read without an error.
  ///
  /// - `course`: the course that it belongs to.
  /// - `required`: exercises whose answers may be used, in an order in which each comes after
  ///   those it needs itself.
  public init(
    _ exercise: Exercise, course: Course? = nil, required: [Exercise] = [],
    problems: [LocatedDiagnostic] = []
  ) {
    var units = UnitSystem()
    var values: [String: Value] = [:]
    var withheld: Set<String> = []
    self.course = course
    self.required = required.map { other in
      let compiled = CompiledExercise(
        other, units: units, required: values, withheldNames: withheld)
      // What one exercise declares, those that build on it know.
      units = compiled.units
      for name in compiled.answerKey.answers.map(\.spec.name) {
        values[name] = compiled.answerKey.values[name]
        if values[name] == nil { withheld.insert(name) }
      }
      return compiled
    }
    compiled = CompiledExercise(
      exercise, units: units, required: values, withheldNames: withheld)
    self.problems = (problems + (self.required + [compiled]).flatMap(\.problems)).eachOnce
  }

  /// The answers to required exercises, as a student has them in a folder.
  ///
  /// - Parameter folder: where the student's notebooks lie; nil for model answers alone.
  public func requiredAnswers(in folder: String?) -> RequiredAnswers {
    requiredAnswers { id in
      guard let path = folder.map({ NotebookPath.path(of: id, in: $0) }),
        case .text(let text, _) = NotebookStore(path: path).read()
      else { return nil }
      return NotebookFile(text: text, name: path)
    }
  }

  /// The answers to required exercises, as a student has them in notebooks that are at hand.
  ///
  /// - Parameter notebook: of the exercise with an id; nil where the student has none.
  public func requiredAnswers(
    from notebook: (_ exercise: String) -> NotebookFile?
  ) -> RequiredAnswers {
    RequiredAnswers(to: self, from: notebook)
  }

  /// The SHA-256 of all that judging depends on: the files of the exercise, with their tables, of
  /// its course and of the exercises that it requires; 64 hexadecimal digits.
  public var digest: String {
    let parts =
      [exercise.digest] + (course.map { [$0.digest] } ?? []) + required.map(\.exercise.digest)
    return parts.count == 1 ? parts[0] : "\(Digest(of: Array(parts.joined(separator: "\n").utf8)))"
  }

  /// The course's tables, to be looked at.
  public var backgroundTables: [Table] {
    course?.tables.compactMap { $0.computed(in: compiled.units) } ?? []
  }
}

extension [LocatedDiagnostic] {
  /// Without repetitions: what is wrong with the course's figures is found in each of its exercises.
  public var eachOnce: [LocatedDiagnostic] {
    var known: Set<PlacedDiagnostic> = []
    return filter { known.insert(PlacedDiagnostic($0)).inserted }
  }
}

private struct PlacedDiagnostic: Hashable {
  let file: String?
  let line: Int
  let diagnostic: Diagnostic

  init(_ located: LocatedDiagnostic) {
    (file, line) = (located.source.name, located.line)
    diagnostic = located.diagnostic
  }
}
