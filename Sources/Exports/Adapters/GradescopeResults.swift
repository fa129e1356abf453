import Reports
import Submissions

/// Gradescope's results.json (autograder documentation, specs).
struct GradescopeResults {
  let graded: GradedSubmission
  let metadata: GradescopeMetadata

  init(_ graded: GradedSubmission, metadata: GradescopeMetadata) {
    (self.graded, self.metadata) = (graded, metadata)
  }

  var value: JSONValue {
    .object([
      ("score", .number(graded.points)), ("output", .string(output)),
      ("output_format", .string("text")), ("visibility", .string("visible")),
      ("stdout_visibility", .string("hidden")), ("tests", .array(graded.tests.map(test))),
      (
        "extra_data",
        .object([
          ("reckon", .number(1)), ("waiting", .number(graded.waiting)),
          ("provisional", .number(graded.provisional)), ("late", .bool(!late.isEmpty)),
        ])
      ),
    ])
  }

  private func test(_ test: GradedSubmission.Test) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("number", .string(test.number)), ("name", .string(test.title)),
      ("score", .number(test.points)), ("max_score", .number(test.maximum)),
    ]
    if let isPassed = test.isPassed {
      members.append(("status", .string(isPassed ? "passed" : "failed")))
    }
    return .object(
      members + [
        ("output", .string(test.output)), ("output_format", .string("text")),
        ("visibility", .string("visible")),
      ])
  }

  private var output: String {
    let remarks = graded.remarks.map { AdapterWording.remark($0.name, $0.sentence) }
    let first = graded.isEmpty ? AdapterWording.empty : AdapterWording.standing(graded)
    return GradedSubmission.bounded(
      ([first] + late.map { AdapterWording.late(due: $0) } + remarks).joined(separator: "\n"))
  }

  /// Due dates that have passed when it was handed in: of exercises, else of the assignment.
  private var late: [String] {
    let own = graded.exercises.compactMap { exercise in
      exercise.graded?.isLate == true ? exercise.exercise.due : nil
    }
    if !own.isEmpty || graded.exercises.contains(where: { $0.exercise.due != nil }) {
      return own.first.map { [$0] } ?? []
    }
    guard graded.hasGrade, let created = metadata.created, let due = metadata.due,
      let moment = GradescopeMetadata.moment(due), created > moment
    else { return [] }
    return [due]
  }
}
