import Foundation
import TerminalTesting
import Testing

/// `reckon doctor` in odd surroundings.
@Suite struct DoctorTests {
  private struct Report {
    let status: Int32
    private let checks: [[String: Any]]

    init(_ run: ProgramRun) throws {
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      checks = try #require(object?["checks"] as? [[String: Any]])
      status = run.status
      #expect(object?["fine"] as? Bool == (status == 0))
    }

    func standing(_ id: String) -> String? { check(id)?["standing"] as? String }
    func said(_ id: String) -> String { check(id)?["message"] as? String ?? "" }
    func advice(_ id: String) -> [String] { check(id)?["try"] as? [String] ?? [] }
    var odd: [String] {
      checks.filter { $0["standing"] as? String == "odd" }.compactMap { $0["id"] as? String }
    }

    private func check(_ id: String) -> [String: Any]? {
      checks.first { $0["id"] as? String == id }
    }
  }

  private let student: Student

  init() throws { student = try Student() }

  /// - Parameter changes: to the environment; nil takes a variable away.
  private func report(
    _ arguments: String..., changes: [String: String?] = [:], program: String? = nil,
    in folder: String? = nil
  ) throws -> Report {
    var environment = [
      "HOME": student.folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "EDITOR": "cat",
      "RECKON_EXERCISES": student.exercises,
    ]
    for (name, value) in changes { environment[name] = value }
    return try Report(
      ProgramRun.run(
        program ?? ReckonProgram.path(), ["doctor", "--json"] + arguments,
        environment: environment, in: folder ?? student.folder))
  }

  /// A line of the shell in the student's folder. What is run afterwards is written by it, and not by
  /// this process, whose children might still have it open.
  private func shell(_ line: String) throws {
    let run = try ProgramRun.run(
      "/bin/sh", ["-c", line, ReckonProgram.path()], environment: ["PATH": "/usr/bin:/bin"],
      in: student.folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The program without anything beside it.
  private func alone() throws -> String {
    try shell("mkdir bin && cp \"$0\" bin/reckon")
    return student.path("bin/reckon")
  }

  @Test func nothingIsOddWhereAllIsThere() throws {
    let report = try report()
    #expect(report.odd == [])
    #expect(report.status == 0)
    #expect(report.said("exercises").contains("found in \(student.exercises)"))
    #expect(report.standing("loading") == "fine")
    #expect(report.standing("desk") == "fine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: student.folder) == [])
  }

  /// A change of the surroundings, the one check that finds it, and a part of what is said.
  @Test(
    arguments: [
      (["LANG": nil], "locale", "No locale is set"),
      (["LC_ALL": "POSIX"], "locale", "The locale is POSIX"),
      (["EDITOR": "emaks -nw"], "editor", "EDITOR names emaks, which is not there"),
      (["VISUAL": "/nowhere/vi"], "editor", "VISUAL names /nowhere/vi"),
      (["EDITOR": nil, "PATH": "/nowhere"], "editor", "name no editor"),
      (["TMPDIR": "/nowhere"], "temporary", "/nowhere"),
      (["XDG_STATE_HOME": "/etc/passwd"], "history", "/etc/passwd/reckon/history"),
      (["TZ": "Europe/Lausanne"], "zone", "TZ is Europe/Lausanne"),
      (["RECKON_EXERCISES": "/nowhere"], "exercises", "There is no folder /nowhere"),
      (["RECKON_EXERCISES": "/proc/self/fdinfo"], "exercises", "There are none in"),
    ] as [([String: String?], String, String)])
  func whatIsOddIsTold(_ changes: [String: String?], _ check: String, _ said: String) throws {
    // Neither a checkout nor an installation lends exercises to a program that lies alone.
    let report = try report(changes: changes, program: check == "exercises" ? alone() : nil)
    #expect(report.odd == [check])
    #expect(report.said(check).contains(said), "\(report.said(check))")
    #expect(report.advice(check).isEmpty == false)
    #expect(report.status == 1)
  }

  @Test func aLocaleThatIsNotInstalledIsNoted() throws {
    let report = try report(changes: ["LANG": "xx_YY.UTF-8"])
    #expect(report.standing("locale") == "noted")
    #expect(report.said("locale").hasPrefix("xx_YY.UTF-8 is not on this machine"))
  }

  @Test func aFolderThatTakesNoFilesIsTold() throws {
    let report = try report(in: "/proc")
    #expect(report.odd == ["folder"])
    #expect(report.said("folder").hasPrefix("Nothing can be saved in /proc"))
  }

  @Test func exercisesWithMistakesAreNamed() throws {
    try student.write("bad.md", "---\nreckon: 1\nid: bad\ntitle: Bad\n---\n## 1 A\nNo block\n")
    try student.write("torn.md", "---\nreckon: 1\nid: [\n---\n## 1 A\n")
    try student.write(
      "good.md",
      "---\nreckon: 1\nid: good\ntitle: Good\n---\n## 1 A\n```question\npoints: 1\nanswers: {a: 1 W}\n```\n"
    )
    let report = try report("--exercises", student.folder)
    #expect(report.odd == ["loading"])
    #expect(report.said("loading") == "Mistakes are in \(student.folder)/torn.md.")
  }

  @Test func theAssistantsProgramHasToBeThereAndOfThisVersion() throws {
    let program = try alone()
    #expect(try report(program: program).standing("desk") == "noted")
    #expect(try report(program: program).status == 0)
    func desk(_ script: String) throws {
      try shell(
        "printf '#!/bin/sh\\n%s\\n' '\(script)' >bin/reckon-desk && chmod +x bin/reckon-desk")
    }
    try desk("echo 0.0.1")
    #expect(try report(program: program).said("desk").contains("of another version, 0.0.1"))
    try desk("echo missing.so >&2; exit 127")
    #expect(try report(program: program).odd == ["desk"])
    #expect(try report(program: program).said("desk").contains("does not start"))
  }

  /// A terminal, what `TERM` says of it, and what is said then.
  @Test(arguments: [
    ("xterm", 100, "Terminal xterm", "All is well."),
    ("teletype-9000", 100, "no description of", "One thing is not well."),
    ("", 100, "TERM does not say", "One thing is not well."),
    ("dumb", 100, "TERM is dumb", "All is well."),
    ("xterm", 30, "30 columns", "One thing is not well."),
  ])
  func aTerminalIsLookedAt(_ kind: String, _ columns: Int, _ said: String, _ total: String) throws {
    let terminal = try student.sitDown(
      ["doctor"], columns: columns, extra: ["TERM": kind, "EDITOR": "cat"])
    let shown = try terminal.expect("well.").replacing("\r\n", with: "\n")
    let all = shown.replacing(/\n? +/, with: " ")
    #expect(all.contains(said), "\(shown)")
    #expect(try terminal.waitForExit() == .exited(total == "All is well." ? 0 : 1))
  }

  @Test func withoutUnicodeAllIsASCII() throws {
    let terminal = try student.sitDown(["doctor"], extra: ["LANG": "C"])
    let shown = try terminal.expect("well.")
    #expect(shown.contains("x Locale"))
    #expect(shown.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func inWordsEachLineSaysHowItStands() throws {
    let run = try student.run(["doctor", "--accessible"])
    #expect(run.output.contains("Fine: Folder: Notebooks are saved in "))
    #expect(run.output.contains("✓") == false)
  }
}
