import Diagnostics
import Exercises

/// How the `question` block of one kind of question is read where model answers are withheld.
struct ReleasedKind: Sendable {
  /// Keys beside those that show the kind.
  let keys: [String]
  /// Nil where the block says too little to ask anything.
  let body: @Sendable (QuestionBlock) -> Question.Body?

  static let values = Self(keys: MarkingRulesReader.keysOfReleased + ["written"]) {
    .values($0.releasedAnswers())
  }
  static let function = Self(
    keys: ["unit", "takes", "tests", SealGrid.key] + MarkingRulesReader.keysOfReleased
  ) { $0.releasedFunction() }
  static let choice = Self(keys: ["choose"]) { $0.releasedChoice() }
  static let text = Self(keys: []) { $0.releasedText() }
}

extension QuestionBlock {
  private static let answerKeys =
    ["unit", "rows", "weight", "also", "written", SealGrid.key] + MarkingRulesReader.keysOfReleased

  fileprivate func releasedAnswers() -> [ValueAnswer] {
    let base = MarkingRulesReader(fields: fields).rules()
    return fields.mapping("answers", needsEntry: true).compactMap { pair in
      guard log.isName(pair, of: .answer),
        let fields = Fields(
          pair, owner: .answer(pair.key), allowed: Self.answerKeys, log: log)
      else { return nil }
      names.take(pair.key, at: pair.place)
      var answer = ValueAnswer(
        name: pair.key, expect: .withheld(line: pair.place.line), unit: fields.formula("unit"),
        weight: fields.number("weight", .weight) ?? 1,
        rules: MarkingRulesReader(fields: fields).rules(base: base), also: also(in: fields))
      answer.withheld = WithheldValue(
        rows: fields.number("rows", .rows).map { Int(bounded: $0) }, grid: fields.sealGrid())
      return answer
    }
  }

  fileprivate func releasedFunction() -> Question.Body? {
    guard let head = head() else { return nil }
    let rules = MarkingRulesReader(fields: fields, verdicts: MarkingRulesReader.verdicts).rules()
    var function = FunctionAnswer(
      name: head.name, parameters: head.parameters, expect: .withheld(line: place.line),
      unit: fields.formula("unit"), rules: rules,
      points: fields.has("tests") ? points(parameters: head.parameters) : [])
    let takes = fields.formulaList("takes")
    if !takes.isEmpty, takes.count != head.parameters.count {
      log.report(
        .takesLength(found: takes.count, parameters: head.parameters), at: fields.place(of: "takes")
      )
    }
    function.withheld = WithheldFunction(
      takes: takes.count == head.parameters.count ? takes : [], grid: fields.sealGrid())
    return .function(function)
  }

  fileprivate func releasedChoice() -> Question.Body? {
    let options = fields.sourcedList("options").map {
      TextCheck(log: log).check($0)
      return ChoiceAnswer.Option(text: $0.text, credit: .wrong)
    }
    if options.isEmpty { log.report(.emptyList(key: "options"), at: fields.place(of: "options")) }
    return .choice(ChoiceAnswer(count: count(options: options.count), options: options))
  }

  /// Criteria that a machine judges are not there, and of the others what is asked for alone.
  fileprivate func releasedText() -> Question.Body? {
    let criteria = fields.list("criteria").enumerated().compactMap { place, node in
      Fields(
        entryOf: "criteria", node, owner: .criterion, allowed: ["points", "asks"], log: log
      ).map { fields in
        TextAnswer.Criterion(
          id: "\(place + 1)", points: fields.number("points", .points) ?? 0, kind: .person(""),
          asks: fields.text("asks"), line: node.place.line)
      }
    }
    return .text(TextAnswer(sentences: sentences(), criteria: criteria, modelAnswers: []))
  }
}

extension MarkingRulesReader {
  /// Keys that say nothing of the model answer's value.
  static let keysOfReleased = keys.filter { !toleranceKeys.contains($0) }
}

extension SealGrid {
  /// Under which a file says it.
  public static let key = "seal"

  /// `relative 0.01`, `factor 2`, `linear 0.2`, `shifted 0.01 10`, `figures 2`, `range`; nil for any other
  /// text.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().compactMap { plainNumber($0) }
    guard numbers.count == words.count - 1, numbers.allSatisfy({ $0 > 1e-12 && $0 < 1e12 }) else {
      return nil
    }
    switch (words.first, numbers.count) {
    case ("relative", 1): self = .relative(numbers[0])
    case ("factor", 1): self = .factor(numbers[0])
    case ("linear", 1): self = .linear(numbers[0])
    case ("figures", 1):
      guard let count = Int(exactly: numbers[0]), (1...15).contains(count) else { return nil }
      self = .figures(count)
    case ("range", 0): self = .range
    case ("shifted", 2): self = .shifted(numbers[0], by: numbers[1])
    case _: return nil
    }
  }

  /// As a file says it.
  public var text: String {
    switch self {
    case .relative(let width): "relative \(width)"
    case .factor(let width): "factor \(width)"
    case .linear(let width): "linear \(width)"
    case .figures(let count): "figures \(count)"
    case .range: "range"
    case .shifted(let width, let shift): "shifted \(width) \(shift)"
    }
  }
}

extension Fields {
  fileprivate func sealGrid() -> SealGrid? {
    guard let text = text(SealGrid.key) else { return nil }
    if let grid = SealGrid(text) { return grid }
    log.report(.badSeal(found: text), at: place(ofValue: SealGrid.key))
    return nil
  }
}
