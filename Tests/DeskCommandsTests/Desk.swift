import Foundation
import GRDB
import ShippedExercises
import TerminalTesting

/// A folder in which the assistants' commands are run.
final class Desk {
  let folder: TemporaryFolder
  private var environment = [
    "LC_ALL": "C.UTF-8", "RECKON_EXERCISES": ShippedExercises.folder, "TZ": "Europe/Zurich",
  ]

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path }
  /// Where the exercises of this checkout lie.
  var exercises: String { ShippedExercises.folder }

  func set(_ variable: String, _ value: String) { environment[variable] = value }

  func run(
    _ arguments: String..., input: [UInt8] = [], timeout: Double = 60
  ) throws -> ProgramRun {
    try run(arguments, input: input, timeout: timeout)
  }

  func run(
    _ arguments: [String], input: [UInt8] = [], timeout: Double = 60
  ) throws -> ProgramRun {
    try ProgramRun.run(
      BuiltProgram.path("reckon"), arguments, environment: environment, in: path, input: input,
      timeout: timeout)
  }

  /// A command at a terminal of its own. It is started in this desk's folder by the shell.
  func terminal(_ arguments: String...) throws -> PseudoTerminal { try terminal(arguments) }

  func terminal(
    _ arguments: [String], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let program = try BuiltProgram.path("reckon")
    var variables = environment
    variables["TERM"] = "xterm"
    return try PseudoTerminal.spawn(
      "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", path, program] + arguments,
      environment: variables, columns: columns, rows: rows)
  }

  /// What a line of the shell prints, in which `reckon` is the built program.
  func shell(_ line: String) throws -> String {
    let programs = (try BuiltProgram.path("reckon") as NSString).deletingLastPathComponent
    var variables = environment
    variables["PATH"] = "\(programs):/usr/local/bin:/usr/bin:/bin"
    return try ProgramRun.run(
      "/bin/sh", ["-c", line], environment: variables, in: path, timeout: 120
    ).output
  }

  /// Runs a command that may write files of so many blocks of 512 bytes, as on a disk that is full
  /// then.
  func run(
    _ arguments: String..., withBlocks blocks: Int
  ) throws -> ProgramRun {
    try ProgramRun.run(
      "/bin/sh",
      [
        "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$@\"", "sh",
        BuiltProgram.path("reckon-desk"),
      ]
        + arguments, environment: environment, in: path, timeout: 60)
  }

  /// Starts a command and kills it after a while.
  func kill(_ arguments: String..., after seconds: Double) throws {
    let process = try start(arguments)
    Thread.sleep(forTimeInterval: seconds)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Starts a command, makes the process that it has started break down after a while, and waits
  /// for the command's end; returns its status, or nil where the other process is not found.
  func breakDown(_ arguments: String..., after seconds: Double) throws -> Int32? {
    let process = try start(arguments)
    Thread.sleep(forTimeInterval: seconds)
    let id = process.processIdentifier
    let children = try? String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)
    let child = children?.split(separator: " ").first.flatMap { pid_t($0) }
    if let child { Foundation.kill(child, SIGSEGV) }
    process.waitUntilExit()
    return child == nil ? nil : process.terminationStatus
  }

  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProgram.path("reckon-desk"))
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// An exercise that is due in winter, in Lausanne.
  static let kettle = """
    ---
    reckon: 1
    id: kettle
    title: Kettle
    due: 2024-12-01T23:59:00+01:00
    ---
    ## 1 Power
    A kettle brings 1.5 kg of water from 20 °C to 100 °C in 4 min. Which power is that?

    ```question
    points: 1
    given: {mass: 1.5 kg, heat_capacity: 4.18 kJ/kg/K, rise: 80 K, duration: 4 min}
    answers:
      power: {expect: mass * heat_capacity * rise / duration, unit: kW}
    ```

    """

  /// A notebook for the footprint of ChatGPT.
  static func notebook(_ statements: String, id: String = "") -> String {
    """
    ---
    reckon: 1
    exercise: chatgpt-footprint
    student: {id: "\(id)", name: ""}
    ---
    ## 2.1.1
    ```reckon
    \(statements)
    ```

    """
  }

  /// A notebook whose answers differ from student to student.
  static func notebook(ofStudent number: Int) -> String {
    notebook(
      """
      total_number_queries = usage["Number of queries"].sum() * \(number % 5 + 1)
      total_character_year = usage["Number of characters"].sum() / \(number % 3 + 1)
      total_token_year = total_character_year / 4
      average_query_day = total_number_queries / (36\(number % 7) day)
      footprint_per_token = 1 / (107.5 token/s) * \(number % 9 + 1) * 0.407 kW * 262 g CO2e/kWh
      """, id: "\(100_000 + number)")
  }

  func query(_ sql: String, of gradebook: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path + "/" + gradebook)
    return try queue.read { try Row.fetchAll($0, sql: sql).map { "\($0)" } }
  }

  /// All rows of a gradebook, the times of changes left out.
  func contents(of gradebook: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path + "/" + gradebook)
    return try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.filter { !$0.hasPrefix("grdb") && !$0.hasPrefix("sqlite") }.flatMap {
        table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table): \($0)" }
      }
    }
  }
}
