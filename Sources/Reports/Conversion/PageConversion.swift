import Charts
import Diagnostics
import TextLayout

/// A converted notebook as one HTML page.
///
/// The page is put together from pieces that are escaped where they are made; a template engine
/// would only fill the frame around them (`PageFrame`), and is not used.
struct PageConversion {
  private let notebook: ConvertedNotebook
  private static let writer = HTMLWriter(headingShift: 2)

  init(_ notebook: ConvertedNotebook) { self.notebook = notebook }

  var text: String {
    let title = escapedHTML(notebook.title)
    let student = notebook.student.flatMap(ConversionWording.student).map(escapedHTML)
    var header = "<h1>\(title)</h1>\n"
    if let student { header += "<p class=\"student\">\(student)</p>\n" }
    header += "<p class=\"total\">\(escapedHTML(notebook.total))</p>\n" + problems
    var main = overview
    if let introduction = notebook.introduction {
      main += "<div class=\"prompt\">\n\(Self.writer.html(introduction))</div>\n"
    }
    for section in notebook.sections { main += Self.html(section) }
    if let omission = notebook.omission { main += "<p>\(escapedHTML(omission))</p>\n" }
    return PageFrame(
      title: title + (student.map { ", \($0)" } ?? ""), header: header, main: main,
      footer: "<p>\(Self.sentence(ConversionWording.madeFrom(notebook)))</p>"
    ).text
  }

  private var problems: String {
    if notebook.problems.isEmpty { return "" }
    let items = notebook.problems.map { "<li>\(Self.sentence($0))</li>\n" }
    return "<p>\(ConversionWording.problems):</p>\n<ul>\n\(items.joined())</ul>\n"
  }

  private var overview: String {
    let rows = notebook.sections.compactMap { section in
      section.status.map { status in
        [
          "<a href=\"#\(section.anchor)\">\(escapedHTML(section.title))</a>",
          "\(Self.hidden(status.mark))&nbsp;\(escapedHTML(status.state))",
          escapedHTML(status.points),
        ]
      }
    }
    if rows.isEmpty { return "" }
    let columns = ConversionWording.columns
    return "<nav aria-label=\"\(ConversionWording.overview)\">\n"
      + HTMLWriter.table(
        header: [columns.question, columns.state, columns.points], rows: rows,
        alignments: [.left, .left, .left], namesRows: true) + "</nav>\n"
  }

  // MARK: Sections

  private static func html(_ section: ConvertedNotebook.Section) -> String {
    let heading = "\(section.anchor)-title"
    var result = "<section id=\"\(section.anchor)\" aria-labelledby=\"\(heading)\">\n"
    result += "<h2 id=\"\(heading)\">\(escapedHTML(section.title))</h2>\n"
    if let status = section.status {
      result +=
        "<p class=\"status\">\(hidden(status.mark)) \(escapedHTML(status.state)), "
        + "\(escapedHTML(status.score))</p>\n"
    }
    if let prompt = section.prompt {
      result += "<div class=\"prompt\">\n\(writer.html(prompt))</div>\n"
    }
    for piece in section.pieces { result += html(piece) }
    return result + "</section>\n"
  }

  private static func html(_ piece: ConvertedNotebook.Piece) -> String {
    switch piece {
    case .code(let code, let results):
      return "<div class=\"cell\">\n<pre class=\"typed\"><code>\(escapedHTML(code))</code></pre>\n"
        + results.map(html).joined() + "</div>\n"
    case .reply(let text): return "<blockquote class=\"reply\">\n\(paragraphs(text))</blockquote>\n"
    case .options(let options):
      let items = options.map { option in
        "<li>\(HTMLWriter.tick(option.isTicked))\(writer.html(option.text))</li>\n"
      }
      return "<ul class=\"tasks\">\n\(items.joined())</ul>\n"
    case .prose(let document), .shown(let document):
      return "<div class=\"remark\">\n\(writer.html(document))</div>\n"
    case .remark(let remark): return html(remark)
    case .chart(let chart, let number): return figure(chart, number)
    }
  }

  private static func html(_ result: ConvertedNotebook.Result) -> String {
    switch result {
    case .line(let text): "<p class=\"value\"><output>\(escapedHTML(text))</output></p>\n"
    case .table(let table): self.table(table)
    case .remark(let remark): html(remark)
    case .drawn(let mistake): html(mistake)
    case .chart(let chart, let number): figure(chart, number)
    }
  }

  private static func figure(_ chart: Chart, _ number: Int) -> String {
    "<figure>\n\(SVGChart.text(chart, id: "chart-\(number)"))\n</figure>\n"
  }

  private static func html(_ mistake: ConvertedNotebook.Mistake) -> String {
    var result = "<div class=\"said \(mistake.isError ? "wrong" : "note")\">\n"
    result += "<p><strong>\(mistake.kind):</strong> \(sentence(mistake.message))</p>\n"
    if !mistake.snippet.isEmpty {
      result += "<pre>\(escapedHTML(mistake.snippet.joined(separator: "\n")))</pre>\n"
    }
    for help in mistake.help { result += "<p>\(ConversionWording.toTry) \(sentence(help))</p>\n" }
    return result + "</div>\n"
  }

  private static func html(_ remark: ConvertedNotebook.Remark) -> String {
    var result = "<div class=\"said \(remark.tone.rawValue)\">\n<p>"
    if !remark.mark.isEmpty { result += hidden(remark.mark) + " " }
    if let name = remark.name { result += "<code class=\"name\">\(escapedHTML(name))</code> " }
    result += sentence(remark.text) + "</p>\n"
    for note in remark.notes { result += "<p class=\"beside\">Note: \(sentence(note))</p>\n" }
    return result + "</div>\n"
  }

  static func table(_ table: ResultTable) -> String {
    let html = HTMLWriter.table(
      header: table.header.map(escapedHTML), rows: table.rows.map { $0.map(escapedHTML) },
      alignments: table.alignments, namesRows: table.namesRows)
    return html + (table.more > 0 ? "<p>\(ConversionWording.more(table.more))</p>\n" : "")
  }

  // MARK: Pieces

  /// A sign that is not read out, since words beside it say the same.
  private static func hidden(_ mark: String) -> String {
    "<span class=\"mark\" aria-hidden=\"true\">\(escapedHTML(mark))</span>"
  }

  private static func sentence(_ text: String) -> String { writer.html(inlines(ofSentence: text)) }

  /// A text as typed: a blank line parts paragraphs, a line's end is kept.
  private static func paragraphs(_ text: String) -> String {
    var result = ""
    var lines: [String] = []
    func flush() {
      if !lines.isEmpty { result += "<p>\(lines.joined(separator: "<br>\n"))</p>\n" }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        flush()
      } else {
        lines.append(escapedHTML(String(line)))
      }
    }
    flush()
    return result
  }
}
