import Diagnostics
import Exercises

/// A question that offers options.
extension KindReader {
  static let choice = Self(
    marks: ["options"], keys: ["choose"], body: { $0.choice() }, released: .choice)
}

extension QuestionBlock {
  fileprivate func choice() -> Question.Body? {
    let nodes = fields.list("options", needsEntry: true)
    let options = nodes.compactMap(option)
    let count = count(options: nodes.count)
    if question.points > 0 || question.isPractice { check(count, options) }
    checkTwins(nodes, options)
    return .choice(ChoiceAnswer(count: count, options: options))
  }

  private func option(_ node: YAMLNode) -> ChoiceAnswer.Option? {
    if let text = node.text, !text.isEmpty {
      TextCheck(log: log).check(node.sourced)
      return ChoiceAnswer.Option(text: CommentStripper.stripped(text), credit: .wrong)
    }
    let keys = ["text", "right", "because"]
    guard let option = Fields(entryOf: "options", node, owner: .option, allowed: keys, log: log)
    else { return nil }
    let credit = option.text("right").flatMap { text in
      option.word(
        "right", text, ["yes": .right, "no": .wrong, "if argued": .rightIfArgued],
        other: ["true": ChoiceAnswer.Option.Credit.right, "false": .wrong])
    }
    let because = option.text("because")
    for key in ["text", "because"] { TextCheck(log: log).check(option.sourced(key)) }
    guard option.require("text"), let text = option.text("text") else { return nil }
    return ChoiceAnswer.Option(
      text: CommentStripper.stripped(text), credit: credit ?? .wrong, because: because)
  }

  /// One, where it is not said.
  func count(options: Int) -> ChoiceAnswer.Count {
    if fields.node("choose")?.text == "any" { return .any }
    guard let number = fields.number("choose", .choose).map({ Int(bounded: $0) }) else {
      return .exactly(1)
    }
    if options > 0, number > options {
      log.report(.chooseTooMany(count: number, options: options), at: fields.place(of: "choose"))
    }
    return .exactly(number)
  }

  /// Warns of points that nobody can have, or everybody.
  private func check(_ count: ChoiceAnswer.Count, _ options: [ChoiceAnswer.Option]) {
    guard !options.isEmpty else { return }
    let right = options.count { $0.credit != .wrong }
    let (wanted, takesAll) =
      switch count {
      case .any: (1, !options.contains { $0.credit == .wrong })
      case .exactly(let number): (min(number, options.count), number >= options.count)
      }
    if right < wanted {
      log.report(.noRightOption(count: right), at: fields.place(of: "options"))
    } else if takesAll {
      log.report(.noWrongOption, at: fields.place(of: "options"))
    }
  }

  /// Reports an option that a notebook could not tell from one before it.
  private func checkTwins(_ nodes: [YAMLNode], _ options: [ChoiceAnswer.Option]) {
    guard nodes.count == options.count else { return }
    var seen: Set<String> = []
    for (node, option) in zip(nodes, options)
    where !seen.insert(OptionMatcher.plain(option.text)).inserted {
      return log.report(.optionTwice(text: option.text), at: node.place)
    }
  }
}
