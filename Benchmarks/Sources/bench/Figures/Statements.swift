/// Statements with units and a conversion, all of them distinct, from standard input.
enum StatementFigures: FigureSet {
  static let title = "statements"

  /// One of five kinds: what is typed, and what it is converted to.
  private static func statement(_ number: Int) -> (formula: String, unit: String) {
    switch number % 5 {
    case 0: ("\(number % 999 + 1).\(number) kW * \(number % 99 + 1) h", "MJ")
    case 1: ("0.\(number) kg * 9.81 m/s^2", "kN")
    case 2: ("(3 + \(number)) * 2.5 m / (4 s)", "km/h")
    case 3: ("\(number) MJ/kg * 3 g", "J")
    default: ("262 g/kWh * \(number) kWh", "kg")
    }
  }

  static func measure(_ bench: Workbench) throws -> [Figure] {
    let all = (0..<15_000).map(statement)
    return [
      try figure(bench, "statements: distinct, with units and a conversion", all),
      // An exponent belongs to the shape of a line, so that no two of these are of one shape.
      try figure(
        bench, "the same, each of a shape of its own",
        all.enumerated().map { ("\($1.formula) * 1^\($0)", $1.unit) }),
    ]
  }

  private static func figure(
    _ bench: Workbench, _ name: String, _ all: [(formula: String, unit: String)]
  ) throws -> Figure {
    let own = try bench.write(
      all.map { "\($0.formula) to \($0.unit)\n" }.joined(), to: "statements")
    let units = try bench.write(
      all.map { "\($0.formula)\n\($0.unit)\n" }.joined(), to: "statements.units")
    let one = try bench.write("3 kW * 2 h to MJ\n", to: "statement")
    let oneOfUnits = try bench.write("3 kW * 2 h\nMJ\n", to: "statement.units")
    var sides = [
      Comparison.Side(name: "reckon", command: Command(bench.reckon, "eval", input: own)),
      Comparison.Side(name: "", command: Command(bench.reckon, "eval", input: one)),
    ]
    if let path = bench.peers["units"] {
      sides.append(.init(name: "units", command: Command(path, "-q", input: units)))
      sides.append(.init(name: "", command: Command(path, "-q", input: oneOfUnits)))
    }
    if let path = bench.peers["python3"] {
      let script = bench.script("pint_statements.py")
      sides.append(.init(name: "pint", command: Command(path, script, own)))
      sides.append(.init(name: "", command: Command(path, script, one)))
    }
    // The start of each program is taken off what it takes for all.
    let outcomes = Comparison(sides: sides, rounds: bench.rounds(9)).run(byCPU: true)
    func each(_ index: Int) -> Double {
      (outcomes[index].cpu - outcomes[index + 1].cpu) / Double(all.count)
    }
    let mine = each(0)
    return Figure(
      name: name,
      reckon: "\(mine.duration) each, \(Int(1 / mine)) a second",
      peers: stride(from: 2, to: outcomes.count, by: 2).map {
        (outcomes[$0].name, (each($0) / mine).times)
      })
  }
}
