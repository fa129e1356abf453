import Exercises

/// Reads a question that offers options.
struct ChoiceReader {
  let fields: Fields

  func answer(points: Double) -> ChoiceAnswer {
    let nodes = fields.list("options")
    if nodes.isEmpty, fields.node("options")?.items != nil {
      fields.log.report(.emptyList(key: "options"), at: fields.place(of: "options"))
    }
    let options = nodes.compactMap(option)
    let count = count(options: nodes.count)
    check(count, options, points: points)
    return ChoiceAnswer(count: count, options: options)
  }

  private func option(_ node: YAMLNode) -> ChoiceAnswer.Option? {
    if let text = node.text, !text.isEmpty { return ChoiceAnswer.Option(text: text, worth: .wrong) }
    let keys = ["text", "right", "because"]
    guard let option = Fields(node, owner: .option, allowed: keys, log: fields.log) else {
      fields.log.report(
        .wrongType(key: "options", expected: .mapping, found: node.shape), at: node.place)
      return nil
    }
    let worth = worth(option)
    let because = option.text("because")
    guard option.require("text"), let text = option.text("text") else { return nil }
    return ChoiceAnswer.Option(text: text, worth: worth, because: because)
  }

  private func worth(_ option: Fields) -> ChoiceAnswer.Option.Worth {
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

  /// Warns of points that nobody can have.
  private func check(
    _ count: ChoiceAnswer.Count, _ options: [ChoiceAnswer.Option], points: Double
  ) {
    let right = options.filter { $0.worth != .wrong }.count
    let wanted =
      switch count {
      case .any: 1
      case .exactly(let number): min(number, options.count)
      }
    if points > 0, !options.isEmpty, right < wanted {
      fields.log.report(.noRightOption(count: right), at: fields.place(of: "options"))
    }
  }
}
