import ArgumentParser
import Diagnostics
import Files
import NotebookFiles
import NotebookGrading
import ReckonCommands
import Simulation
import TextLayout

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: DeskProgram.simulateAbstract,
    discussion: """
      Writes notebooks of students who do not exist, with the slips that the model answers let \
      expect, and says which slips the figures of the exercise hide. The same seed gives the same \
      class, and a larger class begins with the smaller one.

        reckon simulate chatgpt-footprint -n 200 --seed 1 -o class

      The folder has the notebooks in submissions, the roster students.csv, and times.csv with when \
      each was handed in; in Moodle's layouts also worksheet.csv, a grading worksheet.
      """)

  @OptionGroup var options: ExerciseOptions

  @Option(name: [.customShort("n"), .customLong("students")], help: "How many hand in.")
  var count = 200

  @Option(help: "Another number gives another class.")
  var seed: UInt64 = 1

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the class is written.", valueName: "folder"))
  var output: String

  @Option(help: "How the notebooks lie.")
  var layout = ClassLayout.folders

  @Flag(
    help: "With files that cannot be graded as they are: damaged, twice, of another exercise.")
  var troubles = false

  @Argument(help: "The id of an exercise, or the path of its file.")
  var exercise: String

  /// Students on the roster who hand nothing in.
  private static let absent = 2

  func validate() throws {
    let limit = SimulatedClass.limit - Self.absent
    guard (1...limit).contains(count) else {
      throw ValidationError("A class has from 1 to \(limit) students.")
    }
  }

  func run() throws {
    let console = Console()
    let opened = try ExerciseContext(options, console: console).open(exercise)
    if opened.exercise.release != nil {
      console.report(DeskWording.isReleased(opened.exercise.file))
      throw Status.badInput
    }
    var folder = ClassFolder(
      output, layout: layout, command: command(opened.exercise.id),
      dueOffset: opened.exercise.dueOffset ?? 0, maximum: opened.exercise.maximum)
    if let refusal = folder.refusal {
      console.report(refusal)
      throw Status.usage
    }
    var summary = ClassSummary(hasDueDate: opened.exercise.due != nil)
    do throws(FileError) {
      try folder.prepare()
      let students = SimulatedClass(
        opened.compiled, count: count, seed: seed, includingTroubles: troubles)
      for notebook in students {
        try folder.add(notebook)
        summary.add(notebook)
      }
      for place in count..<count + Self.absent {
        folder.enrol(students.student(place), place: place)
      }
      try folder.finish()
    } catch {
      console.report(error.diagnostic(writing: output))
      throw Status.io
    }
    console.show(summary.lines(width: console.width, unicode: console.unicode))
    console.show(StyledText())
    for line in ConfusableCauses(opened.compiled).lines() { console.showFolded(line) }
    try console.finish()
  }

  /// What was typed, but for where the exercises are.
  private func command(_ id: String) -> String {
    "reckon simulate \(id) -n \(count) --seed \(seed) --layout \(layout.rawValue)"
      + (troubles ? " --troubles" : "")
  }
}
