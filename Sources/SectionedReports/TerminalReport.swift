import Charts
import Diagnostics
import TextLayout

/// A report as lines of a terminal.
struct TerminalReport {
  let width: Int
  let unicode: Bool
  let plainMarks: Bool

  private var layout: TerminalLayout {
    TerminalLayout(width: width, unicode: unicode, plainMarks: plainMarks)
  }

  func lines(_ report: SectionedReport) -> [StyledText] {
    var lines = folded(Sentence("\(report.title)"), style: .heading)
    for sentence in report.lead { lines += folded(sentence) }
    for section in report.sections {
      lines.append(StyledText())
      lines += heading(section)
      for piece in section.pieces {
        let own = self.lines(piece)
        guard !own.isEmpty else { continue }
        lines.append(StyledText())
        lines += own
      }
    }
    return lines
  }

  /// A rule under the parts of the whole tells them from the parts of these.
  private func heading(_ section: SectionedReport.Section) -> [StyledText] {
    let lines = folded(Sentence("\(section.title)"), style: .heading)
    guard section.level == 2 else { return lines }
    return lines + [StyledText(String(repeating: unicode ? "─" : "-", count: width), .dim)]
  }

  private func lines(_ piece: SectionedReport.Piece) -> [StyledText] {
    switch piece {
    case .paragraph(let sentence): return folded(sentence)
    case .heading(let sentence): return folded(sentence, style: .strong)
    case .aside(let sentence): return folded(sentence, style: .dim)
    case .list(let items):
      let blocks = items.map { ListItem([.paragraph(shown($0.inlines))]) }
      return layout.lines([.list(start: nil, tight: true, items: blocks)])
    case .table(let table):
      return TextTable(
        styledHeader: table.header.map { StyledText(clean($0), .strong) },
        rows: table.rows.map { row in row.map { layout.text(shown($0.inlines)) } },
        alignments: table.alignments, isTight: true
      ).lines(width: width, unicode: unicode)
    case .chart(let chart): return TerminalChart(width: width, unicode: unicode).lines(chart)
    case .quote(let text, let note):
      let paragraphs = text.split(separator: "\n").map { line in
        Block.paragraph([.text(unicode ? String(line) : withPlainEnd(String(line)))])
      }
      let said = note.map { folded($0, style: .dim) } ?? []
      return layout.lines([.quote(paragraphs)]) + said
    case .prose(let document): return layout.lines(document)
    }
  }

  private func folded(_ sentence: Sentence, style: TextStyle = .plain) -> [StyledText] {
    wrapped(layout.text(shown(sentence.inlines), style: style), width: width)
  }

  // MARK: Terminals of ASCII alone

  private func clean(_ text: String) -> String { unicode ? text : inASCII(text) }

  /// What students have typed stays as it is, save for the mark that it was cut.
  private func withPlainEnd(_ text: String) -> String {
    text.hasSuffix("…") ? text.dropLast() + "..." : text
  }

  /// Our own sentences as this terminal can show them; what can be typed stays as it is.
  private func shown(_ inlines: [Inline]) -> [Inline] {
    if unicode { return inlines }
    return inlines.map { inline in
      switch inline {
      case .text(let text): .text(inASCII(text))
      case .strong(let inner): .strong(shown(inner))
      case .emphasis(let inner): .emphasis(shown(inner))
      case .strikethrough(let inner): .strikethrough(shown(inner))
      case .link(let destination, let inner): .link(destination: destination, shown(inner))
      case .code(let text): .code(withPlainEnd(text))
      case .image, .formula, .softBreak, .lineBreak, .html: inline
      }
    }
  }
}
