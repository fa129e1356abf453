import Diagnostics
import Exercises
import NotebookFiles
import TextAnalysis

/// The texts of a notebook of which only the beginning is read.
struct LongTexts {
  let problems: [LocatedDiagnostic]

  init(_ file: NotebookFile, _ exercise: Exercise) {
    guard file.text.utf8.count > TextReading.lengthLimit else {
      problems = []
      return
    }
    problems = exercise.questions.compactMap { question in
      guard case .text = question.body, let reply = file.reply(toQuestion: question.id),
        TextReading.isCut(reply)
      else { return nil }
      let start = reply.prefix { !$0.isNewline }.prefix(40)
      return file.located(.textLong(limit: TextReading.lengthLimit), atFirst: String(start))
    }
  }
}
