import Grading

/// The report of a notebook as one object, the contract for other programs.
public enum CheckJSON {
  /// - Parameter file: named in the object where several files are checked.
  public static func value(_ report: ExerciseReport, file: String? = nil) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("reckon", .number(1)), ("exercise", .string(report.exercise)),
    ]
    if let file { members.append(("file", .string(file))) }
    members += [
      ("score", .number(rounded(report.score))), ("maxScore", .number(report.maximum)),
      ("provisional", .number(rounded(report.provisional))),
      ("waiting", .number(rounded(report.waiting))),
      ("questions", .array(report.questions.map(question))),
    ]
    return .object(members)
  }

  private static func question(_ report: QuestionReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(report.id)), ("score", .number(rounded(report.score))),
      ("maxScore", .number(report.maximum)),
    ]
    if report.isSkipped { members.append(("skipped", .bool(true))) }
    if report.hintCost > 0 { members.append(("hintCost", .number(rounded(report.hintCost)))) }
    if report.provisional > 0 {
      members.append(("provisional", .number(rounded(report.provisional))))
    }
    if report.waiting > 0 { members.append(("waiting", .number(rounded(report.waiting)))) }
    members.append(("answers", .array(report.answers.map(answer))))
    return .object(members)
  }

  private static func answer(_ report: AnswerReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .string(report.name)), ("verdict", .string(report.verdict.rawValue)),
      ("cause", report.cause.map(cause) ?? .null), ("message", .string(report.message)),
    ]
    if !report.notices.isEmpty {
      members.append(("notices", .array(report.notices.map { .string($0) })))
    }
    if let rows = report.rows {
      members.append(("rows", .array(rows.map { .string($0.rawValue) })))
    }
    if let criteria = report.criteria {
      members.append(("criteria", .array(criteria.map(criterion))))
    }
    if let points = report.points {
      members.append(
        (
          "points",
          .array(
            points.map { point in
              .object([
                ("call", .string(point.call)), ("verdict", .string(point.verdict.rawValue)),
                ("message", .string(point.message)),
              ])
            })
        ))
    }
    return .object(members)
  }

  private static func criterion(_ report: CriterionReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(report.id)), ("kind", .string(report.kind.rawValue)),
      ("met", report.met.map { .bool($0) } ?? .null), ("message", .string(report.message)),
    ]
    if !report.contradictions.isEmpty {
      members.append(
        ("contradictions", .array(report.contradictions.map { .string($0) })))
    }
    return .object(members)
  }

  private static func cause(_ cause: Cause) -> JSONValue {
    var members = members(cause.kind, cause.names, cause.factor)
    if let second = cause.second {
      members.append(("and", .object(self.members(second.kind, second.names, second.factor))))
    }
    return .object(members)
  }

  private static func members(
    _ kind: Cause.Kind, _ names: [String], _ factor: Double?
  ) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(kind.rawValue)), ("names", .array(names.map { .string($0) })),
    ]
    if let factor { members.append(("factor", .number(factor))) }
    return members
  }

  /// Shares of points such as a third, without the digits that the computation adds.
  private static func rounded(_ points: Double) -> Double {
    (points * 1e6).rounded() / 1e6
  }
}
