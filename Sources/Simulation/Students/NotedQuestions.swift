import Exercises
import SeededRandom

/// Questions that students note for a question session; several ask the same in other words.
enum NotedQuestions {
  private static let general: [String] = [
    "Why is the answer to {title} not what I expected?",
    "Could you explain {title} again?", "Can you explain {title} once more, please?",
    "I don't understand {title}.", "How exact does the answer to {title} have to be?",
    "Will something like {title} come in the exam?", "Is something like {title} in the exam?",
  ]
  private static let ofNames: [String] = [
    "How do I get `{name}`?", "How is `{name}` computed?", "How do you compute {name}?",
    "Which unit does `{name}` have?", "In which unit is {name} asked for?",
    "What is `{name}` good for?", "Why do we need `{name}` at all?",
  ]

  static func text(about question: Question, by random: inout SplitMix) -> String {
    if let name = random.pick(question.askedNames), random.chance(0.6) {
      return filled(random.pick(ofNames), "{name}", name)
    }
    return filled(random.pick(general), "{title}", "“\(question.title)”")
  }

  private static func filled(_ text: String?, _ place: String, _ words: String) -> String {
    guard let text, let range = text.firstRange(of: place) else { return text ?? words }
    return String(text[..<range.lowerBound] + words + text[range.upperBound...])
  }
}
