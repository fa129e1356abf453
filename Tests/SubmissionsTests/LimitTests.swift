import Reports
import Testing

@testable import Submissions

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  @Test func ofALongerListThatIsTold() {
    let text = "id,name\n1,Ada\n2,Bob\n"
    let whole = RosterReader(text, name: "l.csv", limit: 2)
    #expect(whole.problems.isEmpty)
    let cut = RosterReader(text, name: "l.csv", limit: 1)
    #expect(cut.problems.map(\.diagnostic.id) == ["roster-too-long"])
    #expect(cut.problems.map(\.line) == [3])
    #expect(cut.roster.people.map(\.id) == ["1"])
  }

  @Test func aRecordOfMoreNotebooksIsTold() throws {
    func record(_ count: Int) -> [UInt8] {
      let texts = Array(repeating: "\"a\"", count: count).joined(separator: ",")
      return Array("{\"notebooks\": [\(texts)]}".utf8)
    }
    let limit = SubmissionRecord.notebookLimit
    _ = try SubmissionRecord.read(record(limit)).submission.get()
    #expect(throws: SubmissionRecord.Fault.tooManyNotebooks(limit: limit)) {
      try SubmissionRecord.read(record(limit + 1)).submission.get()
    }
  }
}
