import Diagnostics
import Exercises
import Formulas
import TextLayout
import Tutoring

/// Names with their values and formulas, and what builds on them.
extension TutorTerminal {
  /// A name as it is laid out.
  private struct Row {
    var name: String
    var value: StyledText
    /// What it comes from, or why it has no value; empty where the value says all.
    var remark: String
    var usedBy: String
  }

  func lines(_ groups: [NameGroup]) -> [StyledText] {
    if inWords {
      return groups.flatMap { group in
        wrap(heading(group.home)) + group.rows.map(row).flatMap(spoken)
      }
    }
    let laidOut = groups.map { (heading: heading($0.home), rows: $0.rows.map(row)) }
    let rows = laidOut.flatMap(\.rows)
    let nameWidth = min(rows.map { displayWidth($0.name) }.max() ?? 0, max(12, width * 2 / 5))
    let valueWidth = min(rows.map(\.value.width).max() ?? 0, max(12, width / 4))
    return laidOut.flatMap { heading, rows in
      wrap(heading) + rows.flatMap { lines($0, nameWidth, valueWidth) }
    }
  }

  private func heading(_ home: NameHome) -> StyledText {
    let text = StyledText(title(home), .strong)
    guard case .question(_, isSkipped: true) = home else { return text }
    return text + StyledText("  skipped", .dim)
  }

  private func title(_ home: NameHome) -> String {
    switch home {
    case .question(let question, _): "\(question.id) \(question.title)"
    case .elsewhere: NameWording.elsewhere
    case .required(let title, let isOwn): NameWording.fromExercise(title, isOwn: isOwn)
    case .constants(let title): NameWording.constants(title)
    }
  }

  private func row(_ row: NameRow) -> Row {
    let usedBy = row.usedBy.isEmpty ? "" : NameWording.usedBy(row.usedBy)
    func laidOut(_ value: StyledText, _ remark: String) -> Row {
      Row(name: row.name, value: value, remark: remark, usedBy: usedBy)
    }
    switch row.content {
    case .value(let value, let origin): return laidOut(short(value), remark(origin, value))
    case .noValue(let why): return laidOut(StyledText("has no value", .error), why)
    case .hidden: return laidOut(StyledText(NameWording.notShown, .dim), "")
    case .constant(let value, let about): return laidOut(short(value), about)
    }
  }

  /// Where a value comes from; empty where the formula is the value as it is shown.
  private func remark(_ origin: NameOrigin, _ value: Value) -> String {
    switch origin {
    case .formula(let text): text == "= \(display.text(value).plain)" ? "" : text
    case .modelAnswer: NameWording.fromModelAnswer
    case .none: ""
    }
  }

  /// A column with as many of its first numbers as half a line holds.
  private func short(_ value: Value) -> StyledText {
    let texts = [4, 3, 2].map { display.text(value, numbers: $0) }
    return texts.first { $0.width <= width / 2 } ?? display.text(value, numbers: 1)
  }

  /// All of it on as many lines as it takes.
  private func spoken(_ row: Row) -> [StyledText] {
    let rest = [row.remark, row.usedBy].filter { !$0.isEmpty }.map { ", " + $0 }.joined()
    return wrap("  " + StyledText(row.name, .name) + ": " + row.value + StyledText(rest), indent: 4)
  }

  /// A wide window has name, value and formula on a line; a narrow one the formula below.
  private func lines(_ row: Row, _ nameWidth: Int, _ valueWidth: Int) -> [StyledText] {
    let start = "  " + StyledText(padded(row.name, to: nameWidth), .name) + "  " + row.value
    let column = max(nameWidth + valueWidth + 6, start.width + 2)
    let room = width - column
    var lines: [StyledText] = []
    var below = row.remark
    if !below.isEmpty, room >= min(displayWidth(below), 24) {
      let gap = String(repeating: " ", count: column - start.width)
      lines.append(start + StyledText(gap) + StyledText(cut(below, to: room), .dim))
      below = ""
    } else {
      lines += wrap(start, indent: 4)
    }
    if !below.isEmpty { lines.append(StyledText("    " + cut(below, to: width - 4), .dim)) }
    if !row.usedBy.isEmpty { lines += wrap(StyledText("    " + row.usedBy, .dim), indent: 6) }
    return lines
  }

  private func cut(_ text: String, to room: Int) -> String {
    beginning(of: text, within: room, dots: unicode ? "…" : "...")
  }

  // MARK: One

  func lines(_ details: NameDetails) -> [StyledText] {
    let title = StyledText(details.name, .name)
    var lines = wrap(title + StyledText(details.home.map { "  \(self.title($0))" } ?? "", .dim))
    let formula: String =
      switch details.origin {
      case .formula(let text): text
      case .modelAnswer: NameWording.fromModelAnswer
      case .none: ""
      }
    if !formula.isEmpty { lines += wrap(StyledText("  \(formula)", .code), indent: 4) }
    switch details.value {
    case .value(let shown):
      switch shown.value {
      case .column: lines += display.lines(shown.value, rowNames: shown.rowNames)
      case .function: break
      case .quantity, .texts, .truths, .text, .truth, .table:
        let text = display.text(shown.value)
        if formula != "= \(text.plain)" { lines += wrap("  = " + text, indent: 4) }
      }
    case .hidden(let title):
      lines += wrap("  " + WorkMessage.ofModelAnswer(details.name, title).text, indent: 2)
    case .noValue(let why):
      lines += wrap(StyledText("  has no value: ", .error) + StyledText(why), indent: 4)
    }
    return lines + (details.constant.map { self.lines($0) } ?? []) + connections(details)
  }

  private func connections(_ details: NameDetails) -> [StyledText] {
    func list(_ title: String, _ items: [StyledText]) -> [StyledText] {
      items.enumerated().flatMap { index, item in
        wrap("  " + StyledText(padded(index == 0 ? title : "", to: 12), .dim) + item, indent: 16)
      }
    }
    let uses = details.uses.map { use -> StyledText in
      let missing =
        use.isHidden ? StyledText(NameWording.notShown, .dim) : StyledText("has no value", .error)
      return StyledText(use.name, .name) + "  " + (use.value.map { display.text($0) } ?? missing)
    }
    let all =
      list("uses", uses) + list("used by", details.usedBy.map { StyledText($0, .name) })
      + list("and through", details.usedFurther.map { StyledText($0, .name) })
    return all.isEmpty ? wrap(WorkMessage.usedByNothing.text) : all
  }

  /// What a figure is of, and where it comes from.
  func lines(_ constant: Constant) -> [StyledText] {
    [("of", constant.what), ("source", constant.source)].flatMap { title, text in
      text.map {
        wrap(
          StyledText("  " + padded(title, to: 8), .dim) + StyledText(withoutControls($0)),
          indent: 10)
      } ?? []
    }
  }
}
