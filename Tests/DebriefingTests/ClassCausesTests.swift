import ErrorDiagnosis
import ItemAnalysis
import Testing

@testable import Debriefing

/// What is said of students who made an error.
@Suite struct ClassCausesTests {
  @Test(arguments: Cause.Kind.allCases)
  func everyCauseIsSaidOfAClassWithAndWithoutNames(_ kind: Cause.Kind) {
    let bare = ClassResults.Error(cause: kind.rawValue, roots: 5)
    let named = ClassResults.Error(
      cause: kind.rawValue, names: ["a", "b"], factor: 100, units: ["W", "kW"], message: "Said.",
      roots: 5)
    #expect(ClassCauses.table[kind] != nil)
    for error in [bare, named] {
      let phrase = ClassCauses.phrase(error).plain
      #expect(phrase.first?.isLowercase == true)
      #expect(!phrase.hasSuffix("."))
      #expect(!phrase.contains("no cause was found"))
    }
  }

  @Test(arguments: [
    (
      ClassResults.Error(cause: "factor-missing", names: ["number_of_gpus"], roots: 31),
      "left out number_of_gpus"
    ),
    (
      ClassResults.Error(cause: "unit", units: ["W", "kW"], roots: 3), "typed kW where W was meant"
    ),
    (
      ClassResults.Error(cause: "scale", names: ["density"], factor: 0.001, roots: 3),
      "had density 1000 times too small"
    ),
    (
      ClassResults.Error(cause: "other-name", names: ["deposit", "granted"], roots: 3),
      "used deposit where granted belongs"
    ),
    (
      ClassResults.Error(cause: "function", names: ["tan", "degrees"], roots: 3),
      "gave tan degrees, and not radians"
    ),
    (ClassResults.Error(cause: nil, verdict: "unit-missing", roots: 3), "left out the unit"),
    (
      ClassResults.Error(cause: "of-a-later-version", roots: 3),
      "gave another value, for which no cause was found"
    ),
  ])
  func anErrorIsSaidAsStudentsMadeIt(_ error: ClassResults.Error, _ expected: String) {
    #expect(ClassCauses.phrase(error).plain == expected)
  }
}
