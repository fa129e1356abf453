import Foundation
import TerminalTesting

/// From a key to its echo at the prompt of an open exercise, suggestion and colour included.
enum KeyFigures: FigureSet {
  static let title = "keys"

  static func measure(_ bench: Workbench) throws -> [Figure] {
    try bench.atTerminal { try figures(bench, $0) }
  }

  private static func figures(
    _ bench: Workbench, _ settings: [String: String]
  ) throws -> [Figure] {
    let own = try times(
      bench,
      PseudoTerminal.spawn(
        bench.reckon, ["open", "chatgpt-footprint"], environment: settings), prompt: "2.1.1")
    var peers: [(String, String)] = []
    if let path = bench.peers["python3"] {
      let other = try times(
        bench, PseudoTerminal.spawn(path, ["-q"], environment: settings), prompt: ">>>")
      peers = [("python3", "\(other.median.duration), \(other.quantile(0.99).duration)")]
    }
    return [
      Figure(
        name: "key to echo, median and 99th percentile",
        reckon: "\(own.median.duration), \(own.quantile(0.99).duration)", peers: peers)
    ]
  }

  /// Types a line letter by letter, and takes it back, again and again.
  private static func times(
    _ bench: Workbench, _ terminal: PseudoTerminal, prompt: String
  ) throws -> [Double] {
    try terminal.expect(prompt)
    Thread.sleep(forTimeInterval: 0.3)
    var times: [Double] = []
    for round in 0..<bench.rounds(40) {
      for letter in "power = 3 kW * 2" {
        let start = Clock.now
        try terminal.send(String(letter))
        try terminal.expect(String(letter))
        if round > 0 { times.append(Clock.now - start) }
        Thread.sleep(forTimeInterval: 0.002)
      }
      try terminal.send("\u{15}")
      Thread.sleep(forTimeInterval: 0.02)
    }
    return times
  }
}
