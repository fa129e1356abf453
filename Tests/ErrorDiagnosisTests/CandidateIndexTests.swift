import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import ErrorDiagnosis

/// What is found by its size beside what is found by going through all.
@Suite struct CandidateIndexTests {
  @Test(arguments: [
    ("power * duration * intensity", "kg CO2e", 3), ("power * duration * intensity", "kg CO2e", 5),
    ("(side - 2 cm) ^ 2 / flow", "s/m", 4), ("models[\"Time (h)\"] * power", "kWh", 3),
  ])
  func whatMayExplainAValueIsFound(formula: String, unit: String, figures: Int) throws {
    let reference = SmallExercise.reference(
      [SmallExercise.answer("x", formula, unit: unit)], given: CauseSearchTests.given)
    try #require(reference.problems.isEmpty, "\(reference.problems)")
    let answer = try #require(reference.answerKey.answer(named: "x"))
    let scope = reference.modelScope(of: answer.question, in: reference.units)
    let model = try #require(VariedModel.of(answer, in: scope))
    var found = 0
    for candidate in model.candidates {
      for whole in [candidate.bare, candidate.measured].compactMap({ $0 }) {
        for isTyped in [false, true] {
          let numbers = whole.map { number in
            let figure = model.tree.whole.figure(number)
            return isTyped ? NumberFormat.rounded(figure, figures: figures) : figure
          }
          guard let response = response(numbers, unit, isTyped, answer, reference) else { continue }
          for demand in [CauseSearch.Demand.unit, .number] {
            let places = Set(model.values.candidates(for: response, demand))
            let all = fitting(response, demand, model)
            found += all.count
            #expect(places.isSuperset(of: all), "\(numbers) \(isTyped)")
            #expect(places.count < model.candidates.count / 2)
          }
        }
      }
    }
    #expect(found > model.candidates.count)
  }

  private func response(
    _ numbers: [Double], _ unit: String, _ isTyped: Bool, _ answer: AnswerKey.Answer,
    _ reference: CompiledExercise
  ) -> Response? {
    let list = numbers.count == 1 ? "\(numbers[0])" : "\(numbers)"
    // What is computed has its number from a formula.
    let text = isTyped ? "x = \(list) \(unit)" : "x = \(list) \(unit) * (3 - 2)"
    guard case .statement(let statement)? = Parser.parse(text).items.first else { return nil }
    let sheet = reference.makeSheet()
    _ = sheet.load([statement])
    guard case .success(let raw)? = sheet.rawValue(of: .name("x")) else { return nil }
    let inputs = sheet.inputs(of: .name("x"))
    return Response(
      raw, reference.interpretation(of: raw, answer, at: .name("x"), on: sheet), answer,
      typed: sheet.formula(of: .name("x")), formula: StudentFormula(all: inputs, near: inputs),
      readsBare: true)
  }

  /// Places of all candidates that one row does not speak against.
  private func fitting(
    _ response: Response, _ demand: CauseSearch.Demand, _ model: VariedModel
  ) -> Set<Int> {
    func fits(_ candidate: Candidate, _ number: Double?, _ target: [Double]?) -> Bool {
      response.mayMatch(number, target, at: model.probe.row, nearness: candidate.nearness)
    }
    return Set(
      model.candidates.indices.filter { place in
        let candidate = model.candidates[place]
        if demand == .number || response.hasUnitAsked,
          fits(candidate, candidate.probedBare, response.bare)
        {
          return true
        }
        return demand == .unit
          && (fits(candidate, candidate.probedMeasured, response.measured)
            || fits(candidate, candidate.probedMeasured, response.raw))
      })
  }
}
