import Diagnostics
import Gradebook
import Grading
import TextLayout

/// An answer with what was found and decided of it, laid out for a window.
public struct ReviewScreen {
  let session: ReviewSession
  let width: Int
  let height: Int
  let unicode: Bool
  /// Whether styles are seen; else what was found is marked with signs.
  let colour: Bool
  /// Whether the window is filled; else nothing is cut off, for what cannot be drawn on.
  let fills: Bool
  /// Whether it is heard: nothing is drawn.
  let inWords: Bool
  /// A question's task with its model answers, laid out.
  let task: (_ question: String) -> [StyledText]

  public init(
    _ session: ReviewSession, width: Int, height: Int, unicode: Bool, colour: Bool,
    fills: Bool = true, inWords: Bool = false,
    task: @escaping (_ question: String) -> [StyledText] = { _ in [] }
  ) {
    self.session = session
    self.task = task
    self.fills = fills && !inWords
    self.width = max(20, width)
    self.height = max(8, height)
    self.unicode = unicode
    self.colour = colour
    self.inWords = inWords
  }

  /// The lines of the window, one fewer than it has: the last is for what is typed.
  public func lines() -> [StyledText] {
    if let overlay = session.overlay { return lines(of: overlay) }
    guard let work = session.work, let question = session.question else { return [] }
    let head = [heading(question, work)] + (inWords ? [] : [rule])
    let parts = ReviewParts(session, work, width: width, unicode: unicode, inWords: inWords)
    let foot = foot(work)
    let room = height - 1 - head.count - foot.count
    let answer = ReviewedText(work, session.found?.pieces, colour: colour, unicode: unicode).lines(
      width: width)
    let wanted = max(4, room - min(answer.count, max(3, room / 2)) - 1)
    // A line of the answer and the rule below it stay in the smallest window too.
    let shownParts = parts.lines(room: fills ? max(1, min(wanted, room - 2)) : .max)
    let answerRoom = max(1, room - shownParts.count - (inWords ? 0 : 1))
    let lines =
      head + shown(answer, room: answerRoom) + (inWords ? [] : [rule]) + shownParts + foot
    return fills ? Array(lines.prefix(height - 1)) : lines
  }

  private var rule: StyledText {
    StyledText(String(repeating: unicode ? "─" : "-", count: width), .dim)
  }

  /// The question, which answer it is, and how far the reviewer is.
  private func heading(_ question: ReviewedQuestion, _ work: ReviewedWork) -> StyledText {
    let done = session.queue.items.indices.count { session.isDone($0) }
    let same = session.queue.alike(to: session.place.item).count
    let facts = [
      name(work.student),
      ReviewWording.progress(done, of: session.queue.items.count),
      ReviewWording.like(session.queue.groupSize(of: session.place.item), same: same),
    ].compactMap { $0 }
    let right = facts.joined(separator: unicode ? " · " : " - ")
    let title = StyledText(ReviewWording.heading(question.id, question.title), .heading)
    let left = title.shortened(to: max(8, width - displayWidth(right) - 2))
    let gap = max(1, width - left.width - displayWidth(right))
    return (left + StyledText(String(repeating: " ", count: gap)) + StyledText(right, .dim))
      .shortened(to: width)
  }

  private func name(_ student: String) -> String {
    let number = ReviewWording.hidden(session.item?.number ?? 0)
    guard session.showsNames, let person = try? session.book.person(student) else { return number }
    let shown = [person.name, person.id].first { !$0.isEmpty } ?? student
    return "\(number) \(plainLine(shown))"
  }

  /// The part of the answer that fits, and how much there is below.
  private func shown(_ lines: [StyledText], room: Int) -> [StyledText] {
    if !fills { return lines }
    guard lines.count > room else {
      return lines + Array(repeating: StyledText(), count: room - lines.count)
    }
    let page = max(1, room - 1)
    let last = (lines.count - 1) / page
    session.turned = min(session.turned, last)
    let start = session.turned * page
    let part = Array(lines[start..<min(lines.count, start + page)])
    let below = lines.count - start - part.count
    let note = below > 0 ? ReviewWording.more(below) : ""
    return part + Array(repeating: StyledText(), count: page - part.count)
      + [StyledText(note, .warning)]
  }

  private func foot(_ work: ReviewedWork) -> [StyledText] {
    var lines: [StyledText] = []
    if !work.outdated.isEmpty, !session.openParts.isEmpty {
      let reviewers = Set(work.outdated.map(\.reviewer)).sorted()
      lines += wrapped(StyledText(ReviewWording.outdated(reviewers), .warning), width: width)
    }
    for remark in work.takenBack.prefix(3) {
      let all = wrapped(
        StyledText(plainLine(remark), .notice), width: width - 1, indent: 2)
      lines += shortened(all, to: fills ? 2 : .max, unicode: unicode)
    }
    for comment in session.comments(on: work).suffix(3) {
      guard case .comment(let text) = comment.ruling else { continue }
      let all = wrapped(
        StyledText(ReviewWording.comment(text, by: comment.reviewer), .emphasis), width: width - 1,
        indent: 2)
      lines += shortened(all, to: fills ? 2 : .max, unicode: unicode)
    }
    lines += wrapped(total(work), width: width)
    if let message = session.message {
      lines += wrapped(StyledText(message, .notice), width: width)
    }
    return lines + [keys]
  }

  private func total(_ work: ReviewedWork) -> StyledText {
    // In a second reading the marks would say what others have given.
    guard !session.options.isSecondReading else { return StyledText() }
    return StyledText(
      ReviewWording.total(
        work.score, of: work.maximum, provisional: work.provisional, waiting: work.waiting),
      .strong)
  }

  private var keys: StyledText {
    func shown(_ action: ReviewAction) -> StyledText {
      StyledText(action.name, .name) + StyledText(" \(action.hint ?? "")  ", .dim)
    }
    // The one that leads to all others is always there.
    let hinted = ReviewAction.all.filter { $0.hint != nil }
    let last = hinted.last { $0.keys == [.character("?")] }.map(shown) ?? StyledText()
    var line = StyledText()
    for action in hinted where action.keys != [.character("?")] {
      if line.width + shown(action).width + last.width > width + 2 { break }
      line += shown(action)
    }
    return (line + last).trailingSpaceTrimmed
  }

  /// On one line, with a sign where something was cut off.
  private func cut(_ line: StyledText) -> StyledText {
    line.width < width
      ? line : line.shortened(to: width - 4) + StyledText(unicode ? "…" : "...", .dim)
  }

  // MARK: In the answer's place

  private func lines(of overlay: ReviewSession.Overlay) -> [StyledText] {
    let all = overlay == .help ? help() : task(session.question?.id ?? "")
    guard fills, all.count > height - 2 else {
      return all + [StyledText(ReviewWording.closes, .dim)]
    }
    let page = height - 2
    session.turnedOverlay = min(session.turnedOverlay, (all.count - 1) / page)
    let start = session.turnedOverlay * page
    let below = all.count - min(all.count, start + page)
    return Array(all[start..<min(all.count, start + page)])
      + [StyledText(below > 0 ? ReviewWording.more(below) : ReviewWording.closes, .dim)]
  }

  private func help() -> [StyledText] {
    let actions = ReviewAction.all.filter { !$0.name.isEmpty }
    let column = (actions.map { $0.name.count }.max() ?? 0) + 2
    return [StyledText(ReviewWording.help, .heading)]
      + actions.flatMap { action in
        wrapped(
          StyledText(padded(action.name, to: column), .name) + StyledText(action.help),
          width: width, indent: column)
      } + wrapped(StyledText(ReviewWording.numbers), width: width)
  }

  /// What stands before a line that is asked for, and the comments that may be taken.
  public func question(_ asked: ReviewSession.Asked) -> (offered: [StyledText], prompt: StyledText)
  {
    var offered: [StyledText] = []
    if asked == .comment {
      let earlier = (try? session.earlierComments()) ?? []
      // The last ones are those that a reviewer is likely to want.
      offered = zip(1..., earlier).suffix(max(3, height - 4)).map { number, text in
        cut(StyledText("\(number) ", .name) + StyledText(plainLine(text)))
      }
    }
    let prompt = ReviewWording.prompt(
      asked, maximum: (asked == .whole ? session.work?.maximum : session.part?.maximum) ?? 0,
      questions: session.questions.map(\.id))
    return (offered, StyledText(prompt, .prompt) + StyledText(unicode ? " › " : " > "))
  }
}

extension ReviewSession {
  /// Comments that this reviewer sees.
  func comments(on work: ReviewedWork) -> [Review] {
    let seen = Set(visible(work).map(\.id))
    return work.comments.filter { seen.contains($0.id) }
  }
}

/// The first of some lines, the last of which says where something was left out.
func shortened(_ lines: [StyledText], to count: Int, unicode: Bool) -> [StyledText] {
  guard lines.count > count, count > 0 else { return lines }
  let last = lines[count - 1].trailingSpaceTrimmed
  let sign = StyledText(unicode ? "…" : "...", .dim)
  return lines.prefix(count - 1) + [last.shortened(to: max(0, last.width - 2)) + sign]
}
