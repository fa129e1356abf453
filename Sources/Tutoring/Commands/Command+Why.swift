import Diagnostics
import Exercises
import Formulas
import Grading
import Quantities

extension Command {
  static let why = Command(
    "why", argument: "NAME", "how a value comes about, step by step",
    completes: { $0.explainable($1) }, run: { $0.why($1) })
}

/// `:why`, which lays out the arithmetic of an answer or of any name.
extension Session {
  /// Own names in a formula that are shown with their formulas.
  private static let sourceLimit = 4
  /// Other rows that are shown.
  private static let rowLimit = 8

  func why(_ text: String) -> [SessionEvent] {
    if text.isEmpty { return why(of: question, last: lastJudged) }
    if let named = exercise.question(text) { return why(of: named, last: nil) }
    if let (key, row) = keyAndRow(in: text) { return why(key, row: row) }
    switch Parser.formula(text) {
    case .success(let expression):
      if case .name(let name) = expression.kind { return whyNot(name) }
      if case .element(let receiver, let element) = expression.kind {
        if case .text = element.kind, case .name(let table) = receiver.kind,
          sheet.shippedTable(table) != nil
        {
          if sheet.evaluate(expression).isSuccess { return [.help(.allIsGiven)] }
        }
      }
      return why(expression, text, asked: nil)
    case .failure(let problem):
      let word = text.split(separator: " ").first.map(String.init) ?? text
      if sheet.hasName(word) || text.contains(where: { "+-*/(".contains($0) }) {
        return told(problem.diagnostic, in: SourceText(text))
      }
      return whyNot(word)
    }
  }

  /// What may stand behind `:why`: the student's names and columns, and their rows once one is
  /// there.
  func explainable(_ typed: some StringProtocol) -> [String] {
    sheet.keys.flatMap { key -> [String] in
      let name = "\(key)"
      return typed.hasPrefix(name + " ")
        ? rowNames(of: key).prefix(200).map { "\(name) \($0)" }
        : [name]
    }
  }

  // MARK: What is meant

  /// How an answer of a question comes about, or what was found of its words.
  ///
  /// - Parameter last: the key that is explained where the question asks for values.
  private func why(of question: Question, last: Worksheet.Key?) -> [SessionEvent] {
    question.tutored.why(of: question, last: last, in: self)
  }

  /// What was bound last and answers a question, else the first answer of a question that is off,
  /// else its first.
  func keyToExplain(of question: Question, last: Worksheet.Key?) -> Worksheet.Key? {
    if let last, sheet.text(of: last) != nil { return last }
    let given = report(on: question).answers.filter { $0.key != nil }
    return (given.first { $0.share < 1 } ?? given.first)?.key
  }

  /// A name or column, and the row that is named after it.
  private func keyAndRow(in text: String) -> (Worksheet.Key, String?)? {
    let tables = Dictionary(
      grouping: sheet.allNames.filter { sheet.shippedTable($0) != nil },
      by: { sheet.shippedTable($0)?.name ?? "" })
    for key in sheet.keys.sorted(by: { "\($0)".utf8.count > "\($1)".utf8.count }) {
      for name in spellings(of: key, tables) {
        if text == name { return (key, nil) }
        guard text.hasPrefix(name) else { continue }
        let rest = text.dropFirst(name.count)
        if rest.first == " " {
          let row = trimmed(String(rest))
          // `x to kJ` and `x * 2` are formulas.
          let isFormula = Self.joints.contains { row.hasPrefix($0) }
          return isFormula ? nil : (key, row)
        }
        // `training_emissions[2]` is a row as well.
        if rest.first == "[", rest.last == "]" {
          let row = rest.dropFirst().dropLast()
          if Int(row) != nil { return (key, String(rest)) }
        }
      }
    }
    // An answer that is given under another name.
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    for question in exercise.questions {
      for report in report(on: question).answers where report.name == words[0] {
        if let key = report.key { return (key, words.count > 1 ? words[1] : nil) }
      }
    }
    return nil
  }

  /// What may follow a name within a formula.
  private static let joints = [
    "to ", "in ", "->", "if ", "and ", "or ", "+", "-", "*", "/", "%", "^", "<", ">", "=", "!", "(",
    ")",
  ]

  /// How a key may be typed: a column under each name of its table, in either quotes.
  private func spellings(of key: Worksheet.Key, _ tables: [String: [String]]) -> [String] {
    switch key {
    case .name(let name): return [name]
    case .column(let table, let column):
      return (tables[table] ?? []).flatMap { name in
        ["\(name)[\"\(column)\"]", "\(name)['\(column)']", "\(name).\(column)"]
      }
    }
  }

  /// What is said of a word that is bound to no formula.
  private func whyNot(_ name: String) -> [SessionEvent] {
    if sheet.table(named: name) != nil { return [.help(.allIsGiven)] }
    let isAsked =
      answerKey.answers.contains { $0.spec.name == name }
      || answerKey.functions.contains { $0.spec.name == name }
    if isAsked {
      return [.help(.notComputed(name))]
    }
    if let title = modelSource(of: name) {
      return [.work(.ofModelAnswer(name, title))]
    }
    if sheet.hasName(name), case .success(let expression) = Parser.formula(name),
      case .success(let value) = sheet.evaluate(expression)
    {
      if let figure = constant(name) {
        return [.modelValue(name: name, shown(figure.value))] + constantLines(name)
      }
      return [.provided(name: name, value)]
    }
    let known = sheet.keys.map { "\($0)" }
    return told(SessionDiagnostics.unknownToWhy(name, near: nearestNames(to: name, among: known)))
  }

  // MARK: Showing

  func why(_ key: Worksheet.Key, row: String?) -> [SessionEvent] {
    let report = owner(of: key).flatMap { answerReport(for: key, in: $0) }
    var lines: [SessionEvent] = []
    if let report { lines.append(.verdict(report)) }
    if let function = sheet.function(named: "\(key)") { return lines + why(function, report) }
    guard sheet.text(of: key) != nil else {
      return lines + (report?.problem.map { [.diagnostic($0)] } ?? [])
    }
    let rowNames = self.rowNames(of: key)
    var place = report?.rows?.firstIndex { $0 != .correct }
    if let row {
      guard let chosen = self.row(row, among: rowNames) else {
        return lines + told(SessionDiagnostics.rowUnknown(row, rows: rowNames))
      }
      place = chosen
    }
    guard let derivation = sheet.derivation(of: key, row: place) else { return lines }
    let asked = answerKey.answer(for: key)?.unit
    let rowName = derivation.row.flatMap { rowNames.indices.contains($0) ? rowNames[$0] : nil }
    var shown = ShownDerivation(
      name: "\(key)", row: rowName, derivation: derivation, text: sheet.text(of: key) ?? "",
      asked: asked, isJudged: report?.verdict == .fails)
    shown.adopted = adopted(key, derivation)
    addSources(to: &shown, row: derivation.row == 0 ? nil : rowName)
    if let place = derivation.row {
      addRows(of: key, but: place, rowNames, report?.rows, to: &shown)
    }
    return lines + [.derivation(shown)]
  }

  /// A formula that is typed behind `:why`.
  private func why(_ expression: Expression, _ text: String, asked: Unit?) -> [SessionEvent] {
    let derivation = sheet.derivation(of: expression, in: text)
    let row = derivation.row.map { place in
      let names = derivation.whole.flatMap { sheet.rowNames(for: $0, from: expression) } ?? []
      return names.indices.contains(place) ? names[place] : "row \(place)"
    }
    var shown = ShownDerivation(
      name: nil, row: row, derivation: derivation, text: text, asked: asked, isJudged: false)
    addSources(to: &shown, row: nil)
    return [.derivation(shown)]
  }

  /// A function on the first group of arguments on which it is not right.
  private func why(_ function: FunctionDefinition, _ report: AnswerReport?) -> [SessionEvent] {
    let points = report?.points ?? []
    guard let point = points.first(where: { $0.verdict != .correct }) ?? points.first,
      case .success(let expression) = Parser.formula(point.call)
    else { return [.help(.functionIsDefined(function))] }
    let unit = answerKey.functions.first { $0.spec.name == function.name }?.unit
    return why(expression, point.call, asked: unit)
  }

  /// The value that later formulas use, where it took the unit asked for on.
  private func adopted(_ key: Worksheet.Key, _ derivation: Derivation) -> Value? {
    guard let raw = derivation.value?.unit, case .success(let value)? = sheet.value(of: key),
      let own = value.unit, own.dimension != raw.dimension
    else { return nil }
    return derivation.row.flatMap { value.element($0) } ?? value
  }

  /// The student's own names that the formula has and that are computed themselves.
  private func addSources(to shown: inout ShownDerivation, row: String?) {
    let derivation = shown.derivation
    let keys = derivation.sources.filter { key in
      guard let formula = sheet.formula(of: key) else { return false }
      return formula.typedFigures == nil
    }
    shown.sources = keys.prefix(Self.sourceLimit).compactMap { key in
      guard let inner = sheet.derivation(of: key, row: derivation.row) else { return nil }
      // A row of it where the formula takes that row of it, too.
      let isOfRow =
        inner.row != nil && inner.row == derivation.row
        && inner.whole?.rowCount == derivation.whole?.rowCount
      let isList = sheet.formula(of: key)?.typedNumbers != nil
      return ShownDerivation.Source(
        name: "\(key)", formula: inner.formula,
        value: isOfRow ? inner.value : isList ? nil : inner.whole, isList: isList)
    }
    shown.moreSources = max(0, keys.count - Self.sourceLimit)
    if let first = keys.first {
      let hasRows = shownValue(of: first)?.rowCount != nil
      shown.nextCommand = ":why \(first)" + (hasRows ? row.map { " \($0)" } ?? "" : "")
    }
  }

  // MARK: Rows

  private func rowNames(of key: Worksheet.Key) -> [String] {
    guard let value = shownValue(of: key), let count = value.rowCount else { return [] }
    return sheet.rowNames(for: value, from: sheet.formula(of: key))
      ?? (0..<min(count, 100_000)).map { "row \($0)" }
  }

  /// The place of a row that is given by its name, a part of it that only one has, or its
  /// number counted from 0.
  private func row(_ text: String, among names: [String]) -> Int? {
    if text.first == "[", text.last == "]" {
      return Int(text.dropFirst().dropLast()).flatMap { names.indices.contains($0) ? $0 : nil }
    }
    let wanted = trimmed(text.filter { $0 != "\"" }).lowercased()
    let lowered = names.map { $0.lowercased() }
    if let exact = lowered.firstIndex(of: wanted) { return exact }
    let ends = lowered.indices.filter { lowered[$0].hasSuffix(" " + wanted) }
    if ends.count == 1 { return ends[0] }
    let within = lowered.indices.filter { lowered[$0].contains(wanted) }
    if within.count == 1, Int(wanted) == nil { return within[0] }
    return Int(wanted).flatMap { names.indices.contains($0) ? $0 : nil }
  }

  private func addRows(
    of key: Worksheet.Key, but shown: Int, _ names: [String], _ verdicts: [Verdict]?,
    to derivation: inout ShownDerivation
  ) {
    guard let value = shownValue(of: key), let count = value.rowCount, count > 1 else { return }
    let others = (0..<count).lazy.filter { $0 != shown }
    derivation.otherRows = others.prefix(Self.rowLimit).compactMap { place in
      value.element(place).map { cell in
        ShownDerivation.Row(
          name: names.indices.contains(place) ? names[place] : "\(place)", value: cell,
          verdict: verdicts.flatMap { $0.indices.contains(place) ? $0[place] : nil })
      }
    }
    derivation.moreRows = max(0, count - 1 - Self.rowLimit)
  }
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { return true }
    return false
  }
}
