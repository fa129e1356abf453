import NotebookFiles
import Testing

@Suite struct NotebookPathTests {
  @Test(arguments: [
    ("a", "b", "b/a.answers.md"), ("lamp", ".", "lamp.answers.md"), ("lamp", "", "lamp.answers.md"),
    ("lamp", "x/y", "x/y/lamp.answers.md"),
  ])
  func aNotebookLiesInTheFolderUnderTheExercisesId(
    _ id: String, _ folder: String, _ path: String
  ) {
    #expect(NotebookPath.path(of: id, in: folder) == path)
  }
}
