import Testing

@testable import Tutoring

/// Zips of notebooks; what a student reads of handing in is in transcripts.
@Suite struct SessionSubmitTests {
  private static let other = "---\nexercise: other\n---\n"

  /// A session in a folder that has another notebook of the course.
  private func harness() throws -> SessionHarness {
    let files = [
      "course.md": "---\nreckon: 1\ntitle: Light & shade\nexercises: [other, lamp]\n---\n",
      "lamp.answers.md": "---\nexercise: lamp\nstudent: {id: \"345678\", name: Ada}\n---\n",
      "other.answers.md": Self.other,
    ]
    return try SessionHarness(SessionHarness.Setting(files: files, width: 400))
  }

  @Test func aZipHoldsTheNotebooksByteForByte() throws {
    let harness = try harness()
    harness.type("power = 60 W")
    harness.type(":submit")
    #expect(
      harness.zipped == [
        "light-shade-345678.zip": [
          SubmissionFolder.File(name: "other.answers.md", bytes: Array(Self.other.utf8)),
          SubmissionFolder.File(name: "lamp.answers.md", bytes: Array(harness.file.utf8)),
        ]
      ])
  }

  @Test func whatBecameOfTheZipIsSaid() throws {
    let harness = try harness()
    let recorder = ZipRecorder()
    harness.session.environment.submissions = recorder.submissions
    func submit(_ outcome: SubmissionFolder.ZipOutcome) -> String {
      recorder.outcome = outcome
      return harness.type(":submit").replacing(harness.folder + "/", with: "")
    }
    #expect(submit(.replaced).contains("Made anew: light-shade-345678.zip"))
    let taken = submit(.taken)
    #expect(taken.contains("light-shade-345678.zip is there already"))
    #expect(!taken.contains("Hand in light-shade"))
    #expect(
      submit(.failed("the disk is full")).contains(
        "light-shade-345678.zip cannot be made: the disk is full."))
  }

  @Test(arguments: [
    ("Light & shade", "345678", "light-shade-345678.zip"),
    ("../../etc/passwd", "a/../b\u{0}", "etc-passwd-a-b.zip"),
    ("Économie", "", "conomie.zip"), ("???", "…", "notebooks.zip"),
    ("-rf *", "--help", "rf-help.zip"), (String(repeating: "a", count: 300), "1", nil),
  ])
  func namesOfZipsAreSafe(_ title: String, _ id: String, _ name: String?) {
    let found = SubmissionFolder.zipName(of: title, studentID: id)
    if let name { #expect(found == name) }
    #expect(found.utf8.count <= 110)
    #expect(!found.hasPrefix(".") && !found.contains("/") && found.hasSuffix(".zip"))
  }
}
