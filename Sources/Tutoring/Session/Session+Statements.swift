import Diagnostics
import Exercises
import Formulas
import Grading

extension Session {
  /// Takes a text of statements; one that is not whole yet waits for the next line, where one may
  /// follow.
  func take(_ text: String, isContinued: Bool, isLast: Bool = false) -> [SessionEvent] {
    let outcome = Parser.parse(text)
    // At a file's operator the line ends; a person goes on with the next.
    let isOpen = outcome.isIncomplete || outcome.endsInSign && environment.isInteractive
    if isOpen, !isLast, !(isContinued && endsHere(text)) {
      mode = .continuation(text)
      guard environment.isInteractive, !isPasting, !toldOfOpenLine, let end = outcome.openEnd
      else { return [] }
      toldOfOpenLine = true
      return [.said(.lineIsOpen(end))]
    }
    mode = .ready
    let source = SourceText(text)
    if outcome.items.isEmpty { return keepComment(trimmed(text)) }
    return outcome.items.enumerated().flatMap { index, item -> [SessionEvent] in
      switch item {
      case .problem(let problem, _): return told(sheet.checked(problem).diagnostic, in: source)
      case .statement(let statement):
        // The comment at the end of a line goes with its last statement.
        let isLast = index == outcome.items.count - 1
        let start = index == 0 ? 0 : statement.span.start
        let whole = isLast ? trimmed(source.text(Span(start, source.bytes.count))) : nil
        return enter(statement, in: source, keeping: whole)
      }
    }
  }

  /// Goes on with a statement that waits for more. Behind an operator the next line is joined, since
  /// the end of a line would end the statement; an empty one leaves it as it stands.
  func goOn(_ text: String, with line: String) -> [SessionEvent] {
    guard Parser.parse(text).endsInSign else { return take(text + "\n" + line, isContinued: true) }
    let isBlank = trimmed(line).isEmpty
    if isBlank, isPasting { return [] }
    return take(
      isBlank ? text : text.trimmingBlank + " " + trimmed(line), isContinued: true, isLast: isBlank)
  }

  /// A line that is a comment and nothing else.
  private func keepComment(_ text: String) -> [SessionEvent] {
    guard text.hasPrefix("#") else { return [] }
    let before = file
    file.append(text, toQuestion: question.id, title: question.title)
    guard file.text != before.text else { return [] }
    history.remember(text, before: before)
    return save()
  }

  /// Whether an empty line ends a statement that waits for more: one that a person types, or the
  /// second of two, since a pasted function may have empty lines within.
  private func endsHere(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let blank = lines.reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count
    return blank > (environment.isInteractive && !isPasting ? 0 : 1)
  }

  /// Enters one statement, judges what it answers, and saves.
  private func enter(
    _ statement: Statement, in source: SourceText, keeping whole: String?
  ) -> [SessionEvent] {
    if let drawing = sheet.plot(of: statement) {
      return draw(drawing, statement, in: source, keeping: whole ?? statement.text)
    }
    if case .show(let expression) = statement.kind, let name = expression.lookedUpName,
      let title = modelSource(of: name)
    {
      return [.work(.ofModelAnswer(name, title))]
    }
    let target = target(of: statement)
    // Of a unit, and of the answer to a skipped question, the sheet does not say what changes.
    let comparesValues = statement.isUnit || !file.skipped.isEmpty
    let standing = comparesValues ? snapshotWithValues() : snapshot()
    let entered = graded.enter(statement)
    if let problem = entered.problem {
      return told(problem.diagnostic, in: source)
        + unitNoteOffer(after: problem) + hintOffer(afterFailing: target)
    }
    var output: [SessionEvent] = []
    if let target {
      let alike = namesakes(of: target, bound: statement)
      output += alike + hidingNotice(of: target)
      if alike.isEmpty {
        output += unnamedAnswer(statement, key: target, value: entered.value)
      }
    }
    if entered.value != nil { lastFormula = entered.key.map { "\($0)" } ?? trimmed(statement.text) }
    let before = file
    let dropped = keep(statement, key: entered.key, whole: whole ?? statement.text)
    // What could not be read or computed until now may be mended by it, and a skipped question's
    // answer counts only where it is right.
    var value = entered.value
    let nearsLimit = sheet.nearsNotebookLimit
    if nearsLimit || graded.breaksOthers(entered) || !graded.keep(file, entering: statement) {
      recompute()
      // What a check would refuse is refused here too.
      if nearsLimit, let problem = problem(with: statement, key: entered.key) {
        file = before
        recompute()
        return told(problem.diagnostic, in: source)
      }
      // What it builds on may have other values now.
      value = valueAnew(statement, key: entered.key)
    }
    if file.text != before.text { history.remember(statement.text, before: before) }
    if let key = entered.key {
      output += judged(key, value: value)
      output = told(entered.notices, besidesVerdictOn: key, in: source) + output
      output += overwritten(key, since: standing)
      let changed = comparesValues ? nil : entered.changed
      output += effectLines(since: standing, changed: changed, by: key)
      output += uncountedLines(usedBy: key)
    } else if let value {
      output = entered.notices.flatMap { told($0, in: source) } + output
      let formula: Expression? = if case .show(let own) = statement.kind { own } else { nil }
      output.append(.value(shown(value, from: formula)))
      output += unnamedAnswer(statement, key: nil, value: value)
    } else if case .unit(let name, _, _) = statement.kind {
      output.append(.said(.unitDeclared(name)))
      output += effectLines(since: standing)
    }
    if let dropped { output += [.work(.commentDropped(dropped))] }
    if file.text != before.text { output += save() }
    if entered.key != nil { output += chartsNowComplete() }
    return output + completionLines(since: standing, by: entered.key)
  }

  /// Notices of a statement, without those that say again how it was read where its verdict does.
  private func told(
    _ notices: [Diagnostic], besidesVerdictOn key: Worksheet.Key, in source: SourceText
  ) -> [SessionEvent] {
    let verdict = owner(of: key).flatMap { answerReport(for: key, in: $0)?.message } ?? ""
    return notices.filter { notice in
      guard let read = notice.message.split(separator: "`").dropFirst().first else { return true }
      return notice.id != "reading" || !verdict.contains("was read as `\(read)`")
    }.flatMap { told($0, in: source) }
  }

  /// What keeps a statement of the notebook from being computed as a part of the whole.
  private func problem(with statement: Statement, key: Worksheet.Key?) -> LocatedDiagnostic? {
    let place = file.statements().lastIndex { placed in
      key == nil ? placed.statement.text == statement.text : canonical(placed.key) == key
    }
    return place.flatMap { graded.outcomes[$0] }
  }

  private func valueAnew(_ statement: Statement, key: Worksheet.Key?) -> Value? {
    if let key { return try? sheet.value(of: key)?.get() }
    guard case .show(let expression) = statement.kind else { return nil }
    return try? sheet.evaluate(expression).get()
  }

  // MARK: Keeping

  /// Puts the statement into the notebook: in the place of the one it replaces, else in the
  /// section of the question that it answers, else in the current one.
  ///
  /// A comment belongs to the formula that it stands behind: a new one takes its place, and with
  /// another formula it goes. Returns the comment that went so.
  private func keep(_ statement: Statement, key: Worksheet.Key?, whole: String) -> String? {
    guard let key else {
      if case .show(let expression) = statement.kind, case .name = expression.kind,
        !whole.contains("#")
      {
        return nil
      }
      file.append(whole, toQuestion: question.id, title: question.title)
      return nil
    }
    guard let old = file.lastStatement(where: { canonical($0) == key }) else {
      let home = owner(of: key) ?? question
      file.append(whole, toQuestion: home.id, title: home.title)
      return nil
    }
    let comment = file.comment(of: old)
    let isNew = whole != statement.text
    let isSame = singleSpaced(old.statement.text) == singleSpaced(statement.text)
    file.replace(old, with: isNew ? whole : statement.text, droppingComment: isNew || !isSame)
    return isNew || isSame ? nil : comment
  }

  /// The key with the table's first name, whichever name was typed.
  func canonical(_ key: Worksheet.Key?) -> Worksheet.Key? { sheet.canonical(key) }

  /// The question that asks for a name or column.
  public func owner(of key: Worksheet.Key) -> Question? {
    answerKey.place(of: key).flatMap { exercise.question($0.question) }
  }

  // MARK: Verdicts

  /// What a statement binds, with the table's first name.
  private func target(of statement: Statement) -> Worksheet.Key? {
    switch statement.kind {
    case .assign(let name, _, _): .name(name)
    case .assignColumn(let table, let column, _, _):
      canonical(.column(table: table, column: column))
    case .function(let function): .name(function.name)
    case .unit, .show: nil
    }
  }

  /// The value with its verdict, where the key answers a question.
  private func judged(_ key: Worksheet.Key, value: Value?) -> [SessionEvent] {
    guard let owner = owner(of: key), let report = answerReport(for: key, in: owner) else {
      guard let value else { return [.said(.functionDefined("\(key)"))] }
      return [.value(shown(value, of: key))]
    }
    lastJudged = key
    var output: [SessionEvent] = []
    if let other = report.key, other != key, let own = graded.grader.judge(at: key) {
      // The answer stands under another name too, and the better one counts.
      output.append(judgedValue(key, own))
      return output
        + [.said(.otherCounts("\(other)", report, than: own.share < 1 ? "\(key)" : nil))]
    }
    output.append(judgedValue(key, report))
    if self.report(on: owner).isSkipped {
      return output + [.work(.countsNoMore(owner.id, isRight: report.share == 1))]
    }
    if report.isFailedTry { file.tries[owner.id, default: 0] += 1 }
    if report.verdict == .unitMissing, !report.lacksUnitWithin { mode = .unit(key) }
    return output + unitNoteOffer(after: report.verdict) + hintOffer(after: report, in: owner)
  }

  func answerReport(for key: Worksheet.Key, in question: Question) -> AnswerReport? {
    report(on: question).answers.first { report in
      report.key == key || answerKey.answer(for: key)?.spec.name == report.name
        || "\(key)" == report.name
    }
  }

  /// A key's value as it is shown.
  func shownValue(of key: Worksheet.Key) -> Value? { graded.shownValue(of: key) }

  private func judgedValue(_ key: Worksheet.Key, _ report: AnswerReport) -> SessionEvent {
    // The name of a skipped question has the model answer's value, and not the student's.
    var value = graded.filled[key] == nil ? shownValue(of: key) : report.value
    // What is told to be of another unit is shown in it, and not as it is taken.
    if [.wrongDimension, .wrongUnit].contains(report.verdict),
      case .success(let own)? = sheet.rawValue(of: key)
    {
      value = own
    }
    return .judged(shortened(report), value.map { shown($0, of: key) })
  }

  /// With the first sentence alone, where the very same was said of the try before.
  private func shortened(_ report: AnswerReport) -> AnswerReport {
    defer { lastVerdicts[report.name] = report.share < 1 ? report.message : nil }
    guard lastVerdicts[report.name] == report.message,
      let end = report.message.ranges(of: ". ").first?.lowerBound
    else { return report }
    var short = report
    short.message = String(report.message[...end])
    return short
  }

  private func doneProgramming(_ reports: [QuestionReport]) -> Set<String> {
    Set(reports.filter { $0.isDone && !$0.isSkipped }.map(\.id))
  }

  /// What is said where a statement has completed a question, and where it was the last that was
  /// open. Of other questions that are right now is said with what was recomputed.
  private func completionLines(since before: Snapshot, by key: Worksheet.Key?) -> [SessionEvent] {
    let done = doneProgramming(programmingReports())
    let completed = done.subtracting(doneProgramming(before.reports))
    wereRight.formUnion(done)
    var output: [SessionEvent] = []
    if let own = key.flatMap({ owner(of: $0) }), completed.contains(own.id) {
      output.append(.completed(report(on: own)))
    }
    guard let last = exercise.questions.last(where: { completed.contains($0.id) }) else {
      return output
    }
    return output + whatIsNext(after: last)
  }

  func whatIsNext(after completed: Question) -> [SessionEvent] {
    var lines: [SessionEvent] = []
    if !exercise.questions.contains(where: { !$0.isPractice && isOpen($0) }) {
      let practice = exercise.questions.filter { isOpen($0) }
      if practice.isEmpty || !completed.isPractice {
        lines += [.said(.allDone(report(), file: store.place))]
      }
      if !practice.isEmpty { lines += [.debrief(.practiceLeft(practice))] }
      lines += exerciseOffer()
    }
    if let next = nextOpen(after: completed), !isOpen(question) { lines += offer(next) }
    closingEvents = lines.count
    return lines
  }

  /// Says how to go on to the next exercise, where nothing is left in this one.
  func exerciseOffer() -> [SessionEvent] {
    guard environment.isInteractive, !exercise.questions.contains(where: isOpen),
      let next = environment.nextExercise()
    else { return [] }
    offeredExercise = next
    return [.said(.nextExercise(next))]
  }

  /// Leaves for another exercise.
  func go(on next: NextExercise) -> [SessionEvent] {
    goesOnWith = next.id
    isOver = true
    return []
  }

  /// Says how to go on to a question.
  func offer(_ next: Question) -> [SessionEvent] {
    offered = next
    let isAhead = exercise.questions.firstIndex { $0.id == next.id }.map { $0 > place } ?? true
    let lines: [SessionEvent] = [
      .said(
        .next(
          next, back: isAhead ? nil : openState(of: next),
          isInteractive: environment.isInteractive))
    ]
    closingEvents = lines.count
    return lines
  }

  private func openState(of question: Question) -> OpenState {
    if wereRight.contains(question.id) { return .notRightAnyMore }
    return report(on: question).isStarted ? .notFinished : .notBegun
  }

  /// What is said where an answer that was right is typed anew and is not right any more: at another
  /// question its name may have been taken for a new one.
  private func overwritten(_ key: Worksheet.Key, since before: Snapshot) -> [SessionEvent] {
    guard let owner = owner(of: key), let now = answerReport(for: key, in: owner), now.share < 1,
      let old = before.reports.first(where: { $0.id == owner.id })?.answers
        .first(where: { $0.name == now.name }), old.verdict == .correct
    else { return [] }
    return [.work(.overwritten("\(key)", owner.id, isHere: owner.id == question.id))]
  }

  func nextOpen(after question: Question) -> Question? {
    guard let start = exercise.questions.firstIndex(where: { $0.id == question.id }) else {
      return nil
    }
    let order = exercise.questions[(start + 1)...] + exercise.questions[..<start]
    return order.first { isOpen($0) }
  }
}
