import Foundation
import TerminalTesting
import Testing

/// A class graded on a Spark cluster; its size is `RECKON_SPARK_RECORDS`, else a few hundred, so
/// that all tests together stay short. `make engines` grades 20 000 with the release.
@Suite struct SparkTests {
  private static let skipped: Int32 = 77

  private func name(_ number: Int) -> String { "\(100_000 + number)" }

  @Test func aClusterThatLosesAWorkerGivesTheSameBytesAsOneMachine() throws {
    let environment = ProcessInfo.processInfo.environment
    let desk = try Desk()
    let count = environment["RECKON_SPARK_RECORDS"].flatMap { Int($0) } ?? 300
    let program = try environment["RECKON_PROGRAM"] ?? BuiltProgram.path("reckon")
    let command = [program, "grade", "--stream", "--exercises", desk.exercises]
    var records = ""
    for number in 0..<count {
      let text = Desk.notebook(ofStudent: number)
      let record = try JSONSerialization.data(
        withJSONObject: [
          "id": name(number), "notebooks": [["name": "a.answers.md", "text": text]],
          "submitted": "2024-11-30T10:00:00Z",
        ], options: [.sortedKeys])
      records += String(decoding: record, as: UTF8.self) + "\n"
    }
    try desk.write(records, to: "records.jsonl")
    let own = URL(filePath: #filePath).deletingLastPathComponent()
    let job = own.appending(path: "../../docs/example/grade_with_spark.py").standardized.path
    var variables = ["PATH": environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    for name in ["HOME", "JAVA_HOME", "PYENV_ROOT"] { variables[name] = environment[name] }
    let run = try ProgramRun.run(
      "/usr/bin/env",
      [
        "python3", own.appending(path: "Engines/spark_cluster.py").path, job,
        desk.path + "/records.jsonl", desk.path + "/out",
      ] + command, environment: variables, in: desk.path, timeout: 3600)
    if run.status == Self.skipped || run.status == 127 {
      print("SKIPPED, no class was graded on a cluster: \(run.output)")
      return
    }
    let log = (try? String(contentsOfFile: desk.path + "/out.log", encoding: .utf8)) ?? ""
    try #require(run.status == 0, "\(run.output)\(run.errors)\(log.suffix(4000))")
    #expect(run.output.contains("a worker was killed"))
    let alone = try ProgramRun.run(
      command[0], Array(command.dropFirst()), in: desk.path, input: Array(records.utf8),
      timeout: 3600)
    #expect(try lines(in: desk.path + "/out/class/lines") == alone.output)
    let summary = try lines(in: desk.path + "/out/class/summary", ending: ".csv")
    #expect(summary.contains("chatgpt-footprint,\(count),"))
  }

  /// The parts that Spark has written, in their order.
  private func lines(in folder: String, ending: String = "") throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("part-") && $0.hasSuffix(ending) }.sorted()
      .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
  }
}
