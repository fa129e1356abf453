import Diagnostics
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
  /// Failed tries at an answer after which a hint is offered, once a question.
  private static let triesForAnOffer = 2

  /// Shows the next hint of the question at hand, or one that was shown already.
  func hint(_ argument: String) -> [SessionEvent] {
    let hints = hintsAtHand(question)
    let shown = hints.shown
    guard hints.count > 0 else {
      return [.work(hasHints(question) && !isOpen(question) ? .noHintLeft(question.id) : .noHints)]
    }
    if !argument.isEmpty {
      guard let number = Int(argument), shown.contains(number) else {
        return [.work(.hintNotShown(shown: shown, count: hints.count))]
      }
      return [.hint(hints.hint(number))]
    }
    guard let next = hints.next else { return lastHint(hints) }
    let cost = costOfHint(question)
    if cost > 0, report(on: question).hintsShown == 0, toldHintCosts.insert(question.id).inserted {
      offersHint = true
      return [.work(.hintCosts(cost, of: question))]
    }
    count(next, of: hints, costs: cost > 0)
    recompute()
    var output: [SessionEvent] = [.hint(hints.hint(next))]
    if cost > 0 { output += [.work(.hintCounted(report(on: question), cost: cost))] }
    // A free hint before any work does not begin a notebook.
    if cost > 0 || !file.statements().isEmpty { output += save() }
    return output
  }

  /// Where no other hint says anything new.
  private func lastHint(_ hints: HintsAtHand) -> [SessionEvent] {
    if let derived = hints.derived, derived.steps.next(after: [], derived.progress) == nil {
      return [.work(.restIsThere(derived.answer))]
    }
    guard let last = hints.again else { return [.work(.noHints)] }
    return [.hint(hints.hint(last)), .work(.allHintsShown(question, skips: maySkipNow))]
  }

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
    guard report.isFailedTry else { return [] }
    return hintOffer(afterTryAt: report.name, in: question)
  }

  private func hintOffer(afterTryAt answer: String, in owner: Question) -> [SessionEvent] {
    failedTries[answer, default: 0] += 1
    guard (failedTries[answer] ?? 0).isMultiple(of: Self.triesForAnOffer), isOpen(owner) else {
      return []
    }
    let hints = hintsAtHand(owner)
    guard hints.next != nil, toldOfHints.insert(owner.id).inserted else { return [] }
    offersHint = owner.id == question.id
    return [
      .work(
        .offersHint(
          owner, isHere: owner.id == question.id, isFirst: hints.shown.isEmpty,
          cost: costOfHint(owner)))
    ]
  }

  // MARK: The note on units

  func unitNoteOffer(after problem: FormulaProblem) -> [SessionEvent] {
    problem.isAboutUnits ? unitNoteOffer() : []
  }

  func unitNoteOffer(after verdict: Verdict) -> [SessionEvent] {
    switch verdict {
    case .unitMissing, .wrongUnit, .otherUnit, .wrongDimension: unitNoteOffer()
    case .unanswered, .fails, .correct, .follows, .rounded, .otherForm, .wrong, .partly,
      .unchecked:
      []
    }
  }

  /// Offers the note once in a notebook, which remembers it with its next line.
  private func unitNoteOffer() -> [SessionEvent] {
    guard !file.noted.contains("units") else { return [] }
    file.noted.append("units")
    return [.work(.offersUnitNote)]
  }
}
