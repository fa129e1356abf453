import Testing

@testable import TextLayout

struct PagesTests {
  private func lines(_ count: Int, blankAt blanks: Set<Int> = []) -> [StyledText] {
    (0..<count).map { StyledText(blanks.contains($0) ? "" : "line \($0)") }
  }

  private func pages(_ count: Int, height: Int = 11, blankAt blanks: Set<Int> = []) -> Pages {
    Pages(lines(count, blankAt: blanks), width: 20, height: height)
  }

  @Test(arguments: [(0, true), (1, true), (10, true), (11, false)])
  func oneRowIsLeftForThePrompt(_ count: Int, _ isOne: Bool) {
    #expect(pages(count).isOne == isOne)
  }

  @Test func everyLineIsShownOnceOnTheWayDown() {
    var pages = pages(34)
    var seen = Array(pages.shown)
    while !pages.isOver {
      guard case .added(let range) = pages.go(.page) else { break }
      seen += range
    }
    #expect(seen == Array(0..<34))
  }

  @Test func aPageEndsWithAParagraphWhereOneEndsInItsLowerHalf() {
    #expect(pages(30, blankAt: [3, 7]).shown == 0..<7)
    #expect(pages(30, blankAt: [3]).shown == 0..<10)
    #expect(pages(30, blankAt: [10]).shown == 0..<10)
  }

  @Test func backFillsTheWindowAnew() {
    var pages = pages(30)
    _ = pages.go(.page)
    #expect(pages.go(.pageBack) == .anew(0..<10))
    #expect(pages.go(.lineBack) == .anew(0..<10))
    #expect(pages.go(.line) == .added(10..<11))
    #expect(pages.shown == 1..<11)
    #expect(pages.go(.first) == .anew(0..<10))
    #expect(pages.go(.last) == .added(10..<30))
    #expect(pages.isOver)
  }

  @Test func aLineThatIsWiderThanTheWindowTakesSeveralRows() {
    let wide = StyledText(String(repeating: "x", count: 45))
    #expect(Pages([wide, wide, wide, wide], width: 20, height: 11).shown == 0..<3)
  }

  @Test(arguments: [1, 2, 3])
  func aWindowOfFewRowsStillGoesOn(_ height: Int) {
    var pages = pages(9, height: height)
    var steps = 0
    while !pages.isOver, steps < 100 {
      _ = pages.go(.page)
      steps += 1
    }
    #expect(steps < 10)
  }
}
