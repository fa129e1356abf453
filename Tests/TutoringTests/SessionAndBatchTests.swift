import Exercises
import Foundation
import ShippedExercises
import SmallExercises
import Testing
import TranscriptTesting

@testable import Files
@testable import NotebookFiles
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// What is typed line by line is marked as the file that comes of it.
@Suite struct SessionAndBatchTests {
  /// Answers that are right, then all the slips of the transcripts, a choice and a text, with some
  /// of it taken back.
  private func lines(of exercise: Exercise) -> [String] {
    let slips = TranscriptCase.all(in: "Transcripts/Slips", beside: #filePath).map(\.typed)
      .filter { $0.first == ":open \(exercise.id)" }.flatMap { $0.dropFirst() }
    let others = exercise.questions.flatMap { question -> [String] in
      switch question.responseForm {
      case .formulas: [":goto \(question.id)", ":hint"]
      case .prose:
        [":goto \(question.id)", "Model 1 needs 12 kg at 72 %.", "Model 2 needs more.", ":undo"]
      case .ticks: [":goto \(question.id)", "1", "2", ":undo", "own = 3"]
      case .nothing: []
      }
    }
    let answers = ShippedExercises.answers[exercise.id] ?? ""
    return answers.split(separator: "\n").map(String.init) + others + slips + [":undo", ":reset"]
  }

  @Test(arguments: ShippedExercises.ids)
  func aNotebookIsMarkedAtThePromptAsItsFileIs(_ id: String) throws {
    let opened = try ShippedExercises.open(id)
    let folder = "/tmp/rk-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = NotebookPath.path(of: id, in: folder)
    let terminal = TerminalSession(opened, notebook: path)
    for line in lines(of: opened.exercise) {
      _ = terminal.handle(line)
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let graded = opened.compiled.grade(NotebookFile(text: text, name: path))
      let found = terminal.session.report().questions
      for (question, made) in zip(found, graded.report().questions) {
        try #require(
          question.summary
            == made.summary, "after \(line) of\n\(text)")
      }
    }
  }
}
