import Foundation

/// What is measured, and with what.
struct Workbench {
  /// The release build of the student's program and the assistants'.
  let reckon: String
  let desk: String
  /// Other programs that are installed, by name.
  let peers: [String: String]
  /// Removed at the end.
  let scratch: String
  let root: String
  /// Whether few rounds are enough, to see that everything runs.
  let isQuick: Bool

  func rounds(_ count: Int) -> Int { isQuick ? 2 : count }

  func file(_ name: String) -> String { scratch + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    let path = file(name)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// The text of a notebook with statements at one question.
  static func notebook(of exercise: String, question: String, _ statements: [String]) -> String {
    """
    ---
    reckon: 1
    exercise: \(exercise)
    ---
    ## \(question)
    ```reckon
    \(statements.joined(separator: "\n"))
    ```

    """
  }

  /// Runs something in the scratch folder, where the example's notebook lies, so that whoever opens
  /// its exercise is asked nothing first. Gets the environment of a program at a terminal.
  func atTerminal<Result>(_ body: ([String: String]) throws -> Result) throws -> Result {
    let name = "chatgpt-footprint.answers.md"
    if !FileManager.default.fileExists(atPath: file(name)) {
      try FileManager.default.copyItem(
        atPath: root + "/docs/example/" + name, toPath: file(name))
    }
    let here = Folder.enter(scratch)
    defer { _ = Folder.enter(here) }
    return try body([
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": scratch, "PATH": "/usr/bin:/bin",
      "RECKON_EXERCISES": root + "/Exercises", "XDG_STATE_HOME": scratch,
    ])
  }

  /// A script of Python's side.
  func script(_ name: String) -> String {
    Bundle.module.path(forResource: "Peers/" + name, ofType: nil) ?? name
  }

  /// A peer that is installed, with its arguments.
  func side(
    _ name: String, _ arguments: String..., input: String? = nil
  ) -> Comparison.Side? {
    peers[name].map { path in
      var command = Command(path, input: input)
      command.arguments = arguments
      return Comparison.Side(name: name, command: command)
    }
  }

  /// Reckon first, and the peers that are there, as one figure.
  func compared(
    _ name: String, _ own: Command, rounds count: Int, withMemory: Bool = true,
    _ others: [Comparison.Side?]
  ) -> Figure {
    let sides = [Comparison.Side(name: "reckon", command: own)] + others.compactMap(\.self)
    let outcomes = Comparison(sides: sides, rounds: rounds(count)).run()
    let peaks = sides.map { withMemory ? $0.command.peak() : nil }
    func text(_ index: Int) -> String {
      let time = index == 0 ? outcomes[0].wall.duration : outcomes[index].ratio.times
      return ([time] + [peaks[index]?.megabytes].compactMap(\.self)).joined(separator: ", ")
    }
    return Figure(
      name: name, reckon: text(0),
      peers: outcomes.indices.dropFirst().map { (outcomes[$0].name, text($0)) })
  }
}
