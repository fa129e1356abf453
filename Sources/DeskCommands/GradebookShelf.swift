import ArgumentParser
import Files
import Gradebook
import ReckonCommands

/// The gradebook that a command is about, with the exercises of it that it is about.
struct GradebookShelf {
  let path: String
  /// The one that was named; nil for all.
  let exercise: String?
  let console: Console

  /// Opens it, and reports what goes wrong with it.
  ///
  /// - Parameter body: gets the ids of the exercises, of which there is one at least.
  func open<Result>(_ body: (Gradebook, [String]) throws -> Result) throws -> Result {
    guard FileSystem.isTaken(path) else {
      console.report(DeskWording.noGradebook(path))
      throw Status.badInput
    }
    do {
      let book = try Gradebook(path: path, .existing)
      let known = try book.gradedExercises()
      let chosen = exercise.map { [$0] } ?? known
      if chosen.isEmpty || chosen.contains(where: { !known.contains($0) }) {
        console.report(DeskWording.noGrades(path, of: exercise, known: known))
        throw Status.badInput
      }
      return try body(book, chosen)
    } catch let failure as Gradebook.Failure {
      console.report(DeskWording.gradebook(path, failure))
      throw failure.status
    }
  }

  /// Reports that one of several has to be named.
  func severalExercises(_ known: [String]) -> Status {
    console.report(DeskWording.severalExercises(known))
    return .badInput
  }
}

/// The gradebook that a command is about, as it is named to it.
struct GradebookOptions: ParsableArguments {
  @Argument(help: "What `reckon grade` has made.")
  var gradebook = "gradebook.sqlite"

  @Option(
    help: ArgumentHelp("Of which exercise, where there are several.", valueName: "exercise"))
  var exercise: String?

  func shelf(_ console: Console) -> GradebookShelf {
    GradebookShelf(path: gradebook, exercise: exercise, console: console)
  }
}
