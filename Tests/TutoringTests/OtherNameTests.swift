import Charts
import Formulas
import Foundation
import ShippedExercises
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// Answers given under other names, and the unit that values have everywhere.
@Suite struct OtherNameTests {
  /// A notebook with right answers, without those that begin with a word, and these lines.
  private func graded(
    _ id: String, without word: String? = nil, _ lines: String
  ) throws -> GradedNotebook {
    let opened = try ShippedExercises.open(id)
    let right = (ShippedExercises.answers[id] ?? "").split(separator: "\n")
      .filter { line in word.map { !line.hasPrefix($0) } ?? true }.joined(separator: "\n")
    let text =
      "---\nreckon: 1\nexercise: \(id)\n---\n## 1\n```reckon\n\(right)\n\(lines)\n```\n"
    return opened.compiled.grade(NotebookFile(text: text, name: "test"))
  }

  private func text(_ formula: String, in graded: GradedNotebook) throws -> String {
    let value = try graded.sheet.evaluate(try Parser.formula(formula).get()).get()
    return ValueDisplay(width: 80, unicode: true).text(value).plain
  }

  private let column = #"models["Total CO2e (kg)"]"#

  @Test func aColumnHasItsAnswersUnitWhereverItIsShown() throws {
    let graded = try graded(
      "chatbot-model-analysis", without: "total_emissions",
      "\(column) = training_emissions + inference_emissions")
    #expect(try text(column, in: graded).hasSuffix("] kg CO2e"))
    #expect(try text("\(column).sum()", in: graded).hasSuffix(" kg CO2e"))
    let cells = try #require(graded.sheet.table(named: "models")?.column("Total CO2e (kg)"))
    #expect(cells.unit?.symbol == "kg CO2e")
  }

  @Test func aConversionOfTheStudentsOwnStays() throws {
    let graded = try graded(
      "chatbot-model-analysis", without: "total_emissions",
      "total_emissions = training_emissions + inference_emissions to t")
    #expect(try text("total_emissions", in: graded).hasSuffix("] t"))
  }

  @Test func aCallOfAFunctionAskedForIsInTheUnitAskedFor() throws {
    let graded = try graded(
      "epfl-estimate", without: "number_students",
      """
      number_students = 7500 students
      yearly_carbon_emissions_chatgpt(a, b, c) = a * b * c
      """)
    let call =
      "yearly_carbon_emissions_chatgpt(number_students, token_per_student_per_year, "
      + "lower_bound_carbon_emissions_kg_per_token)"
    let shown = try text(call, in: graded)
    #expect(shown == "7016.028 kg CO2e")
    #expect(try text(call + " to t", in: graded).hasSuffix(" t"))
  }

  @Test func anAnswerGivenAsAColumnIsPointedOutUnderItsName() throws {
    let graded = try graded(
      "chatbot-model-analysis", without: "total_emissions",
      "\(column) = training_emissions + inference_emissions")
    let formula = try Parser.formula("total_emissions.sum()").get()
    guard case .failure(let problem) = graded.sheet.evaluate(formula) else {
      Issue.record("It has a value.")
      return
    }
    #expect(problem.diagnostic.message.contains("you gave this answer as `\(column)`"))
  }

  @Test func aFormulaWithTheAnswerThatDoesNotCountIsToldSo() throws {
    let graded = try graded(
      "chatbot-model-analysis", without: "training_emissions",
      """
      training_emissions = models["Training Time (GPU hours)"] * gpu_power * carbon_intensity * 2
      models["Training CO2e (kg)"] = models["Training Time (GPU hours)"] * gpu_power * carbon_intensity
      """)
    let reports = graded.grader.report().questions.flatMap(\.answers)
    let training = try #require(reports.first { $0.name == "training_emissions" })
    #expect(training.verdict == .correct)
    let notice = try #require(training.notices.last)
    #expect(
      notice.hasPrefix("`models[\"Training CO2e (kg)\"]` counts. Your other answer, `training_"))
    let total = try #require(reports.first { $0.name == "total_emissions" })
    #expect(total.verdict == .wrong)
    #expect(total.message.contains("it uses `training_emissions`, which is not right"))
    #expect(total.message.contains("`models[\"Training CO2e (kg)\"]`"))
    #expect(total.cause?.names == ["training_emissions"])
  }

  private static let heater = """
    ---
    reckon: 1
    id: heater
    title: Heater
    ---
    ## 1 Heat

    ```question
    points: 1
    answers:
      heat: {expect: 2 kW * 3 h, unit: kWh, also: [warmth]}
    ```
    """

  @Test func whoeverReadsTheAnswerThatDoesNotCountIsToldAtThePrompt() throws {
    let harness = try SessionHarness("heater", exercises: ["heater": Self.heater])
    func said(_ line: String) -> String {
      harness.type(line).split { $0.isWhitespace }.joined(separator: " ")
    }
    harness.type("heat = 7 kWh")
    #expect(said("warmth = 6 kWh").contains("Your other answer, `heat`, is not right"))
    #expect(said("loss = heat * 3").contains("It reads `heat`, which is not right"))
    #expect(!said("loss = warmth * 3").contains("It reads"))
    #expect(said("heat = 8 kWh").contains("reads the one that is not: mend it, or use `warmth`."))
    #expect(!said("heat = 6 kWh").contains("mend it"))
    #expect(!said("loss = heat * 3").contains("It reads"))
  }

  @Test func aChartDrawsTheAnswerThatCounts() throws {
    let question = try #require(
      try ShippedExercises.open("chatbot-model-analysis").exercise.question("1.2.4"))
    func charts(_ lines: String) throws -> [Chart?] {
      let graded = try graded("chatbot-model-analysis", lines)
      return QuestionCharts.charts(of: question, in: graded).map(\.chart)
    }
    let right = try charts("")
    let twice = try charts(
      """
      \(column) = training_emissions + inference_emissions
      models["Training CO2e (kg)"] = models["Training Time (GPU hours)"] * gpu_power * carbon_intensity
      training_emissions = models["Training Time (GPU hours)"] * gpu_power * carbon_intensity * 2
      total_emissions = 3 * inference_emissions
      """)
    #expect(!right.isEmpty)
    #expect("\(twice)" == "\(right)")
  }
}
