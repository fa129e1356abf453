import Files
import Reports

extension ExportFormat {
  /// A question for PrairieLearn with an external grader: its folder goes into the course's
  /// `questions` (PrairieLearn: docs/externalGrading.md).
  static let prairieLearn = ExportFormat(
    name: "prairielearn", makes: .folder,
    help: "a question for PrairieLearn, of an exercise",
    maker: .grader { order throws(ExportRefusal) in
      guard order.exercises.count == 1, let exercise = order.exercises.first?.exercise else {
        throw .oneExercise
      }
      let image = try order.program.image(among: GraderImage.prairieLearn)
      let question = PrairieLearnQuestion(
        id: exercise.id, title: exercise.title, requires: exercise.requires, image: image)
      let run = GraderScripts.prairieLearnRun(order.exerciseOptions)
      let tests = try order.exerciseFiles().map { file in
        Export.File(path: "tests/" + file.path, bytes: file.bytes)
      }
      return Export(
        files: [
          Export.File(path: "info.json", bytes: Array(question.info.utf8)),
          Export.File(path: "question.html", bytes: Array(question.page.utf8)),
          Export.File(path: "tests/run.sh", bytes: Array(run.utf8), isProgram: true),
        ] + order.programFiles(in: "tests/") + tests, count: 1, notices: [.image(image)])
    })
}

/// The files that say what the question is.
private struct PrairieLearnQuestion {
  let id: String
  let title: String
  /// Exercises whose answers it may use.
  let requires: [String]
  let image: GraderImage

  /// A new question has a number that no other has; this one has the same whenever it is exported.
  private var uuid: String {
    var digits = Array("\(Digest(of: Array("reckon \(id)".utf8)))".prefix(32))
    // RFC 9562: made of a name, and of its variant.
    (digits[12], digits[16]) = ("5", "8")
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return parts.joined(separator: "-")
  }

  var info: String {
    JSONValue.object([
      ("uuid", .string(uuid)), ("title", .string(title)), ("topic", .string("Reckon")),
      ("type", .string("v3")), ("singleVariant", .bool(true)),
      ("gradingMethod", .string("External")),
      (
        "externalGradingOptions",
        .object([
          ("enabled", .bool(true)), ("image", .string(image.docker)),
          ("entrypoint", .string("/grade/tests/run.sh")),
          ("timeout", .number(Double(GraderScripts.prairieLearnTimeout))),
        ])
      ),
    ]).indentedText + "\n"
  }

  var page: String {
    let names = ([id] + requires).map { "\($0).answers.md" }.joined(separator: ",")
    // One of them may be missing: its model answers stand for it.
    let optional = requires.isEmpty ? "" : " allow-blank=\"true\""
    return """
      <pl-question-panel>
        <p>\(ExportWording.handIn(id))</p>
        <pl-file-upload file-names="\(names)"\(optional)></pl-file-upload>
      </pl-question-panel>
      <pl-submission-panel>
        <pl-external-grader-results></pl-external-grader-results>
        <pl-file-preview></pl-file-preview>
      </pl-submission-panel>

      """
  }
}
