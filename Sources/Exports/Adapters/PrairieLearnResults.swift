import Reports

/// PrairieLearn's results.json (docs/externalGrading.md).
struct PrairieLearnResults {
  let graded: GradedSubmission

  init(_ graded: GradedSubmission) { self.graded = graded }

  /// Bytes that PrairieLearn takes, and some room.
  private static let limit = 1_000_000
  /// Characters of a test's output where all of it would be too much.
  private static let shortOutput = 500

  var value: JSONValue {
    let whole = value(outputLimit: GradedSubmission.outputLimit)
    return whole.text.utf8.count <= Self.limit ? whole : value(outputLimit: Self.shortOutput)
  }

  private func value(outputLimit: Int) -> JSONValue {
    let remarks = graded.remarks.map { AdapterWording.remark($0.name, $0.sentence) }
    guard graded.hasGrade else {
      // An attempt that cannot be graded costs the student nothing.
      let nothing = graded.exercises.map { AdapterWording.nothingFor($0.exercise.id) }
      let errors = graded.isEmpty ? [AdapterWording.empty] : nothing + remarks
      return .object([
        ("gradable", .bool(false)), ("format_errors", .array(errors.map { .string($0) })),
      ])
    }
    let score = graded.maximum > 0 ? min(max(graded.points / graded.maximum, 0), 1) : 0
    return .object([
      ("gradable", .bool(true)), ("score", .number(score)),
      ("message", .string(AdapterWording.standing(graded))),
      ("output", .string(GradedSubmission.bounded(remarks.joined(separator: "\n")))),
      ("tests", .array(graded.tests.map { Self.test($0, outputLimit) })),
    ])
  }

  private static func test(_ test: GradedSubmission.Test, _ limit: Int) -> JSONValue {
    .object([
      ("name", .string("\(test.number) \(test.title)")), ("points", .number(test.points)),
      ("max_points", .number(test.maximum)),
      ("output", .string(GradedSubmission.bounded(test.output, limit: limit))),
    ])
  }
}
