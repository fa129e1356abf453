import Diagnostics
import Exercises

/// Follows `requires` from exercise to exercise, depth first.
struct RequiredExercises {
  let library: ExerciseLibrary
  private(set) var result: [LoadedExercise] = []
  private var done: Set<String> = []
  /// Places in the result of what is wrong with `requires`, by the exercise's file.
  private var refusals: [String: Int] = [:]
  private var trail: [String] = []

  init(library: ExerciseLibrary) { self.library = library }

  mutating func visit(_ exercise: Exercise) {
    trail.append(exercise.id)
    for id in exercise.requires where !done.contains(id) {
      if let start = trail.firstIndex(of: id) {
        refuse(.circle(ids: trail[start...] + [id]), id, in: exercise)
        continue
      }
      switch library.find(id) {
      case .exercise(let entry):
        let loaded = library.load(entry)
        if let found = loaded.exercise { visit(found) }
        done.insert(id)
        result.append(loaded)
      case .folder: refuse(.unknownExercise(id: id, nearest: []), id, in: exercise)
      case .nothing(let nearest):
        refuse(.unknownExercise(id: id, nearest: nearest), id, in: exercise)
      }
    }
    trail.removeLast()
  }

  /// Reports a required exercise where it is named.
  private mutating func refuse(_ fault: Diagnostic, _ id: String, in exercise: Exercise) {
    done.insert(id)
    let place = refusals[exercise.file] ?? result.count
    if place == result.count {
      var file = ExerciseLoader().load(path: exercise.file)
      file.exercise = nil
      file.problems = []
      result.append(file)
      refusals[exercise.file] = place
    }
    let log = ProblemLog(result[place].source)
    let line = result[place].requiredLines[id]
    log.report(fault, at: line.map { SourceLocation(line: $0) })
    result[place].problems += log.problems
  }
}
