import Exercises

/// A question with `answers`; keys of the marking rules hold for all that do not say otherwise.
extension KindReader {
  static let values = Self(
    marks: ["answers"], keys: MarkingRulesReader.keysOfValues, body: { .values($0.answers()) },
    released: .values)
}

extension QuestionBlock {
  private static let answerKeys =
    ["expect", "or", "unit", "weight", "also"] + MarkingRulesReader.keysOfValues

  /// Names that are `given` cannot be asked.
  fileprivate func answers() -> [ValueAnswer] {
    let base = MarkingRulesReader(fields: fields).rules()
    let pairs = fields.mapping("answers", needsEntry: true)
    return pairs.enumerated().compactMap { place, pair in
      guard log.isName(pair, of: .answer) else { return nil }
      if Self.isKey(pair) {
        let owner = pairs[..<place].last { !Self.isKey($0) }
        log.report(.keyAsAnswer(pair, after: owner), at: pair.place)
        return nil
      }
      if question.given.contains(where: { $0.name == pair.key }) {
        let line = fields.place(of: "given").line
        log.report(.answerTwice(name: pair.key, firstLine: line), at: pair.place)
      }
      names.take(pair.key, at: pair.place)
      return answer(pair, base: base)
    }
  }

  /// Whether what stands as an answer is a key that belongs to one: `unit: MPa`. A weight, a range
  /// and the like may be asked for too.
  private static func isKey(_ pair: YAMLPair) -> Bool {
    guard answerKeys.contains(pair.key),
      pair.value.pairs?.contains(where: { $0.key == "expect" }) != true
    else { return false }
    switch pair.key {
    case "weight": return pair.value.text.flatMap(plainNumber) != nil
    case "range": return pair.value.items != nil
    default: return true
    }
  }

  private func answer(_ pair: YAMLPair, base: MarkingRules) -> ValueAnswer? {
    if let formula = pair.value.formula {
      return ValueAnswer(name: pair.key, expect: formula, rules: base)
    }
    let owner = KeyOwner.answer(pair.key)
    if pair.value.shape == .nothing {
      log.report(.keyMissing(key: "expect", owner: owner), at: pair.place)
      return nil
    }
    guard let fields = Fields(pair, owner: owner, allowed: Self.answerKeys, log: log) else {
      return nil
    }
    let hasExpect = fields.require("expect", at: pair.place)
    let alternatives = fields.formulaList("or")
    let unit = fields.formula("unit")
    let weight = fields.number("weight", .weight) ?? 1
    let rules = MarkingRulesReader(fields: fields).rules(base: base)
    let also = also(in: fields)
    guard hasExpect, let expect = fields.formula("expect") else { return nil }
    var answer = ValueAnswer(
      name: pair.key, expect: expect, unit: unit, weight: weight, rules: rules, also: also)
    answer.alternatives = alternatives
    return answer
  }

  /// Other names and columns under which an answer is taken.
  func also(in fields: Fields) -> [AuthorFormula] {
    let also = fields.formulaList("also").filter { name in
      if isName(name.text) || isColumn(name.text) { return true }
      log.report(.badOtherName(found: name.text), line: name.line)
      return false
    }
    for name in also { names.take(name.text, at: SourceLocation(line: name.line)) }
    return also
  }
}
