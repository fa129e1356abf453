import ClassTesting
import Submissions
import Testing

@testable import Gradebook

@Suite struct ClassMarksTests {
  @Test func marksAreOfAllWhoBelongToTheClassOrHaveHandedIn() throws {
    let course = try TestClass()
    course.roster = Roster([
      Roster.Person(id: "1", name: "Ada", email: "ada@x"), Roster.Person(id: "2", name: "Bob"),
      Roster.Person(id: "3", name: "Carl"),
    ])
    func path(_ name: String) -> String { "\(name)_assignsubmission_file" }
    try course.write(TestClass.notebook(TestClass.right), to: path("Ada_71") + "/a.answers.md")
    try course.write("PK", to: path("Carl_73") + "/a.zip")
    // Whatever number a notebook claims.
    try course.write(
      TestClass.notebook("total_number_queries = 1", id: "1"), to: path("Eve_74") + "/a.answers.md")
    try course.grade()
    let marks = try #require(try Gradebook(path: course.bookPath).marks(of: "chatgpt-footprint"))
    #expect(marks.title == "ChatGPT footprint")
    #expect(marks.maximum == 2)
    #expect(marks.questions.map(\.id) == ["2.1.1", "2.2.1"])
    #expect(marks.hasRoster)
    #expect(marks.students.map(\.name) == ["Ada", "Bob", "Carl", "Eve"])
    #expect(marks.students.map(\.submission) == ["71", "", "", "74"])
    #expect(marks.students.map(\.standing) == [.graded, nil, .unreadable, .graded])
    #expect(marks.students.map(\.isExpected) == [true, true, true, false])
    #expect(marks.students.map(\.points?.score) == [2, nil, nil, 0])
    #expect(marks.students[0].marks["2.1.1"] == ClassMarks.Points(score: 1))
    #expect(marks.students[0].email == "ada@x")
    #expect(marks.students[1].marks.isEmpty)
  }

  @Test func anExerciseThatIsNotThereHasNoMarks() throws {
    let course = try TestClass()
    let marks = try Gradebook(path: course.bookPath).marks(of: "kettle")
    #expect(marks == nil)
  }
}
