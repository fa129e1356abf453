import Exercises

/// Reads a question that offers options.
struct ChoiceReader: KindReader {
  static let marks = ["options"]
  static let keys = ["choose"]

  private let fields: Fields
  private let question: Question

  init(_ block: QuestionBlock) {
    (fields, question) = (block.fields, block.question)
  }

  func body() -> Question.Body? {
    let nodes = fields.list("options")
    if nodes.isEmpty, fields.node("options")?.items != nil {
      fields.log.report(.emptyList(key: "options"), at: fields.place(of: "options"))
    }
    let options = nodes.compactMap(option)
    let count = count(options: nodes.count)
    if question.points > 0 || question.isPractice { check(count, options) }
    checkTwins(nodes, options)
    return .choice(ChoiceAnswer(count: count, options: options))
  }

  private func option(_ node: YAMLNode) -> ChoiceAnswer.Option? {
    if let text = node.text, !text.isEmpty {
      return ChoiceAnswer.Option(text: text, credit: .wrong)
    }
    let keys = ["text", "right", "because"]
    guard let option = Fields(node, owner: .option, allowed: keys, log: fields.log) else {
      fields.log.report(
        .wrongType(key: "options", expected: .mapping, found: node.shape), at: node.place)
      return nil
    }
    let credit = credit(option)
    let because = option.text("because")
    guard option.require("text"), let text = option.text("text") else { return nil }
    return ChoiceAnswer.Option(text: text, credit: credit, because: because)
  }

  private func credit(_ option: Fields) -> ChoiceAnswer.Option.Credit {
    guard let text = option.text("right") else { return .wrong }
    switch text.lowercased() {
    case "yes", "true": return .right
    case "no", "false": return .wrong
    case "if argued": return .rightIfArgued
    default:
      let allowed = ["yes", "no", "if argued"]
      option.log.report(
        .badWord(key: "right", found: text, allowed: allowed),
        at: option.node("right")?.place ?? option.place)
      return .wrong
    }
  }

  /// One, where it is not said.
  private func count(options: Int) -> ChoiceAnswer.Count {
    if fields.node("choose")?.text == "any" { return .any }
    guard let number = fields.number("choose", .choose) else { return .exactly(1) }
    if options > 0, Int(number) > options {
      fields.log.report(
        .chooseTooMany(count: Int(number), options: options), at: fields.place(of: "choose"))
    }
    return .exactly(Int(number))
  }

  /// Warns of points that nobody can have, or everybody.
  private func check(_ count: ChoiceAnswer.Count, _ options: [ChoiceAnswer.Option]) {
    guard !options.isEmpty else { return }
    let right = options.count { $0.credit != .wrong }
    let wanted =
      switch count {
      case .any: 1
      case .exactly(let number): min(number, options.count)
      }
    if right < wanted {
      fields.log.report(.noRightOption(count: right), at: fields.place(of: "options"))
      return
    }
    let takesAll =
      switch count {
      case .any: !options.contains { $0.credit == .wrong }
      case .exactly(let number): number >= options.count
      }
    if takesAll { fields.log.report(.noWrongOption, at: fields.place(of: "options")) }
  }

  /// Reports an option that a notebook could not tell from one before it.
  private func checkTwins(_ nodes: [YAMLNode], _ options: [ChoiceAnswer.Option]) {
    guard nodes.count == options.count else { return }
    var seen: Set<String> = []
    for (node, option) in zip(nodes, options)
    where !seen.insert(OptionMatcher.plain(option.text)).inserted {
      return fields.log.report(.optionTwice(text: option.text), at: node.place)
    }
  }
}
