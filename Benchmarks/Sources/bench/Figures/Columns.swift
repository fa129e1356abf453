/// Columns of a million numbers, beside NumPy: what one operation takes an element.
enum ColumnFigures: FigureSet {
  static let title = "columns"

  /// What is computed, in Reckon's words and in Python's.
  private static let operations: [(own: String, python: String)] = [
    ("x * 2", "x * 2"), ("x + x", "x + x"), ("x * x + x", "x * x + x"), ("sum(x)", "x.sum()"),
    ("max(x)", "x.max()"), ("x > 0.5", "x > 0.5"), ("x[x > 0.5]", "x[x > 0.5]"),
    ("sort(x)", "np.sort(x)"), ("sin(x)", "np.sin(x)"),
  ]

  /// Those that are measured on the longest columns too.
  private static let onLong = ["x * 2", "x + x", "sum(x)", "x[x > 0.5]", "sort(x)"]

  static func measure(_ bench: Workbench) throws -> [Figure] {
    try operations.map { try figure(bench, $0.own, $0.python, power: 6) }
      + operations.filter { onLong.contains($0.own) && !bench.isQuick }.map {
        try figure(bench, $0.own, $0.python, power: 7)
      }
  }

  private static func figure(
    _ bench: Workbench, _ own: String, _ python: String, power: Int
  ) throws -> Figure {
    let elements = power == 6 ? 1_000_000 : 10_000_000
    let repeats = power == 6 ? 20 : 3
    func script(_ count: Int) -> String {
      "a = linspace(0, 1, \(elements)) * 7919\nx = a % 1\n"
        + String(repeating: "y = \(own)\n", count: count)
    }
    let many = try bench.write(script(repeats), to: "columns")
    let none = try bench.write(script(0), to: "no-columns")
    var sides = [
      Comparison.Side(name: "reckon", command: Command(bench.reckon, "eval", input: many)),
      Comparison.Side(name: "", command: Command(bench.reckon, "eval", input: none)),
    ]
    if let path = bench.peers["python3"] {
      for count in [repeats, 0] {
        let code = """
          import numpy as np
          x = np.linspace(0, 1, \(elements)) * 7919 % 1
          for _ in range(\(count)): y = \(python)
          """
        sides.append(.init(name: "numpy", command: Command(path, "-c", code)))
      }
    }
    let outcomes = Comparison(sides: sides, rounds: bench.rounds(power == 6 ? 11 : 5))
      .run(byCPU: true)
    func each(_ index: Int) -> Double {
      (outcomes[index].cpu - outcomes[index + 1].cpu) / Double(repeats * elements)
    }
    let mine = each(0)
    return Figure(
      name: "column of 10\(power == 6 ? "⁶" : "⁷"): `\(own)`",
      reckon: "\(mine.duration) an element",
      peers: outcomes.count > 2 ? [("numpy", (each(2) / mine).times)] : [])
  }
}
