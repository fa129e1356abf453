import AnswerKeys
import ExerciseFiles
import Exercises
import Fuzzing
import Grading
import NotebookGrading
import TextAnalysis

/// A question that asks for a text, with the exercise that it is of.
struct Asked {
  let question: Question
  let spec: TextAnswer
  let compiled: CompiledExercise
}

/// Of the exercises of the checkout, which is the folder that the program runs in.
let asked = ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"].flatMap { id in
  let library = ExerciseLibrary(folders: ["Exercises"])
  let loaded = library.load(id)
  guard let exercise = loaded.exercise else { fatalError("\(id) is not below Exercises") }
  let opened = OpenedExercise(
    exercise, course: loaded.course,
    required: library.required(by: exercise).compactMap(\.exercise))
  return exercise.questions.compactMap { question -> Asked? in
    guard case .text(let spec) = question.body else { return nil }
    return Asked(question: question, spec: spec, compiled: opened.compiled)
  }
}

/// The first byte says which question is answered. Every criterion is told of, for no more points
/// than it has; pieces of the reply follow one another, and each is what stands there.
fuzz { input in
  guard let first = input.first else { return }
  let asked = asked[Int(first) % asked.count]
  let reply = Array(input.dropFirst()).text
  let reading = TextReading(
    reply, to: TextQuestion.of(asked.spec, asked.question, asked.compiled), asked.compiled,
    in: asked.compiled.units)
  _ = reading.sentences.fits(1...6)
  let reports = asked.spec.criteria.compactMap { criterion -> CriterionReport? in
    switch criterion.kind {
    case .mentions: reading.mentions(criterion)
    case .figures(_, let atLeast):
      reading.figures(
        asked.compiled.figures(of: asked.question.id, criterion: criterion.id).map { ($0, []) },
        atLeast: atLeast, criterion)
    case .person: nil
    }
  }
  for report in reports {
    hold(!report.message.isEmpty && report.met != nil, "\(report.id) is told of")
  }
  let scalars = Array(reply.unicodeScalars)
  var end = 0
  for piece in reading.pieces(reports) {
    hold(
      end <= piece.place.lowerBound && piece.place.upperBound <= scalars.count,
      "\(piece.place) is a place of the reply, after what is before it")
    end = piece.place.lowerBound
    var written = String.UnicodeScalarView()
    written.append(contentsOf: scalars[piece.place])
    hold(
      String(written).filter { !$0.isWhitespace } == piece.written.filter { !$0.isWhitespace },
      "\(piece.written) stands at \(piece.place), but for blanks")
  }
}
