import Exercises

/// Reads the `answers` of a question.
struct ValuesReader {
  let fields: Fields
  let names: TakenNames

  private static let keys = ["expect", "unit", "weight", "also"] + JudgingReader.keys

  /// Judging keys beside `answers` hold for all of them. Names that are `given` cannot be asked.
  func answers(given: [Given]) -> [ValueAnswer] {
    let base = JudgingReader(fields: fields).judging()
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

  private func answer(_ pair: YAMLPair, base: Judging) -> ValueAnswer? {
    if let formula = pair.value.sourced, !formula.text.isEmpty {
      return ValueAnswer(name: pair.key, expect: formula, judging: base)
    }
    let owner = KeyOwner.answer(pair.key)
    guard
      let fields = Fields(pair.value, owner: owner, allowed: Self.keys, log: fields.log)
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
    let unit = fields.sourced("unit")
    let weight = fields.number("weight", .weight) ?? 1
    let judging = JudgingReader(fields: fields).judging(base: base)
    let also = fields.sourcedList("also").filter { name in
      if isName(name.text) || isColumn(name.text) { return true }
      fields.log.report(.badOtherName(found: name.text), line: name.line)
      return false
    }
    for name in also { names.take(name.text, at: SourceLocation(line: name.line)) }
    guard hasExpect, let expect = fields.sourced("expect") else { return nil }
    return ValueAnswer(
      name: pair.key, expect: expect, unit: unit, weight: weight, judging: judging,
      also: also.map(\.text))
  }
}
