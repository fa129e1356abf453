import Diagnostics
import Exercises
import Formulas
import Grading
import MarkdownReading
import NotebookFiles
import TextLayout

/// Names with their values and formulas, and what builds on them.
extension Session {
  /// A name as it is listed.
  private struct Row {
    var name: String
    var value: StyledText
    /// What it comes from, or why it has no value; empty where the value says all.
    var formula: String
    var isUsedBy: String
  }

  private struct Group {
    var heading: StyledText
    var rows: [Row]
  }

  /// Names up to which all that depends on each is looked for, and not only what names it.
  private static let fullLimit = 300

  // MARK: All

  func variables() -> [StyledText] {
    let groups = ownGroups() + requiredGroups() + constantGroup()
    var lines: [StyledText] = []
    if sheet.keys.isEmpty, replay.failing.isEmpty {
      lines += wrapped(SessionWording.noNames, width: width)
    }
    let rows = groups.flatMap(\.rows)
    let nameWidth = min(rows.map { displayWidth($0.name) }.max() ?? 0, max(12, width * 2 / 5))
    let valueWidth = min(rows.map(\.value.width).max() ?? 0, max(12, width / 4))
    for group in groups {
      lines += wrapped(group.heading, width: width)
      for row in group.rows { lines += self.lines(row, nameWidth, valueWidth) }
    }
    return lines
  }

  /// The student's names by the question in which they stand, in the exercise's order.
  private func ownGroups() -> [Group] {
    let order = order()
    let keys = sheet.keys
    let isLong = keys.count > Self.fullLimit
    var groups: [Group] = []
    var current: String??
    let unread = replay.failing.keys.filter { sheet.value(of: $0) == nil }
    for key in order.sorted(keys + unread.sorted { "\($0)" < "\($1)" }) {
      let home = order.question(of: key)
      if current != .some(home?.id) {
        groups.append(Group(heading: heading(of: home), rows: []))
        current = .some(home?.id)
      }
      groups[groups.count - 1].rows.append(row(key, order, isLong: isLong))
    }
    return groups
  }

  private func users(of key: Worksheet.Key, _ order: KeyOrder, isLong: Bool) -> String {
    let users =
      isLong
      ? sheet.directDependents(of: key) : sheet.dependents(of: key)
    return users.isEmpty ? "" : SessionWording.usedBy(order.sorted(users).map { "\($0)" })
  }

  private func heading(of question: Question?) -> StyledText {
    guard let question else { return StyledText(SessionWording.elsewhere, .strong) }
    let heading = StyledText("\(question.id) \(question.title)", .strong)
    return report(on: question).isSkipped ? heading + StyledText("  skipped", .dim) : heading
  }

  private func row(_ key: Worksheet.Key, _ order: KeyOrder, isLong: Bool) -> Row {
    let usedBy = users(of: key, order, isLong: isLong)
    let name = withoutControls("\(key)")
    guard let value = shownValue(of: key) else {
      return Row(
        name: name, value: StyledText("has no value", .error), formula: trouble(with: key),
        isUsedBy: usedBy)
    }
    let formula = self.formula(of: key)
    let isAsTyped = formula == "= \(display.text(value).plain)"
    return Row(name: name, value: short(value), formula: isAsTyped ? "" : formula, isUsedBy: usedBy)
  }

  /// What a name comes from: its formula as typed, or the model answer.
  private func formula(of key: Worksheet.Key) -> String {
    if replay.filled[key] != nil { return SessionWording.fromModelAnswer }
    let text = withoutControls(sheet.text(of: key) ?? "").replacing("\n", with: " ")
    guard !text.hasPrefix("def "), let sign = text.firstIndex(of: "=") else { return text }
    if case .name(let name) = key, sheet.function(named: name) != nil { return text }
    return "= " + String(text[text.index(after: sign)...].drop(while: \.isWhitespace))
  }

  /// What is wrong with a name's formula, in a sentence.
  private func trouble(with key: Worksheet.Key) -> String {
    if case .failure(let problem)? = sheet.value(of: key) { return problem.diagnostic.message }
    return replay.failing[key]?.diagnostic.message ?? ""
  }

  /// Values of required exercises, by where they come from.
  private func requiredGroups() -> [Group] {
    let order = order()
    return required.sources.flatMap { source -> [Group] in
      [(source.fromNotebook, true), (source.fromModel, false)].compactMap { names, isOwn in
        let rows = names.compactMap { requiredRow($0, order) }
        guard !rows.isEmpty else { return nil }
        return Group(
          heading: StyledText(
            SessionWording.fromExercise(source.title, isOwn: isOwn), .strong), rows: rows)
      }
    }
  }

  /// Nil where a name of the student's own hides it.
  private func requiredRow(_ name: String, _ order: KeyOrder) -> Row? {
    let key = Worksheet.Key.name(name)
    guard compiled.required[name] != nil, sheet.value(of: key) == nil else { return nil }
    let value = requiredValue(of: key).map(short) ?? StyledText(SessionWording.notShown, .dim)
    return Row(
      name: name, value: value, formula: "", isUsedBy: users(of: key, order, isLong: false))
  }

  /// The exercise whose model answer a name has the value of; nil where it has another.
  func modelSource(of name: String) -> String? {
    sheet.value(of: .name(name)) == nil ? required.modelNames[name] : nil
  }

  /// Figures that come with the exercise or its course, with what they are of and their source.
  private func constantGroup() -> [Group] {
    let order = order()
    let rows = constants.map { figure in
      let said = [figure.constant.what, figure.constant.source].compactMap { $0 }
      return Row(
        name: figure.name, value: short(figure.value),
        formula: withoutControls(said.joined(separator: "; ")),
        isUsedBy: users(of: .name(figure.name), order, isLong: false))
    }
    guard !rows.isEmpty else { return [] }
    return [
      Group(
        heading: StyledText(SessionWording.constants(exercise.title), .strong), rows: rows)
    ]
  }

  /// A column with as many of its first numbers as half a line holds.
  private func short(_ value: Value) -> StyledText {
    let texts = [4, 3, 2].map { display.text(value, numbers: $0) }
    return texts.first { $0.width <= width / 2 } ?? display.text(value, numbers: 1)
  }

  /// A wide window has name, value and formula on a line; a narrow one the formula below.
  private func lines(_ row: Row, _ nameWidth: Int, _ valueWidth: Int) -> [StyledText] {
    let start = "  " + StyledText(padded(row.name, to: nameWidth), .name) + "  " + row.value
    let column = max(nameWidth + valueWidth + 6, start.width + 2)
    let room = width - column
    var lines: [StyledText] = []
    var below = row.formula
    if !below.isEmpty, room >= min(displayWidth(below), 24) {
      let gap = String(repeating: " ", count: column - start.width)
      lines.append(start + StyledText(gap) + StyledText(cut(below, to: room), .dim))
      below = ""
    } else {
      lines += wrapped(start, width: width, indent: 4)
    }
    if !below.isEmpty { lines.append(StyledText("    " + cut(below, to: width - 4), .dim)) }
    if !row.isUsedBy.isEmpty {
      lines += wrapped(StyledText("    " + row.isUsedBy, .dim), width: width, indent: 6)
    }
    return lines
  }

  /// The text, or its beginning where it is wider than there is room.
  private func cut(_ text: String, to room: Int) -> String {
    guard displayWidth(text) > room else { return text }
    let dots = surroundings.unicode ? "…" : "..."
    var result = ""
    var used = displayWidth(dots)
    for character in text {
      used += displayWidth(character)
      if used > room { break }
      result.append(character)
    }
    return result + dots
  }

  // MARK: One

  /// One name in full: its formula and value, what it uses, and what uses it.
  func variable(_ text: String) -> [StyledText] {
    guard let key = key(named: text) else {
      let known =
        sheet.keys.map { "\($0)" } + Array(compiled.required.keys)
        + compiled.constants.map(\.name)
      return rendered(
        SessionWording.unknownVariable(text, near: nearestNames(to: text, among: known)))
    }
    var lines: [StyledText] = []
    let title = StyledText(withoutControls("\(key)"), .name)
    if let question = order().question(of: key) {
      lines += wrapped(
        title + StyledText("  \(question.id) \(question.title)", .dim), width: width)
    } else if let source = source(of: key) {
      lines += wrapped(title + StyledText("  \(source)", .dim), width: width)
    } else {
      lines += wrapped(title, width: width)
    }
    let formula = formula(of: key)
    if !formula.isEmpty {
      lines += wrapped(StyledText("  \(formula)", .code), width: width, indent: 4)
    }
    if let value = shownValue(of: key) ?? requiredValue(of: key) {
      let isFormula = formula == "= \(display.text(value).plain)"
      if case .column = value {
        lines += display.lines(value, rowNames: sheet.rowNames(for: value))
      } else if case .function = value {
      } else if !isFormula {
        lines += wrapped("  = " + display.text(value), width: width, indent: 4)
      }
    } else if case .name(let name) = key, let title = modelSource(of: name) {
      lines += wrapped("  " + SessionWording.ofModelAnswer(name, title), width: width, indent: 2)
    } else {
      lines += wrapped(
        StyledText("  has no value: ", .error) + StyledText(trouble(with: key)), width: width,
        indent: 4)
    }
    if case .name(let name) = key, constant(name) != nil { lines += constantLines(name) }
    return lines + connections(of: key)
  }

  /// The key that a text names; nil where there is none.
  private func key(named text: String) -> Worksheet.Key? {
    guard case .success(let expression) = Parser.formula(text) else { return nil }
    let key: Worksheet.Key
    switch expression.kind {
    case .name(let name): key = .name(name)
    case .element(let receiver, let element):
      guard case .name(let table) = receiver.kind, case .text(let column) = element.kind else {
        return nil
      }
      key = .column(table: sheet.shippedTable(table)?.name ?? table, column: column)
    case .member(let receiver, let column, _):
      guard case .name(let table) = receiver.kind else { return nil }
      key = .column(table: sheet.shippedTable(table)?.name ?? table, column: column)
    default: return nil
    }
    let isKnown =
      sheet.value(of: key) != nil || replay.failing[key] != nil || requiredValue(of: key) != nil
      || isOfModel(key)
    return isKnown ? key : nil
  }

  /// What a name of an exercise before this one, or of a constant, is to the student; nil where
  /// that is the model's.
  private func requiredValue(of key: Worksheet.Key) -> Value? {
    guard case .name(let name) = key, sheet.value(of: key) == nil, !isOfModel(key) else {
      return nil
    }
    return required.own[name] ?? compiled.constant(named: name)?.value
  }

  private func isOfModel(_ key: Worksheet.Key) -> Bool {
    if case .name(let name) = key { modelSource(of: name) != nil } else { false }
  }

  /// The required exercise that a value comes from.
  private func source(of key: Worksheet.Key) -> String? {
    guard case .name(let name) = key, requiredValue(of: key) != nil || isOfModel(key) else {
      return nil
    }
    if constant(name) != nil { return SessionWording.constants(exercise.title) }
    return required.sources.lazy.compactMap { source in
      if source.fromNotebook.contains(name) {
        SessionWording.fromExercise(source.title, isOwn: true)
      } else if source.fromModel.contains(name) {
        SessionWording.fromExercise(source.title, isOwn: false)
      } else {
        nil
      }
    }.first
  }

  private func connections(of key: Worksheet.Key) -> [StyledText] {
    let uses = sheet.uses(of: key)
    let direct = inOrder(sheet.directDependents(of: key))
    let further = inOrder(sheet.dependents(of: key).filter { !direct.contains($0) })
    let used = inOrder(uses.own) + uses.provided.map { .name($0) } + uses.shipped
    func list(_ title: String, _ keys: [Worksheet.Key], withValues: Bool = false) -> [StyledText] {
      keys.enumerated().flatMap { index, other -> [StyledText] in
        var line = "  " + StyledText(padded(index == 0 ? title : "", to: 12), .dim)
        line += StyledText(withoutControls("\(other)"), .name)
        if withValues {
          let value = shownValue(of: other) ?? requiredValue(of: other) ?? shippedValue(of: other)
          let missing =
            isOfModel(other)
            ? StyledText(SessionWording.notShown, .dim) : StyledText("has no value", .error)
          line += "  " + (value.map { display.text($0) } ?? missing)
        }
        return wrapped(line, width: width, indent: 16)
      }
    }
    let all =
      list("uses", used, withValues: true) + list("used by", direct)
      + list("and through", further)
    return all.isEmpty ? wrapped(SessionWording.usedByNothing, width: width) : all
  }

  private func shippedValue(of key: Worksheet.Key) -> Value? {
    guard case .column(let table, let column) = key else { return nil }
    return sheet.shippedTable(table)?.column(column)
  }
}
