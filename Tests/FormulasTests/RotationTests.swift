import Formulas
import Testing

@Suite struct RotationTests {
  /// A hertz counts turns; a radian is 1, and a turn 2π of it.
  @Test(arguments: [
    ("60 rpm to Hz", "1 Hz"), ("3000 rpm to Hz", "50 Hz"), ("1 Hz to rpm", "60 rpm"),
    ("2 kHz to rpm", "120'000 rpm"), ("360 °/s to Hz", "1 Hz"), ("1 turn/s to Hz", "1 Hz"),
    ("60 rpm == 1 Hz", "True"), ("60 rpm + 1 Hz", "120 rpm"), ("60 rpm to rad/s", "6.28319 rad/s"),
    ("2 pi * 50 Hz to rad/s", "314.159 rad/s"), ("100 W / (3000 rpm) to N m", "0.31831 N m"),
    ("60 rpm * 2 m to m/s", "12.5664 m/s"), ("3000 rpm * 5 min to turn", "15'000 turn"),
    ("6 rad/s to Hz", "note radians-as-turns"), ("50 Hz to rad/s", "note radians-as-turns"),
    ("60 rpm to 1/s", "note turns-as-angle"), ("5 /min to rpm", "note turns-as-angle"),
    ("60 rpm * 1 min", "note turns-as-angle"), ("3000 rpm / (50 Hz)", "note turns-as-angle"),
    ("w = 6 rad/s; w / (2 pi) to Hz", "0.95493 Hz"),
  ]) func turnsAndHertzAgree(typed: String, shown: String) {
    #expect(NotebookPage().last(typed) == shown)
  }

  @Test(arguments: ["6 rad/s to Hz", "50 Hz to rad/s", "60 rpm to 1/s", "60 rpm * 1 min"])
  func whatIsOfferedBringsNoFurtherNotice(typed: String) {
    let page = NotebookPage()
    for case .statement(let statement) in Parser.parse(typed).items {
      for mend in page.sheet.enter(statement).notices.flatMap(\.offers) {
        #expect(!NotebookPage().last(mend).hasPrefix("note"), "`\(mend)`")
      }
    }
  }
}
