import AnswerKeys
import ExerciseFiles
import Exercises
import Formulas
import MarkdownReading
import Quantities
import TextLayout

/// What a line brings beyond its own answer: texts with live figures that it completes or
/// changes, and the debriefing of a question that it finishes.
extension Session {
  /// Texts that are shown in full after one line.
  private static let textLimit = 3
  /// Lines of a text that is shown anew whenever a figure in it changes; a longer one is named.
  private static let linesAgain = 3

  /// Every text with live figures, with its question; those of the introduction come first.
  private var allShows: [(question: Question?, show: LiveText)] {
    exercise.liveTexts.map { (nil, $0) }
      + exercise.questions.flatMap { question in question.liveTexts.map { (question, $0) } }
  }

  /// How things stand before the first line.
  func currentAfterthoughts() -> Afterthoughts {
    let shown = shownText
    var thoughts = Afterthoughts(notebook: file.text)
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
  func takeAfterthoughts(since before: Afterthoughts) -> [StyledText] {
    guard !isPasting else { return [] }
    switch mode {
    case .continuation, .unit, .studentID, .studentName: return []
    case .ready: break
    }
    guard file.text != before.notebook else { return [] }
    var now = currentAfterthoughts()
    let completed = now.done.subtracting(before.done)
    var output: [StyledText] = []
    var shown = 0
    for (place, item) in allShows.enumerated() {
      guard let text = now.texts[place] else { continue }
      let old = before.texts[place]
      let isCompleted = item.question.map { completed.contains($0.id) } ?? false
      guard old != text || isCompleted else { continue }
      shown += 1
      guard shown <= Self.textLimit else { continue }
      output.append(StyledText())
      let lines = prose(text)
      if old != nil, !isCompleted, lines.count > Self.linesAgain, let question = item.question {
        output += wrapped(
          SessionWording.showHasChanged(question, isHere: question.id == self.question.id),
          width: width)
        continue
      }
      if old != nil, old != text {
        output += wrapped(SessionWording.showsNow(item.question), width: width)
      }
      output += lines + doubtLines(about: item.show)
    }
    if shown > Self.textLimit {
      output += wrapped(SessionWording.moreTexts(shown - Self.textLimit), width: width)
    }
    let toTell = exercise.questions.filter {
      now.debriefed.contains($0.id) && !before.debriefed.contains($0.id)
    }
    now.debriefed.formUnion(before.debriefed)
    afterthoughts = now
    return output + debriefOffer(toTell)
  }

  // MARK: Texts with live figures

  private var shownText: LiveTextRenderer {
    LiveTextRenderer(compiled, on: sheet, symbol: writtenSymbol)
  }

  /// A unit as this terminal can show it.
  func writtenSymbol(_ unit: UnitID) -> String {
    display.asciiIfNeeded(sheet.units.symbol(of: unit))
  }

  /// Texts with live figures as they stand; of one that lacks values, a line on what is missing.
  func lines(of shows: [LiveText]) -> [StyledText] {
    let shown = shownText
    return shows.flatMap { show -> [StyledText] in
      switch shown.state(of: show) {
      case .ready(let text): return [StyledText()] + prose(text) + doubtLines(about: show)
      case .waiting(let names):
        return [StyledText()] + wrapped(SessionWording.showWaits(for: names), width: width)
      case .failing(let problem):
        return [StyledText()] + wrapped(SessionWording.showFails(problem), width: width)
      }
    }
  }

  private func doubtLines(about show: LiveText) -> [StyledText] {
    guard let doubt = Doubts(replay).sentence(about: show) else { return [] }
    return wrapped(StyledText(doubt, .warning), width: width)
  }
}
