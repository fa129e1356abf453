import Foundation
import ItemAnalysis
import Testing
import TextLayout
import TranscriptTesting

@testable import Debriefing

/// A class as it is shown, whole, to a reviewer.
@Suite struct DebriefingTextTests {
  private static let debriefing = Debriefing(SampleClass.results(), options: SampleClass.options())

  private func plain(width: Int, unicode: Bool) -> String {
    Self.debriefing.lines(width: width, unicode: unicode).map(\.trailingSpaceTrimmed.plain)
      .joined(separator: "\n") + "\n"
  }

  @Test func theTerminalShowsItAsInItsFile() {
    RecordedFile.check(plain(width: 80, unicode: true), against: "Pages/class.txt")
  }

  @Test func theMarkdownIsAsInItsFile() {
    RecordedFile.check(Self.debriefing.markdown, against: "Pages/class.md")
  }

  @Test func thePageIsAsInItsFile() {
    RecordedFile.check(Self.debriefing.page, against: "Pages/class.html")
  }

  @Test func theJSONIsAsInItsFile() {
    RecordedFile.check(Self.debriefing.json.indentedText + "\n", against: "Pages/class.json")
  }
}
