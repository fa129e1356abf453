import Foundation
import Testing

@testable import Tutoring

@Suite struct SessionSubmitTests {
  private static let nameless = "---\nexercise: lamp\nstudent: {id: \"\", name: \"\"}\n---\n"

  @Test func whatIsMissingAndInDoubtIsSaid() throws {
    let harness = try DueHarness(notebook: Self.nameless)
    harness.type("power = 60")
    harness.type(":undo")
    harness.type("power = 60")
    #expect(
      harness.type(":submit") == """
        ✗ Left: 1.1, 1.2, 1.3 (3 of 3 questions).
        ~ In doubt, for less than full marks: power.
        ✗ Your student id and name are missing: `:student` asks for them.
        No notebook here yet of other, an exercise of the same course.
        0.5 of 3 points so far.
        Due Sunday 1 December 2030, 23:59 (in 3 days 4 hours).

        Hand in lamp.answers.md.
        """)
  }

  @Test func aWholeNotebookLacksNothing() throws {
    let harness = try DueHarness(at: "2030-12-02T08:00:00Z")
    for line in ["power = 60 W", "energy = power * 10 h", ":goto 1.3", "A text."] {
      harness.type(line)
    }
    #expect(
      harness.type(":submit") == """
        ✓ Nothing is missing.
        No notebook here yet of other, an exercise of the same course.
        2 of 3 points so far, 1 waits for a person.
        It was due Sunday 1 December 2030, 23:59, 8 hours 1 minute ago.
        Changed after the due date: 1.1, 1.2, 1.3.

        Hand in lamp.answers.md.
        """)
  }

  @Test func practiceAndPollsAreNeitherLeftNorInDoubt() throws {
    let harness = try SessionHarness("trip")
    harness.type(lines: [
      "distance = 40 km", "trip_emissions = 8 kg CO2e", "people = 3.0001 km", ":goto 1.3", "So.",
    ])
    let shown = harness.type(":submit")
    #expect(!shown.contains("Left:"))
    #expect(!shown.contains("In doubt"))
    #expect(shown.contains("Not counted, and still open: 1.2, 1.4."))
  }

  @Test func mistakesInTheFileAreCounted() throws {
    let harness = try DueHarness(
      width: 400,
      notebook:
        "---\nexercise: lamp\nstudent: {id: 1, name: A}\n---\n## 1.1\n```reckon\nx = = 2\n```\n")
    #expect(
      harness.type(":submit").contains(
        "1 line has a mistake: `reckon check lamp.answers.md` shows it."))
  }

  @Test func withAnotherNotebookOfTheCourseAZipIsMade() throws {
    let harness = try DueHarness()
    let other = "---\nexercise: other\n---\n"
    try harness.write("other.answers.md", other)
    try harness.write("stranger.answers.md", "not of the course")
    harness.type("power = 60 W")
    let shown = harness.type(":submit")
    #expect(!shown.contains("No notebook here yet"))
    #expect(
      shown.hasSuffix(
        """
        Made light-shade-345678.zip, which holds:
          other.answers.md  0 of 0 points
          lamp.answers.md  1 of 3 points, 2 questions left
        other.answers.md has the student id 111, and this notebook 345678.
        Hand in light-shade-345678.zip.
        It stays as it is: after a change, `:submit` again makes it anew.
        """))
    #expect(
      harness.zips == [
        "light-shade-345678.zip": [
          SubmissionFolder.File(name: "other.answers.md", bytes: Array(other.utf8)),
          SubmissionFolder.File(name: "lamp.answers.md", bytes: Array(harness.file.utf8)),
        ]
      ])
    harness.zipOutcome = .replaced
    #expect(harness.type(":submit").contains("Made anew: light-shade-345678.zip"))
  }

  @Test func aZipThatIsNotOursIsLeftAsItIs() throws {
    let harness = try DueHarness(width: 400)
    try harness.write("other.answers.md", "")
    harness.zipOutcome = .taken
    let taken = harness.type(":submit")
    #expect(taken.contains("light-shade-345678.zip is there already"))
    #expect(!taken.contains("Hand in light-shade"))
    harness.zipOutcome = .failed("the disk is full")
    #expect(
      harness.type(":submit").contains("light-shade-345678.zip cannot be made: the disk is full."))
  }

  @Test func aloneTheNotebookIsHandedIn() throws {
    let harness = try DueHarness(hasCourse: false)
    try harness.write("other.answers.md", "")
    #expect(harness.type(":submit").hasSuffix("Hand in lamp.answers.md."))
    #expect(harness.zips.isEmpty)
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
