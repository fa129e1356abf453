import Exercises

/// Reads a question that asks for a function.
struct FunctionReader: KindReader {
  static let marks = ["function"]
  static let keys = ["expect", "unit", "tests"] + MarkingRulesReader.keys

  private let fields: Fields
  private let names: TakenNames
  private let place: SourceLocation

  init(_ block: QuestionBlock) {
    (fields, names, place) = (block.fields, block.names, block.place)
  }

  /// Nil where the function's name, formula or test points are missing.
  func body() -> Question.Body? {
    let hasKeys = [fields.require("expect", at: place), fields.require("tests", at: place)]
    let head = head()
    let unit = fields.formula("unit")
    let rules = MarkingRulesReader(fields: fields).rules()
    let points = points(parameters: head?.parameters)
    guard !hasKeys.contains(false), let head, let expect = fields.formula("expect") else {
      return nil
    }
    return .function(
      FunctionAnswer(
        name: head.name, parameters: head.parameters, expect: expect, unit: unit, rules: rules,
        points: points))
  }

  /// `name(first, second)`.
  private func head() -> (name: String, parameters: [String])? {
    guard let text = fields.text("function") else { return nil }
    let place = fields.node("function")?.place ?? fields.place
    guard let bracket = text.firstIndex(of: "("), text.last == ")" else {
      fields.log.report(.badFunction(found: text), at: place)
      return nil
    }
    let name = text[..<bracket].trimmed
    let parameters = text[bracket...].dropFirst().dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard isName(name), parameters.allSatisfy(isName) else {
      fields.log.report(.badFunction(found: text), at: place)
      return nil
    }
    names.take(name, at: place)
    var seen: Set<String> = []
    if let twice = parameters.first(where: { !seen.insert($0).inserted }) {
      fields.log.report(.parameterTwice(name: twice), at: place)
    }
    return (name, parameters)
  }

  private func points(parameters: [String]?) -> [[AuthorFormula]] {
    let tests = fields.list("tests")
    if tests.isEmpty, fields.node("tests")?.items != nil {
      fields.log.report(.emptyList(key: "tests"), at: fields.place(of: "tests"))
    }
    return tests.compactMap { test in
      // One argument may stand without brackets.
      let items = test.items ?? [test]
      let arguments = items.compactMap { item -> AuthorFormula? in
        if let formula = item.formula { return formula }
        fields.log.report(
          .wrongType(key: "tests", expected: .text, found: item.shape), at: item.place)
        return nil
      }
      guard arguments.count == items.count else { return nil }
      if let parameters, parameters.count != arguments.count {
        fields.log.report(
          .testLength(found: arguments.count, parameters: parameters), at: test.place)
        return nil
      }
      return arguments
    }
  }
}
