import ItemAnalysis
import Testing

@testable import Debriefing

/// Nothing about fewer than three students is shown with what they wrote.
@Suite struct PrivacyTests {
  /// Every form in which a debriefing leaves the program.
  private func forms(_ debriefing: Debriefing) -> [String] {
    [
      debriefing.lines(width: 80, unicode: true).map(\.plain).joined(separator: "\n"),
      debriefing.lines(width: 60, unicode: false).map(\.plain).joined(separator: "\n"),
      debriefing.markdown, debriefing.page, debriefing.json.text,
    ]
  }

  /// Found in whatever way lines are broken; a failure does not print the whole form.
  private func isIn(_ form: String, _ text: String) -> Bool {
    form.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(text)
  }

  @Test func whatOneOrTwoTypedIsCountedAndNotQuoted() {
    for form in forms(Debriefing(SampleClass.results(), options: SampleClass.options())) {
      for secret in [
        "a value of one", "a value of two", "4.05 MWh", "450.0", "own words", "open book", "token,",
        "in the exam", "exactly",
      ] {
        #expect(!isIn(form, secret), "\(secret)")
      }
      #expect(isIn(form, "4050 kWh"))
    }
  }

  @Test func aGroupOfThreeIsQuoted() {
    for form in forms(Debriefing(SampleClass.results(), options: SampleClass.options())) {
      #expect(isIn(form.lowercased(), "multiply"))
    }
  }

  @Test func theAssistantMaySeeEveryNotedQuestion() {
    var options = SampleClass.options()
    options.showsEverythingAsked = true
    for form in forms(Debriefing(SampleClass.results(), options: options)) {
      #expect(isIn(form, "own words"))
      #expect(isIn(form, "in the exam"))
    }
  }

  @Test func aClassOfTwoIsNotQuotedAtAll() {
    var results = SampleClass.results()
    var question = ClassResults.Question(id: "1", title: "One", maximum: 1, kind: .values)
    var answer = ClassResults.Answer(name: "x")
    answer.errors = [
      ClassResults.Error(
        cause: nil, roots: 2, values: [ClassResults.Value("a secret value", count: 2)])
    ]
    question.answers = [answer]
    results.questions = [question]
    results.asked = [
      ClassResults.Asked(question: "1", text: "a secret question"),
      ClassResults.Asked(question: "1", text: "a secret question"),
    ]
    for form in forms(Debriefing(results, options: SampleClass.options())) {
      #expect(!isIn(form, "secret"))
    }
  }

  @Test func modelAnswersAreShownOnlyWhereGiven() {
    var options = SampleClass.options()
    options.modelAnswers = ["1.1": "Take **450 W**, and no less."]
    for (without, with) in zip(
      forms(Debriefing(SampleClass.results(), options: SampleClass.options())),
      forms(Debriefing(SampleClass.results(), options: options)).dropLast())
    {
      #expect(!isIn(without, "and no less"))
      #expect(isIn(with, "and no less"))
    }
  }
}
