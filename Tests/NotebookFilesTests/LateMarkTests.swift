import Testing

@testable import NotebookFiles

@Suite struct LateMarkTests {
  @Test(arguments: [
    "late: soon", "late: {'1.1': tomorrow}", "late: [1.1]", "late: {'1.1': 2030-12-02}",
  ])
  func aMarkThatCannotBeReadIsToldWithItsLine(_ line: String) {
    let file = NotebookFile(text: "---\nexercise: lamp\n\(line)\n---\n", name: "a.md")
    #expect(file.problems.map { "\($0.diagnostic.id):\($0.line)" } == ["notebook-moment:3"])
    #expect(file.late.isEmpty)
  }

  @Test(arguments: ["late:", "late: ~", "late: {}"])
  func noMarksAreNoMistake(_ line: String) {
    #expect(NotebookFile(text: "---\n\(line)\n---\n", name: "a.md").problems.isEmpty)
  }
}
