import Foundation
import TerminalTesting
import Testing

@testable import Files

/// Notebooks made into pages, and what stands in the way.
@Suite struct ConvertTests {
  private static let name = "chatgpt-footprint.answers.md"

  private func student(_ notebook: String = Answers.footprint) throws -> Student {
    let student = try Student()
    try student.write(Self.name, notebook)
    return student
  }

  @Test(arguments: [
    ("a.md", "# ChatGPT footprint"), ("a.html", "<h1>ChatGPT footprint</h1>"),
    ("a.ipynb", "\"nbformat\": 4"), ("sub/A.HTML", "<!doctype html>"),
  ])
  func theEndOfTheNameSaysWhatIsMade(_ output: String, _ expected: String) throws {
    let student = try student()
    try FileManager.default.createDirectory(
      atPath: student.path("sub"), withIntermediateDirectories: false)
    let run = try student.run(["convert", Self.name, "-o", output])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output == "\(output) is written: 2 of 2 points.\n")
    #expect(student.read(output).contains(expected))
    #expect(student.read(output).contains("4'677'352 character"))
    #expect(student.read(Self.name) == Answers.footprint)
  }

  @Test(arguments: [["--to", "md"], ["--to", "md", "-o", "-"], ["-o", "-", "--to=md"]])
  func withoutAFileItGoesToStandardOutput(_ arguments: [String]) throws {
    let run = try student().run(["convert", Self.name] + arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\n# ChatGPT footprint\n"))
    #expect(run.output.contains("```reckon\ntotal_number_queries = "))
  }

  @Test func whatIsAskedForCountsMoreThanTheName() throws {
    let student = try student()
    let run = try student.run(["convert", Self.name, "-o", "a.txt", "--to", "html"])
    #expect(run.status == 0)
    #expect(student.read("a.txt").hasPrefix("<!doctype html>"))
  }

  @Test func aLinkToNothingIsNotFollowed() throws {
    let student = try student()
    try FileManager.default.createSymbolicLink(
      atPath: student.path("a.html"), withDestinationPath: student.path("elsewhere.html"))
    let run = try student.run(["convert", Self.name, "-o", "a.html", "--force"])
    #expect(run.status == 2)
    #expect(run.errors.contains("a.html is a link to a file that is not there."))
    #expect(!FileManager.default.fileExists(atPath: student.path("elsewhere.html")))
  }

  @Test func questionsTextsCanBeLeftOut() throws {
    let run = try student().run(["convert", Self.name, "--to", "md", "--answers-only"])
    #expect(!run.output.contains("Sum up the year"))
    #expect(run.output.contains("## 2.1.1 Usage metrics"))
    #expect(run.output.contains("total_number_queries = "))
  }

  @Test func theSameCommandWorksAgainAfterAChange() throws {
    let student = try student()
    #expect(try student.run(["convert", Self.name, "-o", "a.html"]).status == 0)
    try student.write(Self.name, Answers.footprint.replacing("0.407", with: "0.5"))
    let run = try student.run(["convert", Self.name, "-o", "a.html"])
    #expect(run.status == 0)
    #expect(student.read("a.html").contains("8 * 0.5 kW"))
    // Nothing else is left lying about.
    let files = try FileManager.default.contentsOfDirectory(atPath: student.folder).sorted()
    #expect(files == ["a.html", Self.name])
  }

  @Test(arguments: ["a.md", "a.html", "a.ipynb"])
  func whatWasNotMadeHereIsLeftAlone(_ output: String) throws {
    let student = try student()
    try student.write(output, "My own words.\n")
    let run = try student.run(["convert", Self.name, "-o", output])
    #expect(run.status == 2)
    #expect(run.errors.contains("\(output) is there already"))
    #expect(run.errors.contains("--force"))
    #expect(student.read(output) == "My own words.\n")
    #expect(try student.run(["convert", Self.name, "-o", output, "--force"]).status == 0)
    #expect(student.read(output).contains("reckon convert "))
    // A change made by hand is as good as a file of one's own.
    try student.write(output, student.read(output).replacing("ChatGPT", with: "My"))
    #expect(try student.run(["convert", Self.name, "-o", output]).status == 2)
    #expect(student.read(output).contains("My footprint"))
  }

  @Test(arguments: [
    chatgpt, "./\(chatgpt)", "link.md", "hard.md", "other.answers.md", "\(chatgpt)/",
    "sub/../\(chatgpt)",
  ])
  func aNotebookIsNeverWrittenOver(_ output: String) throws {
    let student = try student()
    let manager = FileManager.default
    try manager.createDirectory(atPath: student.path("sub"), withIntermediateDirectories: false)
    try manager.createSymbolicLink(
      atPath: student.path("link.md"), withDestinationPath: Self.name)
    try manager.linkItem(atPath: student.path(Self.name), toPath: student.path("hard.md"))
    for force in [[], ["--force"]] {
      let run = try student.run(["convert", Self.name, "-o", output, "--to", "md"] + force)
      #expect([2, 74].contains(run.status))
      #expect(!run.errors.isEmpty)
    }
    #expect(student.read(Self.name) == Answers.footprint)
    #expect(student.read("hard.md") == Answers.footprint)
    #expect(!manager.fileExists(atPath: student.path("other.answers.md")))
  }

  private static let chatgpt = name

  @Test(arguments: [
    ([name], 2, "Say where to write"), ([name, "-o", "a.pdf"], 2, "does not say what to make"),
    ([name, "-o", "a"], 2, "does not say what to make"), ([name, "--to", "pdf"], 2, "pdf"),
    (["-o", "a.html"], 2, "Missing"), (["none.md", "-o", "a.html"], 65, "does not exist"),
    ([name, "-o", "none/a.html"], 74, "There is no folder"),
    ([name, "-o", "/dev/full/a.html"], 74, "/dev/full"), ([name, "-o", ".html/"], 74, ".html/"),
    (["some.txt", "--to", "md"], 65, "does not say which exercise"),
  ])
  func aMistakeIsTold(_ arguments: [String], _ status: Int32, _ said: String) throws {
    let student = try student()
    try student.write("some.txt", "Nothing to do with it.\n")
    let run = try student.run(["convert"] + arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.replacing("\n  ", with: " ").contains(said), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func aFolderInTheFilesPlaceIsTold() throws {
    let student = try student()
    try FileManager.default.createDirectory(
      atPath: student.path("a.html"), withIntermediateDirectories: false)
    let run = try student.run(["convert", Self.name, "-o", "a.html", "--force"])
    #expect(run.status == 74)
    #expect(run.errors.contains("is not a file"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func aFullDiskIsTold() throws {
    let run = try student().run(
      ["convert", Self.name, "--to", "html"], output: .file("/dev/full"))
    #expect(run.status == 74)
    #expect(run.errors.contains("could not be written"))
  }

  // MARK: Hostile notebooks

  private static let noise: [UInt8] = {
    var state: UInt32 = 11
    return (0..<50_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }()

  @Test(arguments: ["md", "html", "ipynb"])
  func bytesThatAreNoTextAreConvertedWithoutControls(_ format: String) throws {
    let student = try Student()
    try student.write("noise.md", bytes: Self.noise)
    let run = try student.run(
      ["convert", "noise.md", "--exercise", "chatgpt-footprint", "--to", format])
    #expect(run.status == 0)
    for scalar in run.output.unicodeScalars where scalar.value < 0x20 || scalar.value == 0x7F {
      #expect(scalar == "\n" || scalar == "\t")
    }
  }

  private static let large: [String] = [
    String(repeating: "1\n", count: 1_000_000),
    (0..<100_000).map { "x\($0) = \($0)" }.joined(separator: "\n"),
    (0..<20_000).map { "oops\($0) + " }.joined(separator: "\n"),
    String(repeating: "usage\n", count: 100_000),
    "x = \"" + String(repeating: "<", count: 90_000) + "\"\n"
      + String(repeating: "x\n", count: 10_000),
    "x = linspace(0, 1, 100000)\n" + String(repeating: "x * 2\n", count: 5000),
    String(repeating: "`\n", count: 100_000),
  ]

  @Test(arguments: large.indices, ["md", "html", "ipynb"])
  func aNotebookOfAMillionLinesIsBounded(_ index: Int, _ format: String) throws {
    let student = try student(
      Answers.notebook("chatgpt-footprint", [("2.1.1", Self.large[index])]))
    let run = try student.run(["convert", Self.name, "-o", "a.\(format)"], timeout: 60)
    #expect(run.status == 0, "\(run.ending) \(run.errors.prefix(300))")
    let size = student.read("a.\(format)").utf8.count
    #expect(size > 1000 && size < 40_000_000)
  }

  @Test func aNotebookOfTenMegabytesIsToldAsTooLarge() throws {
    let student = try student(String(repeating: "> words\n", count: 1_300_000))
    let run = try student.run(["convert", Self.name, "-o", "a.html"])
    #expect(run.status == 65)
    #expect(student.read("a.html") == "")
  }
}
