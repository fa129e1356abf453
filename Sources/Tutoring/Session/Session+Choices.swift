import Diagnostics
import ExerciseFiles
import Exercises
import Grading
import LineEditing
import MarkdownReading
import TextLayout

/// Choices: options that are listed, ticked and explained.
extension Session {
  /// The options, numbered, with what is ticked, and the reasons beneath where they are asked for:
  /// all of them, or those of some options.
  func optionLines(
    _ choice: ChoiceAnswer, of question: Question, withReasons: Bool = false,
    only some: Set<Int>? = nil
  ) -> [StyledText] {
    guard let report = report(on: question).answers.first?.choice else { return [] }
    var lines: [StyledText] = []
    for (index, option) in report.options.enumerated() {
      let box = StyledText(option.isTicked ? "[x] " : "[ ] ", option.isTicked ? .success : .dim)
      var line = StyledText("\(leftPadded("\(index + 1)", to: 2)) ", .name) + box
      line += StyledText(option.text)
      if withReasons, !report.isPoll { line += worth(option) }
      lines += wrapped(line, width: width, indent: 7)
      if withReasons, some?.contains(index) ?? true, let because = option.because {
        lines += reasonLines(because)
      }
    }
    if let reply = file.reply(toQuestion: question.id) {
      lines.append(StyledText())
      lines += wrapped(
        SessionWording.ownReason + StyledText(withoutControls(reply)), width: width)
    }
    return lines
  }

  private func worth(_ option: ChoiceReport.Option) -> StyledText {
    switch option.worth {
    case .right: StyledText("  \(tick) right", .success)
    case .rightIfArgued: StyledText("  ~ right if argued", .warning)
    case .wrong: option.isTicked ? StyledText("  \(cross) not right", .error) : StyledText()
    }
  }

  private func reasonLines(_ because: String) -> [StyledText] {
    let indent = 7
    let layout = TerminalLayout(
      width: max(20, width - indent), unicode: surroundings.unicode,
      plainMarks: !surroundings.colour)
    return layout.lines(markdown: because)
      .map { StyledText(String(repeating: " ", count: indent)) + $0 }
  }

  // MARK: Choosing

  /// Ticks and unticks options as a line says; nil where the line is rather a formula.
  func choose(_ text: String, among choice: ChoiceAnswer) -> [StyledText]? {
    if let reason = reason(in: text) { return keepReason(reason) }
    guard let line = ChoiceLine(text, among: choice) else { return nil }
    let ticks = ChoiceTicks(tickedTexts, among: choice)
    var wanted = Set(ticks.options)
    var clears = false
    switch line {
    case .noSuchOption(let part, let near):
      return wrapped(
        SessionWording.noSuchOption(part, count: choice.options.count, near: near), width: width)
    case .several(let part, let texts):
      return wrapped(SessionWording.severalOptions(part, texts), width: width)
    case .none:
      wanted = []
      clears = true
    case .all:
      if let count = choice.count.number, count < choice.options.count {
        return wrapped(
          SessionWording.chooseExactly(count, found: choice.options.count), width: width)
      }
      wanted = Set(choice.options.indices)
    case .change(let adding, let removing):
      if let refusal = change(&wanted, adding: adding, removing: removing, choice) {
        return wrapped(refusal, width: width)
      }
    }
    if wanted == Set(ticks.options), !(clears && !ticks.strangers.isEmpty) {
      return wrapped(SessionWording.choiceStays(choice, ticked: wanted.sorted()), width: width)
    }
    return keep(wanted, clearingStrangers: clears, choice)
  }

  /// Changes what is ticked, or says why that cannot be.
  private func change(
    _ wanted: inout Set<Int>, adding: [Int], removing: [Int], _ choice: ChoiceAnswer
  ) -> StyledText? {
    if let absent = removing.first(where: { !wanted.contains($0) && !adding.contains($0) }) {
      return SessionWording.notTicked(absent + 1)
    }
    let count = choice.count.number
    if let count, adding.count > count {
      return SessionWording.chooseExactly(count, found: adding.count)
    }
    // As many as are asked for are the whole answer; fewer are added to those before.
    var changed = adding.count == count ? [] : wanted
    changed.formUnion(adding)
    changed.subtract(removing)
    if let count, changed.count > count, changed.count > wanted.count {
      return SessionWording.tooManyChosen(count, ticked: wanted.sorted().map { $0 + 1 })
    }
    wanted = changed
    return nil
  }

  private var tickedTexts: [String] {
    file.ticks(inQuestion: question.id).filter(\.isTicked).map(\.text)
  }

  /// Puts the ticks into the notebook. Lines of its own that are no options stay as they are.
  private func keep(
    _ wanted: Set<Int>, clearingStrangers: Bool, _ choice: ChoiceAnswer
  ) -> [StyledText] {
    let before = file
    let old = report(on: question).answers.first?.choice
    let matcher = OptionMatcher(choice)
    var missing = Set(choice.options.indices)
    var items: [(text: String, isTicked: Bool)] = []
    for item in file.ticks(inQuestion: question.id) {
      guard let place = matcher.place(of: item.text) else {
        items.append((item.text, item.isTicked && !clearingStrangers))
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
  private func judgedChoice(_ choice: ChoiceAnswer, before old: ChoiceReport?) -> [StyledText] {
    let report = report(on: question)
    guard let answer = report.answers.first, let found = answer.choice else { return [] }
    // The reasons of a poll have been read once; then only what is newly ticked has its own.
    var new: Set<Int>?
    if let old, found.isPoll, found.isComplete, old.isComplete {
      new = Set(
        found.options.indices.filter { found.options[$0].isTicked && !old.options[$0].isTicked })
    }
    var lines = optionLines(
      choice, of: question, withReasons: found.isComplete, only: new)
    if new != nil, found.options.contains(where: { $0.because != nil }) {
      lines += wrapped(SessionWording.reasonsOfAll, width: width)
    }
    if report.isSkipped {
      return lines + wrapped(SessionWording.countsNoMore(question.id, isRight: true), width: width)
    }
    if answer.verdict == .unanswered {
      return lines + wrapped(SessionWording.nothingChosen, width: width)
        + noticeLines(answer)
    }
    let isWhole = choice.count.number.map { found.tickedCount >= $0 } ?? true
    guard isWhole else {
      return lines + wrapped(StyledText(answer.message, .dim), width: width)
        + noticeLines(answer)
    }
    if found.isPoll {
      lines += wrapped(StyledText("\(tick) \(answer.message)", .success), width: width)
      lines += noticeLines(answer)
    } else {
      lines += verdictLines(answer)
      // Ticked one by one, all that apply are no tries as long as each fits.
      let goesWell =
        found.asked == nil
        && found.options.allSatisfy {
          !$0.isTicked || $0.worth == .right
        }
      if !found.isComplete, !goesWell {
        file.tries[question.id, default: 0] += 1
        lines += hintOffer(after: answer, in: question)
      }
    }
    guard report.isDone else { return lines }
    if !found.isPoll {
      lines += wrapped(
        StyledText("\(tick) \(question.id) is complete", .success)
          + StyledText(SessionWording.points(report)), width: width)
    }
    return lines + whatIsNext(after: question)
  }

  private func noticeLines(_ answer: AnswerReport) -> [StyledText] {
    answer.notices.flatMap { notice in
      wrapped(StyledText("  note: ", .notice) + StyledText(notice), width: width, indent: 8)
    }
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
  private func keepReason(_ reason: String) -> [StyledText] {
    let before = file
    let old = file.reply(toQuestion: question.id)
    let whole = old.map { $0 + "\n" + reason } ?? reason
    guard whole.utf8.count <= 20_000 else {
      return wrapped(SessionWording.textTooLong, width: width)
    }
    file.setReply(whole, toQuestion: question.id, title: question.title)
    history.remember("your reason for \(question.id)", before: before)
    recompute()
    return save() + wrapped(SessionWording.reasonKept, width: width)
  }

  /// Why the options are right or not, once that may be said.
  func whyOfChoice(_ choice: ChoiceAnswer, of question: Question) -> [StyledText] {
    guard let found = report(on: question).answers.first?.choice, found.showsReasons else {
      return wrapped(SessionWording.reasonsLater(question), width: width)
    }
    guard choice.options.contains(where: { $0.because != nil }) else {
      return wrapped(SessionWording.noReasons, width: width)
    }
    return optionLines(choice, of: question, withReasons: true)
  }

  // MARK: Completion

  /// Options that begin with what stands after the last comma; nil away from a choice.
  func choiceCompletion(_ before: String) -> Completion? {
    guard case .choice(let choice) = question.body, !before.hasPrefix("="), !before.isEmpty else {
      return nil
    }
    let typed = before[
      (before.lastIndex(where: { ",;".contains($0) }).map(before.index(after:))
        ?? before.startIndex)...
    ].drop { $0 == " " }
    guard !typed.isEmpty else { return nil }
    let fitting = choice.options.map(\.text).filter {
      $0.lowercased().hasPrefix(typed.lowercased())
    }
    guard !fitting.isEmpty else { return nil }
    return Completion(
      start: before.utf8.count - typed.utf8.count, candidates: fitting.map { .init($0) })
  }
}
