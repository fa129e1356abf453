import Foundation
import TerminalTesting
import Testing

/// The manual, written by the program itself.
@Suite struct ManualTests {
  private let desk: Desk
  /// The pages by the names of their files.
  private let pages: [String: String]

  init() throws {
    desk = try Desk()
    desk.set("SOURCE_DATE_EPOCH", "1764547200")
    let run = try desk.run("--generate-manual", Self.root.appending(path: "docs").path, "manual")
    try #require(run.status == 0, "\(run.errors)")
    let folder = desk.path + "/manual"
    pages = try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder).map {
        ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
      })
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A page as its reader has it, on one line, without marks.
  private func text(_ page: String) throws -> String {
    try #require(pages[page]).replacing(/\\f[BIR]/, with: "").replacing("\\-", with: "-")
      .replacing("\\(aq", with: "'").replacing("\n", with: " ")
  }

  /// What the page says of a command, up to the next one.
  private func part(_ command: String) throws -> String {
    let source = try #require(pages["reckon.1"])
    let start = try #require(source.range(of: ".SS \"\(command)\"\n"), "\(command)").upperBound
    let rest = source[start...]
    let end = rest.range(of: "\n.S")?.lowerBound ?? rest.endIndex
    return String(rest[..<end]).replacing(/\\f[BIR]/, with: "").replacing("\\-", with: "-")
  }

  /// Names of commands, as the program's help lists them.
  private func commands() throws -> [String] {
    let help = try desk.run("--help").output
    let listed = help.components(separatedBy: "SUBCOMMANDS:").dropFirst().joined()
    return listed.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^ {2}([a-z]+) {2,}\S/).map { String($0.1) }
    }
  }

  @Test func everyCommandIsThereWithAllOptionsOfItsHelp() throws {
    let commands = try commands()
    #expect(commands.count > 13)
    for command in commands {
      let help = try desk.run("help", command).output
      let part = try part("reckon \(command)")
      let options = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
        .flatMap { $0.matches(of: /(?:^|[ ,])(--?[a-z][a-z-]*)/).map { String($0.1) } }
      for option in Set(options).subtracting(["-h", "--help", "--version"]) where option.count > 2 {
        #expect(part.contains(option), "\(command) \(option)")
      }
    }
  }

  /// All options of all commands stand with what they do behind them.
  @Test func everyOptionIsExplained() throws {
    let source = try #require(pages["reckon.1"]).replacing("\\-", with: "-")
    let used = Set(source.matches(of: /\[?\\fB(--[a-z-]+)\\fR/).map { String($0.1) })
    let terms = source.components(separatedBy: ".TP\n").dropFirst()
      .compactMap { $0.split(separator: "\n").first }
    #expect(used.count > 40)
    for option in used {
      #expect(terms.contains { $0.contains("\\fB\(option)\\fR") }, "\(option)")
    }
  }

  @Test func everyVariableThatIsReadIsNamed() throws {
    let page = try text("reckon.1")
    let environment = try #require(page.components(separatedBy: ".SH \"ENVIRONMENT\"").last)
    let sources = Self.root.appending(path: "Sources").path
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where file.hasSuffix(".swift") {
      let code = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      for variable in code.matches(of: /(?:environment|getenv|has)\("([A-Z_]+)"\)/) {
        #expect(environment.contains(variable.1), "\(variable.1) in \(file)")
      }
    }
  }

  @Test func eachPageOfDocsIsWhole() throws {
    let exercise = try text("reckon-exercise.5")
    for key in ["derived_hints", "misconceptions", "sigfigs", "hint_cost", "made_of"] {
      #expect(exercise.contains(key), "\(key)")
    }
    #expect(try text("reckon-notebook.5").contains("PLACE.answers.md") == false)
    #expect(exercise.contains("reckon-language(7)"))
    #expect(try text("reckon-language.7").contains("reckon-exercise(5)"))
  }

  /// The same source makes the same page.
  @Test func theDateIsThatOfTheSource() throws {
    #expect(try #require(pages["reckon.1"]).hasPrefix(".TH \"RECKON\" \"1\" 2025-12-01 "))
  }

  /// As those of Debian read them, where the machine has their programs.
  @Test(arguments: ["reckon.1", "reckon-exercise.5", "reckon-notebook.5", "reckon-language.7"])
  func noFormatterWarns(_ page: String) throws {
    let warnings = try desk.shell(
      """
      cd manual
      if command -v man; then man --warnings -E UTF-8 -l -Tutf8 -Z \(page) 2>&1 >/dev/null; fi >man.out
      if command -v mandoc; then mandoc -T lint -W warning \(page); fi >mandoc.out
      cat man.out mandoc.out | grep -v '^/' | head -5
      """)
    #expect(warnings == "")
  }

  @Test func whatIsMissingIsTold() throws {
    let none = try desk.run("--generate-manual", "nowhere", "manual")
    #expect(none.status == 65)
    #expect(none.errors.contains("nowhere/exercise-format.md is not there"))
    let usage = try desk.run("--generate-manual")
    #expect(usage.status == 2)
    #expect(usage.errors.contains("two folders"))
  }
}
