import Foundation
import ItemAnalysis
import Reports
import Testing

@testable import Debriefing

/// The page is whole, safe and in order.
@Suite struct PageTests {
  private static let page = Debriefing(SampleClass.results(), options: SampleClass.options()).page

  @Test func everyElementIsClosedAndEveryReferenceHasItsTarget() {
    let void: Set<Substring> = ["meta", "br", "hr"]
    var open: [Substring] = []
    for match in Self.page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/) {
      if !match.1.isEmpty {
        #expect(open.popLast() == match.2, "\(match.0)")
      } else if match.3.isEmpty, !void.contains(match.2) {
        open.append(match.2)
      }
    }
    #expect(open == [])
    let ids = Self.page.matches(of: /\sid="([^"]*)"/).map(\.1)
    #expect(Set(ids).count == ids.count)
    let references =
      Self.page.matches(of: /href="#([^"]*)"/).map(\.1)
      + Self.page.matches(of: /aria-labelledby="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
    #expect(references.count > 15)
    #expect(references.filter { !ids.contains($0) } == [])
  }

  @Test func noHeadingSkipsALevel() {
    var level = 0
    for match in Self.page.matches(of: /<h([1-6])[ >]/) {
      let next = Int(match.1) ?? 0
      #expect(next <= level + 1)
      level = next
    }
    #expect(Self.page.matches(of: /<h1[ >]/).count == 1)
  }

  @Test func nothingComesFromElsewhere() {
    let page = Self.page.replacing("http://www.w3.org/2000/svg", with: "")
      .replacing(SampleClass.hostile, with: "")
    #expect(page.matches(of: /(src|href|xlink:href)="[^#]/).isEmpty)
    #expect(!page.contains("url("))
    #expect(!page.contains("@import"))
    #expect(page.contains("default-src 'none'"))
    #expect(ConversionMark.isIntact(Array(Self.page.utf8)))
  }

  @Test func picturesOfModelAnswersAreWithinThePageAndNamedInMarkdown() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "debriefing-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("GIF89a".utf8).write(to: folder.appending(path: "a.gif"))
    var options = SampleClass.options()
    options.modelAnswers = ["1.1": "![How](a.gif) ![Gone](b.gif)"]
    options.exerciseFolder = folder.path
    let debriefing = Debriefing(SampleClass.results(), options: options)
    #expect(
      debriefing.page.contains(
        "<img src=\"data:image/gif;base64,R0lGODlh\" alt=\"How\"> [image: Gone] (b.gif is not there"
      ))
    #expect(debriefing.markdown.contains("![How](a.gif) \\[image: Gone\\] (b.gif is not there"))
    options.exerciseFolder = nil
    #expect(Debriefing(SampleClass.results(), options: options).page.contains("[image: How]"))
  }

  @Test func whatStudentsWroteIsTextAndNothingElse() {
    #expect(!Self.page.contains("<script"))
    #expect(Self.page.contains("&lt;script&gt;"))
    #expect(!Self.page.unicodeScalars.contains("\u{1B}"))
  }

  @Test func everyTableNamesItsColumnsAndRowsAndEveryChartIsToldInWords() {
    let tables = Self.page.matches(of: /<table>/).count
    #expect(tables > 4)
    #expect(Self.page.matches(of: /<thead><tr><th scope="col"/).count == tables)
    #expect(!Self.page.contains("<tr><td"))
    let charts = Self.page.matches(of: /<svg\s/).count
    #expect(charts > 4)
    #expect(Self.page.matches(of: /<desc id="[^"]+">[^<]{10,}<\/desc>/).count == charts)
  }

  @Test(arguments: [40, 60, 80, 120], [true, false])
  func noLineOfATerminalIsTooWide(_ width: Int, _ unicode: Bool) {
    let lines = Debriefing(SampleClass.results(), options: SampleClass.options())
      .lines(width: width, unicode: unicode)
    #expect(lines.allSatisfy { $0.width <= width })
    #expect(!lines.contains { $0.plain.unicodeScalars.contains("\u{1B}") })
    if !unicode {
      #expect(lines.allSatisfy { $0.plain.allSatisfy(\.isASCII) })
    }
  }
}
