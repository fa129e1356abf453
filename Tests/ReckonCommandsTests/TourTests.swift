import Foundation
import Testing

/// The learner's tour is one session, and shows what the program really does.
@Suite struct TourTests {
  /// With `RECKON_RECORD_PAGES` in the environment, the page is written anew with what comes out.
  @Test func theSessionSaysWhatIsShown() throws {
    let file = URL(filePath: PageSession.root + "/docs/tour.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let session = try PageSession("chatgpt-footprint")
    var parts = page.components(separatedBy: "```")
    var count = 0
    for index in parts.indices {
      // What is typed between, of which nothing is shown.
      for match in parts[index].matches(of: /<!-- typed: (.*) -->/) {
        _ = session.handle(String(match.1))
      }
      guard parts[index].hasPrefix("text\n") else { continue }
      let shown = parts[index].split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init).dropFirst().dropLast()
      let said = session.typing(Array(shown))
      #expect(said == Array(shown))
      parts[index] = "text\n" + said.map { $0 + "\n" }.joined()
      count += 1
    }
    #expect(count > 8)
    if ProcessInfo.processInfo.environment["RECKON_RECORD_PAGES"] != nil {
      try parts.joined(separator: "```").write(to: file, atomically: true, encoding: .utf8)
    }
  }
}
