import Dates
import Testing

@testable import NotebookFiles

/// What cannot be taken back stands in a history of the notebook, and what is taken out all the same is
/// told.
@Suite struct NotebookHistoryTests {
  private static func moment(_ hour: Int) throws -> Moment {
    try #require(Moment("2030-11-27T\(hour < 10 ? "0" : "")\(hour):30:00Z"))
  }

  /// Two hints, a question given up and one changed late.
  private static func worked() throws -> NotebookFile {
    var file = NotebookFile(exercise: "lamp", title: "Lamps", name: "a.md")
    file.countHint(of: "1.1", number: 1, costs: true, at: try moment(9), exercise: "lamp")
    file.countHint(of: "1.1", number: 2, costs: true, at: try moment(10), exercise: "lamp")
    file.skip("1.2", at: try moment(11), exercise: "lamp")
    file.countHint(of: "energy", number: 1, costs: true, at: try moment(12), exercise: "lamp")
    file.markLate(["1.3", "1.4"], at: try moment(13), exercise: "lamp")
    return file
  }

  /// What is told of a text: ids without `notebook-history-`, and what each is about.
  private static func told(_ text: String, exercise: String = "lamp") -> [String] {
    NotebookFile(text: text, name: "a.md").takenBack(exercise: exercise).map {
      let id = $0.remark.diagnostic.id.replacing("notebook-history-", with: "")
      return $0.subject.map { "\(id) \($0)" } ?? id
    }
  }

  @Test func eachDeedIsAnEntryThatFollowsOn() throws {
    let file = try Self.worked()
    let entries = NotebookHistory(file.history, exercise: "lamp")
    #expect(entries.firstBroken == nil)
    #expect(
      entries.entries.map(\.deed) == [
        .hint(of: "1.1", number: 1), .hint(of: "1.1", number: 2), .skip("1.2"),
        .hint(of: "energy", number: 1), .late("1.3"), .late("1.4"),
      ])
    #expect(entries.entries.map(\.time).first == (try Self.moment(9)))
    #expect(file.text.hasPrefix("---\nreckon: 1.1\nexercise: lamp\n"))
    #expect(file.history[0].wholeMatch(of: /2030-11-27T09:30:00Z hint 1\.1 1 [0-9a-f]{12}/) != nil)
    let again = NotebookFile(text: file.text, name: "a.md")
    #expect(again.history == file.history)
    #expect(again.problems.isEmpty)
    #expect(Self.told(file.text).isEmpty)
  }

  /// By the format's page: SHA-256 of what stands before, a line end and the entry's own text.
  @Test func theDigestIsThatOfTheFormat() {
    let time = Moment(seconds: 0)
    let one = NotebookHistory.adding(.skip("1.2"), at: time, to: [], exercise: "lamp")
    #expect(one == ["1970-01-01T00:00:00Z skip 1.2 0b40f796c239"])
    let two = NotebookHistory.adding(.late("1"), at: time, to: one, exercise: "lamp")
    #expect(two.last == "1970-01-01T00:00:00Z late 1 d454ced26c1a")
  }

  @Test func whatIsTakenOutIsTold() throws {
    let text = try Self.worked().text
    func without(_ old: String, _ new: String = "") throws -> [String] {
      try #require(text.contains(old))
      return Self.told(text.replacing(old, with: new))
    }
    #expect(try without("skipped: [\"1.2\"]\n") == ["skip 1.2"])
    #expect(try without("\"1.1\": 2", "\"1.1\": 1") == ["hints 1.1"])
    #expect(try without(", energy: 1") == ["hints energy"])
    #expect(
      try without("\"1.4\": 2030-11-27T13:30:00Z", "own: 2030-11-27T13:30:00Z") == ["late 1.4"])
    let history = NotebookFile(text: text, name: "a.md").history
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("history: ") })
    #expect(try without("\(line)\n") == ["missing"])
    for (place, entry) in history.enumerated().dropLast() {
      #expect(try without("\"\(entry)\", ") == ["broken"], "entry \(place)")
    }
    #expect(try without(history[1], history[2]).first == "broken")
    #expect(try without("skip 1.2", "skip 1.3").first == "broken")
    #expect(try without("T11:30", "T11:31").first == "broken")
    let own = "2030-11-27T11:00:00Z skip 1.1 0123456789ab"
    #expect(try without("\"\(history[2])\"", "\"\(own)\", \"\(history[2])\"") == ["broken"])
    #expect(try without(String(line), "history: 5") == ["broken"])
    #expect(Self.told(text, exercise: "other") == ["broken"])
  }

  @Test func aRemarkSaysWhatStandsThereAndBlamesNobody() throws {
    let text = try Self.worked().text.replacing("skipped: [\"1.2\"]\n", with: "")
    let file = NotebookFile(text: text, name: "a.md")
    let remark = try #require(file.takenBack(exercise: "lamp").first?.remark)
    #expect(
      remark.diagnostic.message
        == "1.2 was skipped on Wednesday 27 November 2030 at 11:30 UTC, and `skipped` does not say so any "
        + "more.")
    #expect(remark.diagnostic.severity == .notice)
    let line = text.split(separator: "\n").firstIndex { $0.hasPrefix("history") }
    #expect(remark.line == (line ?? 0) + 1)
  }

  /// A notebook is a text file, which people edit.
  @Test(arguments: [
    // Older notebooks have no history.
    ("reckon: 1.1", "reckon: 1", true), ("reckon: 1.1\n", "", true),
    // What was put in by hand.
    ("skipped: [\"1.2\"]", "skipped: [\"1.2\", \"1.5\"]", false),
    ("\"1.1\": 2", "\"1.1\": 3", false), ("\"1.1\": 2", "\"1.1\": 2, \"1.5\": 4", false),
    // Another order, another way of writing, notes and answers.
    ("skipped: [\"1.2\"]", "skipped:\n  - '1.2' # given up", false),
    ("exercise: lamp", "exercise: lamp # mine", false),
    ("# Lamps", "# My lamps\n\n## 1.1\n```reckon\npower = 5 W\n```\n", false),
    ("history: [", "history: [ ", false), ("reckon: 1.1\n", "own: x\nreckon: 1.1\n", false),
  ])
  func honestEditsAreNotTold(_ old: String, _ new: String, _ dropsHistory: Bool) throws {
    var text = try Self.worked().text
    try #require(text.contains(old))
    text = text.replacing(old, with: new)
    if dropsHistory {
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("history: ") })
      text = text.replacing("\(line)\n", with: "")
    }
    #expect(Self.told(text).isEmpty)
  }

  @Test func aHintThatCostsNothingIsNoPartOfIt() throws {
    var file = NotebookFile(exercise: "lamp", title: "", name: "a.md")
    file.countHint(of: "1.1", number: 1, costs: false, at: try Self.moment(9), exercise: "lamp")
    #expect(file.text == "---\nreckon: 1\nexercise: lamp\nhints: {\"1.1\": 1}\n---\n")
    // What was noted before the history began claims nothing in it.
    file.skip("1.2", at: try Self.moment(10), exercise: "lamp")
    #expect(Self.told(file.text).isEmpty)
    #expect(Self.told(file.text.replacing("hints: {\"1.1\": 1}\n", with: "")).isEmpty)
  }

  @Test func aNewerFormatStaysWhatItIsAndIsNotJudged() throws {
    var file = NotebookFile(text: "---\nreckon: 2\nskipped: [x]\n---\n", name: "a.md")
    #expect(file.takenBack(exercise: "lamp").isEmpty)
    file.skip("1.2", at: try Self.moment(10), exercise: "lamp")
    #expect(file.text.hasPrefix("---\nreckon: 2\n"))
    #expect(file.history.count == 1)
  }

  @Test func itGoesOnBehindEntriesThatDoNotHold() throws {
    let broken = try Self.worked().text.replacing("T11:30", with: "T11:31")
    var file = NotebookFile(text: broken, name: "a.md")
    file.skip("1.6", at: try Self.moment(14), exercise: "lamp")
    #expect(Self.told(file.text) == ["broken"])
    #expect(Self.told(file.text.replacing(", \"1.6\"]", with: "]")) == ["broken", "skip 1.6"])
  }

  @Test func itsLengthIsBounded() throws {
    var texts: [String] = []
    for number in 0..<2000 {
      texts = NotebookHistory.adding(
        .hint(of: "1.1", number: number + 1), at: try Self.moment(9), to: texts, exercise: "lamp")
    }
    #expect((300..<1000).contains(texts.count))
    #expect(texts.reduce(0) { $0 + $1.utf8.count } <= 24_000)
    #expect(NotebookHistory(texts, exercise: "lamp").firstBroken == nil)
    var file = NotebookFile(exercise: "lamp", title: "", name: "a.md")
    for (place, _) in texts.enumerated() {
      file.countHint(
        of: "1.1", number: place + 1, costs: true, at: try Self.moment(9), exercise: "lamp")
    }
    #expect(Self.told(file.text).isEmpty)
    #expect(
      Self.told(file.text.replacing("hints: {\"1.1\": ", with: "hints: {\"1.1\": 0")).count <= 20)
  }

  @Test func remarksAreBoundedAndControlsNotShown() throws {
    var texts: [String] = []
    for number in 0..<100 {
      texts = NotebookHistory.adding(
        .skip("\u{1B}[31m\(number)"), at: try Self.moment(9), to: texts, exercise: "lamp")
    }
    let list = texts.map { yamlScalar($0) }.joined(separator: ", ")
    let file = NotebookFile(text: "---\nreckon: 1.1\nhistory: [\(list)]\n---\n", name: "a.md")
    let told = file.takenBack(exercise: "lamp")
    #expect(told.count == 20)
    #expect(told.allSatisfy { !$0.remark.diagnostic.message.contains("\u{1B}") })
  }
}
