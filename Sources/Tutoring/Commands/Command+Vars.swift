import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import NotebookFiles

extension Command {
  static let vars = Command(
    "vars", argument: "NAME", "your names, or one of them in full",
    completes: { session, _ in session.sheet.keys.map { "\($0)" }.sorted() },
    run: { $1.isEmpty ? $0.variables() : $0.variable($1) })
}

/// Names with their values and formulas, and what builds on them.
extension Session {
  /// Names up to which all that depends on each is looked for, and not only what names it.
  private static let fullLimit = 300

  // MARK: All

  func variables() -> [SessionEvent] {
    let groups = ownGroups() + requiredGroups() + constantGroup()
    let none: [SessionEvent] = sheet.keys.isEmpty && graded.failing.isEmpty ? [.work(.noNames)] : []
    return none + (groups.isEmpty ? [] : [.names(groups)])
  }

  /// The student's names by the question in which they stand, in the exercise's order.
  private func ownGroups() -> [NameGroup] {
    let order = order()
    let keys = sheet.keys
    let isLong = keys.count > Self.fullLimit
    var groups: [NameGroup] = []
    var current: String??
    let unread = graded.failing.keys.filter { sheet.value(of: $0) == nil }
    for key in order.sorted(keys + unread.sorted { "\($0)" < "\($1)" }) {
      let home = order.question(of: key)
      if current != .some(home?.id) {
        groups.append(NameGroup(home: home.map(self.home) ?? .elsewhere, rows: []))
        current = .some(home?.id)
      }
      let content: NameRow.Content =
        shownValue(of: key).map { .value($0, origin(of: key)) } ?? .noValue(trouble(with: key))
      groups[groups.count - 1].rows.append(row("\(key)", key, content, order, isLong: isLong))
    }
    return groups
  }

  private func home(_ question: Question) -> NameHome {
    .question(question, isSkipped: report(on: question).isSkipped)
  }

  private func row(
    _ name: String, _ key: Worksheet.Key, _ content: NameRow.Content, _ order: KeyOrder,
    isLong: Bool = false
  ) -> NameRow {
    let users = isLong ? sheet.directDependents(of: key) : sheet.dependents(of: key)
    return NameRow(
      name: withoutControls(name), content: content, usedBy: order.sorted(users).map { "\($0)" })
  }

  /// What a name comes from: its formula as typed, or the model answer.
  private func origin(of key: Worksheet.Key) -> NameOrigin {
    if graded.filled[key] != nil { return .modelAnswer }
    let text = withoutControls(sheet.text(of: key) ?? "").replacing("\n", with: " ")
    if text.isEmpty { return .none }
    guard !text.hasPrefix("def "), let sign = text.firstIndex(of: "=") else {
      return .formula(text)
    }
    if case .name(let name) = key, sheet.function(named: name) != nil { return .formula(text) }
    return .formula("= " + String(text[text.index(after: sign)...].drop(while: \.isWhitespace)))
  }

  /// What is wrong with a name's formula, in a sentence.
  private func trouble(with key: Worksheet.Key) -> String {
    if case .failure(let problem)? = sheet.value(of: key) { return problem.diagnostic.message }
    return graded.failing[key]?.diagnostic.message ?? ""
  }

  /// Values of required exercises, by where they come from.
  private func requiredGroups() -> [NameGroup] {
    let order = order()
    return required.sources.flatMap { source -> [NameGroup] in
      [(source.fromNotebook, true), (source.fromModel, false)].compactMap { names, isOwn in
        let rows = names.compactMap { requiredRow($0, order) }
        return rows.isEmpty
          ? nil : NameGroup(home: .required(source.title, isOwn: isOwn), rows: rows)
      }
    }
  }

  /// Nil where a name of the student's own hides it.
  private func requiredRow(_ name: String, _ order: KeyOrder) -> NameRow? {
    let key = Worksheet.Key.name(name)
    guard compiled.required[name] != nil, sheet.value(of: key) == nil else { return nil }
    let content: NameRow.Content = requiredValue(of: key).map { .value($0, .none) } ?? .hidden
    return row(name, key, content, order)
  }

  /// The exercise whose model answer a name has the value of; nil where it has another.
  func modelSource(of name: String) -> String? {
    sheet.value(of: .name(name)) == nil ? required.modelNames[name] : nil
  }

  /// Figures that come with the exercise or its course, with what they are of and their source.
  private func constantGroup() -> [NameGroup] {
    let order = order()
    let rows = constants.map { figure in
      let said = [figure.constant.what, figure.constant.source].compactMap { $0 }
      return row(
        figure.name, .name(figure.name),
        .constant(figure.value, about: withoutControls(said.joined(separator: "; "))), order)
    }
    return rows.isEmpty ? [] : [NameGroup(home: .constants(exercise.title), rows: rows)]
  }

  // MARK: One

  /// One name in full: its formula and value, what it uses, and what uses it.
  func variable(_ text: String) -> [SessionEvent] {
    guard let key = key(named: text) else { return unknownVariable(text, for: "vars") }
    let uses = sheet.uses(of: key)
    let used = inOrder(uses.own) + uses.provided.map { .name($0) } + uses.shipped
    let direct = inOrder(sheet.directDependents(of: key))
    let further = inOrder(sheet.dependents(of: key).filter { !direct.contains($0) })
    let constant: CompiledConstant? =
      if case .name(let name) = key { self.constant(name) } else { nil }
    return [
      .name(
        NameDetails(
          name: withoutControls("\(key)"), home: home(of: key), origin: origin(of: key),
          value: content(of: key), constant: constant?.constant, uses: used.map(use),
          usedBy: direct.map { withoutControls("\($0)") },
          usedFurther: further.map { withoutControls("\($0)") }))
    ]
  }

  func unknownVariable(_ text: String, for command: String) -> [SessionEvent] {
    let known =
      sheet.keys.map { "\($0)" } + Array(compiled.required.keys) + compiled.constants.map(\.name)
    return told(
      SessionDiagnostics.unknownVariable(
        text, near: nearestNames(to: text, among: known), command: command))
  }

  private func content(of key: Worksheet.Key) -> NameDetails.Content {
    if let value = shownValue(of: key) ?? requiredValue(of: key) {
      return .value(shown(value, of: key))
    }
    if case .name(let name) = key, let title = modelSource(of: name) { return .hidden(title) }
    return .noValue(trouble(with: key))
  }

  private func use(_ key: Worksheet.Key) -> NameDetails.Use {
    NameDetails.Use(
      name: withoutControls("\(key)"),
      value: shownValue(of: key) ?? requiredValue(of: key) ?? shippedValue(of: key),
      isHidden: isOfModel(key))
  }

  /// The key that a text names; nil where there is none.
  func key(named text: String) -> Worksheet.Key? {
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
      sheet.value(of: key) != nil || graded.failing[key] != nil || requiredValue(of: key) != nil
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

  /// The question in which a name stands, or where else it comes from.
  private func home(of key: Worksheet.Key) -> NameHome? {
    if let question = order().question(of: key) { return home(question) }
    guard case .name(let name) = key, requiredValue(of: key) != nil || isOfModel(key) else {
      return nil
    }
    if constant(name) != nil { return .constants(exercise.title) }
    return required.sources.lazy.compactMap { source in
      if source.fromNotebook.contains(name) {
        .required(source.title, isOwn: true)
      } else if source.fromModel.contains(name) {
        .required(source.title, isOwn: false)
      } else {
        nil
      }
    }.first
  }

  private func shippedValue(of key: Worksheet.Key) -> Value? {
    guard case .column(let table, let column) = key else { return nil }
    return sheet.shippedTable(table)?.column(column)
  }
}
