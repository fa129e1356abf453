import Charts
import Diagnostics
import TextLayout

/// A converted notebook in Jupyter's format, nbformat 4.5.
///
/// Texts are Markdown cells, and formulas are code cells with what came of them as outputs. The
/// kernel is named `reckon`, which no Jupyter has: the notebook is there to be read.
struct JupyterConversion {
  private let notebook: ConvertedNotebook
  private let attachments: [PicturesOfPage.Attachment]

  init(_ notebook: ConvertedNotebook, attachments: [PicturesOfPage.Attachment]) {
    (self.notebook, self.attachments) = (notebook, attachments)
  }

  var text: String {
    var cells = Cells(attachments: attachments)
    var head = MarkdownConversion(notebook).head + MarkdownConversion.overview(notebook)
    if let introduction = notebook.introduction {
      head.append(MarkdownConversion.prose(introduction))
    }
    cells.add(head, in: "head", showing: [notebook.introduction].compactMap(\.self))
    for section in notebook.sections {
      cells.add(
        MarkdownConversion.opening(section), in: section.anchor,
        showing: [section.prompt].compactMap(\.self))
      for piece in section.pieces {
        let words = { [MarkdownConversion.words(piece)] }
        switch piece {
        case .code(let code, let results):
          cells.add(code, results, of: section, .statements)
        case .chart(let chart, let number):
          cells.add(chart, number, of: section.id ?? "", in: section.anchor)
        case .reply(let text): cells.add(words(), in: section.anchor, of: section.id, .reply(text))
        case .options: cells.add(words(), in: section.anchor, of: section.id, .options)
        case .shown(let document): cells.add(words(), in: section.anchor, showing: [document])
        case .prose, .remark: cells.add(words(), in: section.anchor)
        }
      }
    }
    cells.add(MarkdownConversion(notebook).foot, in: "foot")
    // Metadata come first, for the mark is looked for near the beginning.
    return JSONValue.object([
      ("metadata", metadata), ("nbformat", .number(4)), ("nbformat_minor", .number(5)),
      ("cells", .array(cells.values)),
    ]).indentedText + "\n"
  }

  private var metadata: JSONValue {
    .object([
      (
        "reckon",
        .object([
          ("made", .string(ConversionMark.blank)), ("exercise", .string(notebook.exercise)),
          ("frontMatter", .string(notebook.frontMatter)), ("asked", .string(notebook.asked)),
        ])
      ),
      (
        "kernelspec",
        .object([
          ("name", .string("reckon")), ("display_name", .string("Reckon")),
          ("language", .string("reckon")),
        ])
      ),
      (
        "language_info",
        .object([
          ("name", .string("reckon")), ("mimetype", .string("text/plain")),
          ("pygments_lexer", .string("text")),
        ])
      ),
      ("title", .string(notebook.title)),
    ])
  }
}

/// Cells in their order, each with an id made of its section and its place there.
private struct Cells {
  /// Pictures, each of which goes into the cells that show it.
  let attachments: [PicturesOfPage.Attachment]
  private(set) var values: [JSONValue] = []
  private var counts: [String: Int] = [:]
  private var executions = 0

  init(attachments: [PicturesOfPage.Attachment]) { self.attachments = attachments }

  /// Columns of what is said below a cell, which Jupyter breaks anywhere.
  private static let width = 80

  private mutating func id(in section: String) -> JSONValue {
    counts[section, default: 0] += 1
    return .string("\(section)-\(counts[section, default: 0])")
  }

  /// A Markdown cell; none where there is nothing to read.
  mutating func add(
    _ parts: [[String]], in section: String, of question: String? = nil,
    _ part: JupyterReader.Part? = nil, showing documents: [Document] = []
  ) {
    let text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
    if text.isEmpty { return }
    let shown = Set(documents.flatMap(\.pictureSources.values))
    let pictures = attachments.filter { shown.contains(.at($0.address)) }.map {
      (key: $0.name, value: JSONValue.object([($0.format.mediaType, .string($0.base64))]))
    }
    values.append(
      .object(
        [
          ("cell_type", .string("markdown")), ("id", id(in: section)),
          ("metadata", metadata(of: question, part)),
        ] + (pictures.isEmpty ? [] : [("attachments", .object(pictures))])
          + [("source", lines(text))]))
  }

  /// What tells, when the document is read again, for what a cell stands.
  private func metadata(of question: String?, _ part: JupyterReader.Part?) -> JSONValue {
    guard let part else { return .object([]) }
    var members: [(key: String, value: JSONValue)] = [
      ("section", question.map { .string($0) } ?? .null), ("part", .string(part.word)),
    ]
    if case .reply(let text) = part { members.append(("text", .string(text))) }
    return .object([("reckon", .object(members))])
  }

  mutating func add(
    _ code: String, _ results: [ConvertedNotebook.Result], of section: ConvertedNotebook.Section,
    _ part: JupyterReader.Part
  ) {
    executions += 1
    let last = results.lastIndex { result in
      switch result {
      case .line, .table: true
      case .remark, .drawn, .chart: false
      }
    }
    add(
      code, outputs: results.enumerated().map { output($1, isResult: $0 == last) },
      in: section.anchor, of: section.id, part)
  }

  /// A chart below the command that draws it in the notebook.
  mutating func add(_ chart: Chart, _ number: Int, of question: String, in section: String) {
    executions += 1
    add(
      ConversionWording.plot(question), outputs: [picture(chart, number)], in: section,
      of: question, .chart)
  }

  private mutating func add(
    _ code: String, outputs: [JSONValue], in section: String, of question: String?,
    _ part: JupyterReader.Part
  ) {
    values.append(
      .object([
        ("cell_type", .string("code")), ("id", id(in: section)),
        ("metadata", metadata(of: question, part)),
        ("execution_count", .number(Double(executions))), ("source", lines(code)),
        ("outputs", .array(outputs)),
      ]))
  }

  private func output(_ result: ConvertedNotebook.Result, isResult: Bool) -> JSONValue {
    switch result {
    case .line(let text): return display([("text/plain", lines(text))], isResult: isResult)
    case .table(let table):
      return display(
        [
          ("text/html", lines(PageConversion.table(table))),
          ("text/plain", lines(table.plain.joined(separator: "\n"))),
        ], isResult: isResult)
    case .remark(let remark):
      var text = remark.mark.isEmpty ? "" : remark.mark + " "
      if let name = remark.name { text += name + "  " }
      var drawn = wrapped(StyledText(text + remark.text), width: Self.width, indent: 2)
      for note in remark.notes {
        drawn += wrapped(StyledText("  note: \(note)"), width: Self.width, indent: 8)
      }
      return stream(withoutControls(drawn.joined().plain) + "\n")
    case .chart(let chart, let number): return picture(chart, number)
    case .drawn(let mistake):
      guard mistake.isError else { return stream(mistake.lines.joined(separator: "\n") + "\n") }
      return .object([
        ("output_type", .string("error")), ("ename", .string(mistake.id)),
        ("evalue", .string(withoutControls(mistake.message))),
        ("traceback", .array(mistake.lines.map { .string($0) })),
      ])
    }
  }

  private func picture(_ chart: Chart, _ number: Int) -> JSONValue {
    display(
      [
        ("image/svg+xml", lines(SVGChart.text(chart, id: "chart-\(number)"))),
        ("text/plain", lines(MarkdownConversion.drawing(chart))),
      ], isResult: false)
  }

  private func stream(_ text: String) -> JSONValue {
    .object([
      ("output_type", .string("stream")), ("name", .string("stdout")), ("text", lines(text)),
    ])
  }

  /// The last value of a cell is its result, those before it are shown on the way.
  private func display(_ data: [(key: String, value: JSONValue)], isResult: Bool) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("output_type", .string(isResult ? "execute_result" : "display_data")),
      ("data", .object(data)), ("metadata", .object([])),
    ]
    if isResult { members.append(("execution_count", .number(Double(executions)))) }
    return .object(members)
  }

  /// Lines as Jupyter keeps them: each with its newline, save the last.
  private func lines(_ text: String) -> JSONValue {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    return .array(
      parts.enumerated().compactMap { index, part in
        if index + 1 < parts.count { return .string(part + "\n") }
        return part.isEmpty ? nil : .string(String(part))
      })
  }
}
