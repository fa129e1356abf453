import Foundation
import TerminalTesting
import Testing

/// What `packaging/check-imports` holds the sources to.
@Suite struct HouseRulesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func check(_ folder: String) throws -> ProgramRun {
    try ProgramRun.run(
      "/bin/sh", ["-c", "\"$0\" \"$1\"", Self.root + "/packaging/check-imports", folder],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"], in: folder, timeout: 300)
  }

  @Test func theSourcesKeepToThem() throws {
    let run = try check(Self.root)
    #expect(run.status == 0, "\(run.output.prefix(2000))")
  }

  @Test(arguments: [
    ("DeskCommands", #"print("x")"#, "only TerminalText prints"),
    ("LineEditing", "fputs(text, output)", "only TerminalText prints"),
    ("DeskCommands", "Glibc.write(1, text, 3)", "only TerminalText prints"),
    ("DeskCommands", "write(descriptor, buffer.baseAddress, 5)", "only TerminalText prints"),
    ("ReckonCommands", "fwrite(bytes, 1, 5, stdout)", "only TerminalText prints"),
    ("TutorTerminal", #"let code = "\u{1B}[31m""#, "they stand in TerminalCode"),
    ("ReckonCommands", #"let code = "\u{9B}5m""#, "they stand in TerminalCode"),
    ("Exports", ##"let text = #"{"score": 0}"#"##, "JSONValue does"),
    ("Exports", #"let text = "{\"score\": \(points)}""#, "JSONValue does"),
    ("Reports", "let writer = JSONEncoder()", "only JSONValue writes JSON"),
    ("DeskCommands", "posix_spawn(&child, path, nil, nil, words, nil)", "start programs"),
    ("Tutoring", "let child = Process()", "start programs"),
    ("Files", "let own = socket(1, 2, 3)", "nothing goes to other machines"),
    ("Reports", "URLSession.shared.dataTask(with: url)", "nothing goes to other machines"),
    ("Reports", "let file = fopen(path, mode)", "only Files opens"),
    ("Grading", "import Foundation", "is pure"),
  ])
  func aLineThatBreaksOneIsFound(_ room: String, _ line: String, _ said: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/Sources/\(room)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let file = path + "/Own.swift"
    try "// print(\"x\")\nlet fine = 1\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try check(folder.path).status == 0)
    try "let fine = 1\n\(line)\n".write(toFile: file, atomically: true, encoding: .utf8)
    let run = try check(folder.path)
    #expect(run.status == 1)
    #expect(run.output.contains("Own.swift:2: "))
    #expect(run.output.contains(said), "\(run.output)")
  }
}
