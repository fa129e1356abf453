import Foundation
import TerminalTesting
import Testing

/// Whatever stands in texts of others, and wherever: no command prints a character that acts on a
/// terminal, nor writes one into what is read at a terminal, and what it prints as JSON can be read.
@Suite struct EveryCommandTests {
  /// A command as it is run in a hostile world.
  struct Run: Sendable, CustomStringConvertible {
    var arguments: [String]
    var input = ""
    /// Whether each line of its output is JSON.
    var isJSON = false
    /// The file that it writes, to be read at a terminal or in a browser.
    var file: String?

    init(_ line: String, _ input: String = "", isJSON: Bool = false, file: String? = nil) {
      arguments = line.split(separator: " ").map(String.init)
      (self.input, self.isJSON, self.file) = (input, isJSON, file)
    }

    init(words arguments: [String], isJSON: Bool = false) {
      (self.arguments, self.isJSON) = (arguments, isJSON)
    }

    var description: String { arguments.joined(separator: " ") }
  }

  /// What is typed at the prompt of the exercise.
  private static let session = """
    :status
    :vars
    :table
    :table rooms
    :table rooms mk
    :course
    :plot
    :concrete
    :concrete power
    :hint
    :hint
    :why power
    :units W
    :task
    :debrief
    power = 50 W
    half = 1 W
    :goto 2
    1
    :question
    :debrief
    :goto 3
    :status
    :goto 1
    :reset
    :skip
    :skip
    :submit
    :undo
    :quit

    """

  /// Every command with every form of it that shows what others have written, in an order in which each
  /// finds what it needs.
  static let runs: [Run] =
    [
      Run("", "1\n:quit\n"), Run("list"), Run("check lamp.answers.md"),
      Run("check --json lamp.answers.md", isJSON: true), Run("check --accessible lamp.answers.md"),
      Run("check lamp.answers.md class/s2/lamp.answers.md"),
      Run("check --json lamp.answers.md class/s2/lamp.answers.md", isJSON: true),
      Run("preview lamp"), Run("preview lamp --as lamp.answers.md"),
      Run("preview lamp --question 3 --text -", "The wire glows. It is hot."),
      Run("lint lamp"), Run("lint exercises"), Run("lint exercises/course.md"), Run("doctor"),
      Run("doctor --json", isJSON: true),
      Run("convert lamp.answers.md --to md -o -"),
      Run("convert lamp.answers.md -o own.md", file: "own.md"),
      Run("convert lamp.answers.md -o own.html", file: "own.html"),
      Run("convert lamp.answers.md -o own.ipynb", file: "own.ipynb"), Run("new other"),
      Run("grade class --roster roster.csv --files"), Run("grade class --regrade --jobs 1"),
      Run("grade --explain s1"), Run("grade --explain s2"),
      Run("grade class --records", isJSON: true), Run("review --status"),
      Run("review --as Rea --student s2 --question 3 --part argued --points 1 --comment Fine"),
      Run("review --copy copy.sqlite"), Run("review --merge copy.sqlite"),
      Run("debrief"), Run("debrief --json --answers", isJSON: true), Run("debrief --candidates 3"),
      Run("debrief --answers --all-asked -o out.md", file: "out.md"),
      Run("debrief --answers -o out.html", file: "out.html"),
      Run("debrief -o out.json", file: "out.json"), Run("debrief --marks marks.csv"),
      Run("debrief --marks marks.csv --json", isJSON: true),
      Run("export --as csv -o csv.csv", file: "csv.csv"),
      Run("export --as moodle -o moodle.csv", file: "moodle.csv"),
      Run("export --as nbgrader -o nbgrader.csv", file: "nbgrader.csv"),
      Run("export --as moodle-feedback -o f.zip"),
      Run("export --as moodle-worksheet --worksheet roster.csv -o worksheet.csv"),
      Run("export --as canvas --gradebook-csv roster.csv -o canvas.csv"),
      Run("export --as feedback -o feedback", file: "feedback"),
      Run("export --as gradescope lamp -o autograder.zip"),
      Run("export --as prairielearn lamp -o prairie"),
      Run("release lamp --practice -o practice"), Run("release lamp --graded -o graded"),
      Run("release lamp --sealed -o sealed"), Run("simulate lamp -n 3 -o made"),
      Run("open lamp", session), Run("open ./exercises/lamp.md", ":status\n:quit\n"),
    ] + ["check", "list", "open lamp"].map { Run("\($0) --help") }

  /// What reads an exercise and tells of its mistakes.
  private static let exerciseReaders = [
    Run("lint exercises/lamp.md"), Run("preview ./exercises/lamp.md"), Run("list"),
    Run("open ./exercises/lamp.md", ":status\n:quit\n"),
    Run("check --exercise ./exercises/lamp.md lamp.answers.md"),
    Run("release ./exercises/lamp.md --graded -o graded"),
  ]

  /// What reads a notebook and tells of its mistakes.
  private static let notebookReaders = [
    Run("check lamp.answers.md"), Run("check --json lamp.answers.md", isJSON: true),
    Run("convert lamp.answers.md --to md -o -"), Run("open lamp", ":status\n:quit\n"),
    Run("grade class --files"),
  ]

  private func desk(_ places: Set<String>) throws -> Desk {
    let desk = try Desk()
    try HostileWorld(places: places).write(to: desk)
    return desk
  }

  /// What a command has printed and written, after a look at it.
  private func look(at run: Run, _ desk: Desk) throws -> String {
    let ended = try desk.run(run.arguments, input: Array(run.input.utf8))
    #expect(ended.status >= 0, "\(run): \(ended.ending)")
    var all = [("output", ended.output), ("errors", ended.errors)]
    if let file = run.file {
      // Tables end their lines as RFC 4180 has it.
      all += try texts(desk.path + "/" + file).map {
        (file, file.hasSuffix(".csv") ? $0.replacing("\r\n", with: "\n") : $0)
      }
    }
    for (name, text) in all {
      let raw = Set(ActingCharacters.raw(in: text)).sorted()
      #expect(raw.isEmpty, "\(run), \(name): \(raw)")
    }
    if run.isJSON { try readJSON(ended.output, of: run) }
    return all.map(\.1).joined(separator: "\n")
  }

  private func readJSON(_ output: String, of run: Run) throws {
    for line in output.split(separator: "\n") {
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil,
        "\(run): \(line.prefix(300))")
    }
  }

  /// The text of a file, or of all files of a folder.
  private func texts(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [try String(contentsOfFile: path, encoding: .utf8)] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).flatMap {
      try texts(path + "/" + $0)
    }
  }

  @Test func everyCommandIsRun() throws {
    let help = try desk([]).run("--help").output
    let named = help.components(separatedBy: "SUBCOMMANDS:").dropFirst()
      .flatMap { $0.split(separator: "\n") }
      .compactMap { $0.firstMatch(of: /^\ \ ([a-z]+)\ /).map { String($0.1) } }
    #expect(named.count >= 14)
    let run = Set(Self.runs.compactMap(\.arguments.first))
    #expect(Set(named).subtracting(run) == ["eval"])
  }

  @Test func nothingOfATextActs() throws {
    let desk = try desk(Set(HostileWorld.taken))
    var shown = ""
    for run in Self.runs { shown += try look(at: run, desk) }
    let unseen = HostileWorld.taken.filter { !shown.contains(HostileWorld.mark($0)) }
    #expect(unseen == [], "shown nowhere")
  }

  @Test(arguments: HostileWorld.refusedInExercises)
  func nothingOfAnAuthorsMistakeActs(_ place: String) throws {
    try expectShown(place, by: Self.exerciseReaders)
  }

  @Test(arguments: HostileWorld.refusedInNotebooks)
  func nothingOfAStudentsMistakeActs(_ place: String) throws {
    try expectShown(place, by: Self.notebookReaders)
  }

  private func expectShown(_ place: String, by runs: [Run]) throws {
    let desk = try desk([place])
    let shown = try runs.map { try look(at: $0, desk) }.joined()
    #expect(shown.contains(HostileWorld.mark(place)), "\(place) is shown nowhere")
  }

  /// Where the arguments of a command are somebody's words.
  @Test func nothingOfAnArgumentActs() throws {
    let desk = try desk([])
    _ = try desk.run("grade", "class")
    let word = ActingCharacters.text("mkargument", .system)
    let lines: [[String]] = [
      [], ["--exercises"], ["list", "--exercises"], ["open"], ["check"], ["check", "--exercise"],
      ["check", "--json"], ["check", "lamp.answers.md"], ["eval"], ["eval", "--json"],
      ["eval", "1 +"], ["new"],
      ["preview"], ["preview", "lamp", "--as"], ["preview", "lamp", "--question"],
      ["preview", "lamp", "--text"], ["lint"], ["convert"], ["convert", "lamp.answers.md", "-o"],
      ["convert", "lamp.answers.md", "--to"], ["help"], ["grade"], ["grade", "class", "--into"],
      ["grade", "--roster"], ["grade", "class", "--exercise"], ["grade", "--explain"],
      ["grade", "--adapter"], ["grade", "--adapter", "gradescope", "--root"], ["grade", "--jobs"],
      ["review"], ["review", "--status", "--exercise"], ["review", "--student"],
      ["review", "--student", "s2", "--points", "1", "--question"],
      ["review", "--student", "s2", "--question", "3", "--points", "1", "--part"],
      [
        "review", "--student", "s2", "--question", "3", "--part", "argued", "--points", "1", "--as",
      ],
      [
        "review", "--student", "s2", "--question", "3", "--part", "argued", "--points", "1",
        "--why",
      ],
      ["review", "--points"], ["review", "--merge"], ["review", "--copy"], ["debrief"],
      ["debrief", "-o"], ["debrief", "--example"], ["debrief", "--candidates"],
      ["debrief", "--marks"],
      ["export"], ["export", "--as"], ["export", "--as", "csv", "-o"],
      ["export", "--as", "canvas", "-o", "x.csv", "--gradebook-csv"],
      ["export", "--as", "moodle", "-o", "x.csv", "--maximum"], ["release", "--graded", "-o", "x"],
      ["release", "lamp", "--graded", "-o"], ["simulate", "-o", "x"], ["simulate", "lamp", "-o"],
      ["simulate", "lamp", "-o", "y", "--layout"], ["--generate-completion-script"],
    ]
    for line in lines {
      _ = try look(at: Run(words: line + [word], isJSON: line.contains("--json")), desk)
    }
    for command in Set(lines.compactMap(\.first)).sorted() {
      _ = try look(at: Run(words: [command, "--" + word, "--as=" + word]), desk)
    }
  }

  /// What is read from standard input.
  @Test func nothingOfInputActs() throws {
    let desk = try desk([])
    let line = ActingCharacters.text("mkinput", .line)
    let name = ActingCharacters.text("mkinput", .json)
    let shown = try [
      Run("eval", "\(line)\n\"\(line)\"\nx = 1 \(line)\n"),
      Run("eval --json", "\(line)\n\"\(line)\"\n# \(line)\n1 \(line)\n", isJSON: true),
      Run("", "\(line)\n1\n\(line)\n"),
      Run(
        "open lamp",
        """
        \(line)
        \(line)
        :\(line)
        :goto \(line)
        :vars \(line)
        :table \(line)
        :units \(line)
        :plot \(line)
        :help \(line)
        :ask \(line)
        x = "\(line)"
        :vars
        :goto 3
        \(line)
        :status
        :goto 2
        \(line)
        """),
      Run(
        "grade --stream",
        """
        \(line)
        {"id": \(name), "notebooks": [{"name": \(name), "text": \(name)}], "student": \(name)}
        {"id": \(name), "notebooks": [{"name": "lamp.answers.md", "text": "## 1\\n\\n## 3\\n> So."}]}
        {\(name): 1}

        """, isJSON: true),
      Run("preview lamp --question 3 --text -", line),
    ].map { try look(at: $0, desk) }.joined()
    #expect(shown.contains("mkinput"))
    // The value is kept all the same.
    let run = try desk.run("eval", "--json", input: Array("\"\(line)\"\n".utf8))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect((object as? [String: Any])?["value"] as? String == line)
  }

  /// What the environment says.
  @Test(arguments: [
    "RECKON_EXERCISES", "EDITOR", "VISUAL", "TERM", "HOME", "TMPDIR", "USER", "LOGNAME",
    "TZ",
    "RECKON_PICTURES", "TERM_PROGRAM", "LC_ALL", "LANG", "NO_COLOR", "RECKON_ACCESSIBLE",
  ])
  func nothingOfAVariableActs(_ variable: String) throws {
    let desk = try desk([])
    desk.set(variable, ActingCharacters.text("mkvariable", .system))
    for run in [
      Run("list"), Run("open lamp", ":goto 3\n:edit\n:image\n:status\n"), Run("grade class"),
      Run("review --student s2 --question 3 --part argued --points 1"), Run("grade --explain s2"),
    ] {
      _ = try look(at: run, desk)
    }
    let terminal = try desk.terminal(["open", "lamp"])
    try expectCodesOfOurs(terminal, [":goto 3\r", ":edit\r", "\u{3}", ":quit\r"], "\(variable)")
  }

  private func expectCodesOfOurs(
    _ terminal: PseudoTerminal, _ keys: [String], _ name: String
  ) throws {
    for key in keys {
      terminal.settle(quiet: 0.05)
      try? terminal.send(key)
    }
    _ = try? terminal.waitForExit(timeout: 5)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("mk") || text.contains(/[Ll]amp/), "\(name)")
    let raw = Set(ActingCharacters.raw(in: text, codes: true)).sorted()
    #expect(raw.isEmpty, "\(name): \(raw)")
  }

  /// At a terminal the codes of ours come out, and nothing else that acts.
  @Test func atATerminalNothingActsButCodesOfOurs() throws {
    let desk = try desk(Set(HostileWorld.taken))
    _ = try desk.run("grade", "class", "--roster", "roster.csv")
    for (arguments, keys) in [
      (["list"], []), (["check", "lamp.answers.md"], []), (["preview", "lamp"], []),
      (["debrief"], []), (["grade", "class", "--files"], []), (["lint", "exercises/lamp.md"], []),
      (
        ["open", "lamp"],
        ["\r", ":goto 3\r", "\t\t", "\u{3}", "mk\t\t", ":table rooms \t\t\r", ":vars\r", ":quit\r"]
      ),
      (["review", "--as", "Rea", "--names"], ["t", "x", "?", "x", "c", "\u{3}", "y", "\r", "q"]),
    ] {
      try expectCodesOfOurs(try desk.terminal(arguments), keys, "\(arguments)")
    }
  }
}
