import Exercises
import Testing

@Suite struct ExerciseTests {
  private func question(_ id: String, points: Double, practice: Bool = false) -> Question {
    Question(
      id: id, title: "", line: 1, prompt: "", points: points, isPractice: practice,
      body: .values([]))
  }

  @Test func practiceCountsForNothing() {
    let exercise = Exercise(
      id: "a", title: "A", file: "a.md",
      questions: [question("1", points: 1), question("2", points: 2, practice: true)])
    #expect(exercise.maximum == 1)
  }

  @Test func questionsAreFoundByTheirNumber() {
    let exercise = Exercise(
      id: "a", title: "A", file: "a.md", questions: [question("1.2a", points: 1)])
    #expect(exercise.question("1.2a")?.points == 1)
    #expect(exercise.question("1.2") == nil)
  }

  @Test func rowsAreNamedByTheFirstColumnOfTexts() {
    let table = DataTable(
      name: "t",
      columns: [
        DataColumn(heading: "n", cells: .numbers([1, 2])),
        DataColumn(heading: "who", cells: .texts(["x", "y"])),
      ], rowCount: 2)
    #expect(table.rowNames == ["x", "y"])
  }
}
