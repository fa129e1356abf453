import Testing

@testable import TutorTerminal
@testable import Tutoring

/// `:help` and its topics fit into a window, save the list of all commands.
struct HelpTopicTests {
  private func lines(_ event: SessionEvent, width: Int, height: Int) -> Int {
    TutorTerminal(width: width, height: height, unicode: true, colour: true, fitsWindow: true)
      .lines([event]).count
  }

  @Test(arguments: [(80, 24), (60, 20)])
  func helpFitsIntoTheWindow(_ width: Int, _ height: Int) {
    #expect(lines(.commands, width: width, height: height) < height)
  }

  @Test(arguments: HelpTopic.allCases.filter { $0 != .commands })
  func aTopicFitsIntoAWindow(_ topic: HelpTopic) {
    #expect(lines(.topic(topic), width: 80, height: 24) < 24)
  }

  @Test(arguments: HelpTopic.allCases)
  func aTopicIsFoundByItsWordAndInTheSingular(_ topic: HelpTopic) {
    #expect(HelpTopic(word: topic.rawValue) == topic)
    #expect(
      HelpTopic(word: String(topic.rawValue.dropLast())) == topic || !topic.rawValue.hasSuffix("s"))
  }
}
