import Grading

@testable import Tutoring

/// Takes what a session puts into zips, instead of a zip program.
final class ZipRecorder {
  /// Files by the name of the zip.
  private(set) var zips: [String: [SubmissionFolder.File]] = [:]
  var outcome = SubmissionFolder.ZipOutcome.made

  /// Of the other notebooks of the folder one can be told: that of `other`, of the student 111.
  var submissions: SubmissionFolder {
    SubmissionFolder(
      standing: { path in
        path.hasSuffix("other.answers.md")
          ? SubmissionFolder.NotebookStatus(
            report: ExerciseReport(exercise: "other", questions: []), studentID: "111")
          : nil
      },
      zip: { [unowned self] files, path in
        zips[path.split(separator: "/").last.map(String.init) ?? ""] = files
        return outcome
      })
  }
}
