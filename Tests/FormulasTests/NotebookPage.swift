import Formulas
import Quantities

/// A worksheet with what an exercise brings along, fed with text and read as text.
final class NotebookPage {
  let sheet: Worksheet

  init(budget: Budget = .standard) {
    var units = UnitSystem()
    for name in ["token", "request", "user"] { units.declareCounted(name) }
    for name in ["GPU", "CO2e"] { units.declareLabel(name) }
    sheet = Worksheet(units: units, budget: budget)
    let hours = Self.unit("1 GPU h", units)
    sheet.provide(
      Table(
        name: "models",
        columns: [
          Table.Column(
            heading: "Model", cells: .texts(["Model 1", "Model 2", "Model 3"])),
          Table.Column(
            heading: "Training Time (GPU hours)", cells: .column([1000, 2000, 500], hours)),
          Table.Column(heading: "Accuracy (%)", cells: .column([72.1, .nan, 68], .one)),
        ], rowCount: 3), also: ["df"])
  }

  static func unit(_ text: String, _ units: UnitSystem) -> Unit {
    guard case .success(let expression) = Parser.formula(text),
      case .success(let value) = Worksheet(units: units).evaluate(expression)
    else { return .one }
    return value.unit ?? .one
  }

  /// What the notebook would show for each statement: values, `error id`, `note id`.
  @discardableResult
  func type(_ text: String) -> [String] {
    var shown: [String] = []
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _): shown.append("error \(problem.diagnostic.id)")
      case .statement(let statement):
        let entered = sheet.enter(statement)
        if let problem = entered.problem { shown.append("error \(problem.diagnostic.id)") }
        if let value = entered.value { shown.append(value.text()) }
        shown += entered.notices.map { "note \($0.id)" }
      }
    }
    return shown
  }

  /// The last thing shown.
  func last(_ text: String) -> String { type(text).last ?? "" }

  /// Loads a text as a whole notebook; a line for each statement.
  func load(_ text: String) -> [String] {
    let statements = Parser.parse(text).items.compactMap { item in
      if case .statement(let statement) = item { return statement }
      return nil
    }
    return sheet.load(statements).map { entered in
      if let problem = entered.problem { return "error \(problem.diagnostic.id)" }
      return entered.value?.text() ?? "-"
    }
  }

  /// The value of a name or of what is typed.
  func value(_ text: String) -> Value? {
    guard case .success(let expression) = Parser.formula(text),
      case .success(let value) = sheet.evaluate(expression)
    else { return nil }
    return value
  }
}
