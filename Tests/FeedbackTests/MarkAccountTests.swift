import ClassTesting
import Dates
import ExerciseFiles
import Gradebook
import NotebookGrading
import Testing

@testable import Feedback

@Suite struct MarkAccountTests {
  private let course: TestClass
  private let book: Gradebook

  init() throws {
    course = try TestClass.ofEssays(["ada": "The resistance of its wire, at 2.3 kW."])
    try course.write(
      TestClass.essay("It is *hot*.", power: "230 V * 9 A"), to: "bob/essay.answers.md")
    try course.grade()
    book = try Gradebook(path: course.bookPath)
  }

  private func account(
    _ student: String, for reader: MarkAccount.Reader = .student
  ) throws -> MarkAccount {
    let grade = try #require(try book.account(exercise: "essay", student: student))
    return MarkAccount(grade, for: reader, opened: course.opened("essay"), zone: .utc)
  }

  private func give(
    _ points: Double?, to part: Review.Part, of student: String, _ question: String,
    by reviewer: String, why: String = ""
  ) throws {
    let work = try #require(
      try book.work(exercise: "essay", question: question, student: student))
    try book.keep([
      Review(
        exercise: "essay", student: student, question: question, part: part,
        ruling: .points(points), why: why, reviewer: reviewer, time: "2024-12-02T10:00:00+01:00",
        work: work.work, stroke: "s",
        replaces: work.current.filter { $0.part == part }.map(\.id))
    ])
  }

  @Test func anAnswerTellsWhatWasTypedAskedForAndFound() throws {
    let text = try account("bob").report.markdown
    #expect(text.contains("`power = 230 V * 9 A`, which gives"))
    #expect(text.contains("Asked for: a value in `kW`."))
    #expect(text.contains("## 2 Power: 0.25 of 1"))
    #expect(text.contains("`power`: wrong, 0 of 0.75"))
    #expect(text.contains("Inherited: the slip was made in an earlier answer"))
    #expect(text.contains("`energy`: right on earlier answers, 0.25 of 0.25"))
  }

  @Test func noReferenceValueIsTold() throws {
    for reader in [MarkAccount.Reader.student, .assistant] {
      let report = try account("bob", for: reader).report
      for text in [report.markdown, report.page] {
        for secret in ["2.3 kW", "2300", "276", "230 V * 10 A"] { #expect(!text.contains(secret)) }
      }
    }
  }

  @Test func whoDecidedWhenAndWhyIsTold() throws {
    try give(0.5, to: .answer("power"), of: "bob", "2", by: "Rea", why: "A blurred figure.")
    let text = try account("bob").report.markdown
    #expect(text.contains("Rea gave 0.5 on Monday 2 December 2024, 09:00: A blurred figure."))
    #expect(text.contains("`power`: wrong, 0.5 of 0.75"))
    #expect(text.contains("## 2 Power: 0.75 of 1"))
  }

  @Test func whatWasDecidedBeforeIsForAssistantsAlone() throws {
    try give(0, to: .criterion("argued"), of: "ada", "1", by: "Rea", why: "A leap.")
    try give(1, to: .criterion("argued"), of: "ada", "1", by: "Sam")
    let told = try account("ada", for: .assistant).report.markdown
    #expect(told.contains("Before: Rea gave 0"))
    #expect(told.contains("`argued`"))
    let student = try account("ada").report.markdown
    #expect(!student.contains("A leap."))
    // The author's word for a criterion may be the one that is looked for.
    #expect(!student.contains("`argued`"))
    #expect(student.contains("Sam gave 1"))
  }

  @Test func whatIsNotFinalIsSaid() throws {
    #expect(
      try account("ada").report.lead.map(\.plain).contains(
        "Not final: 1 point found in texts, to be confirmed by a person, and 1 point to be given by"
          + " a person."))
    for part in ["cause", "figure", "argued"] {
      try give(0, to: .criterion(part), of: "ada", "1", by: "Rea")
    }
    #expect(try !account("ada").report.markdown.contains("Not final"))
  }

  @Test func aLaterRunIsToldWithItsReason() throws {
    try course.write(TestClass.essay("It is hot."), to: "bob/essay.answers.md")
    try course.grade()
    #expect(
      try account("bob").report.markdown.contains("since another notebook was handed in."))
  }

  @Test func namesInWhatIsSaidAreNames() throws {
    try course.write(TestClass.essay("", power: "pover * 2"), to: "dora/essay.answers.md")
    try course.grade()
    #expect(try !account("dora").report.page.contains("`"))
    #expect(try account("dora").report.page.contains("<code>pover</code>"))
  }

  @Test func aStudentsSignsAreNoMarkup() throws {
    let report = try account("bob").report
    #expect(report.markdown.contains("It is \\*hot\\*."))
    #expect(report.page.contains("It is *hot*."))
    try course.write(TestClass.essay("<script>alert(1)</script>"), to: "eve/essay.answers.md")
    try course.grade()
    #expect(try !account("eve").report.page.contains("<script"))
  }
}
