import Charts
import Diagnostics
import Reports
import TextLayout

/// A report as one HTML page.
enum PageReport {
  /// Of the headings within prose, which stand under a heading of the fourth level.
  private static let prose = HTMLWriter(headingShift: 4)
  private static let writer = HTMLWriter()

  /// Marked as made here.
  static func text(_ report: SectionedReport) -> String {
    let title = escapedHTML("\(report.title)")
    var header = "<h1>\(title)</h1>\n"
    for sentence in report.lead { header += "<p>\(html(sentence))</p>\n" }
    var main = contents(report.sections)
    var number = 0
    var isOpen = false
    for section in report.sections {
      if section.level == 2, isOpen { main += "</section>\n" }
      if section.level == 2 { isOpen = true }
      main += opening(section)
      for piece in section.pieces { main += html(piece, &number) }
      if section.level > 2 { main += "</section>\n" }
    }
    if isOpen { main += "</section>\n" }
    return PageFrame(
      title: title, header: header, main: main, footer: "<p>Made by Reckon.</p>", style: style
    ).sealed
  }

  /// Links to the parts of the whole and to the questions.
  private static func contents(_ sections: [SectionedReport.Section]) -> String {
    guard sections.count > 1 else { return "" }
    var items: [String] = []
    for section in sections where section.level == 2 { items.append(link(section)) }
    var result =
      "<nav aria-label=\"Contents\">\n<ul>\n"
      + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
    let questions = sections.filter { $0.level > 2 }
    if !questions.isEmpty {
      result += "<ul>\n" + questions.map { "<li>\(link($0))</li>\n" }.joined() + "</ul>\n"
    }
    return result + "</nav>\n"
  }

  private static func link(_ section: SectionedReport.Section) -> String {
    "<a href=\"#\(section.anchor)\">\(escapedHTML(section.title))</a>"
  }

  /// The section stays open: its parts are within it.
  private static func opening(_ section: SectionedReport.Section) -> String {
    let heading = "\(section.anchor)-title"
    return "<section id=\"\(section.anchor)\" aria-labelledby=\"\(heading)\">\n"
      + "<h\(section.level) id=\"\(heading)\">\(escapedHTML(section.title))</h\(section.level)>\n"
  }

  private static func html(_ piece: SectionedReport.Piece, _ number: inout Int) -> String {
    switch piece {
    case .paragraph(let sentence): return "<p>\(html(sentence))</p>\n"
    case .aside(let sentence): return "<p class=\"beside\">\(html(sentence))</p>\n"
    case .heading(let sentence): return "<h4>\(html(sentence))</h4>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(html($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table):
      return HTMLWriter.table(
        header: table.header.map(escapedHTML), rows: table.rows.map { $0.map(html) },
        alignments: table.alignments, namesRows: true, caption: table.caption.map(escapedHTML))
    case .chart(let chart):
      number += 1
      let picture = SVGChart.text(chart, id: "chart-\(number)", width: chartWidth)
      return "<figure>\n\(picture)</figure>\n"
    case .quote(let text, let note):
      let said = note.map { "<p class=\"beside\">\(html($0))</p>\n" } ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
        "<p>\(escapedHTML(String(line)))</p>\n"
      }
      return "<blockquote>\n\(lines.joined())</blockquote>\n" + said
    case .prose(let document): return "<div class=\"prose\">\n\(prose.html(document))</div>\n"
    }
  }

  private static func html(_ sentence: Sentence) -> String { writer.html(sentence.inlines) }

  /// Pixels: narrow enough to be read on a phone.
  private static let chartWidth = 420.0

  private static let style = """
    figure svg { min-width: 0; }
    section section { margin-top: 1.6rem; padding-top: 1rem; border-top: 1px dotted var(--line); }
    h4 { margin: 1rem 0 .2rem; }
    main nav ul { margin: .6rem 0; padding: 0; list-style: none; }
    main nav li { display: inline-block; margin: 0 1.1rem .45rem 0; }
    td:last-child, th:last-child { padding-right: 0; }
    .prose { border-left: 4px solid var(--right); padding-left: .9rem; }
    blockquote p { margin: .3rem 0; }
    blockquote:has(+ .beside) { margin-bottom: .2rem; break-after: avoid; }
    blockquote + .beside { margin-top: 0; }
    main ul { padding-left: 1.3rem; }
    main li { margin: .2rem 0; }
    @media (max-width: 30rem) {
      th, td { padding-right: .3rem; font-size: .76rem; line-height: 1.35; }
    }
    @page { size: A4; margin: 16mm; }
    @media print {
      nav { display: none; }
      h4, h2 + .beside { break-after: avoid; }
    }
    """
}
