import Charts
import Diagnostics
import TextLayout

/// A converted notebook as GitHub's Markdown.
struct MarkdownConversion {
  private let notebook: ConvertedNotebook
  private static let writer = MarkdownWriter(headingShift: 2)

  init(_ notebook: ConvertedNotebook) { self.notebook = notebook }

  var text: String {
    var parts: [[String]] = [["<!-- \(ConversionMark.blank) -->"]]
    parts += head
    parts += Self.overview(notebook)
    if let introduction = notebook.introduction { parts.append(Self.prose(introduction)) }
    for section in notebook.sections {
      parts += Self.opening(section)
      parts += section.pieces.flatMap(Self.parts)
    }
    parts += foot
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  // MARK: Head and foot

  /// Title, student and total.
  var head: [[String]] {
    var parts = [["# \(MarkdownWriter.escaped(notebook.title))"]]
    if let student = notebook.student.flatMap(ConversionWording.student) {
      parts.append([MarkdownWriter.escaped(student)])
    }
    parts.append(["**\(MarkdownWriter.escaped(notebook.total))**"])
    if !notebook.problems.isEmpty {
      parts.append(["\(ConversionWording.problems):"])
      parts.append(notebook.problems.map { "- \(Self.sentence($0))" })
    }
    return parts
  }

  var foot: [[String]] {
    var parts = notebook.omission.map { [[MarkdownWriter.escaped($0)]] } ?? []
    parts += [["---"], [Self.sentence(ConversionWording.madeFrom(notebook))]]
    return parts
  }

  /// A table of the questions with how they stand.
  static func overview(_ notebook: ConvertedNotebook) -> [[String]] {
    let rows = notebook.sections.compactMap { section in
      section.status.map { status in
        [section.title, "\(status.mark) \(status.state)", status.points].map {
          MarkdownWriter.cell(MarkdownWriter.escaped($0))
        }
      }
    }
    if rows.isEmpty { return [] }
    let columns = ConversionWording.columns
    return [
      MarkdownWriter.table(
        header: [columns.question, columns.state, columns.points], rows: rows,
        alignments: [.left, .left, .left])
    ]
  }

  // MARK: Sections

  /// Heading, state and prompt.
  static func opening(_ section: ConvertedNotebook.Section) -> [[String]] {
    var parts = [["## \(headingText(section.title))"]]
    if let status = section.status {
      parts.append(["**\(status.mark) \(status.state)**, \(MarkdownWriter.escaped(status.score))"])
    }
    if let prompt = section.prompt { parts.append(prose(prompt)) }
    return parts
  }

  /// A question's number opens a heading as it is.
  private static func headingText(_ title: String) -> String {
    MarkdownWriter(headingShift: 0).markdown([.text(title)])
  }

  private static func parts(_ piece: ConvertedNotebook.Piece) -> [[String]] {
    switch piece {
    case .code(let code, let results):
      [MarkdownWriter.fenced(code, info: "reckon")] + results.flatMap(parts)
    case .chart(let chart, _):
      [MarkdownWriter.fenced(drawing(chart), info: "text"), [sentence(chart.description)]]
    case .reply, .options, .prose, .shown, .remark: [words(piece)]
    }
  }

  /// What is not made of formulas.
  static func words(_ piece: ConvertedNotebook.Piece) -> [String] {
    switch piece {
    case .code(let code, _): MarkdownWriter.fenced(code, info: "reckon")
    case .reply(let text): MarkdownWriter.paragraphs(text).map { $0.isEmpty ? ">" : "> \($0)" }
    case .options(let options):
      options.map { option in "- [\(option.isTicked ? "x" : " ")] \(writer.markdown(option.text))" }
    case .prose(let document), .shown(let document): prose(document)
    case .remark(let remark): remarkLines(remark)
    case .chart(let chart, _): [sentence(chart.description)]
    }
  }

  /// As a terminal without colour shows it.
  static func drawing(_ chart: Chart) -> String {
    TerminalChart(width: 78, height: 22, unicode: true).text(chart)
  }

  private static func parts(_ result: ConvertedNotebook.Result) -> [[String]] {
    switch result {
    case .line(let text): return [MarkdownWriter.fenced(text, info: "text")]
    case .table(let table):
      let rows = table.rows.map { row in row.map { MarkdownWriter.cell(MarkdownWriter.escaped($0)) }
      }
      let lines = MarkdownWriter.table(
        header: table.header.map { MarkdownWriter.cell(MarkdownWriter.escaped($0)) }, rows: rows,
        alignments: table.alignments)
      return [lines] + (table.more > 0 ? [[ConversionWording.more(table.more)]] : [])
    case .remark(let remark): return [remarkLines(remark)]
    case .chart(let chart, _):
      return [MarkdownWriter.fenced(drawing(chart), info: "text"), [sentence(chart.description)]]
    case .drawn(let mistake):
      return [MarkdownWriter.fenced(mistake.lines.joined(separator: "\n"), info: "text")]
    }
  }

  private static func remarkLines(_ remark: ConvertedNotebook.Remark) -> [String] {
    var line = remark.mark.isEmpty ? "" : MarkdownWriter.escaped(remark.mark) + " "
    if let name = remark.name { line += "\(MarkdownWriter.code(name)): " }
    line += sentence(remark.text)
    return [line] + remark.notes.map { "\n*Note:* \(sentence($0))" }
  }

  static func prose(_ document: Document) -> [String] {
    let text = writer.markdown(document)
    return text.isEmpty ? [] : [String(text.dropLast())]
  }

  private static func sentence(_ text: String) -> String {
    writer.markdown(inlines(ofSentence: text))
  }
}

/// A sentence of ours, in which backquotes set off what can be typed.
func inlines(ofSentence text: String) -> [Inline] {
  let parts = withoutControls(text).split(separator: "`", omittingEmptySubsequences: false)
  // An open backquote is one.
  guard parts.count % 2 == 1 else { return [.text(withoutControls(text))] }
  return parts.enumerated().flatMap { index, part -> [Inline] in
    if part.isEmpty { return [] }
    return index % 2 == 0 ? inlines(withFormulas: String(part)) : [.code(String(part))]
  }
}
