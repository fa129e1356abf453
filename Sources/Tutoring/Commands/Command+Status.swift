extension Command {
  static let status = Command(
    "status", "what is done and what is left", bare: .alsoInTexts
  ) { session, _ in session.status() }
}

extension Session {
  fileprivate func status() -> [SessionEvent] {
    let report = reportWithoutHalfChoices()
    let late = lateQuestions
    return [
      .status(ShownStatus(report: report, current: question.id, late: Set(late))), .gap,
      .said(.total(report)),
    ] + dueLines() + (late.isEmpty ? [] : [.date(.late(late))])
      + calendarLines(limit: Self.datesOfStatus)
  }
}
