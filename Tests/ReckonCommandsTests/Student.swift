import Foundation
import TerminalTesting
import Testing

@testable import Files

/// A student's folder, and the program at work in it.
final class Student {
  let folder: String
  private let temporary: TemporaryFolder
  private let program: String
  let exercises: String
  /// Whether the environment names the folder of the exercises.
  var namesExercises = true

  /// - Parameter exercises: their folder; those that are shipped, where none is given.
  init(exercises: String? = nil) throws {
    temporary = try TemporaryFolder()
    folder = temporary.path
    program = try ReckonProgram.path()
    self.exercises =
      exercises
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Exercises").path
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func read(_ name: String) -> String {
    (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
  }

  /// Runs `reckon` without a terminal.
  func run(
    _ arguments: [String], input: String? = "", output: ProgramOutput = .kept,
    in place: String? = nil, timeout: Double = 20
  ) throws -> ProgramRun {
    try run(
      arguments, bytes: input.map { Array($0.utf8) }, output: output, in: place, timeout: timeout)
  }

  func run(
    _ arguments: [String], bytes: [UInt8]?, output: ProgramOutput = .kept,
    in place: String? = nil, timeout: Double = 20
  ) throws -> ProgramRun {
    try ProgramRun.run(
      program, arguments, environment: environment, in: place ?? folder, input: bytes,
      output: output, timeout: timeout)
  }

  private var environment: [String: String] {
    let own = ["HOME": folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    return namesExercises ? own.merging(["RECKON_EXERCISES": exercises]) { $1 } : own
  }

  /// Starts `reckon` at a terminal, in whose window everything fits.
  func sitDown(
    _ arguments: [String], columns: Int = 80, rows: Int = 200, extra: [String: String] = [:]
  ) throws -> PseudoTerminal {
    var environment = self.environment
    environment["TERM"] = "xterm"
    environment.merge(extra) { $1 }
    return try PseudoTerminal.spawn(
      "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments,
      environment: environment, columns: columns, rows: rows)
  }

  /// The report of a notebook with the given text, as other programs read it.
  func check(_ exercise: String, _ notebook: String) throws -> CheckedNotebook {
    let name = exercise + ".answers.md"
    try write(name, notebook)
    let run = try run(["check", "--json", name])
    try #require([0, 1].contains(run.status), "\(run.errors)")
    return try CheckedNotebook(run)
  }
}

/// What `check --json` printed.
struct CheckedNotebook {
  struct Answer {
    var question: String
    var name: String
    var verdict: String
    var message: String
    var rows: [String]?
    var points: [[String: Any]]?
    var isPractice: Bool
  }

  let run: ProgramRun
  let object: [String: Any]
  let answers: [Answer]

  init(_ run: ProgramRun) throws {
    self.run = run
    object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let questions = try #require(object["questions"] as? [[String: Any]])
    answers = try questions.flatMap { question in
      try #require(question["answers"] as? [[String: Any]]).map { answer in
        Answer(
          question: try #require(question["id"] as? String),
          name: try #require(answer["name"] as? String),
          verdict: try #require(answer["verdict"] as? String),
          message: try #require(answer["message"] as? String), rows: answer["rows"] as? [String],
          points: answer["points"] as? [[String: Any]],
          isPractice: question["practice"] as? Bool ?? false)
      }
    }
  }

  func score(_ id: String) throws -> Double {
    let questions = try #require(object["questions"] as? [[String: Any]])
    let question = try #require(questions.first { $0["id"] as? String == id })
    return try #require(question["score"] as? Double)
  }

  func verdict(_ name: String) -> String? { answers.first { $0.name == name }?.verdict }

  /// Names of values and functions that count with their verdicts where these are not `correct`.
  var notCorrect: [String: String] {
    let programming = answers.filter { !$0.name.contains(".") && !$0.isPractice }
    return Dictionary(
      uniqueKeysWithValues: programming.filter { $0.verdict != "correct" }
        .map { ($0.name, $0.verdict) })
  }
}
