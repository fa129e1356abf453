import ArgumentParser

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Calculate with units.",
    discussion: """
      Statements come from the argument, or one a line from standard input; at a terminal they \
      are typed at a prompt.

        reckon eval '3 kW * 90 min to kWh'
        reckon eval 'unit token; 2.6 mg/token * 1e6 token to kg'
        reckon eval '100 km/h to m/s'
        reckon eval --json < statements.txt
      """)

  @OptionGroup var display: DisplayOptions

  @Flag(help: "Print one JSON object a statement, for other programs.")
  var json = false

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("What to compute; several are joined by spaces.", valueName: "formula"))
  var formula: [String] = []

  func run() throws {
    // What ends the options is no part of the formula.
    let words = formula.first == "--" ? formula.dropFirst() : formula[...]
    try Self.compute(words, display.console, json: json)
  }

  /// Computes what the words are together, or what is typed or piped in where there are none.
  static func compute(
    _ words: some Collection<String>, _ console: Console, json: Bool = false
  ) throws(Status) {
    let calculator = Calculator(console, json: json)
    let isFine: Bool
    if !words.isEmpty {
      isFine = calculator.run(words.joined(separator: " "))
    } else if console.isInputTerminal, console.isTerminal, !json {
      calculator.runAtTerminal()
      isFine = true
    } else {
      isFine = calculator.runStandardInput()
    }
    try console.finish()
    if !isFine { throw .short }
  }
}
