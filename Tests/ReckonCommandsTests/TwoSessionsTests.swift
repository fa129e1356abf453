import Foundation
import TerminalTesting
import Testing

/// Two sessions on one notebook at once: a window that was forgotten, a script beside a person.
@Suite struct TwoSessionsTests {
  private static let notebook = "chatgpt-footprint.answers.md"

  private static func lines(_ name: String, _ count: Int) -> String {
    (1...count).map { "\(name)_\($0) = \($0) kg\n" }.joined()
  }

  @Test func noLineOfEitherIsLost() throws {
    let student = try Student()
    let names = ["left", "right", "third"]
    for name in names { try student.write(name, Self.lines(name, 60)) }
    let script = """
      for name in \(names.joined(separator: " ")); do
        "$0" open chatgpt-footprint < $name > $name.out 2>&1 & jobs="$jobs $!"
      done
      for job in $jobs; do wait $job || exit 1; done
      """
    let run = try ProgramRun.run(
      "/bin/sh", ["-c", script, try ReckonProgram.path()],
      environment: ["HOME": student.folder, "RECKON_EXERCISES": student.exercises],
      in: student.folder, timeout: 60)
    #expect(run.status == 0)
    let found = Set(student.read(Self.notebook).split(separator: "\n").map(String.init))
    let lost = names.flatMap { Self.lines($0, 60).split(separator: "\n") }
      .filter { !found.contains(String($0)) }
    #expect(lost == [])
  }

  @Test func aTextOfAnotherSessionIsKeptWhereOneTakesItsPlace() throws {
    let student = try Student()
    try student.write(
      "chatbot-model-analysis.answers.md",
      "---\nexercise: chatbot-model-analysis\nstudent: {id: '1', name: Ada}\n---\n")
    let editor = try student.sitDown(["open", "chatbot-model-analysis"])
    try editor.expect("› ")
    try editor.send(":goto 1.3.1\r")
    try editor.expect("1.3.1 › ")
    try editor.send(":edit here\r")
    try editor.expect("an empty line ends it.")
    let other = try student.run(
      ["open", "chatbot-model-analysis"], input: ":goto 1.3.1\nModel 3 emits the least.\n")
    #expect(other.status == 0)
    try editor.send("Model 1 is the most accurate.\r\rdone\r")
    try editor.expect("› ")
    try editor.send(":quit\r")
    #expect(try editor.waitForExit() == .exited(0))
    let all = try FileManager.default.contentsOfDirectory(atPath: student.folder)
      .filter { $0.hasPrefix("chatbot-model-analysis.answers.md") }.map(student.read).joined()
    #expect(all.contains("Model 3 emits the least."))
    #expect(all.contains("Model 1 is the most accurate."))
  }

  @Test func nothingIsLeftBesideTheNotebook() throws {
    let student = try Student()
    _ = try student.run(["open", "chatgpt-footprint"], input: "a = 1\nb = 2\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: student.folder)
    #expect(
      !names.contains { $0.hasSuffix(".turn") || $0.hasSuffix(".lock") || $0.hasSuffix(".tmp") })
  }
}
