import Foundation
import Synchronization
import Testing

@testable import TranscriptTesting

@Suite struct TranscriptTests {
  private let text = """
    # Echo
    What is typed comes out in capital letters.

    > first

    ## One line
    For the reader.

    > a
    A

    > b
    B

    ## Several lines, and nothing
    > c
    ... d
    C

    D

    >
    (nothing)

    """

  @Test func aTranscriptIsReadAsItsCases() {
    let transcript = Transcript(text, path: "/echo.transcript")
    #expect(transcript.cases.map(\.title) == ["One line", "Several lines, and nothing"])
    #expect(transcript.cases.map(\.typed) == [["first", "a", "b"], ["first", "c\nd", ""]])
    #expect(transcript.cases[0].exchanges.map(\.line) == [9, 12])
    #expect(transcript.cases[1].exchanges.map(\.expected) == ["C\n\nD", ""])
    #expect(transcript.cases[0].testDescription == "echo: One line")
  }

  @Test func whatComesOutAsItStandsIsNoIssue() {
    for item in Transcript(text, path: "/echo.transcript").cases {
      item.check { $0.uppercased().replacing("\n", with: "\n\n") }
    }
  }

  @Test func aDifferenceIsAnIssueWithItsPlaceAndBothTextsAndTheNextIsStillCompared() {
    let item = Transcript(text, path: "/echo.transcript").cases[0]
    let found = Mutex<[Issue]>([])
    withKnownIssue {
      item.check { $0 }
    } matching: {
      issue in
      found.withLock { $0.append(issue) }
      return true
    }
    let issues = found.withLock { $0 }
    #expect(issues.map(\.sourceLocation?.line) == [9, 12])
    #expect(
      issues.first?.comments.first?.rawValue == """
        echo.transcript:9, “One line”
        > a
        was to give:
        A
        and gives:
        a
        """)
  }

  @Test func whatIsMissingIsRecordedAndIsAnIssueOnce() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "reckon-\(UUID().uuidString).transcript").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let empty = "# Echo\n\n## One\n> a\n> b\nB\n## Two\n> c\n... d"
    try empty.write(toFile: path, atomically: true, encoding: .utf8)
    for item in Transcript(empty, path: path).cases {
      withKnownIssue {
        item.check { $0.uppercased() }
      } matching: {
        $0.comments.first?.rawValue.hasSuffix("recorded: read it") == true
      }
    }
    let recorded = try String(contentsOfFile: path, encoding: .utf8)
    #expect(recorded == "# Echo\n\n## One\n> a\nA\n\n> b\nB\n## Two\n> c\n... d\nC\nD")
    for item in Transcript(recorded, path: path).cases { item.check { $0.uppercased() } }
  }

  @Test(arguments: [
    ("5 \u{AD}+ 3", "5 \\u{AD}+ 3"), ("end ", "end\\u{20}"), ("> x", "\\u{3E} x"),
    ("## x", "\\u{23}# x"), ("... x", "\\u{2E}.. x"), ("(nothing)", "\\u{28}nothing)"),
    ("\u{1B}[1m\t", "\\u{1B}[1m\\u{9}"), ("\\u{41}", "\\u{5C}u{41}"), ("a\r\nb", "a\\u{D}\\u{A}b"),
    ("  │ plain \\ text", "  │ plain \\ text"),
  ])
  func whatIsHiddenOrWouldBeTakenForMoreIsSpelled(_ text: String, _ written: String) {
    #expect(TranscriptText.written(text) == [written])
    #expect(TranscriptText.read(Substring(written)) == text)
  }

  @Test(arguments: [
    "## One\n> a\nA\n## One\n> a\nA": "Another case of this file has the same title.",
    "## Two\n> a\nA\n## One\nA": "Nothing is typed in this case.",
  ])
  func aCaseThatCannotBeReadFails(_ text: String, _ fault: String) throws {
    let item = try #require(Transcript(text, path: "/echo.transcript").cases.last)
    withKnownIssue {
      item.check { $0.uppercased() }
    } matching: {
      $0.comments.first?.rawValue.hasSuffix(fault) == true
    }
  }

  @Test func aFolderWithoutTranscriptsFails() throws {
    let cases = TranscriptCase.all(in: "None")
    try #require(cases.count == 1)
    withKnownIssue { cases[0].check { $0 } }
  }
}
