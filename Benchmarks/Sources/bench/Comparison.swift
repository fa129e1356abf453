/// Programs that do the same, run in turn, so that what slows the machine down slows all of them.
struct Comparison {
  /// One of them.
  struct Side {
    var name: String
    var command: Command
  }

  /// What came of one of them.
  struct Outcome {
    var name: String
    /// Seconds, the median.
    var wall: Double
    var cpu: Double
    /// How many times as long as the first of the sides, the median of the rounds.
    var ratio: Double
  }

  var sides: [Side]
  var rounds: Int

  /// Ratios are those of the processor's time where `byCPU`, which others on the machine disturb
  /// less, else those of the clock.
  func run(byCPU: Bool = false) -> [Outcome] {
    var costs = [[Command.Cost]](repeating: [], count: sides.count)
    // The first round warms the files up.
    for round in 0...rounds {
      for (index, side) in sides.enumerated() {
        let cost = side.command.run()
        if round > 0 { costs[index].append(cost) }
      }
    }
    return sides.indices.map { index in
      let ratios = (0..<rounds).map { round -> Double in
        let (own, first) = (costs[index][round], costs[0][round])
        return byCPU ? own.cpu / first.cpu : own.wall / first.wall
      }
      return Outcome(
        name: sides[index].name, wall: costs[index].map(\.wall).median,
        cpu: costs[index].map(\.cpu).median,
        ratio: ratios.median)
    }
  }
}
