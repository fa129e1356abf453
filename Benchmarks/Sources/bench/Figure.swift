/// One figure of the page: what Reckon takes, and what others take for the same.
struct Figure {
  var name: String
  /// With its unit.
  var reckon: String
  /// Others, each with what it takes.
  var peers: [(name: String, text: String)] = []

  var row: String {
    "| \(name) | \(reckon) | \(peers.map { "\($0.name) \($0.text)" }.joined(separator: ", ")) |"
  }
}

/// What measures figures of one kind; a new one is one more file and one entry in `Bench`.
protocol FigureSet {
  static var title: String { get }
  static func measure(_ bench: Workbench) throws -> [Figure]
}

extension Double {
  /// `12.3 ms`, `0.45 µs`
  var duration: String {
    for (unit, size) in [("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)] where self >= size {
      return "\((self / size).short) \(unit)"
    }
    return "\((self / 1e-9).short) ns"
  }

  /// Three figures.
  var short: String {
    guard isFinite else { return "–" }
    let decimals = self >= 100 ? 0 : self >= 10 ? 1 : 2
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let rounded = (self * power).rounded() / power
    return decimals == 0 ? "\(Int(rounded))" : "\(rounded)"
  }

  var times: String { "\(short)×" }
}

extension Int {
  var megabytes: String { "\((Double(self) / 1e6).short) MB" }
}
