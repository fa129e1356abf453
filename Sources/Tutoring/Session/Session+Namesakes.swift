import AnswerKeys
import Diagnostics
import Exercises
import Formulas

/// Names that are nearly another: what is typed under one is not read under the other.
extension Session {
  /// A remark where a name or column answers nothing and is nearly one that is asked for, or where
  /// it is new and spelt like another that there is.
  func namesakes(of key: Worksheet.Key, bound statement: Statement) -> [SessionEvent] {
    let isNew = file.lastStatement { canonical($0) == key } == nil
    let answersNothing = owner(of: key) == nil
    if answersNothing, let asked = askedFor(insteadOf: key, isNew: isNew) {
      return told(
        SessionDiagnostics.misspelt("\(key)", renamed: statement.renamed("\(key)", to: "\(asked)")))
    }
    guard isNew, let other = nearly(key, among: others(than: key)) else { return [] }
    return told(
      answersNothing
        ? SessionDiagnostics.anotherName(
          "\(key)", than: "\(other)", renamed: statement.renamed("\(key)", to: "\(other)"))
        : SessionDiagnostics.anotherNameThere("\(other)", than: "\(key)"))
  }

  /// A remark where what was typed would answer the question, and has not the name that is asked for.
  /// A figure under a name of its own may be another quantity that happens to be as large.
  func unnamedAnswer(_ statement: Statement, key: Worksheet.Key?, value: Value?) -> [SessionEvent] {
    guard let value, key.map({ owner(of: $0) == nil }) ?? true,
      !report(on: question).isSkipped, case .values(let answers) = question.body,
      let spec = answers.first(where: { isOpen($0) && isAnswered($0, by: value) })
    else { return [] }
    let renamed =
      switch statement.kind {
      case .assign(let name, _, let formula) where formula.typedFigures == nil:
        statement.renamed(name, to: spec.name)
      case .show where statement.isShort: "\(spec.name) = \(statement.text)"
      case .show: spec.name
      case .assign, .assignColumn, .function, .unit: ""
      }
    return renamed.isEmpty
      ? []
      : told(
        SessionDiagnostics.answersUnnamed(spec.name, of: question.id, renamed: renamed))
  }

  private func isOpen(_ spec: ValueAnswer) -> Bool {
    answerKey.answer(named: spec.name)?.keys.allSatisfy { sheet.formula(of: $0) == nil } ?? false
  }

  private func isAnswered(_ spec: ValueAnswer, by value: Value) -> Bool {
    guard let answer = answerKey.answer(named: spec.name),
      let asked = value.converted(to: answer.unit)
    else { return false }
    return answer.accepts(asked)
  }

  /// What is asked for under nearly that name; for one that has been answered, only where they are
  /// spelt alike.
  private func askedFor(insteadOf key: Worksheet.Key, isNew: Bool) -> Worksheet.Key? {
    if case .name(let name) = key {
      guard compiled.constant(named: name) == nil else { return nil }
      let near = compiled.askedName(near: name) {
        sheet.formula(of: .name($0)) == nil && sheet.function(named: $0) == nil
      }
      if let near { return .name(near) }
    }
    let keys = answerKey.answers.flatMap(\.keys) + answerKey.functions.map { .name($0.spec.name) }
    return isNew ? spelt(like: key, among: keys, addingDigits: true) : nil
  }

  /// The other names, or columns of the table, that there are.
  private func others(than key: Worksheet.Key) -> [Worksheet.Key] {
    switch key {
    case .name: sheet.unorderedNames.map { .name($0) }
    case .column(let table, _):
      sheet.table(named: table)?.columns.map { .column(table: table, column: $0.heading) } ?? []
    }
  }

  /// One of the keys that is spelt like another, or that a slip of the finger makes of it.
  private func nearly(_ key: Worksheet.Key, among keys: [Worksheet.Key]) -> Worksheet.Key? {
    if let alike = spelt(like: key, among: keys) { return alike }
    guard case .name(let name) = key else { return nil }
    let names = keys.compactMap { other in
      if case .name(let name) = other { return name }
      return nil
    }
    // The first letter may have gone to a page that was still shown.
    let whole = names.filter { $0.hasSuffix(name) && $0.count > 4 && $0.dropFirst() == name }
    return (namesOneSlip(from: name, among: names).first ?? whole.min()).map { .name($0) }
  }

  private func spelt(
    like key: Worksheet.Key, among keys: [Worksheet.Key], addingDigits: Bool = false
  ) -> Worksheet.Key? {
    switch key {
    case .name(let name):
      let names = keys.compactMap { other in
        if case .name(let name) = other { return name }
        return nil
      }
      let alike = namesSpeltAlike(name, among: names, addingDigits: addingDigits)
      return (nearestNames(to: name, among: alike).first ?? alike.first).map { .name($0) }
    case .column(let table, let column):
      let columns = keys.compactMap { other in
        if case .column(table, let column) = other { return column }
        return nil
      }
      return namesSpeltAlike(column, among: columns).first.map { .column(table: table, column: $0) }
    }
  }

  // MARK: Two answers to one question

  /// What is said where a formula uses, of two answers to a question, the one that does not count.
  /// Of one that is asked for, its verdict says so where all else is right.
  func uncountedLines(usedBy key: Worksheet.Key) -> [SessionEvent] {
    if let own = owner(of: key), answerReport(for: key, in: own)?.cause?.kind == .otherName {
      return []
    }
    let ingredients = sheet.inputs(of: key)
    return answerKey.answers.flatMap { answer -> [SessionEvent] in
      let keys = answer.keys
      guard keys.count > 1, !keys.contains(key),
        let used = keys.first(where: { ingredients.uses($0) }),
        let counted = graded.grader.judge(answer.spec).key, !ingredients.uses(counted),
        graded.grader.isUncounted(used, beside: counted)
      else { return [] }
      return [.said(.usesUncounted("\(used)", counted: "\(counted)"))]
    }
  }
}

extension Statement {
  /// Whether people would type it again.
  fileprivate var isShort: Bool { text.utf8.count <= 70 }

  /// The same with another name or column in the place of the one that it binds; that name alone,
  /// where the statement is too long to be typed again, or builds on what it would bind.
  fileprivate func renamed(_ key: String, to other: String) -> String {
    guard text.hasPrefix(key), isShort, !text.contains("\n"),
      !text.dropFirst(key.count).contains(other)
    else { return other }
    return other + text.dropFirst(key.count)
  }
}
