import Charts
import Reports
import TextLayout

/// A report as GitHub's Markdown.
enum MarkdownReport {
  private static let writer = MarkdownWriter()
  /// Columns of what is drawn as a terminal shows it.
  private static let width = 78

  /// Marked as made here.
  static func text(_ report: SectionedReport) -> String {
    var parts: [[String]] = [
      ["<!-- \(ConversionMark.blank) -->"],
      ["# \(writer.markdown([.text(report.title)]))"],
    ]
    parts.append(report.lead.map { writer.markdown($0.inlines) })
    for section in report.sections {
      let marks = String(repeating: "#", count: section.level)
      parts.append(["\(marks) \(writer.markdown([.text(section.title)]))"])
      parts += section.pieces.map(lines)
    }
    let text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
    return ConversionMark.sealed(text)
  }

  private static func lines(_ piece: SectionedReport.Piece) -> [String] {
    switch piece {
    case .paragraph(let sentence): paragraph(sentence)
    case .aside(let sentence): ["*\(writer.markdown(sentence.inlines))*"]
    case .heading(let sentence): ["#### \(writer.markdown(sentence.inlines))"]
    case .list(let items):
      block(
        .list(
          start: nil, tight: true, items: items.map { ListItem([.paragraph($0.inlines)]) }))
    case .table(let table):
      MarkdownWriter.table(
        header: table.header.map { MarkdownWriter.cell(MarkdownWriter.escaped($0)) },
        rows: table.rows.map { row in
          row.map { MarkdownWriter.cell(writer.markdown($0.inlines)) }
        },
        alignments: Array(table.alignments.prefix(table.header.count)))
    case .chart(let chart):
      MarkdownWriter.fenced(TerminalChart(width: width, unicode: true).text(chart), info: "text")
    case .quote(let text, let note):
      MarkdownWriter.paragraphs(text).map { $0.isEmpty ? ">" : "> \($0)" }
        + (note.map { [""] + paragraph($0) } ?? [])
    case .prose(let document):
      lines(MarkdownWriter(headingShift: 4).markdown(document))
    }
  }

  private static func paragraph(_ sentence: Sentence) -> [String] {
    block(.paragraph(sentence.inlines))
  }

  private static func block(_ block: Block) -> [String] { lines(writer.markdown([block])) }

  private static func lines(_ markdown: String) -> [String] {
    markdown.isEmpty ? [] : [String(markdown.last == "\n" ? markdown.dropLast() : markdown[...])]
  }
}
