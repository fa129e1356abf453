import Exercises
import FieldExercises
import NotebookGrading
import ShippedExercises
import Simulation
import Testing

@Suite struct FigureTests {
  @Test func figures() throws {
    var sets: [(String, [OpenedExercise])] = [
      ("Shipped", try ShippedExercises.ids.map { try ShippedExercises.open($0) })
    ]
    for set in FieldExercises.sets {
      sets.append((set, try FieldExercises.ids(of: set).map { try FieldExercises.open($0, in: set) }))
    }
    for (name, all) in sets {
      var right = (0, 0)
      var slips = (0, 0, 0)
      for opened in all {
        let group = GradedClass(opened, count: 50)
        for pair in group.rightMeant {
          right.1 += 1
          if pair.found.share == 1 { right.0 += 1 } else {
            print("NOTRIGHT", opened.exercise.id, pair.found.verdict, "|", pair.line, "|", pair.found.message)
          }
        }
        for pair in group.singleSlips {
          if pair.found.share == 1 {
            slips.2 += 1
            print("UNSEEN", opened.exercise.id, pair.meant.intent, "|", pair.line)
            continue
          }
          slips.1 += 1
          if GradedClass.isNamed(pair) { slips.0 += 1 } else {
            print("UNNAMED", opened.exercise.id, pair.meant.intent, "|", pair.line, "|", pair.found.verdict, pair.found.cause.map { "\($0.kind) \($0.names)" } ?? "-", "|", pair.found.message)
          }
        }
      }
      print("FIGURES", name, "right \(right.0) of \(right.1); slips named \(slips.0) of \(slips.1), unseen \(slips.2)")
    }
  }
}
