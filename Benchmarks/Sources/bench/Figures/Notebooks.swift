/// Notebooks that `check` reads and grades, in one call of many.
enum NotebookFigures: FigureSet {
  static let title = "notebooks"

  private static let right = #"models["Training Time (GPU hours)"] * 450 W * 260 g CO2e/kWh"#
  static let wrong = #"models["Training Time (GPU hours)"] * 123 W * 260 g CO2e/kWh"#

  static func measure(_ bench: Workbench) throws -> [Figure] {
    let file = bench.root + "/docs/example/chatgpt-footprint.answers.md"
    let count = 300
    let one = bench.compared(
      "`check` of one notebook, from its start",
      own(bench, ["check", file]), rounds: 30, [])
    func notebooks(_ name: String, _ formula: String) throws -> [String] {
      try (0..<count).map { number in
        try bench.write(
          Workbench.notebook(
            of: "chatbot-model-analysis", question: "1.2.1",
            ["own_\(number) = \(number)", "training_emissions = \(formula)"]),
          to: "\(name)-\(number).answers.md")
      }
    }
    let rightOnes = try notebooks("right", right)
    let wrongOnes = try notebooks("wrong", wrong)
    let outcomes = Comparison(
      sides: [
        .init(name: "right", command: own(bench, ["check"] + rightOnes)),
        .init(name: "wrong", command: own(bench, ["check"] + wrongOnes)),
        .init(name: "none", command: own(bench, ["check", rightOnes[0]])),
      ], rounds: bench.rounds(7)
    ).run(byCPU: true)
    func each(_ index: Int) -> Double { (outcomes[index].cpu - outcomes[2].cpu) / Double(count) }
    return [
      one,
      Figure(name: "`check`, a short chatbot notebook", reckon: each(0).duration),
      Figure(
        name: "a wrong column that no slip explains, beside a right one",
        reckon: (each(1) - each(0)).duration),
    ]
  }

  static func own(_ bench: Workbench, _ arguments: [String]) -> Command {
    var command = Command(
      bench.reckon, environment: ["RECKON_EXERCISES": bench.root + "/Exercises"])
    command.arguments = arguments
    return command
  }
}
