import Testing
import TranscriptTesting

@testable import TutorTerminal
@testable import Tutoring

/// What lines bring about, as events: what any front end is told, whatever its words.
@Suite struct SessionEventTests {
  @Test(arguments: TranscriptCase.all(in: "Transcripts/Events"))
  func aLineBringsAboutTheEventsOfTheTranscript(_ item: TranscriptCase) throws {
    let harness = try SessionHarness()
    item.check { line in
      harness.session.handle(line).map(\.cases).joined(separator: "\n")
    }
  }
}
