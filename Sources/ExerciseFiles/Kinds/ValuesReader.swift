import Exercises

/// Reads the `answers` of a question.
struct ValuesReader: KindReader {
  static let marks = ["answers"]
  /// They hold for all answers that do not say otherwise.
  static let keys = MarkingRulesReader.keys
  private static let answerKeys = ["expect", "unit", "weight", "also"] + MarkingRulesReader.keys

  private let fields: Fields
  private let names: TakenNames
  private let given: [Given]

  init(_ block: QuestionBlock) {
    (fields, names, given) = (block.fields, block.names, block.question.given)
  }

  func body() -> Question.Body? { .values(answers()) }

  /// Names that are `given` cannot be asked.
  private func answers() -> [ValueAnswer] {
    let base = MarkingRulesReader(fields: fields).rules()
    let pairs = fields.mapping("answers")
    if pairs.isEmpty, fields.node("answers")?.pairs != nil {
      fields.log.report(.emptyList(key: "answers"), at: fields.place(of: "answers"))
    }
    return pairs.compactMap { pair in
      guard isName(pair.key) else {
        fields.log.report(.badName(name: pair.key, of: .answer), at: pair.place)
        return nil
      }
      if given.contains(where: { $0.name == pair.key }) {
        let line = fields.place(of: "given").line
        fields.log.report(.answerTwice(name: pair.key, firstLine: line), at: pair.place)
      }
      names.take(pair.key, at: pair.place)
      return answer(pair, base: base)
    }
  }

  private func answer(_ pair: YAMLPair, base: MarkingRules) -> ValueAnswer? {
    if let formula = pair.value.formula {
      return ValueAnswer(name: pair.key, expect: formula, rules: base)
    }
    let owner = KeyOwner.answer(pair.key)
    guard
      let fields = Fields(pair.value, owner: owner, allowed: Self.answerKeys, log: fields.log)
    else {
      if pair.value.shape == .nothing {
        fields.log.report(.keyMissing(key: "expect", owner: owner), at: pair.place)
      } else {
        fields.log.report(
          .wrongType(key: pair.key, expected: .text, found: pair.value.shape), at: pair.place)
      }
      return nil
    }
    let hasExpect = fields.require("expect", at: pair.place)
    let unit = fields.formula("unit")
    let weight = fields.number("weight", .weight) ?? 1
    let rules = MarkingRulesReader(fields: fields).rules(base: base)
    let also = fields.formulaList("also").filter { name in
      if isName(name.text) || isColumn(name.text) { return true }
      fields.log.report(.badOtherName(found: name.text), line: name.line)
      return false
    }
    for name in also { names.take(name.text, at: SourceLocation(line: name.line)) }
    guard hasExpect, let expect = fields.formula("expect") else { return nil }
    return ValueAnswer(
      name: pair.key, expect: expect, unit: unit, weight: weight, rules: rules,
      also: also)
  }
}
