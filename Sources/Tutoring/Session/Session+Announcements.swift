import AnswerKeys
import Exercises
import Quantities
import TextLayout

/// What a line brings beyond its own answer: texts with live figures that it completes or
/// changes, and the debriefing of a question that it finishes.
extension Session {
  /// Texts that are shown in full after one line.
  private static let shownLimit = 3

  /// Every text with live figures, with its question; those of the introduction come first.
  private var allShows: [(question: Question?, show: LiveText)] {
    exercise.liveTexts.map { (nil, $0) }
      + exercise.questions.flatMap { question in question.liveTexts.map { (question, $0) } }
  }

  /// How things stand before the first line.
  func currentAnnouncements() -> Announcements {
    let shown = shownText
    var thoughts = Announcements(notebook: file.text)
    for (place, item) in allShows.enumerated() {
      if case .ready(let text) = shown.state(of: item.show) { thoughts.texts[place] = text }
    }
    for question in exercise.questions {
      if !question.liveTexts.isEmpty, report(on: question).isDone {
        thoughts.done.insert(question.id)
      }
      if question.debrief != nil, isFinished(question) { thoughts.debriefed.insert(question.id) }
    }
    return thoughts
  }

  /// What is new since the line before; nothing while a line is not taken whole.
  func newAnnouncements(since before: Announcements) -> [SessionEvent] {
    switch mode {
    case .continuation, .unit, .studentID, .studentName, .lines: return []
    case .ready: break
    }
    guard file.text != before.notebook else { return [] }
    var now = currentAnnouncements()
    now.shownWhole = before.shownWhole
    let completed = now.done.subtracting(before.done)
    var output: [SessionEvent] = []
    var shown = 0
    for (place, item) in allShows.enumerated() {
      guard let text = now.texts[place] else { continue }
      let read = before.shownWhole[place]
      let old = before.texts[place] ?? read
      let isCompleted = read == nil && item.question.map { completed.contains($0.id) } ?? false
      guard old != text || isCompleted else { continue }
      shown += 1
      guard shown <= Self.shownLimit else { continue }
      output.append(.gap)
      let errors = upstreamErrors(of: item.show)
      guard old != nil, old != text else {
        now.shownWhole[place] = text
        output.append(.liveText(text, upstreamErrors: errors))
        continue
      }
      output.append(
        .liveTextAgain(
          LiveTextChange(
            text: text, question: item.question, isHere: item.question?.id == question.id,
            isCompleted: isCompleted, upstreamErrors: errors)))
    }
    if shown > Self.shownLimit { output += [.debrief(.moreTexts(shown - Self.shownLimit))] }
    let toTell = exercise.questions.filter {
      now.debriefed.contains($0.id) && !before.debriefed.contains($0.id)
    }
    now.debriefed.formUnion(before.debriefed)
    announcements = now
    if !toTell.isEmpty {
      output.append(.finished(toTell, isHere: toTell.map(\.id) == [question.id]))
    }
    return output
  }

  // MARK: Texts with live figures

  private var shownText: LiveTextRenderer {
    LiveTextRenderer(compiled, on: sheet, symbol: writtenSymbol)
  }

  /// A unit as the terminal can show it.
  func writtenSymbol(_ unit: Unit) -> String {
    let symbol = unit.symbol
    return environment.unicode ? symbol : inASCII(symbol)
  }

  /// Texts with live figures as they stand; of one that lacks values, a line on what is missing.
  func lines(of shows: [LiveText]) -> [SessionEvent] {
    let shown = shownText
    return shows.flatMap { show -> [SessionEvent] in
      switch shown.state(of: show) {
      case .ready(let text):
        return [.gap, .liveText(text, upstreamErrors: upstreamErrors(of: show))]
      case .waiting(let names): return [.gap, .debrief(.showWaits(for: names))]
      case .failing(let problem): return [.gap, .debrief(.showFails(problem))]
      }
    }
  }

  private func upstreamErrors(of show: LiveText) -> String? {
    UpstreamErrors(graded).sentence(about: show)
  }
}
