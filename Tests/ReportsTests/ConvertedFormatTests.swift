import Foundation
import MarkdownReading
import Testing
import TextLayout
import TranscriptTesting

@testable import Reports

/// The page and Jupyter's notebook, beside the Markdown that a reviewer reads as a whole.
@Suite struct ConvertedFormatTests {
  /// The notebook without its charts, which each format draws in its own way.
  private func words(of format: ConversionFormat) throws -> [String] {
    var notebook = try ConvertedLamps.converted()
    for index in notebook.sections.indices {
      notebook.sections[index].pieces.removeAll { if case .chart = $0 { true } else { false } }
    }
    let text = format.text(of: notebook)
    return switch format {
    case .markdown: words(ofMarkdown: text)
    case .page: words(ofPage: text)
    case .jupyter: try words(ofJupyter: text)
    }
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().matches(of: /\w+/).map { String($0.output) }
  }

  /// Read as Markdown and laid out without a bound, so that markup counts for nothing.
  private func words(ofMarkdown text: String) -> [String] {
    words(ofPage: "<body>" + HTMLWriter().html(readMarkdown(text)))
  }

  private func words(ofPage text: String) -> [String] {
    let body = text.firstRange(of: "<body>").map { text[$0.upperBound...] } ?? text[...]
    let shown = body.replacing(/<!--.*?-->/, with: "").replacing(/<[^>]*>/, with: " ")
    return words(
      [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
        ("&amp;", "&"),
      ]
      .reduce(String(shown)) { $0.replacing($1.0, with: $1.1) })
  }

  private func words(ofJupyter text: String) throws -> [String] {
    struct Notebook: Decodable { var cells: [Cell] }
    struct Cell: Decodable {
      var cellType: String
      var source: [String]
      var outputs: [Output]?
    }
    struct Output: Decodable {
      var text: [String]?
      var data: [String: [String]]?
      var traceback: [String]?
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Notebook.self, from: Data(text.utf8)).cells.flatMap { cell in
      let source = cell.source.joined()
      guard cell.cellType == "code" else { return words(ofMarkdown: source) }
      return words(source)
        + (cell.outputs ?? []).flatMap { output in
          if let page = output.data?["text/html"] { return words(ofPage: page.joined()) }
          let plain = output.data?["text/plain"] ?? output.text ?? output.traceback ?? []
          return words(plain.joined())
        }
    }
  }

  @Test(arguments: [ConversionFormat.page, .jupyter])
  func saysWordForWordWhatTheMarkdownSays(_ format: ConversionFormat) throws {
    let (expected, found) = (try words(of: .markdown), try words(of: format))
    #expect(expected.count > 600)
    let place = zip(expected, found).prefix { $0 == $1 }.count
    #expect(
      found == expected,
      "\(expected.dropFirst(place - 3).prefix(9)) and \(found.dropFirst(place - 3).prefix(9))")
  }

  @Test func everyElementOfThePageIsClosedAndEveryReferenceHasItsTarget() throws {
    let page = ConversionFormat.page.text(of: try ConversionTests.charted())
    let void: Set<Substring> = ["meta", "br", "hr"]
    var open: [Substring] = []
    for match in page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/) {
      if !match.1.isEmpty {
        #expect(open.popLast() == match.2, "\(match.0)")
      } else if match.3.isEmpty, !void.contains(match.2) {
        open.append(match.2)
      }
    }
    #expect(open == [])
    let ids = Set(page.matches(of: /\sid="([^"]*)"/).map(\.1))
    let references =
      page.matches(of: /href="#([^"]*)"/).map(\.1)
      + page.matches(of: /aria-labelledby="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
    #expect(references.count > 15)
    #expect(references.filter { !ids.contains($0) } == [])
  }

  @Test(arguments: TranscriptCase.all(beside: #filePath))
  func aQuestionStandsAsInTheTranscript(_ item: TranscriptCase) throws {
    let notebook = try ConvertedLamps.converted()
    try item.check { typed in
      let match = try #require(typed.wholeMatch(of: /(\S+) as (\w+)/))
      let format = try #require(ConversionFormat(rawValue: String(match.2)))
      let id = "q-" + match.1.replacing(".", with: "-")
      let text = format.text(of: notebook)
      switch format {
      case .markdown: return text
      case .page:
        let start = try #require(text.firstRange(of: "<section id=\"\(id)\"")).lowerBound
        let end = try #require(text[start...].firstRange(of: "</section>")).upperBound
        return String(text[start..<end])
      case .jupyter:
        return text.replacing("\n ]\n}", with: "").split(separator: "\n  {\n")
          .filter { $0.contains("\"id\": \"\(id)-") }.map { "  {\n" + $0 }.joined(separator: "\n")
      }
    }
  }
}
