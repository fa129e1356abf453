import Exercises

/// Reads the `question` block of a section.
struct QuestionReader {
  let section: Section
  let names: TakenNames
  /// What the front matter says for all questions.
  let helps: QuestionHelps
  let log: ProblemLog

  /// Keys that every question may have.
  private static let commonKeys =
    [
      "points", "practice", "given", "hints", "misconceptions", "solution",
    ] + QuestionHelps.keys

  func question() -> Question {
    var question = Question(
      id: section.id, title: section.title, line: section.line, prompt: section.prompt,
      body: .reading, charts: section.charts.compactMap(ChartReader(log: log).chart))
    question.liveTexts = section.liveTexts
    if !section.debriefs.isEmpty {
      question.debrief = section.debriefs.joined(separator: "\n\n")
    }
    guard let fence = section.question,
      let node = YAMLReader(log: log, firstLine: fence.firstLine).read(fence.text),
      let reader = reader(of: node), let fields = fields(node, reader)
    else { return question }

    question.points = points(fields)
    question.isPractice = fields.truth("practice") ?? false
    question.given = fields.formulas("given", named: .given)
    question.hints = fields.sourcedList("hints").map(\.text)
    let helps = QuestionHelps(fields, base: helps)
    question.hintCost = helps.hintCost
    question.maySkip = helps.maySkip
    question.misconceptions = fields.list("misconceptions").compactMap(misconception)
    question.solution = fields.text("solution")
    let block = QuestionBlock(
      fields: fields, names: names, place: SourceLocation(line: fence.line), question: question)
    question.body = reader.init(block).body() ?? .reading
    return question
  }

  private func reader(of node: YAMLNode) -> (any KindReader.Type)? {
    let keys = Set(node.pairs?.map(\.key) ?? [])
    let found = kindReaders.compactMap { reader in
      reader.marks.first(where: keys.contains).map { (reader, $0) }
    }
    if found.count > 1 {
      let place = node.pairs?.first { $0.key == found[1].1 }?.place ?? node.place
      log.report(.kindsMixed(keys: found.map(\.1)), at: place)
    }
    if let (reader, _) = found.first { return reader }
    let all = Self.commonKeys + kindReaders.flatMap { $0.allKeys }
    _ = Fields(node, owner: .question, allowed: all, log: log)
    log.report(.kindMissing, line: section.question?.line ?? section.line)
    return nil
  }

  /// The question's keys; one that belongs to another kind is said to be misplaced.
  private func fields(_ node: YAMLNode, _ reader: any KindReader.Type) -> Fields? {
    let allowed = Self.commonKeys + reader.allKeys
    let marks = Set(kindReaders.flatMap { $0.marks })
    let misplaced = Set(kindReaders.flatMap { $0.allKeys }).subtracting(allowed)
    for pair in node.pairs ?? [] where misplaced.contains(pair.key) && !marks.contains(pair.key) {
      log.report(.keyMisplaced(key: pair.key, beside: reader.marks[0]), at: pair.place)
    }
    return Fields(
      node, owner: .question, allowed: allowed, reportedElsewhere: misplaced.union(marks),
      log: log)
  }

  private func points(_ fields: Fields) -> Double {
    if !fields.has("practice") {
      fields.require("points", at: SourceLocation(line: section.question?.line ?? section.line))
    }
    return fields.number("points", .points) ?? 0
  }

  private func misconception(_ node: YAMLNode) -> Misconception? {
    guard
      let fields = Fields(node, owner: .misconception, allowed: ["when", "say", "for"], log: log)
    else {
      log.report(
        .wrongType(key: "misconceptions", expected: .mapping, found: node.shape), at: node.place)
      return nil
    }
    let complete = [fields.require("when"), fields.require("say")]
    guard !complete.contains(false), let when = fields.formula("when"),
      let say = fields.text("say")
    else { return nil }
    return Misconception(when: when, say: say, answer: fields.sourced("for"))
  }
}
