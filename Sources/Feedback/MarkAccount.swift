import AnswerKeys
import Dates
import Exercises
import Formulas
import Gradebook
import Grading
import NotebookGrading
import SectionedReports

/// How each mark of a student came about: what was typed, what was asked for in kind, what was found
/// and why it is off, whether the slip is there or came from an earlier answer, and what persons
/// have decided. No model answer is in it, so that it can be given to the student.
public struct MarkAccount {
  /// Whom it is for.
  public enum Reader: Sendable {
    case student
    /// Sees also the author's words for criteria, and what was decided before.
    case assistant
  }

  let grade: GradeAccount
  let reader: Reader
  let zone: Zone
  private let opened: OpenedExercise?

  /// - `opened`: the exercise, where it is at hand; what is asked for is told from it.
  public init(_ grade: GradeAccount, for reader: Reader, opened: OpenedExercise?, zone: Zone) {
    self.grade = grade
    self.reader = reader
    self.opened = opened
    self.zone = zone
  }

  public var report: SectionedReport {
    SectionedReport(
      title: FeedbackWording.title(grade), lead: lead,
      sections: grade.works.enumerated().map { section($1, place: $0) } + history)
  }

  // MARK: The whole

  private var lead: [Sentence] {
    var lines = [FeedbackWording.whose(grade, for: reader), FeedbackWording.total(grade)]
    if grade.provisional > 0 || grade.waiting > 0 { lines.append(FeedbackWording.notFinal(grade)) }
    lines += FeedbackWording.remarks(grade, zone: zone)
    return lines
  }

  /// What later runs have changed.
  private var history: [SectionedReport.Section] {
    let items = grade.changes.map { FeedbackWording.change($0, zone: zone) }
    if items.isEmpty { return [] }
    return [
      SectionedReport.Section(
        anchor: "changes", title: FeedbackWording.changes, pieces: [.list(items)])
    ]
  }

  // MARK: A question

  private func section(_ work: ReviewedWork, place: Int) -> SectionedReport.Section {
    SectionedReport.Section(
      anchor: "question-\(place + 1)", title: FeedbackWording.heading(work), pieces: pieces(work))
  }

  private func pieces(_ work: ReviewedWork) -> [SectionedReport.Piece] {
    guard work.isAttempted || work.isSkipped else {
      return [.paragraph(FeedbackWording.unanswered)]
    }
    var pieces: [SectionedReport.Piece] = []
    if work.isSkipped { pieces.append(.paragraph(FeedbackWording.skipped)) }
    if let text = work.text, !text.isEmpty { pieces.append(.quote(text, nil)) }
    if work.kind == ReviewedWork.pollKind {
      pieces += work.parts.compactMap(\.typed).map { .paragraph(FeedbackWording.ticked($0)) }
    } else if work.kind == ReviewedWork.textKind {
      pieces.append(.list(work.parts.map { criterion($0, of: work) }))
    } else {
      for part in work.parts { pieces += answer(part, of: work) }
    }
    let whole = decisions(on: .question, of: work)
    if work.decision(on: .question) != .open { pieces.append(.paragraph(FeedbackWording.whole)) }
    if !whole.isEmpty { pieces.append(.list(whole)) }
    if work.hints > 0 { pieces.append(.paragraph(FeedbackWording.hints(work))) }
    let comments = work.comments.map { FeedbackWording.comment($0) }
    if !comments.isEmpty { pieces.append(.list(comments)) }
    return pieces
  }

  // MARK: An answer

  private func answer(
    _ part: ReviewedWork.Part, of work: ReviewedWork
  ) -> [SectionedReport.Piece] {
    let head = FeedbackWording.verdict(part, given: given(part, of: work), kind: work.kind)
    var items: [Sentence] = []
    if let typed = part.typed {
      items.append(
        work.kind == ReviewedWork.choiceKind
          ? FeedbackWording.ticked(typed) : FeedbackWording.typed(typed, gave: part.value))
    }
    if let asked = asked(part.name, of: work.question) { items.append(asked) }
    if FeedbackWording.isExplained(part) {
      items.append(FeedbackWording.said(part.message))
    }
    if let origin = FeedbackWording.origin(of: part) { items.append(origin) }
    items += decisions(on: part.part, of: work)
    return [.heading(head)] + (items.isEmpty ? [] : [.list(items)])
  }

  /// What kind of thing is asked for, which gives nothing of the answer away.
  private func asked(_ name: String, of question: String) -> Sentence? {
    guard let key = opened?.compiled.answerKey else { return nil }
    if let answer = key.answer(named: name), answer.question == question {
      if case .column(let rows, _) = answer.value {
        return FeedbackWording.askedColumn(rows.count, unit: answer.unit.symbol)
      }
      return answer.value.unit == nil ? nil : FeedbackWording.askedValue(unit: answer.unit.symbol)
    }
    guard let function = key.function(named: name), function.question == question else {
      return nil
    }
    return FeedbackWording.askedFunction(
      name, parameters: function.spec.parameters, unit: function.unit.symbol)
  }

  // MARK: Criteria and decisions

  private func criterion(_ part: ReviewedWork.Part, of work: ReviewedWork) -> Sentence {
    let head = FeedbackWording.criterion(
      part, given: given(part, of: work), asks: asks(part.name, of: work.question),
      showsID: reader == .assistant)
    return decisions(on: part.part, of: work).reduce(head) { $0 + " " + $1 }
  }

  /// What a criterion asks for in words that the student has read.
  private func asks(_ id: String, of question: String) -> String? {
    guard case .text(let text)? = opened?.exercise.question(question)?.body else { return nil }
    return text.criteria.first { $0.id == id }?.asks
  }

  private func given(_ part: ReviewedWork.Part, of work: ReviewedWork) -> Double? {
    if case .points(let points) = work.decision(on: part.part) { return points }
    return nil
  }

  /// What persons have decided on a part: what stands, and for assistants what stood before.
  private func decisions(on part: Review.Part, of work: ReviewedWork) -> [Sentence] {
    let reviews = work.reviews.filter { $0.part == part && !$0.ruling.isComment }
    let current = Set(work.current.map(\.id))
    var sentences: [Sentence] = []
    if case .disagreement = work.decision(on: part) { sentences.append(FeedbackWording.disputed) }
    for review in reviews {
      let standing: FeedbackWording.DecisionStanding =
        review.takenBack != nil
        ? .takenBack
        : current.contains(review.id) ? .counts : review.work == work.work ? .replaced : .outdated
      guard reader == .assistant || standing == .counts else { continue }
      // A reason that was added says it all.
      let isSaidAgain = reviews.contains {
        $0.replaces.contains(review.id) && $0.reviewer == review.reviewer
          && $0.ruling == review.ruling
      }
      if isSaidAgain { continue }
      if let sentence = FeedbackWording.decision(review, standing, zone: zone) {
        sentences.append(sentence)
      }
    }
    return sentences
  }
}

extension ReviewedWork {
  fileprivate static let textKind = "text"
  fileprivate static let choiceKind = "choice"
  fileprivate static let pollKind = "poll"
}
