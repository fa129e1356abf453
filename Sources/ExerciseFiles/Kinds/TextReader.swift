import Diagnostics
import Exercises

/// A question that asks for a few sentences.
extension KindReader {
  static let text = Self(
    marks: ["text", "criteria"], keys: ["model_answers"], body: { $0.text() }, released: .text)
}

extension QuestionBlock {
  private static let criterionKinds = ["mentions", "figures", "person"]

  fileprivate func text() -> Question.Body? {
    let criteria = fields.list("criteria").compactMap(criterion)
    var seen: Set<String> = []
    for item in criteria where !seen.insert(item.criterion.id).inserted {
      log.report(.criterionTwice(id: item.criterion.id), at: item.place)
    }
    let sum = criteria.reduce(0) { $0 + $1.criterion.points }
    if criteria.count == fields.node("criteria")?.items?.count ?? 0,
      abs(sum - question.points) > 1e-9
    {
      let place = fields.place(of: fields.has("criteria") ? "criteria" : "text")
      log.report(.criteriaPoints(sum: sum, points: question.points), at: place)
    }
    return .text(
      TextAnswer(
        sentences: sentences(), criteria: criteria.map(\.criterion), modelAnswers: modelAnswers()))
  }

  /// `text: {sentences: 1..6}`, or one number.
  func sentences() -> ClosedRange<Int>? {
    guard let node = fields.node("text") else { return nil }
    guard let text = Fields(node, owner: .text, allowed: ["sentences"], log: log) else {
      if node.shape != .nothing { fields.wrong("text", .mapping, node) }
      return nil
    }
    guard let found = text.text("sentences") else { return nil }
    let parts = found.split(separator: ".", omittingEmptySubsequences: false)
    let ends = (parts.count == 3 && parts[1].isEmpty ? [parts[0], parts[2]] : parts)
      .map { Int($0.trimmingBlank) ?? 0 }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1,
      last >= first, last <= NumberBound.mostCounted
    else {
      log.report(.badSentences(found: found), at: text.place(ofValue: "sentences"))
      return nil
    }
    return first...last
  }

  private func criterion(
    _ node: YAMLNode
  ) -> (criterion: TextAnswer.Criterion, place: SourceLocation)? {
    let keys = ["id", "points", "asks"] + Self.criterionKinds + ["at_least"]
    guard let fields = Fields(entryOf: "criteria", node, owner: .criterion, allowed: keys, log: log)
    else { return nil }
    let isComplete = fields.require("id", "points")
    let points = fields.number("points", .points)
    let id = fields.text("id")
    let found = Self.criterionKinds.filter(fields.has)
    guard found.count == 1 else {
      log.report(.criterionKind(id: id ?? "", found: found), at: fields.place)
      return nil
    }
    guard let kind = kind(fields, found[0]), isComplete, let id, let points else { return nil }
    let criterion = TextAnswer.Criterion(
      id: id, points: points, kind: kind, asks: fields.text("asks"), line: fields.place.line)
    return (criterion, fields.place)
  }

  private func kind(_ fields: Fields, _ key: String) -> TextAnswer.Criterion.Kind? {
    if fields.has("at_least"), key != "figures" {
      log.report(
        .keyUnknown(key: "at_least", owner: .criterion, allowed: ["id", "points", "asks", key]),
        at: fields.place(of: "at_least"))
    }
    switch key {
    case "person": return fields.text(key).map { .person($0) }
    case "figures":
      let figures = figures(fields)
      let least =
        fields.number("at_least", .positiveWhole).map { Int(bounded: $0) } ?? figures.count
      return figures.isEmpty ? nil : .figures(figures, atLeast: least)
    default:
      let terms = mentions(fields)
      return terms.isEmpty ? nil : .mentions(terms)
    }
  }

  /// Formulas, each by itself or with a name and a unit; a single one needs no list.
  private func figures(_ fields: Fields) -> [TextAnswer.Figure] {
    if let single = fields.node("figures"), single.sourced != nil || single.pairs != nil {
      return figure(single).map { [$0] } ?? []
    }
    return fields.list("figures", needsEntry: true).compactMap(figure)
  }

  private func figure(_ node: YAMLNode) -> TextAnswer.Figure? {
    if let formula = node.formula { return TextAnswer.Figure(formula) }
    let keys = ["value", "name", "unit"]
    guard let figure = Fields(node, owner: .figure, allowed: keys, log: log) else {
      log.wrongType("figures", .text, node, at: node.place)
      return nil
    }
    let name = figure.text("name")
    let unit = figure.formula("unit")
    guard figure.require("value"), let formula = figure.formula("value") else { return nil }
    return TextAnswer.Figure(formula, name: name, unit: unit)
  }

  /// A list of lists; a term without synonyms may stand by itself.
  private func mentions(_ fields: Fields) -> [[String]] {
    fields.list("mentions", .lists, needsEntry: true).compactMap { item in
      let terms = item.items ?? [item]
      let texts = terms.compactMap(\.text).filter { !$0.isEmpty }
      if texts.count == terms.count, !texts.isEmpty { return texts }
      log.wrongType("mentions", .lists, item, at: item.place)
      return nil
    }
  }

  private func modelAnswers() -> [TextAnswer.ModelAnswer] {
    if let node = fields.node("model_answers"), let text = node.text {
      TextCheck(log: log).check(node.sourced)
      return [TextAnswer.ModelAnswer(level: .full, text: text, line: node.place.line)]
    }
    return fields.mapping("model_answers").compactMap { pair in
      if let text = pair.value.text {
        TextCheck(log: log).check(pair.value.sourced)
        return TextAnswer.ModelAnswer(level: .init(pair.key), text: text, line: pair.place.line)
      }
      log.wrongType(pair.key, .text, pair.value, at: pair.place)
      return nil
    }
  }
}
