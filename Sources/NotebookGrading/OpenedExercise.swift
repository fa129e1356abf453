import AnswerKeys
import Diagnostics
import ExerciseFiles
import Exercises
import Files
import Formulas
import NotebookFiles
import Quantities

/// An exercise ready to be worked on: its model answers computed, and the answers of required
/// exercises at hand.
public struct OpenedExercise {
  /// Where the answers of a required exercise come from.
  public struct Source: Sendable {
    public var exercise: String
    public var title: String
    /// Answers of the student's own notebook.
    public var fromNotebook: [String]
    /// Answers taken from the model.
    public var fromModel: [String]
  }

  public let exercise: Exercise
  /// The course in whose folder the exercise lies.
  public let course: Course?
  /// Exercises whose answers may be used, as they were read.
  public let required: [Exercise]
  public let reference: Reference
  public let sources: [Source]
  /// Names that have the model answer's value, each with the title of its exercise. Formulas may
  /// use them; their values are for nobody to see.
  public let modelNames: [String: String]
  /// What is wrong with the exercise's files and formulas, for its author.
  public let problems: [LocatedDiagnostic]

  /// Opens an exercise that was read without an error.
  ///
  /// - Parameters:
  ///   - course: the course that it belongs to.
  ///   - required: exercises whose answers may be used, in an order in which each comes after
  ///     those it needs itself.
  ///   - folder: where the student's notebooks lie; nil for model answers alone.
  public init(
    _ exercise: Exercise, course: Course? = nil, required: [Exercise] = [],
    folder: String? = nil, problems: [LocatedDiagnostic] = []
  ) {
    var units = UnitSystem()
    var values: [String: Value] = [:]
    var ownValues: [String: Value] = [:]
    var sources: [Source] = []
    var found = problems
    for other in required {
      let model = Reference(other, units: units, required: values, ownRequired: ownValues)
      found += Self.located(model)
      units = model.units
      var own: [String: Value] = [:]
      if let folder {
        own = Self.answers(of: model, notebook: NotebookPath.path(of: other.id, in: folder))
      }
      var source = Source(
        exercise: other.id, title: other.title, fromNotebook: [], fromModel: [])
      for answer in model.answers {
        let name = answer.spec.name
        values[name] = model.modelValues[name]
        ownValues[name] = own[name]
        if own[name] == nil, values[name] == nil { continue }
        if own[name] != nil {
          source.fromNotebook.append(name)
        } else {
          source.fromModel.append(name)
        }
      }
      sources.append(source)
    }
    self.exercise = exercise
    self.course = course
    self.required = required
    reference = Reference(exercise, units: units, required: values, ownRequired: ownValues)
    modelNames = sources.reduce(into: [:]) { names, source in
      for name in source.fromModel { names[name] = source.title }
    }
    self.sources = sources.filter { exercise.requires.contains($0.exercise) }
    // What is wrong with the course's figures is found in each of its exercises.
    var known: Set<PlacedDiagnostic> = []
    self.problems = (found + Self.located(reference)).filter { known.insert(.init($0)).inserted }
  }

  /// What is told of a line of a file.
  private struct PlacedDiagnostic: Hashable {
    public var file: String?
    var line: Int
    public var diagnostic: Diagnostic

    init(_ located: LocatedDiagnostic) {
      file = located.source.name
      line = located.line
      diagnostic = located.diagnostic
    }
  }

  /// The SHA-256 of all that judging depends on: the files of the exercise, with their tables, of
  /// its course and of the exercises that it requires; 64 hexadecimal digits.
  public var digest: String {
    let parts = [exercise.digest] + (course.map { [$0.digest] } ?? []) + required.map(\.digest)
    return parts.count == 1
      ? parts[0] : "\(Digest(of: Array(parts.joined(separator: "\n").utf8)))"
  }

  /// The course's tables, to be looked at.
  public var backgroundTables: [Table] {
    course?.tables.map { Reference.table($0, in: reference.units) } ?? []
  }

  /// The author's mistakes in formulas, by line of the exercise's file.
  private static func located(_ reference: Reference) -> [LocatedDiagnostic] {
    reference.figureProblems
      + reference.problems.map { problem in
        LocatedDiagnostic(
          problem.diagnostic,
          in: SourceText(problem.text, name: reference.exercise.file, firstLine: problem.line))
      }
  }

  /// A student's answers to a required exercise.
  private static func answers(of model: Reference, notebook path: String) -> [String: Value] {
    guard case .text(let text, _) = NotebookStore(path: path).read() else { return [:] }
    let file = NotebookFile(text: text, name: path)
    guard file.exercise == nil || file.exercise == model.exercise.id else { return [:] }
    let replay = Replay(file, model)
    var result: [String: Value] = [:]
    for answer in model.answers {
      for key in [Worksheet.Key.name(answer.spec.name)] + replay.sheet.keys
      where model.answer(for: key)?.spec.name == answer.spec.name && replay.filled[key] == nil {
        guard case .success(let value)? = replay.sheet.value(of: key), value.unit != nil
        else { continue }
        result[answer.spec.name] = value
        break
      }
    }
    return result
  }
}
