import ExerciseFiles
import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

/// Pictures of an exercise's texts in what is made of a notebook.
@Suite struct ConvertedPicturesTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script></svg>"

  /// An exercise whose texts are these, in a folder of its own.
  private final class Folder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID())/course")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: url.appending(path: name))
    }

    func converted(
      _ text: String, introduction: String = "", own: String = ""
    ) throws -> ConvertedNotebook {
      let exercise = """
        ---
        reckon: 1
        id: tub
        title: Tub
        ---
        \(introduction)

        ## 1.1 A bath

        \(text)

        ```question
        points: 1
        answers: {energy: 5 kWh}
        ```
        """
      try write("tub.md", Array(exercise.utf8))
      let loaded = ExerciseLoader().load(path: url.path + "/tub.md")
      let opened = OpenedExercise(try #require(loaded.exercise), problems: loaded.problems)
      let file = NotebookFile(
        text: "---\nexercise: tub\n---\n## 1.1\n\(own)\n", name: "tub.answers.md")
      return ConvertedNotebook(file, opened, opened.compiled.grade(file), showsPrompts: true)
    }
  }

  @Test func aPageHasThePicturesWithinIt() throws {
    let folder = try Folder()
    try folder.write("tub.png", Self.png)
    try folder.write("house.svg", Array(Self.svg.utf8))
    let page = ConversionFormat.page.text(
      of: try folder.converted(
        "A ![The <tub>](tub.png) in it.", introduction: "![House](house.svg)"))
    #expect(page.contains("A <img src=\"data:image/png;base64,iVBORw0KGgoBAgM=\" alt=\"The "))
    #expect(
      page.contains(
        "<img src=\"data:image/svg+xml;base64,\(base64(Array(Self.svg.utf8)))\" alt=\"House\">"))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
    #expect(!page.contains("<script"))
  }

  @Test(arguments: ConversionFormat.allCases)
  func whatIsNotShownIsNamedWithTheReason(_ format: ConversionFormat) throws {
    let folder = try Folder()
    try folder.write("../secret.png", Self.png)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.path + "/link.png", withDestinationPath: "../secret.png")
    let text = format.text(
      of: try folder.converted(
        "![One](gone.png) ![Two](../secret.png) ![Three](link.png) ![Four](tub.md)"))
    for said in [
      "One", "gone.png is not there, or cannot be read", "Two",
      "../secret.png is not within the exercise's folder", "Three",
      "link.png is not within the exercise's folder", "Four",
      "tub.md is no PNG, JPEG, GIF, WebP or SVG",
    ] {
      #expect(text.contains(said), "\(said)")
    }
    #expect(!text.contains("iVBOR") && !text.contains("](../") && !text.contains("](link"))
  }

  @Test(arguments: ConversionFormat.allCases)
  func aPictureInTheStudentsOwnTextIsNamedAlone(_ format: ConversionFormat) throws {
    let folder = try Folder()
    try folder.write("tub.png", Self.png)
    let text = format.text(of: try folder.converted("A bath.", own: "See ![mine](tub.png)."))
    #expect(text.contains("image: mine"))
    #expect(!text.contains("iVBOR") && !text.contains("(tub.png)"))
  }

  @Test func eachPictureAndAllTogetherAreBounded() throws {
    let folder = try Folder()
    try folder.write("large.png", Self.png + [UInt8](repeating: 0, count: 4 << 20))
    for name in 1...6 {
      try folder.write("\(name).png", Self.png + [UInt8](repeating: 0, count: 3 << 20))
    }
    let names = (1...6).map { "![P\($0)](\($0).png)" }.joined(separator: " ")
    let page = ConversionFormat.page.text(of: try folder.converted("![L](large.png) " + names))
    #expect(page.contains("[image: L] (large.png is too large to be shown here)"))
    #expect(page.matches(of: /<img\s/).count == 5)
    #expect(page.contains("[image: P6] (6.png is left out: the pictures are too large together)"))
    // One that stands there often counts as often.
    let often = ConversionFormat.page.text(
      of: try folder.converted(String(repeating: "![P](1.png) ", count: 6)))
    #expect(often.matches(of: /<img\s/).isEmpty)
    // What is handed in stays below what is taken.
    let notebook = ConversionFormat.jupyter.text(of: try folder.converted(names))
    #expect(!notebook.contains("iVBOR") && notebook.contains("1.png is left out"))
  }

  @Test func markdownNamesTheFileFromWhereItLies() throws {
    let folder = try Folder()
    try folder.write("tub.png", Self.png)
    let notebook = try folder.converted("![The tub](tub.png)")
    let format = ConversionFormat.markdown
    #expect(format.text(of: notebook).contains("![The tub](tub.png)"))
    #expect(format.text(of: notebook, in: folder.url.path).contains("![The tub](tub.png)"))
    let above = folder.url.deletingLastPathComponent().path
    #expect(format.text(of: notebook, in: above).contains("![The tub](course/tub.png)"))
    #expect(format.text(of: notebook, in: "/usr").contains("![The tub](tub.png)"))
  }

  @Test func jupyterHasPicturesAttachedToTheirCellsAndSVGWithinTheText() throws {
    let folder = try Folder()
    try folder.write("my tub.png", Self.png)
    try folder.write("house.svg", Array(Self.svg.utf8))
    let written = ConversionFormat.jupyter.text(
      of: try folder.converted(
        "![Tub](<my tub.png>) and ![Tub](<my tub.png>)", introduction: "![House](house.svg)",
        own: "(attachment:picture-1.png)"))
    let notebook = try #require(
      try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    let sources = cells.map { ($0["source"] as? [String] ?? []).joined() }
    #expect(sources[0].contains("![House](data:image/svg+xml;base64,"))
    #expect(
      sources.contains {
        $0.contains("![Tub](attachment:picture-1.png) and ![Tub](attachment:picture-1.png)")
      })
    let attached = cells.compactMap { $0["attachments"] as? [String: [String: String]] }
    #expect(attached == [["picture-1.png": ["image/png": base64(Self.png)]]])
  }

  /// The notebook with pictures, for other tests.
  static func jupyterNotebook() throws -> String {
    let folder = try Folder()
    try folder.write("tub.png", png)
    return ConversionFormat.jupyter.text(of: try folder.converted("![Tub](tub.png)"))
  }
}
