/// A calculation from a cold start to its end.
enum StartFigures: FigureSet {
  static let title = "start"

  static func measure(_ bench: Workbench) throws -> [Figure] {
    let product = try bench.write("3 * 5\n", to: "product.bc")
    return [
      bench.compared(
        "start: `eval '3 kW * 90 min to kWh'`",
        Command(bench.reckon, "eval", "3 kW * 90 min to kWh"), rounds: 60,
        [
          bench.side("units", "-t", "3 kW * 90 min", "kWh"),
          bench.side("qalc", "-t", "3 kW * 90 min to kWh"),
          bench.side("bc", "-q", product),
          bench.side("python3", bench.script("pint_start.py")),
        ]),
      bench.compared(
        "start: the footprint of a token",
        Command(bench.reckon, "eval", "1/(107.5/s) * 8 * 0.407 kW * 1.2 * 262 g/kWh to mg"),
        rounds: 60,
        [bench.side("units", "-t", "1/(107.5/s) * 8 * 0.407 kW * 1.2 * 262 g/kWh", "mg")]),
    ]
  }
}
