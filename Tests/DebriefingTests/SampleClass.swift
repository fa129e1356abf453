import Dates
import Exercises
import ItemAnalysis
import SeededRandom

@testable import Debriefing

/// A made-up class of 42 at an exercise with a question of every kind, some of whose texts try to be
/// markup.
enum SampleClass {
  static let hostile = "<script>alert(1)</script> `code` *bold* \u{1B}[31mred [a](http://x.example)"

  static func results() -> ClassResults {
    var results = ClassResults(
      exercise: "chatbot", title: "The footprint of a chatbot",
      due: Moment("2024-12-01T23:59:00+01:00"), marks: marks())
    results.counts.graded = 42
    results.counts.late = 3
    results.counts.editedAfterDue = 1
    results.counts.missing = 5
    results.counts.duplicates = 2
    results.counts.unreadable = 1
    results.questions = [variables, emissions, choice, poll, text, function]
    results.asked = asked
    return results
  }

  static func options() -> Debriefing.Options {
    var options = Debriefing.Options()
    options.bootstrap = Bootstrap(replicates: 400)
    options.zone = Zone { _ in 3600 }
    options.now = Moment("2024-12-02T10:00:00+01:00")
    options.dates = [
      Course.Event(
        date: "2024-12-10T08:15:00+01:00", until: "2024-12-10T10:00:00+01:00", what: "Debriefing"),
      Course.Event(date: "2024-12-01T23:59:00+01:00", what: "The exercise is due"),
      Course.Event(date: "2024-12-09", what: "Questions for the debriefing", purpose: .questions),
    ]
    return options
  }

  /// Points that are drawn once and for all.
  private static func marks() -> MarkTable {
    var table = MarkTable(
      items: [("1.1", 1), ("1.2", 2), ("2.1", 1), ("2.3", 3), ("3", 2)].map {
        MarkTable.Item(name: $0.0, maximum: $0.1)
      })
    var random = SplitMix(seed: 42)
    for _ in 0..<42 {
      let ability = Double.random(in: -0.3...0.3, using: &random)
      table.add(
        [(1, 0.85, 2), (2, 0.5, 4), (1, 0.7, 1), (3, 0.4, 6), (2, 0.62, 8)].map { item in
          let (maximum, ease, steps) = (Double(item.0), item.1, Double(item.2))
          let share = ease + ability + Double.random(in: -0.35...0.35, using: &random)
          return (min(1, max(0, share)) * steps).rounded() / steps * maximum
        })
    }
    return table
  }

  private static var variables: ClassResults.Question {
    var question = ClassResults.Question(
      id: "1.1", title: "Problem variables", maximum: 1, kind: .values)
    question.attempts = 41
    question.tries = [1: 25, 2: 9, 3: 4, 7: 2]
    var answer = ClassResults.Answer(name: "gpu_power")
    answer.verdicts = ["correct": 31, "unit-missing": 6, "wrong": 4, "unanswered": 1]
    answer.errors = [
      ClassResults.Error(
        cause: nil, verdict: "unit-missing", roots: 6,
        values: [ClassResults.Value("450", count: 5), ClassResults.Value("450.0", count: 1)]),
      ClassResults.Error(
        cause: "unit", units: ["W", "kW"], roots: 4,
        values: [ClassResults.Value("450 kW", count: 4)]),
    ]
    question.answers = [answer]
    return question
  }

  private static var emissions: ClassResults.Question {
    var question = ClassResults.Question(
      id: "1.2", title: "Training emissions", maximum: 2, kind: .values)
    question.attempts = 40
    question.skips = 2
    question.hintUsers = 11
    question.hints = 17
    question.tries = [1: 14, 2: 12, 3: 8, 4: 4, 9: 1]
    var energy = ClassResults.Answer(name: "energy")
    energy.verdicts = ["correct": 20, "follows": 5, "wrong": 15, "unanswered": 2]
    energy.errors = [
      ClassResults.Error(
        cause: "factor-missing", names: ["number_of_gpus"], roots: 9, inherited: 2,
        values: [
          ClassResults.Value("4050 kWh", count: 6), ClassResults.Value("4.05 MWh", count: 2),
        ]),
      ClassResults.Error(cause: "scale", factor: 1000, roots: 3),
      ClassResults.Error(
        cause: "follows", names: ["gpu_power"], verdict: "follows", roots: 0, inherited: 5),
      ClassResults.Error(
        cause: "factor-extra", names: ["pue"], roots: 1,
        values: [ClassResults.Value("a value of one student", count: 1)]),
      ClassResults.Error(
        cause: nil, verdict: "wrong-dimension", roots: 2,
        values: [ClassResults.Value("a value of two students", count: 2)]),
    ]
    var total = ClassResults.Answer(name: "total_emissions")
    total.verdicts = ["correct": 18, "follows": 9, "wrong": 12, "fails": 1]
    total.errors = [
      ClassResults.Error(
        cause: nil, roots: 6, inherited: 0, values: [ClassResults.Value(hostile, count: 3)]),
      ClassResults.Error(
        cause: "author", message: "That is electricity. Which figure makes emissions of it?",
        roots: 0, inherited: 4),
    ]
    question.answers = [energy, total]
    return question
  }

  private static var choice: ClassResults.Question {
    var question = ClassResults.Question(id: "2.1", title: "Metrics", maximum: 1, kind: .choice)
    question.attempts = 42
    question.answers = [ClassResults.Answer(name: "")]
    question.answers[0].verdicts = ["correct": 24, "partly": 10, "wrong": 8]
    question.options = [
      ClassResults.Option(text: "Accuracy (%)", count: 34, isRight: true),
      ClassResults.Option(text: "Training time", count: 12, isRight: nil),
      ClassResults.Option(text: "Output speed (tokens/s)", count: 16, isRight: false),
    ]
    return question
  }

  private static var poll: ClassResults.Question {
    var question = ClassResults.Question(
      id: "2.2", title: "How long did it take you?", maximum: 0, kind: .poll)
    question.attempts = 39
    question.options = [
      ClassResults.Option(text: "Less than an hour", count: 6),
      ClassResults.Option(text: "1 to 2 hours", count: 21),
      ClassResults.Option(text: "More than 2 hours", count: 12),
    ]
    return question
  }

  private static var text: ClassResults.Question {
    var question = ClassResults.Question(
      id: "2.3", title: "Which model would you take?", maximum: 3, kind: .text)
    question.attempts = 38
    question.waiting = 4
    question.criteria = [
      ClassResults.Criterion(id: "models", met: 30, missed: 8),
      ClassResults.Criterion(id: "figures", met: 21, missed: 17),
      ClassResults.Criterion(id: "placed", met: 18, missed: 16, open: 4),
    ]
    question.examples = [
      ClassResults.Example(
        text:
          "Model 3 has the lowest emissions, about 17'000 kg.\nIts accuracy is the lowest as well.",
        comment: "Short, and every figure is there."),
      ClassResults.Example(text: hostile),
    ]
    return question
  }

  private static var function: ClassResults.Question {
    var question = ClassResults.Question(
      id: "3", title: "A year of ChatGPT", maximum: 2, kind: .function)
    question.attempts = 36
    var answer = ClassResults.Answer(name: "yearly_emissions")
    answer.verdicts = ["correct": 22, "partly": 9, "fails": 5]
    answer.errors = [
      ClassResults.Error(cause: "percent", names: ["share"], factor: 100, roots: 7),
      ClassResults.Error(cause: nil, verdict: "fails", roots: 5),
    ]
    question.answers = [answer]
    return question
  }

  private static var asked: [ClassResults.Asked] {
    [
      ("1.2", "Do we have to multiply by the number of GPUs?"),
      ("1.2", "Why multiply by the number of GPUs here?"),
      ("1.2", "why do we multiply with the number of gpus"),
      ("1.1", "Must we multiply by the number of GPUs in 1.1 too?"),
      ("3", "What counts as a token?"),
      ("3", "What is a token, exactly?"),
      (nil, "Will this be in the exam?"),
      ("2.3", "one student's own words"),
    ].map { ClassResults.Asked(question: $0.0, text: $0.1) }
  }
}
