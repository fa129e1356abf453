import AnswerKeys
import Formulas
import NotebookFiles

/// Answers to the exercises that another requires: a student's own where there is a notebook of
/// them, and the model's.
public struct RequiredAnswers {
  /// Where the answers of one exercise come from.
  public struct Source: Sendable {
    /// Its id.
    public var exercise: String
    public var title: String
    /// Answers of the student's own notebook.
    public var fromNotebook: [String] = []
    /// Answers taken from the model.
    public var fromModel: [String] = []
  }

  /// The student's own, by name.
  public private(set) var own: [String: Value] = [:]
  /// Of exercises that are required directly.
  public private(set) var sources: [Source] = []
  /// Names that have the model answer's value, each with the title of its exercise. Formulas may
  /// use them; their values are for nobody to see.
  public private(set) var modelNames: [String: String] = [:]

  /// - Parameter notebook: the student's, of the exercise with an id; nil where there is none.
  init(to opened: OpenedExercise, from notebook: (_ exercise: String) -> NotebookFile?) {
    for compiled in opened.required {
      let exercise = compiled.exercise
      let found = notebook(exercise.id).map { answers(to: compiled, in: $0) } ?? [:]
      var source = Source(exercise: exercise.id, title: exercise.title)
      for name in compiled.answerKey.answers.map(\.spec.name) {
        own[name] = found[name]
        if found[name] != nil {
          source.fromNotebook.append(name)
        } else if compiled.answerKey.values[name] != nil {
          source.fromModel.append(name)
          modelNames[name] = exercise.title
        }
      }
      if opened.exercise.requires.contains(exercise.id) { sources.append(source) }
    }
  }

  /// A student's answers.
  private func answers(to compiled: CompiledExercise, in file: NotebookFile) -> [String: Value] {
    guard file.exercise == nil || file.exercise == compiled.exercise.id else { return [:] }
    let graded = compiled.grade(file, ownRequired: own)
    var result: [String: Value] = [:]
    for answer in compiled.answerKey.answers {
      let name = answer.spec.name
      let keys = [.name(name)] + graded.sheet.keys.filter(answer.keys.contains)
      result[name] =
        keys.lazy.filter { graded.filled[$0] == nil }.compactMap { key in
          guard case .success(let value)? = graded.sheet.value(of: key), value.unit != nil else {
            return nil
          }
          return value
        }.first
    }
    return result
  }
}
