import Exercises

/// Reads the `question` block of a section.
struct QuestionReader {
  let section: Section
  let names: TakenNames
  /// What the front matter says for all questions.
  let helps: QuestionHelps
  /// Whether model answers are withheld.
  var isReleased = false
  let log: ProblemLog

  /// Keys that every question may have.
  private static let commonKeys =
    ["points", "practice", "given", "hints", "misconceptions", "solution"] + QuestionHelps.keys

  /// Those of them that say nothing of model answers.
  static let releasedKeys = ["points", "practice", "hints", "hint_cost"]

  /// Of the question's block.
  private var place: SourceLocation { SourceLocation(line: section.question?.line ?? section.line) }

  func question() -> Question {
    var question = Question(
      id: section.id, title: section.title, line: section.line, prompt: section.prompt,
      body: .reading)
    question.charts = section.charts.compactMap(ChartReader(log: log).chart)
    question.liveTexts = section.liveTexts
    if !section.debriefs.isEmpty { question.debrief = section.debriefs.joined(separator: "\n\n") }
    guard let fence = section.question,
      let node = YAMLReader(log: log, firstLine: fence.firstLine).read(fence.text),
      let kind = kind(of: node), let fields = fields(node, kind)
    else { return question }

    if !fields.has("practice") { fields.require("points", at: place) }
    question.points = fields.number("points", .points) ?? 0
    question.isPractice = fields.truth("practice") ?? false
    question.given = fields.formulas("given", named: .given)
    let hints = fields.sourcedList("hints")
    let texts = TextCheck(log: log)
    for hint in hints { texts.check(hint) }
    question.hints = hints.map(\.text)
    let helps = QuestionHelps(fields, base: helps)
    question.hintCost = helps.hintCost
    question.derivesHints = helps.derivesHints
    question.maySkip = helps.maySkip
    question.misconceptions = fields.list("misconceptions").compactMap(misconception)
    let solution = fields.sourced("solution")
    texts.check(solution)
    question.solution = solution?.text
    let block = QuestionBlock(fields: fields, names: names, place: place, question: question)
    question.body = (isReleased ? kind.released.body : kind.body)(block) ?? .reading
    return question
  }

  private func kind(of node: YAMLNode) -> KindReader? {
    let keys = Set(node.pairs?.map(\.key) ?? [])
    let found = KindReader.all.compactMap { kind in
      kind.marks.first(where: keys.contains).map { (kind: kind, mark: $0) }
    }
    if found.count > 1 {
      let place = node.pairs?.first { $0.key == found[1].mark }?.place ?? node.place
      log.report(.kindsMixed(keys: found.map(\.mark)), at: place)
    }
    if let first = found.first { return first.kind }
    let all = Self.commonKeys + KindReader.all.flatMap(\.allKeys)
    _ = Fields(node, owner: .question, allowed: all, log: log)
    log.report(.kindMissing, at: place)
    return nil
  }

  /// The question's keys; one that belongs to another kind is said to be misplaced.
  private func fields(_ node: YAMLNode, _ kind: KindReader) -> Fields? {
    let allowed =
      isReleased
      ? Self.releasedKeys + kind.marks + kind.released.keys : Self.commonKeys + kind.allKeys
    let marks = Set(KindReader.all.flatMap(\.marks))
    let known = isReleased ? [] : KindReader.all.flatMap(\.allKeys)
    let misplaced = Set(known).subtracting(allowed)
    for pair in node.pairs ?? [] where misplaced.contains(pair.key) && !marks.contains(pair.key) {
      log.report(.keyMisplaced(key: pair.key, beside: kind.marks[0]), at: pair.place)
    }
    return Fields(
      node, owner: .question, allowed: allowed, reportedElsewhere: misplaced.union(marks), log: log)
  }

  private func misconception(_ node: YAMLNode) -> Misconception? {
    guard
      let fields = Fields(
        entryOf: "misconceptions", node, owner: .misconception, allowed: ["when", "say", "for"],
        log: log),
      fields.require("when", "say"), let when = fields.formula("when"),
      let say = fields.text("say")
    else { return nil }
    TextCheck(log: log).check(fields.sourced("say"))
    return Misconception(when: when, say: say, answer: fields.sourced("for"))
  }
}
