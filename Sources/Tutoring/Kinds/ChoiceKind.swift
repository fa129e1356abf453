import Exercises
import Formulas
import Grading
import LineEditing

/// Choices: options that are listed, ticked and explained.
extension ChoiceAnswer: TutoredKind {
  func take(_ line: String, in session: Session) -> [SessionEvent]? {
    session.choose(line, among: self)
  }

  /// Options that begin with what stands after the last comma.
  func completion(of before: String, in session: Session) -> Completion? {
    guard !before.hasPrefix("="), !before.isEmpty else { return nil }
    let typed = before[
      (before.lastIndex(where: { ",;".contains($0) }).map(before.index(after:)) ?? before.startIndex)...
    ].drop { $0 == " " }
    guard !typed.isEmpty else { return nil }
    let fitting = options.map(\.text).filter { $0.lowercased().hasPrefix(typed.lowercased()) }
    guard !fitting.isEmpty else { return nil }
    return Completion(
      start: before.utf8.count - typed.utf8.count, candidates: fitting.map { .init($0) })
  }

  func answerSoFar(to question: Question, in session: Session) -> [SessionEvent] {
    [.gap] + session.optionLines(of: question)
  }

  /// Why the options are right or not, once that may be said.
  func why(of question: Question, last: Worksheet.Key?, in session: Session) -> [SessionEvent] {
    guard let found = session.report(on: question).answers.first?.choice, found.showsReasons else {
      return [.choice(.reasonsLater(question))]
    }
    guard options.contains(where: { $0.because != nil }) else { return [.choice(.noReasons)] }
    return session.optionLines(of: question, withReasons: true)
  }

  func modelAnswer(in session: Session) -> [SessionEvent] {
    [.rightOptions(options.filter { $0.credit != .wrong }), .choice(.reasonsByWhy)]
  }
}

extension Session {
  /// The options with what is ticked, and the reasons beneath where they are asked for: all of
  /// them, or those of some options.
  func optionLines(
    of question: Question, withReasons: Bool = false, only some: Set<Int>? = nil
  ) -> [SessionEvent] {
    guard let choice = report(on: question).answers.first?.choice else { return [] }
    return [
      .options(
        ShownOptions(
          choice: choice, withReasons: withReasons, only: some,
          reason: file.reply(toQuestion: question.id)))
    ]
  }

  // MARK: Choosing

  /// Ticks and unticks options as a line says; nil where the line is rather a formula.
  fileprivate func choose(_ text: String, among choice: ChoiceAnswer) -> [SessionEvent]? {
    if let reason = reason(in: text) { return keepReason(reason) }
    guard let line = ChoiceLine(text, among: choice) else { return nil }
    let ticks = ChoiceTicks(tickedTexts, among: choice)
    var wanted = Set(ticks.options)
    var clears = false
    switch line {
    case .noSuchOption(let part, let near):
      return [.choice(.noSuchOption(part, count: choice.options.count, near: near))]
    case .several(let part, let texts): return [.choice(.severalOptions(part, texts))]
    case .none:
      wanted = []
      clears = true
    case .all:
      if let count = choice.count.number, count < choice.options.count {
        return [.choice(.chooseExactly(count, found: choice.options.count))]
      }
      wanted = Set(choice.options.indices)
    case .change(let adding, let removing):
      if let refusal = change(&wanted, adding: adding, removing: removing, choice) {
        return [.choice(refusal)]
      }
    }
    if wanted == Set(ticks.options), !(clears && !ticks.unmatched.isEmpty) {
      return [.choice(.choiceStays(choice, ticked: wanted.sorted()))]
    }
    return keep(wanted, clearingUnmatched: clears, choice)
  }

  /// Changes what is ticked, or says why that cannot be.
  private func change(
    _ wanted: inout Set<Int>, adding: [Int], removing: [Int], _ choice: ChoiceAnswer
  ) -> ChoiceMessage? {
    if let absent = removing.first(where: { !wanted.contains($0) && !adding.contains($0) }) {
      return .notTicked(absent + 1)
    }
    let count = choice.count.number
    if let count, adding.count > count { return .chooseExactly(count, found: adding.count) }
    // As many as are asked for are the whole answer; fewer are added to those before.
    var changed = adding.count == count ? [] : wanted
    changed.formUnion(adding)
    changed.subtract(removing)
    if let count, changed.count > count, changed.count > wanted.count {
      return .tooManyChosen(count, ticked: wanted.sorted().map { $0 + 1 })
    }
    wanted = changed
    return nil
  }

  private var tickedTexts: [String] {
    file.ticks(inQuestion: question.id).filter(\.isTicked).map(\.text)
  }

  /// Puts the ticks into the notebook. Lines of its own that are no options stay as they are.
  private func keep(
    _ wanted: Set<Int>, clearingUnmatched: Bool, _ choice: ChoiceAnswer
  ) -> [SessionEvent] {
    let before = file
    let old = report(on: question).answers.first?.choice
    let matcher = OptionMatcher(choice)
    var missing = Set(choice.options.indices)
    var items: [(text: String, isTicked: Bool)] = []
    for item in file.ticks(inQuestion: question.id) {
      guard let place = matcher.place(of: item.text) else {
        items.append((item.text, item.isTicked && !clearingUnmatched))
        continue
      }
      missing.remove(place)
      items.append((item.text, wanted.contains(place)))
    }
    items += missing.sorted().map { (choice.options[$0].text, wanted.contains($0)) }
    file.setTicks(items, toQuestion: question.id, title: question.title)
    history.remember("your choice for \(question.id)", before: before)
    recompute()
    let judged = judgedChoice(choice, before: old)
    return save() + judged
  }

  /// The options with what is found of the choice, and how to go on.
  private func judgedChoice(_ choice: ChoiceAnswer, before old: ChoiceReport?) -> [SessionEvent] {
    let report = report(on: question)
    guard let answer = report.answers.first, let found = answer.choice else { return [] }
    // The reasons of a poll have been read once; then only what is newly ticked has its own.
    var new: Set<Int>?
    if let old, found.isPoll, found.isComplete, old.isComplete {
      new = Set(
        found.options.indices.filter { found.options[$0].isTicked && !old.options[$0].isTicked })
    }
    var lines = optionLines(of: question, withReasons: found.isComplete, only: new)
    if new != nil, found.options.contains(where: { $0.because != nil }) {
      lines += [.choice(.reasonsOfAll)]
    }
    if report.isSkipped { return lines + [.work(.countsNoMore(question.id, isRight: true))] }
    if answer.verdict == .unanswered {
      return lines + [.choice(.nothingChosen)] + noticeLines(answer)
    }
    let isWhole = choice.count.number.map { found.tickedCount >= $0 } ?? true
    guard isWhole else { return lines + [.remark(answer.message)] + noticeLines(answer) }
    if found.isPoll {
      lines.append(.polled(answer))
      lines += noticeLines(answer)
    } else {
      lines.append(.verdict(answer))
      // Ticked one by one, all that apply are no tries as long as each fits.
      let goesWell =
        found.asked == nil && found.options.allSatisfy { !$0.isTicked || $0.credit == .right }
      if !found.isComplete, !goesWell {
        file.tries[question.id, default: 0] += 1
        lines += hintOffer(after: answer, in: question)
      }
    }
    guard report.isDone else { return lines }
    if !found.isPoll { lines.append(.completed(report)) }
    return lines + whatIsNext(after: question)
  }

  private func noticeLines(_ answer: AnswerReport) -> [SessionEvent] {
    answer.notices.isEmpty ? [] : [.notes(answer.notices)]
  }

  // MARK: Reasons

  /// What follows `because` at a choice.
  private func reason(in text: String) -> String? {
    let word = "because "
    guard text.lowercased().hasPrefix(word) else { return nil }
    let reason = trimmed(String(text.dropFirst(word.count)))
    return reason.isEmpty ? nil : reason
  }

  /// Keeps why the student has chosen so, for the person who reads it.
  private func keepReason(_ reason: String) -> [SessionEvent] {
    let before = file
    let old = file.reply(toQuestion: question.id)
    let whole = old.map { $0 + "\n" + reason } ?? reason
    guard whole.utf8.count <= 20_000 else { return [.said(.textTooLong)] }
    file.setReply(whole, toQuestion: question.id, title: question.title)
    history.remember("your reason for \(question.id)", before: before)
    recompute()
    return save() + [.choice(.reasonKept)]
  }
}
