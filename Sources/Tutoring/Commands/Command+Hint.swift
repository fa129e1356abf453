import Exercises
import Formulas
import Grading

extension Command {
  static let hint = Command(
    "hint", "a hint, from gentle to plain", heedsMore: true, bare: .alsoInTexts
  ) { $0.hint($1) }
}

/// Hints, and when one is offered.
extension Session {
  /// Failed tries at an answer after which a hint is offered.
  private static let triesForAnOffer = 2

  /// Shows the next hint of the question at hand, or one that was shown already.
  func hint(_ argument: String) -> [SessionEvent] {
    let hints = question.hints
    guard !hints.isEmpty else { return [.work(.noHints)] }
    let shown = min(file.hints[question.id] ?? 0, hints.count)
    if !argument.isEmpty {
      guard let number = Int(argument), (1...max(1, shown)).contains(number), shown > 0 else {
        return [.work(.hintNotShown(shown: shown, count: hints.count))]
      }
      return lines(ofHint: number - 1)
    }
    guard shown < hints.count else {
      return lines(ofHint: hints.count - 1) + [.work(.allHintsShown(question, skips: maySkipNow))]
    }
    let cost = costOfHint(question)
    if cost > 0, shown == 0, toldHintCosts.insert(question.id).inserted {
      return [.work(.hintCosts(cost, of: question))]
    }
    file.hints[question.id] = shown + 1
    recompute()
    var output = lines(ofHint: shown)
    if cost > 0 { output += [.work(.hintCounted(report(on: question), cost: cost))] }
    // A free hint before any work does not begin a notebook.
    if cost > 0 || !file.statements().isEmpty { output += save() }
    return output
  }

  private func lines(ofHint index: Int) -> [SessionEvent] { [.hint(index + 1, of: question)] }

  private var maySkipNow: Bool { question.maySkip && isOpen(question) }

  /// Points that one more hint takes away.
  private func costOfHint(_ question: Question) -> Double {
    report(on: question).isSkipped ? 0 : question.countedPoints * question.hintCost
  }

  // MARK: Offering

  /// Counts a statement that failed as a try, where it would have answered a question.
  func hintOffer(afterFailing key: Worksheet.Key?) -> [SessionEvent] {
    guard let key, let owner = owner(of: key) else { return [] }
    return hintOffer(afterTryAt: answerKey.answer(for: key)?.spec.name ?? "\(key)", in: owner)
  }

  /// Counts an answer that was judged as a try, where it is not right. One that lacks its unit
  /// is asked for that, and is no try.
  func hintOffer(after report: AnswerReport, in question: Question) -> [SessionEvent] {
    if report.share == 1 { failedTries[report.name] = nil }
    guard report.share < 1, report.verdict != .unitMissing else { return [] }
    return hintOffer(afterTryAt: report.name, in: question)
  }

  private func hintOffer(afterTryAt answer: String, in owner: Question) -> [SessionEvent] {
    failedTries[answer, default: 0] += 1
    let shown = file.hints[owner.id] ?? 0
    guard (failedTries[answer] ?? 0).isMultiple(of: Self.triesForAnOffer),
      shown < owner.hints.count, isOpen(owner)
    else { return [] }
    return [
      .work(
        .offersHint(
          owner, isHere: owner.id == question.id, isFirst: shown == 0, cost: costOfHint(owner)))
    ]
  }

  // MARK: The note on units

  func unitNoteOffer(after problem: FormulaProblem) -> [SessionEvent] {
    problem.isAboutUnits ? unitNoteOffer() : []
  }

  func unitNoteOffer(after verdict: Verdict) -> [SessionEvent] {
    switch verdict {
    case .unitMissing, .wrongUnit, .wrongDimension: unitNoteOffer()
    case .unanswered, .fails, .correct, .follows, .rounded, .wrong, .partly, .unchecked: []
    }
  }

  /// Offers the note once in a notebook, which remembers it with its next line.
  private func unitNoteOffer() -> [SessionEvent] {
    guard !file.noted.contains("units") else { return [] }
    file.noted.append("units")
    return [.work(.offersUnitNote)]
  }
}
