import ExerciseFiles
import Testing

/// Ids that may be meant by what is none.
@Suite struct NearestIDTests {
  private static let ids = ["chatbot-models", "chatgpt-footprint", "heat-pump"]

  @Test(arguments: [
    ("chatgtp", ["chatgpt-footprint"]), ("chat", ["chatbot-models", "chatgpt-footprint"]),
    ("chatgpt-fotprint", ["chatgpt-footprint"]), ("fotprint", ["chatgpt-footprint"]),
    ("pump", ["heat-pump"]), ("", []), ("zzzz", []),
  ])
  func beginningsAndWordsOfIDsAreNear(typed: String, near: [String]) {
    #expect(nearestIDs(to: typed, among: Self.ids) == near)
  }
}
