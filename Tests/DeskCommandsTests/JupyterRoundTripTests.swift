import NotebookFiles
import NotebookGrading
import Reports
import ShippedExercises
import Simulation
import Testing

/// What `reckon convert` has made for Jupyter can be handed in.
@Suite struct JupyterRoundTripTests {
  @Test(arguments: ShippedExercises.ids)
  func aNotebookIsReadBackFromTheDocumentMadeOfIt(exercise: String) throws {
    let opened = try ShippedExercises.open(exercise)
    for made in SimulatedClass(opened.compiled, count: 25, seed: 5) {
      let file = NotebookFile(text: made.text, name: made.fileName)
      let graded = opened.compiled.grade(file)
      let document = ConversionFormat.jupyter.text(
        of: ConvertedNotebook(file, opened, graded, showsPrompts: true))
      let back = NotebookFile(
        text: try #require(JupyterReader.notebook(of: document)), name: made.fileName)
      let again = opened.compiled.grade(back)
      #expect(back.student == file.student)
      #expect(back.tries == file.tries)
      #expect(back.hints == file.hints)
      #expect(back.skipped == file.skipped)
      #expect(back.askedQuestions == file.askedQuestions)
      #expect(
        CheckJSON.value(again.report(), opened: opened).text
          == CheckJSON.value(graded.report(), opened: opened).text, "\(made.text)\n\(back.text)")
    }
  }

  @Test func whatWasChangedInACellCounts() throws {
    let opened = try ShippedExercises.open("chatgpt-footprint")
    let file = NotebookFile(
      text: Desk.notebook("total_number_queries = 1"), name: "chatgpt-footprint.answers.md")
    let document = ConversionFormat.jupyter.text(
      of: ConvertedNotebook(file, opened, opened.compiled.grade(file), showsPrompts: true))
    let right = "usage[\\\"Number of queries\\\"].sum()"
    let changed = document.replacing(
      "\"total_number_queries = 1", with: "\"total_number_queries = \(right)")
    let text = try #require(JupyterReader.notebook(of: changed))
    let report = opened.compiled.grade(NotebookFile(text: text, name: "a.ipynb")).report()
    #expect(report.questions.first?.answers.first?.verdict == .correct)
  }

  @Test(arguments: ["", "{}", "[]", "{\"cells\": []}", "{\"cells\": [], \"metadata\": {}}"])
  func anotherDocumentIsNone(text: String) { #expect(JupyterReader.notebook(of: text) == nil) }
}
