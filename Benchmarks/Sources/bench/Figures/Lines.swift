import Foundation

/// What a line costs at the prompt of a notebook of many: some are typed, beside one.
enum LineFigures: FigureSet {
  static let title = "lines"

  /// A line that is typed at a question; its number stands in place of `@`.
  private static let kinds: [(name: String, question: String, line: String)] = [
    ("a formula", "1.2.1", "own_@ = @ W * 3 h"),
    (
      "a wrong answer", "1.2.1",
      #"training_emissions = models["Training Time (GPU hours)"] * @ W"#
    ),
    ("a text", "1.3.1", "Model 1 needs @ kg."),
  ]

  static func measure(_ bench: Workbench) throws -> [Figure] {
    var figures: [Figure] = []
    for count in bench.isQuick ? [10, 1_000] : [10, 1_000, 5_000] {
      var texts: [String] = []
      for kind in kinds { texts.append("\(kind.name) \(try line(bench, kind, count).duration)") }
      figures.append(
        Figure(
          name: "a line at the prompt, notebook of \(count) lines",
          reckon: texts.joined(separator: ", ")))
    }
    figures.append(try memory(bench))
    return figures
  }

  private static func line(
    _ bench: Workbench, _ kind: (name: String, question: String, line: String), _ count: Int
  ) throws -> Double {
    let typed = bench.isQuick ? 20 : 101
    let start = notebook(of: "chatbot-model-analysis", question: "1.2.1", lines: count)
    func seconds(_ lines: Int) throws -> Double {
      try (0..<2).map { _ in
        try session(bench, start, exercise: "chatbot-model-analysis", question: kind.question) {
          (1...lines).map { kind.line.replacing("@", with: "\($0)") }
        } run: {
          $0.run().cpu
        }
      }.min() ?? .nan
    }
    return (try seconds(typed) - seconds(1)) / Double(typed - 1)
  }

  /// How a session grows with the lines that are typed.
  private static func memory(_ bench: Workbench) throws -> Figure {
    let start = notebook(of: "chatgpt-footprint", question: "2.1.1", lines: 1_000)
    func peak(_ lines: Int) throws -> String {
      try session(bench, start, exercise: "chatgpt-footprint", question: "2.1.1") {
        (1...lines).map { "own_\($0) = \($0) kg" }
      } run: {
        $0.peak()?.megabytes ?? "–"
      }
    }
    return Figure(
      name: "memory of a session, notebook of 1000 lines",
      reckon: "\(try peak(1)) with one line typed, \(try peak(500)) with 500")
  }

  private static func notebook(of exercise: String, question: String, lines: Int) -> String {
    Workbench.notebook(
      of: exercise, question: question, (0..<lines).map { "value_\($0) = \($0) kW * 3 h" })
  }

  private static func session<Result>(
    _ bench: Workbench, _ notebook: String, exercise: String, question: String,
    typing lines: () -> [String], run: (Command) -> Result
  ) throws -> Result {
    let folder = bench.file("session")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try notebook.write(
      toFile: "\(folder)/\(exercise).answers.md", atomically: true, encoding: .utf8)
    let typed = try bench.write(
      "\n\n:goto \(question)\n" + lines().joined(separator: "\n") + "\n", to: "typed")
    return run(
      Command(
        bench.reckon, "open", exercise, input: typed, folder: folder,
        environment: ["RECKON_EXERCISES": bench.root + "/Exercises", "XDG_STATE_HOME": folder]))
  }
}
