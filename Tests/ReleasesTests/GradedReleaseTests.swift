import AnswerKeys
import Exercises
import FieldExercises
import Grading
import NotebookFiles
import NotebookGrading
import Releases
import Testing

/// What students get of an exercise without its model answers.
@Suite struct GradedReleaseTests {
  private static let forms = [ReleaseForm.graded, .sealed]

  @Test(arguments: Released.names, Self.forms)
  func itOpensAloneAndAsksForTheSame(_ name: String, _ form: ReleaseForm) throws {
    let released = try Released(name, as: form)
    #expect(released.problems == [])
    let exercise = released.again.exercise
    let own = released.opened.exercise
    #expect(exercise.release?.kind == form.kind)
    #expect(exercise.release?.source == released.opened.digest)
    #expect(exercise.questions.map(\.prompt) == own.questions.map(\.prompt))
    #expect(exercise.questions.map(\.hints) == own.questions.map(\.hints))
    #expect(exercise.questions.map(\.askedNames) == own.questions.map(\.askedNames))
    #expect(exercise.maximum == own.maximum)
    #expect(
      released.again.compiled.answerKey.answers.map(\.unit.symbol)
        == released.opened.compiled.answerKey.answers.map(\.unit.symbol))
    #expect(
      ExerciseCheck(released.again.compiled).formulaProblems().map(\.diagnostic.message) == [])
    #expect(
      ExerciseCheck(released.again.compiled).modelAnswerProblems().map(\.diagnostic.message)
        == ExerciseCheck(released.opened.compiled).modelAnswerProblems().filter {
          $0.diagnostic.id == "name-hides"
        }.map(\.diagnostic.message))
  }

  @Test(arguments: Released.names, Self.forms)
  func noValueOfAModelAnswerIsInIt(_ name: String, _ form: ReleaseForm) throws {
    let released = try Released(name, as: form)
    let seen = Released.seen(released.opened, in: released.files)
    let spellings = Spellings.all(of: released.opened)
    #expect(!spellings.isEmpty)
    let text = released.text
    let found = spellings.filter {
      Spellings.isFound($0, in: text) && !Spellings.isFound($0, in: seen)
    }
    #expect(found == [])
  }

  @Test(arguments: Released.names, Self.forms)
  func nothingThatIsForAuthorsIsInIt(_ name: String, _ form: ReleaseForm) throws {
    let released = try Released(name, as: form)
    let seen = Released.seen(released.opened, in: released.files)
    let exercises = [released.opened.exercise] + released.opened.required.map(\.exercise)
    var secrets: [String] = []
    for question in exercises.flatMap(\.questions) {
      secrets += question.misconceptions.flatMap { [$0.when.text, $0.say] }
      secrets += question.given.map { "\($0.name): \($0.formula.text)" }
      secrets += [question.solution, question.debrief].compactMap { $0 }
      switch question.body {
      case .values(let answers):
        secrets += answers.flatMap { [$0.expect] + $0.alternatives }.map(\.text)
      case .function(let function):
        secrets.append(function.expect.text)
      case .choice(let choice): secrets += choice.options.compactMap(\.because)
      case .text(let text):
        secrets += text.modelAnswers.map(\.text)
        for criterion in text.criteria {
          switch criterion.kind {
          case .mentions(let lists): secrets += lists.map { $0.joined(separator: ", ") }
          case .figures(let figures, _): secrets += figures.map(\.formula.text)
          case .person(let look): secrets.append(look)
          }
        }
      case .reading: break
      }
    }
    // Of a long text, no sentence; a short formula may stand anywhere.
    let pieces: [String] = secrets.flatMap { (secret: String) -> [String] in
      secret.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }.filter { $0.count >= 12 }
    #expect(!pieces.isEmpty)
    let text = released.text
    #expect(pieces.filter { text.contains($0) && !seen.contains($0) } == [])
    #expect(!text.contains("```debrief"))
  }

  /// What is right by the full exercise has its form, and nothing is called right or wrong.
  @Test(arguments: FieldExercises.sets)
  func formIsToldAndNothingElse(_ set: String) throws {
    let answers = try FieldExercises.answers(of: set)
    var count = 0
    for id in try FieldExercises.ids(of: set) {
      let released = try Released("\(set)/\(id)", as: .graded)
      for answer in answers where answer.exercise == id {
        guard let full = FieldExercises.report(on: answer, in: released.opened) else { continue }
        let own = try #require(FieldExercises.report(on: answer, in: released.again))
        count += 1
        let place = "\(id): \(answer.statements) \(full.verdict) \(own.verdict) \(own.message)"
        #expect(
          own.share == 0 && ![.correct, .follows, .rounded].contains(own.verdict), "\(place)")
        switch full.verdict {
        case .correct, .follows, .rounded, .otherUnit:
          #expect(own.verdict == .unchecked || own.verdict == .unitMissing, "\(place)")
        case .unitMissing, .fails, .unanswered, .otherForm:
          #expect(own.verdict == full.verdict, "\(place)")
        case .wrongUnit:
          #expect(own.verdict == .wrongDimension || own.verdict == .wrongUnit, "\(place)")
        case .wrong, .wrongDimension, .partly, .unchecked: break
        }
      }
    }
    #expect(count > 100)
  }

  @Test func columnsAreNumbersOfRowsAndPointsWait() throws {
    let released = try Released("chatbot-model-analysis", as: .graded)
    let text = """
      ---
      reckon: 1
      exercise: chatbot-model-analysis
      ---
      ## 1.2.1
      ```reckon
      gpu_power = 1 W
      carbon_intensity = 260
      training_emissions = 3 kg CO2e
      ```
      """
    let report = released.again.compiled.grade(NotebookFile(text: text, name: "test")).report()
    let answers = report.questions.flatMap(\.answers)
    func verdict(_ name: String) -> Verdict? { answers.first { $0.name == name }?.verdict }
    #expect(verdict("gpu_power") == .unchecked)
    #expect(verdict("carbon_intensity") == .unitMissing)
    #expect(verdict("training_emissions") == .wrong)
    #expect(report.score == 0)
    #expect(report.waiting > 0 && report.isUntold)
  }

  @Test func aWarningNamesTheLineOfAValueThatStays() throws {
    let released = try Released("chatbot-model-analysis", as: .graded)
    let warnings = ReleaseWarnings(of: released.opened.compiled, in: released.files).all
    #expect(warnings.contains { $0.diagnostic.message.contains("`gpu_power`") && $0.line == 28 })
    let other = try Released("chatgpt-footprint", as: .graded)
    let hints = ReleaseWarnings(of: other.opened.compiled, in: other.files).all
    #expect(hints.map(\.diagnostic.id) == ["release-hint"])
  }
}
