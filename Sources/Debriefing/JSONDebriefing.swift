import Dates
import ItemAnalysis
import Reports
import SectionedReports

/// A debriefing as one object for other programs. Units are those of Moodle: the facility index is
/// a share of 1, deviations and standard error are in points, indices, weights and alpha in
/// percent. What is quoted is quoted here too only where enough students have it in common.
enum JSONDebriefing {
  typealias Members = [(key: String, value: JSONValue)]

  static func value(_ debriefing: Debriefing) -> JSONValue {
    let statistics = debriefing.statistics
    let results = debriefing.results
    var members: Members = [
      ("reckon", .number(1)),
      ("exercise", results.map { .string($0.exercise) } ?? .null),
      ("title", .string(debriefing.title)),
      ("submissions", .number(Double(max(statistics.count, results?.counts.graded ?? 0)))),
    ]
    if let results {
      members.append(("due", results.due.map { .string($0.text) } ?? .null))
      members.append(("counts", counts(results.counts)))
    }
    members += whole(statistics)
    members.append(("questions", .array(questions(debriefing))))
    if let results {
      let asked = AskedSections(results, showsAll: debriefing.options.showsEverythingAsked)
      members.append(("asked", asked.json))
    }
    return .object(members)
  }

  // MARK: Statistics

  private static func whole(_ statistics: TestStatistics) -> Members {
    var members: Members = [
      ("maximum", .number(statistics.maximum)), ("highest", number(statistics.highest)),
      ("lowest", number(statistics.lowest)),
    ]
    let estimates: [(String, Estimate)] = [
      ("mean", statistics.mean), ("median", statistics.median),
      ("standardDeviation", statistics.standardDeviation), ("skewness", statistics.skewness),
      ("kurtosis", statistics.kurtosis), ("cronbachAlpha", statistics.cronbachAlpha),
      ("errorRatio", statistics.errorRatio), ("standardError", statistics.standardError),
    ]
    members += estimates.flatMap { self.members($0.0, $0.1) }
    members.append(("distribution", distribution(statistics.distribution)))
    return members
  }

  private static func members(_ name: String, _ estimate: Estimate) -> Members {
    let interval = estimate.interval.map { interval in
      JSONValue.array([.number(interval.low), .number(interval.high)])
    }
    return [(name, number(estimate.value)), (name + "Interval", interval ?? .null)]
  }

  /// Null for each where there is no item.
  private static func members(_ item: ItemStatistics?) -> Members {
    let none = Estimate(nil)
    return [("mean", number(item?.mean))]
      + members("facilityIndex", item?.facilityIndex ?? none)
      + [("standardDeviation", number(item?.standardDeviation))]
      + members("discriminationIndex", item?.discriminationIndex ?? none)
      + [
        ("discriminativeEfficiency", number(item?.discriminativeEfficiency)),
        ("effectiveWeight", number(item?.effectiveWeight)),
        ("distribution", distribution(item?.distribution ?? [])),
      ]
  }

  private static func distribution(_ counts: [ScoreCount]) -> JSONValue {
    .array(
      counts.map { .object([("score", .number($0.score)), ("count", .number(Double($0.count)))]) })
  }

  private static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  private static func count(_ value: Int) -> JSONValue { .number(Double(value)) }

  /// On one line, and of a length that a reader can take.
  private static func text(_ text: String) -> JSONValue { .string(shortText(text, limit: 200)) }

  // MARK: The class

  private static func counts(_ counts: ClassResults.Counts) -> JSONValue {
    .object([
      ("graded", count(counts.graded)), ("late", count(counts.late)),
      ("editedAfterDue", count(counts.editedAfterDue)), ("takenBack", count(counts.takenBack)),
      ("missing", count(counts.missing)),
      ("duplicates", count(counts.duplicates)), ("wrongExercise", count(counts.wrongExercise)),
      ("empty", count(counts.empty)), ("unreadable", count(counts.unreadable)),
    ])
  }

  private static func questions(_ debriefing: Debriefing) -> [JSONValue] {
    let items = Dictionary(
      debriefing.statistics.items.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard let results = debriefing.results else {
      return debriefing.statistics.items.map { item in
        .object([("id", .string(item.name)), ("maximum", .number(item.maximum))] + members(item))
      }
    }
    return results.questions.map { question in
      var all: Members = [
        ("id", .string(question.id)), ("title", text(question.title)),
        ("kind", .string(question.kind.rawValue)), ("practice", .bool(question.isPractice)),
        ("maximum", .number(question.maximum)),
      ]
      all += members(items[question.id])
      all += [
        ("attempts", count(question.attempts)), ("skips", count(question.skips)),
        ("hintUsers", count(question.hintUsers)), ("hints", count(question.hints)),
        (
          "tries",
          .object(question.tries.sorted { $0.key < $1.key }.map { ("\($0.key)", count($0.value)) })
        ),
        ("waiting", count(question.waiting)),
        ("answers", .array(question.answers.map(answer))),
      ]
      if !question.options.isEmpty {
        all.append(
          (
            "options",
            .array(
              question.options.map { option in
                .object([
                  ("text", text(option.text)), ("count", count(option.count)),
                  ("right", option.isRight.map { .bool($0) } ?? .null),
                ])
              })
          ))
      }
      if !question.criteria.isEmpty {
        all.append(
          (
            "criteria",
            .array(
              question.criteria.map { criterion in
                .object([
                  ("id", .string(criterion.id)), ("met", count(criterion.met)),
                  ("missed", count(criterion.missed)), ("open", count(criterion.open)),
                ])
              })
          ))
      }
      return .object(all)
    }
  }

  private static func answer(_ answer: ClassResults.Answer) -> JSONValue {
    let fewest = Debriefing.fewestForQuotation
    let rare = answer.errors.filter { $0.count > 0 && $0.count < fewest }
    return .object([
      ("name", text(answer.name)),
      (
        "verdicts",
        .object(answer.verdicts.sorted { $0.key < $1.key }.map { ($0.key, count($0.value)) })
      ),
      ("errors", .array(answer.errors.filter { $0.count >= fewest }.map(error))),
      (
        "otherErrors",
        .object([
          ("ways", count(rare.count)), ("students", count(rare.reduce(0) { $0 + $1.count })),
        ])
      ),
    ])
  }

  private static func error(_ error: ClassResults.Error) -> JSONValue {
    let values = error.values.filter { $0.count >= Debriefing.fewestForQuotation }
    return .object([
      ("cause", error.cause.map(text) ?? .null),
      ("names", .array(error.names.prefix(20).map(text))),
      ("factor", number(error.factor)), ("units", .array(error.units.prefix(20).map(text))),
      ("verdict", text(error.verdict)), ("count", count(error.count)),
      ("roots", count(error.roots)), ("inherited", count(error.inherited)),
      ("text", .string(ClassCauses.phrase(error).plain)),
      (
        "values",
        .array(
          values.map {
            .object([
              ("text", text($0.text)), ("count", count($0.count)),
            ])
          })
      ),
    ])
  }
}
