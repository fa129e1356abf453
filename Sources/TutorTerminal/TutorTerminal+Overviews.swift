import Dates
import Grading
import TextLayout
import Tutoring

/// Commands, the standing of all questions, dates, and what is handed in.
extension TutorTerminal {
  func lines(_ status: ShownStatus) -> [StyledText] {
    if inWords { return spokenStatus(status) }
    let rows = status.report.questions.map { question -> [StyledText] in
      let isHere = question.id == status.current
      let isLate = status.late.contains(question.id)
      return [
        symbols.state(of: question), StyledText(question.id, isHere ? .prompt : .plain),
        StyledText(question.title, isHere ? .strong : .plain),
        StyledText(ReportWording.left(question), .dim),
        StyledText(Points.score(question)) + StyledText(isLate ? " late" : "", .warning),
      ]
    }
    return TextTable(
      header: [], rows: rows, alignments: [.left, .left, .left, .left, .right], isTight: true
    ).lines(width: width, unicode: unicode) + [StyledText()] + progress(status.report)
  }

  /// A bar with a piece for each question, and what it says.
  private func progress(_ report: ExerciseReport) -> [StyledText] {
    let asked = report.questions.filter { !$0.answers.isEmpty }
    guard asked.count > 1 else { return [] }
    let piece = max(1, min(4, (width - 2) / 2 / asked.count))
    let order: [StatusSymbols.Piece] = [.right, .waiting, .begun, .open]
    let pieces = asked.map(StatusSymbols.Piece.init).sorted {
      order.firstIndex(of: $0) ?? 0 < order.firstIndex(of: $1) ?? 0
    }
    let bar = pieces.reduce(into: StyledText()) { $0 += symbols.bar($1, length: piece) }
    return wrap(bar + StyledText("  " + ReportWording.progress(asked)))
  }

  // MARK: Dates

  func lines(_ due: DueDate, isOpening: Bool) -> [StyledText] {
    switch due.phase {
    case .over:
      let rest = isOpening ? " " + DateMessage.goesOnLate : ""
      return wrap(StyledText(due.sentence + rest, .warning))
    case .lastHour, .lastMinutes: return wrap(StyledText(due.sentence, .warning))
    case .far: return wrap(StyledText(due.sentence))
    }
  }

  // MARK: Handing in

  func lines(_ shortcoming: Shortcoming) -> [StyledText] {
    let missing = symbols.before(symbols.cross, .error)
    let text: StyledText =
      switch shortcoming {
      case .left(let ids, let count): missing + DateMessage.left(ids, of: count)
      case .inDoubt(let answers):
        symbols.before("~", .warning) + DateMessage.inDoubt(answers)
      case .mistakes(let count, let file): missing + DateMessage.mistakes(count, file: file)
      case .noStudent(let id, let name): missing + DateMessage.noStudent(id: id, name: name)
      case .nothing: symbols.before(symbols.tick, .success) + DateMessage.nothingMissing
      }
    if case .nothing = shortcoming { return wrap(text) }
    return wrap(text, indent: 2)
  }

  func lines(handedIn file: String, _ report: ExerciseReport?) -> [StyledText] {
    wrap(
      StyledText("  " + file, .name)
        + StyledText(report.map { "  " + ReportWording.standing($0) } ?? "", .dim), indent: 4)
  }
}

extension DueDate {
  /// When it is due, or was.
  var sentence: String { DateWording.due(due, now: now, in: zone) }
}

extension CourseDates {
  /// What is not over yet, the next first, a line each; where all is over, one line that says so.
  public func lines(
    limit: Int, width: Int, unicode: Bool, isWorkDue: Bool, inWords: Bool = false
  ) -> [StyledText] {
    if isSilent(isWorkDue: isWorkDue) { return [] }
    let zone = clock.zone
    let coming = coming
    guard !coming.isEmpty else {
      return last.map {
        wrapped(
          DateMessage.allOver($0.event.what, DateWording.event($0.span, in: zone)), width: width)
      } ?? []
    }
    let now = clock.now()
    let rows = coming.prefix(limit).map { span, event -> [StyledText] in
      [
        StyledText(DateWording.event(span, in: zone, .short)),
        StyledText(DateWording.nearness(span, now: now, in: zone) ?? "", .dim),
        StyledText(event.what),
      ]
    }
    let lines = TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
      .lines(width: width, unicode: unicode, inWords: inWords)
    return lines
      + (coming.count > limit ? [StyledText("and \(coming.count - limit) more", .dim)] : [])
  }

  /// By when questions for the next session are wanted; nil where the calendar has no such date.
  var wantedSentence: String? {
    questionsWanted.map { span in
      DateMessage.questionsWanted(
        DateWording.event(span, in: clock.zone),
        nearness: DateWording.nearness(span, now: clock.now(), in: clock.zone))
    }
  }
}
