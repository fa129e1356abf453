import Foundation

/// Instructions that runs of the program take, counted under callgrind, each with a bound.
///
/// A count is the same on a busy machine as on an idle one, so that a change that makes something
/// slower is seen where a time would not show it.
struct InstructionCounts {
  private let bench: Workbench
  private let bounds: String

  /// - Parameter bounds: a file of lines `name bound`, in thousands of instructions.
  init(_ bench: Workbench, bounds: String) {
    (self.bench, self.bounds) = (bench, bounds)
  }

  private func runs() throws -> [(name: String, command: Command)] {
    let statements = try bench.write(
      (1...1_000).map { "\($0).5 kW * \($0 % 90 + 1) h to MJ\n" }.joined(), to: "counted")
    let columns = try bench.write(
      "x = linspace(0, 1, 100000)\n" + String(repeating: "y = sum(x * 2 + x)\n", count: 5),
      to: "counted-columns")
    let notebook = bench.root + "/docs/example/chatgpt-footprint.answers.md"
    let wrong = try bench.write(
      Workbench.notebook(
        of: "chatbot-model-analysis", question: "1.2.1",
        ["training_emissions = \(NotebookFigures.wrong)"]), to: "counted.answers.md")
    return [
      ("start", Command(bench.reckon, "eval", "3 kW * 90 min to kWh")),
      ("statements", Command(bench.reckon, "eval", input: statements)),
      ("columns", Command(bench.reckon, "eval", input: columns)),
      ("check", NotebookFigures.own(bench, ["check", notebook])),
      ("cause", NotebookFigures.own(bench, ["check", wrong])),
    ]
  }

  /// Prints each count beside its bound; false where one is over it.
  func check() throws -> Bool {
    guard let valgrind = bench.peers["valgrind"] else { return false }
    var limits: [String: Int] = [:]
    for line in try String(contentsOfFile: bounds, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let bound = Int(words[1]) { limits[String(words[0])] = bound }
    }
    // Debugging information of that size is more than valgrind reads.
    let program = bench.file("reckon")
    _ = Command("strip", "--strip-debug", "-o", program, bench.reckon).run()
    var isFine = true
    for (name, command) in try runs() {
      let log = bench.file("callgrind.log")
      var counted = command
      counted.path = valgrind
      counted.arguments =
        ["--tool=callgrind", "--callgrind-out-file=/dev/null", program] + command.arguments
      // Tables of texts come in the same order each time.
      counted.environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
      _ = counted.run(errors: log)
      let text = try String(contentsOfFile: log, encoding: .utf8)
      let digits = text.split(separator: "\n").first { $0.contains("Collected") }?
        .split(separator: ":").last?.filter(\.isNumber)
      let count = (digits.flatMap { Int($0) } ?? Int.max / 2000 * 1000) / 1000
      let bound = limits[name] ?? 0
      isFine = isFine && count <= bound
      print("\(count <= bound ? "fine" : "OVER") \(name): \(count) thousand, at most \(bound)")
    }
    return isFine
  }
}
