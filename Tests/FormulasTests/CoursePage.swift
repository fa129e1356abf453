import Diagnostics
import Formulas
import Quantities
import TextLayout

/// A worksheet as a student of the course has it: its table, its units, and two answers given.
final class CoursePage {
  let sheet: Worksheet
  var units: UnitSystem { sheet.units }

  init(answers: String = "gpu_power = 450 W; carbon_intensity = 260 g CO2e/kWh") {
    var units = UnitSystem()
    for name in ["token", "request", "user"] { units.declareCounted(name) }
    for name in ["GPU", "CO2e"] { units.declareLabel(name) }
    sheet = Worksheet(units: units)
    let own = units
    func column(_ heading: String, _ unit: String, _ numbers: [Double]) -> Table.Column {
      let unit = unit.isEmpty ? .one : NotebookPage.unit("1 " + unit, own)
      return Table.Column(heading: heading, cells: .column(numbers, unit))
    }
    sheet.provide(
      Table(
        name: "models",
        columns: [
          Table.Column(
            heading: "Model", cells: .texts(["Model 1", "Model 2", "Model 3", "Model 4"])),
          column("Training Time (GPU hours)", "GPU h", [1_000_000, 400_000, 100_000, 570_000]),
          column("Model Size (Parameters, in B)", "", [175, 30, 6, 70]),
          column("Output Speed (tokens/sec)", "token/s", [120, 72, 120, 180]),
          column("Accuracy (%)", "%", [85.2, 78.4, 72.1, 81]),
          column("Number GPUs Required for Inference", "GPU", [8, 3, 1, 4]),
        ], rowCount: 4))
    _ = enter(answers)
  }

  /// Types a text; returns the ids of the errors that it brings.
  func enter(_ text: String) -> [String] {
    Parser.parse(text).items.compactMap { item in
      switch item {
      case .problem(let problem, _): problem.diagnostic.id
      case .statement(let statement): sheet.enter(statement).problem?.diagnostic.id
      }
    }
  }

  /// What is shown for a text at 60 columns: the value of its last statement, where it has one, and
  /// all that is said.
  func show(_ text: String) -> (text: String, diagnostics: [Diagnostic]) {
    let renderer = SnippetRenderer(width: 60)
    let source = SourceText(text)
    var diagnostics: [Diagnostic] = []
    var value: Value?
    for item in Parser.parse(text).items {
      value = nil
      switch item {
      case .problem(let problem, _): diagnostics.append(sheet.checked(problem).diagnostic)
      case .statement(let statement):
        let entered = sheet.enter(statement)
        if let problem = entered.problem { diagnostics.append(problem.diagnostic) }
        diagnostics += entered.notices
        value = entered.value
      }
    }
    let lines =
      (value.map { ["= " + $0.text()] } ?? [])
      + diagnostics.map { renderer.render($0, in: source).plain }
    return (lines.joined(separator: "\n"), diagnostics)
  }
}
