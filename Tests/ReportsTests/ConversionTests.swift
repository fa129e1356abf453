import Charts
import ErrorDiagnosis
import ExerciseFiles
import Foundation
import MarkdownReading
import Testing
import TranscriptTesting

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

/// The exercise and the notebook in `Conversions`, which have every kind of question, verdict and
/// mistake.
struct ConvertedLamps {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Conversions")

  /// Its notebook, or another of the same exercise.
  static func converted(
    _ text: String? = nil, showsPrompts: Bool = true
  ) throws -> ConvertedNotebook {
    let loaded = ExerciseLoader().load(path: folder.path + "/lamps.md")
    let opened = OpenedExercise(try #require(loaded.exercise), problems: loaded.problems)
    let errors = opened.problems.filter { $0.diagnostic.severity == .error }
    try #require(errors.isEmpty, "\(errors.map(\.diagnostic.message))")
    let path = folder.path + "/lamps.answers.md"
    let file = NotebookFile(
      text: try text ?? String(contentsOfFile: path, encoding: .utf8), name: path)
    return ConvertedNotebook(
      file, opened, opened.compiled.grade(file), showsPrompts: showsPrompts)
  }
}

@Suite struct ConversionTests {
  @Test func theNotebookWithEverythingIsWrittenInMarkdownAsInItsFile() throws {
    RecordedFile.check(
      ConversionFormat.markdown.text(of: try ConvertedLamps.converted()),
      against: "Conversions/lamps.converted.md")
  }

  @Test(arguments: ConversionFormat.allCases)
  func withoutPromptsTheAnswersStay(_ format: ConversionFormat) throws {
    let text = format.text(of: try ConvertedLamps.converted(showsPrompts: false))
    #expect(!text.contains("Lamps burn"))
    #expect(!text.contains("What does a lamp draw?"))
    #expect(text.contains("1.1 Power"))
    #expect(text.contains("Not right yet"))
    #expect(text.contains("A remark with"))
  }

  @Test(arguments: ConversionFormat.allCases)
  func modelAnswersAndHintsStayOut(_ format: ConversionFormat) throws {
    let text = format.text(of: try ConvertedLamps.converted())
    for secret in ["424'242", "424242", "Model words", "It is seen", "Look at the lamp", "0.123"] {
      #expect(!text.contains(secret))
    }
    #expect(text.contains("Skipped"))
  }

  @Test(arguments: ConversionFormat.allCases)
  func anEmptyNotebookIsConverted(_ format: ConversionFormat) throws {
    let text = format.text(of: try ConvertedLamps.converted(""))
    #expect(text.contains("1.1 Power"))
    #expect(text.contains("Not answered yet."))
    #expect(text.contains("0 of 9 points"))
  }

  @Test(arguments: ConversionFormat.allCases)
  func theSameNotebookGivesTheSameBytes(_ format: ConversionFormat) throws {
    let once = format.text(of: try ConvertedLamps.converted())
    #expect(once == format.text(of: try ConvertedLamps.converted()))
    #expect(ConversionMark.isIntact(Array(once.utf8)))
  }

  @Test(arguments: ConversionFormat.allCases)
  func whatWasChangedAfterwardsIsToldFromWhatWasNot(_ format: ConversionFormat) throws {
    let text = format.text(of: try ConvertedLamps.converted())
    #expect(!ConversionMark.isIntact(Array((text + " ").utf8)))
    #expect(!ConversionMark.isIntact(Array(text.replacing("Power", with: "power").utf8)))
    #expect(!ConversionMark.isIntact([]))
    #expect(!ConversionMark.isIntact(Array("reckon convert 0123456789abcdef\n".utf8)))
    #expect(!ConversionMark.isIntact(Array("reckon convert ".utf8)))
  }

  // MARK: What must not come alive

  private static let hostile = [
    "</script><script>alert(1)</script>", "]]>", "{{name}}", "<img src=x onerror=alert(1)>",
    "\" onclick=\"alert(1)", "&lt;b&gt;", "<!-- a -->", "</pre></code>", "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))", "![x](http://example.org/x.png)", "```", "~~~~", "$x$", "\\",
    "$\\text{</math><script>alert(1)</script>}$", "$\\href{javascript:alert(1)}{x}$",
    "$$\\frac{<img src=x onerror=alert(1)>}{a}$$",
    "| a | b |", "# heading", "- item", "---", "1. one", "> quote", "a\u{1B}[31mb", "\u{0}\u{7}",
    "\u{202E}abc", "é CO₂ 🙂 \u{2028} \u{FEFF}", "\r", "'", "\"",
  ]

  private static func notebook(_ text: String) -> String {
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "> \($0)" }.joined(separator: "\n")
    return """
      ---
      exercise: lamps
      student: {id: "1", name: '\(text.replacing("'", with: "''"))'}
      ---
      \(text)

      ## 1.1
      ````reckon
      # \(text)
      power = "\(text)"
      \(text)
      ````

      ## 1.5
      - [x] \(text)

      ## 1.6
      \(quoted)

      ## 8.8
      \(text)
      """
  }

  @Test(arguments: hostile)
  func nothingOfANotebookComesAliveOnThePage(_ text: String) throws {
    let plain = ConversionFormat.page.text(of: try ConvertedLamps.converted(Self.notebook("a")))
    let page = ConversionFormat.page.text(of: try ConvertedLamps.converted(Self.notebook(text)))
    let known = Set(tags(in: plain))
    let allowed: Set<String> = [
      "<hr>", "<ul>", "</ul>", "<li>", "</li>", "<ol>", "</ol>", "<blockquote>", "</blockquote>",
      "<br>", "<h3>", "</h3>", "<pre>", "<code>", "</code>", "</pre>", "<em>", "</em>",
      "<pre class=\"drawn wrong\">", "<pre class=\"drawn note\">",
      "<span role=\"img\" aria-label=\"ticked\">",
      "<p class=\"value\">", "<output>", "</output>", "<p class=\"beside\">",
      // An address of the web, which a reader may choose to follow.
      "<a href=\"http://example.org/x.png\">",
    ]
    for tag in tags(in: page) where !known.contains(tag) && !allowed.contains(tag) {
      // A section of the notebook's own may open, and a remark on an answer.
      #expect(
        // So may a formula: its elements are all that begin with an m.
        ["<section id=", "<h2 id=", "<div class=", "<meta name=\"generator\"", "<m", "</m"]
          .contains { tag.hasPrefix($0) },
        "\(tag)")
    }
    #expect(!page.contains("<script"))
    for scalar in page.unicodeScalars {
      #expect(scalar.value >= 0x20 || scalar == "\n" || scalar == "\t")
      #expect(scalar.value != 0x202E && scalar.value != 0x7F)
    }
  }

  /// What a browser would take for tags; a stray `<` counts up to the next `>`.
  private func tags(in page: String) -> [String] {
    var result: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      let end = rest[start...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      result.append(String(rest[start...end]))
      rest = rest[rest.index(after: end)...]
    }
    return result
  }

  @Test(arguments: hostile)
  func aJupyterNotebookIsJSONWhateverItHolds(_ text: String) throws {
    let written = ConversionFormat.jupyter.text(
      of: try ConvertedLamps.converted(Self.notebook(text)))
    let value = try JSONSerialization.jsonObject(with: Data(written.utf8))
    let cells = try #require((value as? [String: Any])?["cells"] as? [[String: Any]])
    for cell in cells where cell["cell_type"] as? String == "markdown" {
      let source = try #require(cell["source"] as? [String]).joined()
      #expect(!isAlive(readMarkdown(source).blocks.map(\.block)), "\(source)")
    }
  }

  /// Whether there is raw HTML, a picture to be fetched, or a link that is none of the web's.
  private func isAlive(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      switch block {
      case .heading(_, let inlines), .paragraph(let inlines): isAlive(inlines)
      case .list(_, _, let items): items.contains { isAlive($0.blocks) }
      case .quote(let inner): isAlive(inner)
      case .table(_, let header, let rows):
        ([header] + rows).contains { $0.contains(where: isAlive) }
      case .html: true
      case .code, .rule: false
      }
    }
  }

  private func isAlive(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .html, .image: true
      case .link(let destination, let inner): !destination.hasPrefix("http") || isAlive(inner)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): isAlive(inner)
      case .text, .code, .formula, .softBreak, .lineBreak: false
      }
    }
  }

  @Test func thePageFetchesNothing() throws {
    let page = ConversionFormat.page.text(of: try ConvertedLamps.converted())
    for word in ["<script", "<link", "<img", "<iframe", "src=", "@import", "url(", "@font-face"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func everyVerdictOnThePageIsSaidInWordsToo() throws {
    let page = ConversionFormat.page.text(of: try ConvertedLamps.converted())
    for match in page.matches(of: /<div class="said (\w+)">\n<p>(.*)<\/p>/) {
      let words = match.2.replacing(/<[^>]*>[^<]*<\/(code|span)>/, with: "")
      #expect(words.contains { $0.isLetter }, "\(match.0)")
    }
    for match in page.matches(of: /<span class="mark"([^>]*)>/) {
      #expect(match.1.contains("aria-hidden"))
    }
  }

  // MARK: Jupyter's format

  @Test func aJupyterNotebookHasTheStructureOfItsFormat() throws {
    let written = ConversionFormat.jupyter.text(of: try ConvertedLamps.converted())
    let notebook = try #require(
      try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
    #expect(notebook["nbformat"] as? Int == 4)
    #expect(notebook["nbformat_minor"] as? Int == 5)
    let metadata = try #require(notebook["metadata"] as? [String: Any])
    #expect((metadata["kernelspec"] as? [String: Any])?["name"] as? String == "reckon")
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    var ids: Set<String> = []
    var kinds: Set<String> = []
    for cell in cells {
      let id = try #require(cell["id"] as? String)
      #expect(ids.insert(id).inserted)
      #expect(id.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil)
      #expect(cell["metadata"] is [String: Any])
      #expect(cell["source"] is [String])
      guard cell["cell_type"] as? String == "code" else {
        #expect(Set(cell.keys) == ["cell_type", "id", "metadata", "source"])
        continue
      }
      let count = try #require(cell["execution_count"] as? Int)
      for output in try #require(cell["outputs"] as? [[String: Any]]) {
        let kind = try #require(output["output_type"] as? String)
        kinds.insert(kind)
        switch kind {
        case "stream":
          #expect(Set(output.keys) == ["output_type", "name", "text"])
        case "execute_result", "display_data":
          let data = try #require(output["data"] as? [String: Any])
          #expect(data["text/plain"] is [String])
          #expect(output["execution_count"] as? Int == (kind == "execute_result" ? count : nil))
        case "error":
          #expect(Set(output.keys) == ["output_type", "ename", "evalue", "traceback"])
        default: Issue.record("\(kind) is no kind of output")
        }
      }
    }
    #expect(kinds == ["stream", "execute_result", "display_data", "error"])
  }

  // MARK: Charts

  /// The notebook with two charts more, in its first question.
  static func charted() throws -> ConvertedNotebook {
    var notebook = try ConvertedLamps.converted()
    let points = [1.0, 2, 4].map { Chart.Point(x: $0, y: $0 * 10, label: "</svg><b>\($0)") }
    for (index, kind) in [Chart.Kind.scatter, .lines].enumerated() {
      let chart = Chart(
        kind, title: "Light & <shade>", x: .init("Lamps"), y: .init("Power", unit: "W"),
        series: [.init("]]> {{x}}", points: points)])
      notebook.sections[1].pieces.append(.chart(chart, number: index + 11))
    }
    return notebook
  }

  @Test func thePageHasItsChartsWithin() throws {
    let page = ConversionFormat.page.text(of: try Self.charted())
    #expect(page.matches(of: /<figure>/).count == 3)
    // On a narrow screen they stay legible, and scroll.
    #expect(page.contains(/figure \{[^}]*overflow-x: auto/))
    #expect(page.contains(/figure svg \{[^}]*min-width: 600px/))
    #expect(page.matches(of: /<svg/).count == 3)
    #expect(page.matches(of: /<\/svg>/).count == 3)
    #expect(page.contains("Light &amp; &lt;shade&gt;") && !page.contains("<shade>"))
    // One picture's parts are told from another's.
    var ids: Set<Substring> = []
    for match in page.matches(of: /\sid="([^"]*)"/) {
      #expect(ids.insert(match.1).inserted, "\(match.1)")
    }
    for word in ["<image", "xlink:href", "url(http", "@import", "<script"] {
      #expect(!page.contains(word))
    }
  }

  @Test func aJupyterNotebookHasItsChartsAsPicturesAndAsText() throws {
    let written = ConversionFormat.jupyter.text(of: try Self.charted())
    let notebook = try #require(
      try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    let plots = cells.filter { $0["source"] as? [String] == [":plot 1.1"] }
    #expect(plots.count == 2)
    for plot in plots {
      let outputs = try #require(plot["outputs"] as? [[String: Any]])
      let data = try #require(outputs.first?["data"] as? [String: [String]])
      #expect(data["image/svg+xml"]?.joined().contains("<svg") == true)
      #expect((data["text/plain"]?.count ?? 0) > 10)
    }
  }

  @Test func markdownHasItsChartsDrawnAndDescribed() throws {
    let text = ConversionFormat.markdown.text(of: try Self.charted())
    #expect(text.contains("Light & <shade>"))
    // The first block is the mark.
    #expect(!isAlive(Array(readMarkdown(text).blocks.map(\.block).dropFirst())))
  }

  // MARK: Without end

  @Test(arguments: ConversionFormat.allCases)
  func aNotebookOfManyLinesIsCutAndSaysSo(_ format: ConversionFormat) throws {
    let lines = (0..<30_000).map { "\($0)" }.joined(separator: "\n")
    let text = format.text(
      of: try ConvertedLamps.converted(
        "---\nexercise: lamps\n---\n## 1.1\n```reckon\n\(lines)\n```\n"))
    #expect(text.contains("28000 more lines are not shown"))
    #expect(text.utf8.count < 4_000_000)
  }

  @Test(arguments: ["hist([1, 2])", "plot(linspace(0, 1, 9000), linspace(0, 1, 9000))"])
  func ofManyChartsSomeAreLeftOut(_ line: String) throws {
    let lines = (0..<60).map { "\(line) # \($0)" }.joined(separator: "\n")
    let page = ConversionFormat.page.text(
      of: try ConvertedLamps.converted(
        "---\nexercise: lamps\n---\n## 1.1\n```reckon\n\(lines)\n```\n"))
    let drawn = page.matches(of: /<svg/).count
    #expect(drawn == (line.hasPrefix("hist") ? 40 : 23))
    #expect(page.matches(of: /this one is left out/).count == 60 - drawn)
  }

  @Test(arguments: ConversionFormat.allCases)
  func deepAndLongTextsAreConverted(_ format: ConversionFormat) throws {
    for text in [
      String(repeating: "> ", count: 5000) + "x", String(repeating: "- ", count: 3000) + "x",
      String(repeating: "*", count: 50_000), String(repeating: "[", count: 50_000),
      String(repeating: "a|", count: 20_000), String(repeating: "(", count: 60_000),
      String(repeating: "`", count: 60_000), String(repeating: "<", count: 60_000),
    ] {
      let written = format.text(of: try ConvertedLamps.converted(Self.notebook(text)))
      #expect(written.utf8.count < 6_000_000)
    }
  }
}
