import ErrorDiagnosis
import Exercises

/// The hints of a question as the notebook stands: the author's, then those that the model answer
/// makes for the first answer that is not right yet.
struct HintsAtHand {
  let question: Question
  /// Of the author's.
  let shownOfAuthor: Int
  let derived: Derived?

  /// Hints that an answer's model formula makes.
  struct Derived {
    var answer: String
    var steps: AnswerSteps
    var progress: StepProgress
    /// Their places.
    var shown: Set<Int>
  }

  var count: Int { question.hints.count + (derived?.steps.count ?? 0) }

  /// Numbers of those that were shown, in order.
  var shown: [Int] {
    Array(1...shownOfAuthor + 1).dropLast()
      + (derived?.shown.sorted() ?? []).map { question.hints.count + $0 + 1 }
  }

  /// The number of the one to be shown next; nil where none says anything new.
  var next: Int? {
    if shownOfAuthor < question.hints.count { return shownOfAuthor + 1 }
    guard let derived else { return nil }
    return derived.steps.next(after: derived.shown, derived.progress)
      .map { question.hints.count + $0 + 1 }
  }

  /// The number of the one to be seen again where none is new.
  var again: Int? {
    if let derived, let place = derived.steps.again(of: derived.shown, derived.progress) {
      return question.hints.count + place + 1
    }
    return shown.last
  }

  /// A derived hint speaks of what the student has now, also where it was shown before.
  func hint(_ number: Int) -> ShownHint {
    let place = number - question.hints.count - 1
    guard place >= 0, let derived else {
      return ShownHint(number: number, count: count, text: question.hints[number - 1])
    }
    return ShownHint(
      number: number, count: count, text: derived.steps.text(place, derived.progress),
      answer: question.namesOfSteps.count > 1 ? derived.answer : nil)
  }
}

extension Session {
  func hintsAtHand(_ question: Question) -> HintsAtHand {
    HintsAtHand(
      question: question, shownOfAuthor: min(file.hints[question.id] ?? 0, question.hints.count),
      derived: derivedHints(question))
  }

  private func derivedHints(_ question: Question) -> HintsAtHand.Derived? {
    let report = report(on: question)
    guard !report.isSkipped else { return nil }
    for answer in report.answers where answer.share < 1 {
      guard let steps = compiled.steps(towards: answer.name, in: question) else { continue }
      // Which ones a session before has shown is not known: the gentlest, as far as it goes.
      let before = Set(0..<min(file.hints[answer.name] ?? 0, steps.count))
      return HintsAtHand.Derived(
        answer: answer.name, steps: steps,
        progress: StepProgress(towards: answer.name, on: sheet, compiled),
        shown: shownSteps[answer.name] ?? before)
    }
    return nil
  }

  /// Counts a hint as shown.
  func count(_ number: Int, of hints: HintsAtHand, costs: Bool) {
    let place = number - hints.question.hints.count - 1
    guard place >= 0, let derived = hints.derived else {
      return note(number, of: hints.question.id, costs)
    }
    shownSteps[derived.answer] = derived.shown.union([place])
    note((file.hints[derived.answer] ?? 0) + 1, of: derived.answer, costs)
  }

  private func note(_ number: Int, of name: String, _ costs: Bool) {
    file.countHint(of: name, number: number, costs: costs, at: now, exercise: exercise.id)
  }

  /// Whether a question has hints, of its author or from its model answers.
  func hasHints(_ question: Question) -> Bool {
    !question.hints.isEmpty
      || question.namesOfSteps.contains { compiled.steps(towards: $0, in: question) != nil }
  }
}
