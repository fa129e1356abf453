import Diagnostics
import Exercises

/// A question that asks for a function.
extension KindReader {
  static let function = Self(
    marks: ["function"], keys: ["expect", "unit", "tests"] + MarkingRulesReader.keys,
    body: { $0.function() }, released: .function)
}

extension QuestionBlock {
  /// Nil where the function's name, formula or test points are missing.
  fileprivate func function() -> Question.Body? {
    let hasKeys = fields.require("expect", "tests", at: place)
    let head = head()
    let unit = fields.formula("unit")
    let rules = MarkingRulesReader(fields: fields, verdicts: MarkingRulesReader.verdicts).rules()
    let points = points(parameters: head?.parameters)
    guard hasKeys, let head, let expect = fields.formula("expect") else { return nil }
    return .function(
      FunctionAnswer(
        name: head.name, parameters: head.parameters, expect: expect, unit: unit, rules: rules,
        points: points))
  }

  /// `name(first, second)`.
  func head() -> (name: String, parameters: [String])? {
    guard let text = fields.text("function") else { return nil }
    let place = fields.place(ofValue: "function")
    let bracket = text.firstIndex(of: "(") ?? text.endIndex
    let name = text[..<bracket].trimmingBlank
    let parameters = text[bracket...].dropFirst().dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingBlank)
    guard text.last == ")", isName(name), parameters.allSatisfy(isName) else {
      log.report(.badFunction(found: text), at: place)
      return nil
    }
    names.take(name, at: place)
    var seen: Set<String> = []
    if let twice = parameters.first(where: { !seen.insert($0).inserted }) {
      log.report(.parameterTwice(name: twice), at: place)
    }
    return (name, parameters)
  }

  func points(parameters: [String]?) -> [[AuthorFormula]] {
    fields.list("tests", needsEntry: true).compactMap { test in
      // One argument may stand without brackets.
      let items = test.items ?? [test]
      for item in items where item.formula == nil {
        log.wrongType("tests", .text, item, at: item.place)
      }
      let arguments = items.compactMap(\.formula)
      guard arguments.count == items.count else { return nil }
      if let parameters, parameters.count != arguments.count {
        log.report(
          .testLength(
            found: arguments.count, parameters: parameters,
            withPoints: test.withPoints(count: parameters.count)),
          at: test.place)
        return nil
      }
      return arguments
    }
  }
}
