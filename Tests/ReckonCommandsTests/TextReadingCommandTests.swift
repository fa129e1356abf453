import Testing
import TextExercises

/// How a text is read, as authors and other programs are told.
@Suite struct TextReadingCommandTests {
  private func sitDown() throws -> Student {
    try Student(exercises: "\(TextExercises.folder)/lakes-solar/exercises")
  }

  @Test func previewShowsHowATextIsReadWordByWord() throws {
    let text = "Greifensee holds 0.15 km³. No outflow matters. Lac de Joux holds 14.5 km³."
    let run = try sitDown().run(["preview", "four-lakes", "--question", "3", "--text", text])
    #expect(run.status == 0)
    for line in [
      "Greifensee", "names Greifensee", "agrees with volume of Greifensee", "denies outflow",
      "does not agree with volume of Lac de Joux", "not found: ",
    ] {
      #expect(run.output.contains(line), "\(line) in \(run.output)")
    }
  }

  @Test func questionThatAsksForNoTextIsTold() throws {
    let run = try sitDown().run(["preview", "four-lakes", "--question", "1", "--text", "x"])
    #expect(run.status == 2)
    #expect(run.errors.contains("`1` does not ask for a text; those that ask for one are 3 and 4."))
  }

  @Test func checkTellsWhereEachFigureStandsAndWhatItWasTakenFor() throws {
    let student = try sitDown()
    try student.write(
      "lakes.answers.md",
      "---\nreckon: 1\nexercise: four-lakes\n---\n## 3 Lakes\n> Lac de Joux: 14.5 km³\n")
    let run = try student.run(["check", "--json", "lakes.answers.md"])
    let figure = """
      "figures": [{"written": "14.5 km³", "start": 13, "end": 21, "taken": "disagrees", \
      "row": "Lac de Joux", "quantity": "volume", "rule": "of a row"}]
      """
    #expect(run.output.contains(figure), "\(run.output)")
  }

  @Test func lintSaysWhatOfAFullAnswerWasNotFoundAndHowTheRestWasRead() throws {
    let student = try Student()
    let text = """
      ---
      reckon: 1
      id: rope
      title: Rope
      ---
      # Rope

      ## 1 Force

      ```question
      points: 1
      answers:
        force: {expect: 5 kg * 9.81 m/s^2, unit: N}
      ```

      ## 2 Say it

      ```question
      points: 1
      text: {sentences: 1}
      criteria:
        - {id: words, points: 0.5, mentions: [[gravity, weight]]}
        - {id: figures, points: 0.5, figures: [force]}
      model_answers:
        full: The force is 94 N.
      ```
      """
    try student.write("rope.md", text)
    let run = try student.run(["lint", "rope.md"])
    let said = run.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("Not found: gravity, weight."), "\(said)")
    #expect(said.contains("Not found: force, 49.05 N. Read: `94 N` does not agree with force."))
  }
}
