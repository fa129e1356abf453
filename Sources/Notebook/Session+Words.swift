import Diagnostics
import Exercises
import Grading
import Prose

/// Choices, and what was replied so far.
extension Session {
  /// The options of a choice, numbered, with what is ticked.
  func optionLines() -> [StyledText] {
    guard case .choice(let choice) = question.body else {
      if case .text = question.body, let reply = file.reply(toQuestion: question.id) {
        return [StyledText(), StyledText("Your text so far:", .strong)]
          + wrapped(StyledText(withoutControls(reply)), width: width)
      }
      return []
    }
    let ticked = Set(file.ticks(inQuestion: question.id).filter(\.isTicked).map(\.text))
    var lines = [StyledText()]
    for (index, option) in choice.options.enumerated() {
      let mark = ticked.contains(option.text) ? "[x]" : "[ ]"
      lines += wrapped(
        StyledText("\(leftPadded("\(index + 1)", to: 2)) ", .name)
          + StyledText("\(mark) ", ticked.contains(option.text) ? .success : .dim)
          + StyledText(option.text), width: width, indent: 7)
    }
    return lines
  }

  /// Ticks options by number or words; nil where the line is neither.
  func choose(_ text: String, among choice: ChoiceAnswer) -> [StyledText]? {
    var chosen: [Int] = []
    let separators: Set<Character> = [" ", ",", ";"]
    let parts = text.split { separators.contains($0) }
    if parts.allSatisfy({ Int($0) != nil }), !parts.isEmpty {
      for part in parts {
        guard let number = Int(part), choice.options.indices.contains(number - 1) else {
          return wrapped(
            SessionWording.noSuchOption(String(part), count: choice.options.count), width: width)
        }
        if !chosen.contains(number - 1) { chosen.append(number - 1) }
      }
    } else {
      for phrase in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
        guard let index = option(trimmed(String(phrase)), among: choice) else {
          return text.contains("=") || text.contains("(")
            ? nil
            : wrapped(
              SessionWording.noSuchOption(
                trimmed(String(phrase)), count: choice.options.count), width: width)
        }
        if !chosen.contains(index) { chosen.append(index) }
      }
    }
    if case .exactly(let count) = choice.count, chosen.count != count {
      return wrapped(SessionWording.chooseExactly(count, found: chosen.count), width: width)
    }
    let before = file
    file.setTicks(
      choice.options.indices.map { (choice.options[$0].text, chosen.contains($0)) },
      toQuestion: question.id, title: question.title)
    history.remember("your choice for \(question.id)", before: before)
    recompute()
    return save() + optionLines().dropFirst() + noted()
  }

  private func option(_ words: String, among choice: ChoiceAnswer) -> Int? {
    let wanted = words.lowercased()
    guard !wanted.isEmpty else { return nil }
    let texts = choice.options.map { $0.text.lowercased() }
    if let exact = texts.firstIndex(of: wanted) { return exact }
    let fitting = texts.indices.filter { texts[$0].contains(wanted) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func noted() -> [StyledText] {
    let report = self.report(on: question)
    var lines = wrapped(StyledText("\(tick) Noted.", .success), width: width)
    if let next = nextOpen(after: question), report.isDone {
      lines += offer(next)
    }
    return lines
  }
}
