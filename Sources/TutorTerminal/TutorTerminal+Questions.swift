import Exercises
import MarkdownReading
import TextLayout
import Tutoring

/// Questions, their hints, their debriefings and their texts with live figures.
extension TutorTerminal {
  func lines(of question: Question, isSkipped: Bool) -> [StyledText] {
    var heading = StyledText("\(question.id) \(question.title)", .heading)
    heading += StyledText("  " + ReportWording.worth(question), .dim)
    if isSkipped { heading += StyledText("  skipped", .dim) }
    return wrap(heading) + prose(question.prompt) + pictureOffer(question.prompt)
  }

  /// How the pictures of a text can be seen.
  private func pictureOffer(_ text: String) -> [StyledText] {
    let count = text.holds("![") ? readMarkdown(text).pictures.count : 0
    return count == 0 ? [] : wrap(PictureMessage.offer(count: count))
  }

  func lines(of hint: ShownHint) -> [StyledText] {
    let answer = hint.answer.map { ", for `\($0)`" } ?? ""
    return wrap(StyledText("Hint \(hint.number) of \(hint.count)\(answer)", .strong))
      + prose(hint.text)
  }

  // MARK: Debriefings

  /// Lines of a debriefing that is shown at once; a longer one is offered.
  private static let shortest = 6

  func debriefLines(_ question: Question, _ text: String) -> [StyledText] {
    wrap(DebriefMessage.debriefHeading(question).text) + prose(text)
  }

  /// A short debriefing at once, a long one by name.
  func debriefOffer(_ finished: [Question], isHere: Bool) -> [StyledText] {
    if finished.count == 1, let text = finished[0].debrief {
      let lines = debriefLines(finished[0], text)
      if lines.count <= Self.shortest + 1 { return [StyledText()] + lines }
    }
    return wrap(DebriefMessage.offersDebrief(isHere ? [] : finished.map(\.id)).text)
  }

  // MARK: Live texts

  /// Lines of a text that is shown anew whenever a figure in it changes; a longer one is named.
  private static let linesAgain = 3

  func liveLines(_ text: String, _ errors: String?) -> [StyledText] {
    prose(text) + (errors.map { wrap(StyledText($0, .warning)) } ?? [])
  }

  func lines(_ change: LiveTextChange) -> [StyledText] {
    if !change.isCompleted, let question = change.question,
      prose(change.text).count > Self.linesAgain
    {
      return wrap(DebriefMessage.showHasChanged(question, isHere: change.isHere).text)
    }
    return wrap(DebriefMessage.showsNow(change.question).text)
      + liveLines(change.text, change.upstreamErrors)
  }
}
