import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Grading
import MarkdownReading
import NotebookGrading
import TextAnalysis
import TextLayout
import TutorTerminal
import Tutoring

/// Turns the pieces of a transcript into those of a document.
struct PieceWriter {
  private let graded: GradedNotebook
  private let display: ValueDisplay
  private let marks = StatusSymbols(unicode: true)

  /// The mark of what is neither right nor wrong.
  private static let open = "–"
  /// Charts so far, each with a number of its own.
  private var charts = 0
  /// Charts of the student's own that are shown at most.
  private static let chartLimit = 100
  /// What is left of the room for results; a notebook may show a large table on every line.
  private var room = (rows: 5000, bytes: 1_000_000)
  /// Columns of what is drawn as a terminal shows it.
  private static let width = 80
  /// Characters of a text that are shown, on a line of its own and in a table.
  private static let textLimit = 4000
  private static let cellLimit = 400
  /// Of a text where the room for results is used up.
  private static let tightLimit = 80

  init(_ graded: GradedNotebook) {
    self.graded = graded
    display = ValueDisplay(width: Self.width, unicode: true)
  }

  /// - Parameter isLate: whether the question was first changed after the due date.
  func status(_ report: QuestionReport, isLate: Bool) -> ConvertedNotebook.Status {
    ConvertedNotebook.Status(
      mark: marks.state(of: report).plain,
      state: ConversionWording.state(report, isLate: isLate),
      score: ConversionWording.score(report), points: Points.score(report))
  }

  // MARK: Sections

  mutating func pieces(_ part: Transcript.Part) -> [ConvertedNotebook.Piece] {
    var result = pieces(part.pieces, in: part.question)
    for found in QuestionCharts.charts(of: part.question, in: graded) {
      if let chart = found.chart {
        charts += 1
        result.append(.chart(chart, number: charts))
      } else if part.report?.isStarted == true {
        result.append(.remark(Self.undrawn(found)))
      }
    }
    result += shown(part.question.liveTexts)
    if part.report?.isSkipped == true {
      result.append(
        .remark(
          ConvertedNotebook.Remark(
            tone: .note, mark: marks.skipped.plain, name: nil, text: ConversionWording.skipped)))
    }
    for answer in part.others where part.report?.isSkipped != true {
      let isWhole = answer.name == part.question.id
      result.append(.remark(remark(answer, named: !isWhole)))
      guard answer.verdict != .unanswered else { continue }
      result += (answer.criteria ?? []).saidOnce.map { .remark(remark($0)) }
    }
    return result
  }

  /// Texts with live figures, where all that they build on has a value.
  private func shown(_ shows: [LiveText]) -> [ConvertedNotebook.Piece] {
    let text = LiveTextRenderer(graded.compiled, on: graded.sheet)
    let doubts = UpstreamErrors(graded)
    return shows.flatMap { show -> [ConvertedNotebook.Piece] in
      guard case .ready(let markdown) = text.state(of: show),
        let prose = ConvertedNotebook.prose(markdown)
      else { return [] }
      let doubt = doubts.sentence(about: show).map { sentence in
        ConvertedNotebook.Piece.remark(
          ConvertedNotebook.Remark(tone: .note, mark: "", name: nil, text: sentence))
      }
      return [.shown(prose)] + [doubt].compactMap { $0 }
    }
  }

  mutating func pieces(
    _ pieces: [Transcript.Piece], in question: Question?
  ) -> [ConvertedNotebook.Piece] {
    pieces.compactMap { piece in
      switch piece {
      case .lines(let text, let outputs):
        return .code(withoutControls(text), outputs.flatMap { results($0) })
      case .reply(let text):
        return text.allSatisfy(\.isWhitespace) ? nil : .reply(withoutControls(text))
      case .choices(let options):
        return .options(options.map { (Self.inlines(ofMarkdown: $0.text), $0.isTicked) })
      case .asked(let text):
        return .remark(
          ConvertedNotebook.Remark(
            tone: .note, mark: "?", name: nil, text: ConversionWording.asked(plainLine(text))))
      case .remark(let markdown):
        // The notebook's title is that of the document.
        return ConvertedNotebook.prose(markdown, dropping: question == nil).map { .prose($0) }
      }
    }
  }

  /// One line of Markdown without the paragraph around it.
  private static func inlines(ofMarkdown text: String) -> [Inline] {
    let blocks = readMarkdown(text).blocks.map(\.block)
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0] { return inlines }
    return [.text(plainLine(text))]
  }

  // MARK: Results

  /// That a chart cannot be drawn yet, and why.
  private static func undrawn(_ found: QuestionChart) -> ConvertedNotebook.Remark {
    ConvertedNotebook.Remark(
      tone: .note, mark: "", name: nil, text: ConversionWording.undrawn(found.title),
      notes: found.missing)
  }

  private mutating func results(_ output: Transcript.Output) -> [ConvertedNotebook.Result] {
    switch output {
    case .value(let value, let key, let rows):
      return [result(value, key, rows)]
    case .defined(let definition):
      return [
        .remark(
          ConvertedNotebook.Remark(
            tone: .note, mark: "", name: nil, text: ConversionWording.defined(definition)))
      ]
    case .diagnostic(let located): return [.drawn(mistake(located))]
    case .drawing(let chart):
      guard charts < Self.chartLimit else { return [] }
      charts += 1
      return [.chart(chart, number: charts)]
    case .verdict(let report): return [.remark(remark(report, named: true))]
    }
  }

  /// What is found of a criterion of a text. A machine calls none of it right or wrong.
  private func remark(_ criterion: CriterionReport) -> ConvertedNotebook.Remark {
    let tone: ConvertedNotebook.Tone
    let mark: String
    switch criterion.met {
    case true?: (tone, mark) = (.right, marks.tick)
    case false?: (tone, mark) = (.partly, "·")
    case nil: (tone, mark) = (.open, "?")
    }
    return ConvertedNotebook.Remark(
      tone: tone, mark: mark, name: nil, text: criterion.message, notes: criterion.contradictions)
  }

  private func mistake(_ located: LocatedDiagnostic) -> ConvertedNotebook.Mistake {
    let renderer = SnippetRenderer(width: Self.width, unicode: true, showsLocation: false)
    func lines(_ diagnostic: Diagnostic) -> [String] {
      renderer.render(diagnostic, in: located.source).lines.map { withoutControls($0.plain) }
    }
    let diagnostic = located.diagnostic
    var placed = diagnostic
    (placed.message, placed.help) = ("", [])
    return ConvertedNotebook.Mistake(
      id: diagnostic.id, isError: diagnostic.severity == .error,
      kind: ConversionWording.kind(diagnostic.severity), message: diagnostic.message,
      // The first line is for the sentence.
      snippet: Array(lines(placed).dropFirst()), help: diagnostic.help, lines: lines(diagnostic))
  }

  private func remark(_ report: AnswerReport, named: Bool) -> ConvertedNotebook.Remark {
    let tone: ConvertedNotebook.Tone
    let mark: String
    switch report.verdict {
    case .correct, .follows: (tone, mark) = (.right, marks.tick)
    case .unitMissing, .wrongUnit, .rounded, .otherForm, .otherUnit, .partly:
      (tone, mark) = (.partly, "~")
    case .wrong, .wrongDimension, .fails: (tone, mark) = (.wrong, marks.cross)
    case .unanswered, .unchecked: (tone, mark) = (.open, Self.open)
    }
    return ConvertedNotebook.Remark(
      tone: tone, mark: mark, name: named ? report.name : nil, text: report.message,
      notes: report.notices)
  }

  private mutating func result(
    _ value: Value, _ key: Worksheet.Key?, _ verdicts: [Verdict]?
  ) -> ConvertedNotebook.Result {
    let result = spaciousResult(Self.shortened(value), key, verdicts)
    switch result {
    case .table(let table):
      room.rows -= table.rows.count
      room.bytes -= table.rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8.count } }
    case .line(let text): room.bytes -= text.utf8.count
    case .remark, .drawn, .chart: break
    }
    return result
  }

  private func spaciousResult(
    _ value: Value, _ key: Worksheet.Key?, _ verdicts: [Verdict]?
  ) -> ConvertedNotebook.Result {
    guard room.rows > 0, room.bytes > 0 else {
      return .line(line(value, to: Self.tightLimit))
    }
    switch value {
    case .quantity, .text, .truth, .function: return .line(line(value, to: Self.textLimit))
    case .column(let numbers, let unit):
      return .table(
        column(
          value, numbers.prefix(ValueDisplay.rowLimit).map { .quantity($0, unit) }, key, verdicts
        ))
    case .texts(let texts):
      return .table(
        column(value, texts.prefix(ValueDisplay.rowLimit).map { .text($0) }, key, verdicts))
    case .truths(let truths):
      return .table(
        column(value, truths.prefix(ValueDisplay.rowLimit).map { .truth($0) }, key, verdicts))
    case .table(let table): return .table(whole(table))
    }
  }

  /// A value on one line.
  private func line(_ value: Value, to limit: Int) -> String {
    Self.cut(display.text(value).plain, to: limit)
  }

  /// The value with its texts no longer than what is shown of them, lest each be laid out whole.
  private static func shortened(_ value: Value) -> Value {
    switch value {
    case .text(let text): return .text(cut(text, to: textLimit))
    case .texts(var texts):
      for row in texts.indices.prefix(ValueDisplay.rowLimit)
      where texts[row].utf8.count > cellLimit {
        texts[row] = cut(texts[row], to: cellLimit)
      }
      return .texts(texts)
    case .table(var table):
      table.columns = table.columns.map {
        Table.Column(heading: cut($0.heading, to: cellLimit), cells: shortened($0.cells))
      }
      return .table(table)
    case .quantity, .column, .truths, .truth, .function: return value
    }
  }

  private func column(
    _ value: Value, _ cells: [Value], _ key: Worksheet.Key?, _ verdicts: [Verdict]?
  ) -> ResultTable {
    let count = Self.rowCount(of: value)
    var named = graded.sheet.rowTable(of: count, from: key.flatMap(graded.sheet.formula))
    // Names need none beside them.
    if case .texts = value { named = nil }
    let names = named?.rowNames
    var header = [
      names == nil ? ConversionWording.row : named?.nameHeading ?? ConversionWording.row,
      key.map { "\($0)" } ?? ConversionWording.value,
    ]
    var rows = cells.enumerated().map { index, cell in
      [
        names.map { Self.cut($0[index], to: Self.cellLimit) } ?? "\(index)",
        Self.cut(display.text(cell).plain, to: Self.cellLimit),
      ]
    }
    if let verdicts {
      header.append(ConversionWording.verdict)
      for index in rows.indices {
        let isRight = verdicts.indices.contains(index) && verdicts[index].defaultShare == 1
        rows[index].append(
          isRight
            ? "\(marks.tick) \(ConversionWording.right)"
            : "\(marks.cross) \(ConversionWording.notRight)")
      }
    }
    return ResultTable(
      header: header, rows: rows,
      alignments: [names == nil ? .right : .left, value.numbers == nil ? .left : .right, .left],
      namesRows: true, more: count - cells.count,
      plain: plain(value, names: names, verdicts: verdicts))
  }

  private func whole(_ table: Table) -> ResultTable {
    let shown = min(table.rowCount, ValueDisplay.rowLimit)
    let rows = (0..<shown).map { row in
      table.columns.map { Self.cut(cell($0.cells, row), to: Self.cellLimit) }
    }
    let alignments = table.columns.map { column -> ColumnAlignment in
      if case .texts = column.cells { return .left }
      return .right
    }
    return ResultTable(
      header: table.columns.map { plainLine($0.heading) }, rows: rows,
      alignments: alignments, namesRows: alignments.first == .left,
      more: table.rowCount - shown, plain: plain(.table(table), names: nil, verdicts: nil))
  }

  private func plain(_ value: Value, names: [String]?, verdicts: [Verdict]?) -> [String] {
    display.lines(value, rowNames: names, marks: verdicts.map(marks.rows)).map {
      Self.cut(withoutControls($0.plain), to: Self.textLimit)
    }
  }

  private func cell(_ cells: Value, _ row: Int) -> String {
    switch cells {
    case .column(let numbers, let unit): display.text(.quantity(numbers[row], unit)).plain
    case .texts(let texts): texts[row]
    case .truths(let truths): display.text(.truth(truths[row])).plain
    case .quantity, .text, .truth, .table, .function: display.text(cells).plain
    }
  }

  private static func rowCount(of value: Value) -> Int {
    switch value {
    case .column(let numbers, _): numbers.count
    case .texts(let texts): texts.count
    case .truths(let truths): truths.count
    case .table(let table): table.rowCount
    case .quantity, .text, .truth, .function: 1
    }
  }

  /// On one line, and no longer than `limit` characters.
  private static func cut(_ text: String, to limit: Int) -> String {
    let isLong = text.utf8.count > 4 * limit
    let clean = withoutControls(isLong ? String(text.prefix(limit + 1)) : text)
    let flat = clean.contains("\n") ? String(clean.map { $0 == "\n" ? " " : $0 }) : clean
    guard flat.utf8.count > limit, flat.count > limit else { return flat }
    return flat.prefix(limit) + "…"
  }
}

extension Table {
  /// The heading of the column that names the rows.
  fileprivate var nameHeading: String? {
    columns.first { column in
      if case .texts = column.cells { true } else { false }
    }.map { plainLine($0.heading) }
  }
}
