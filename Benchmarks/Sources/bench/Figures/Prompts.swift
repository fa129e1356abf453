import TerminalTesting

/// From the start of a program at a terminal to its first prompt.
enum PromptFigures: FigureSet {
  static let title = "prompt"

  static func measure(_ bench: Workbench) throws -> [Figure] {
    try bench.atTerminal { try figures(bench, $0) }
  }

  private static func figures(
    _ bench: Workbench, _ settings: [String: String]
  ) throws -> [Figure] {
    var sides: [(name: String, path: String, arguments: [String], prompt: String)] = [
      ("reckon open", bench.reckon, ["open", "chatgpt-footprint"], "2.1.1"),
      ("reckon eval", bench.reckon, ["eval"], "›"),
    ]
    for (name, arguments, prompt) in [
      ("units", [], "You have:"), ("qalc", [], ">"), ("python3", ["-q"], ">>>"),
    ] as [(String, [String], String)] {
      if let path = bench.peers[name] { sides.append((name, path, arguments, prompt)) }
    }
    var times = [[Double]](repeating: [], count: sides.count)
    for round in 0...bench.rounds(25) {
      for (index, side) in sides.enumerated() {
        let start = Clock.now
        let terminal = try PseudoTerminal.spawn(side.path, side.arguments, environment: settings)
        try terminal.expect(side.prompt)
        if round > 0 { times[index].append(Clock.now - start) }
      }
    }
    let own = times[0].median
    return [
      Figure(
        name: "first prompt at a terminal, `reckon open`", reckon: own.duration,
        peers: sides.indices.dropFirst().map { (sides[$0].name, (times[$0].median / own).times) })
    ]
  }
}
