import Testing
import TranscriptTesting

/// Sessions as transcripts: as events, what any front end is told, where the words do not matter;
/// as words where they do. `SessionScript` has what a transcript can arrange and look at.
@Suite struct SessionTranscriptTests {
  @Test(arguments: TranscriptCase.all(in: "Transcripts/Events"))
  func linesBringAboutTheEventsOfTheTranscript(_ item: TranscriptCase) throws {
    let script = SessionScript(.events)
    try item.check(script.play)
  }

  @Test(arguments: TranscriptCase.all(in: "Transcripts/Sessions"))
  func aStudentReadsWhatTheTranscriptSays(_ item: TranscriptCase) throws {
    let script = SessionScript(.words)
    try item.check(script.play)
  }
}
