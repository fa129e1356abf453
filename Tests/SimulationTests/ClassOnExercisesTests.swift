import NotebookGrading
import Simulation
import Testing

/// Classes on all exercises at hand, graded.
@Suite struct ClassOnExercisesTests {
  @Test(arguments: ExerciseSet.allCases)
  func whatIsMeantIsFound(_ set: ExerciseSet) throws {
    var right: [GradedClass.Pair] = []
    var slips: [GradedClass.Pair] = []
    var others: [GradedClass.Pair] = []
    for opened in try set.opened() {
      let graded = GradedClass(opened, count: 50)
      right += graded.rightMeant
      slips += graded.singleSlips
      others += graded.pairs
    }
    let notRight = right.filter { $0.found.share < 1 }
    #expect(right.count > 500)
    #expect(notRight.isEmpty, "\(notRight.count) of \(right.count): \(notRight.prefix(5))")
    let unseen = slips.filter { $0.found.share == 1 }
    #expect(unseen.isEmpty, "\(unseen.prefix(5))")
    let named = slips.count(where: \.isNamed)
    print(
      "\(set): \(right.count - notRight.count) of \(right.count) right,",
      "\(named) of \(slips.count) slips named")
    #expect(slips.count > 100)
    let unnamed = slips.filter { !$0.isNamed }
    #expect(
      named * 100 >= slips.count * 84, "\(named) of \(slips.count): \(unnamed.prefix(20))")
    let broken = others.filter { $0.meant.intent == .broken }
    let computed = broken.filter { $0.found.verdict != .fails }
    #expect(computed.count * 10 <= broken.count, "\(computed.prefix(5))")
    let bare = others.filter { $0.meant.intent == .bare && $0.meant.inherits.isEmpty }
    let taken = bare.filter { ![.unitMissing, .correct].contains($0.found.verdict) }
    #expect(taken.isEmpty, "\(taken.prefix(5))")
    let open = others.filter { $0.meant.intent == .unanswered && $0.found.verdict != .unanswered }
    #expect(open.isEmpty, "\(open.prefix(5))")
  }
}
