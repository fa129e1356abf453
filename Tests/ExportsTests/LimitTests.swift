import Submissions
import Testing

@testable import Exports

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  @Test func ofAHandInBeyondItsLimitTheRestIsTold() {
    let half = [UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20)
    let files = (0..<12).map { (name: "\($0).answers.md", bytes: half) }
    let handedIn = HandedIn(files: files)
    #expect(handedIn.submission.notebooks.count == 10)
    #expect(
      handedIn.passedOver.map(\.sentence)
        == Array(repeating: SubmittedFile.Trouble.crowded.sentence, count: 2))
  }
}
