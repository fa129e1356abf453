import Testing

@testable import LineEditing
@testable import TextLayout

/// The line as a terminal shows it, after edits and changes of the window.
@Suite struct LineDisplayTests {
  /// A line under edit, and the terminal that shows it.
  private struct Desk {
    var screen: ScreenModel
    var display = LineDisplay(colour: false)
    var line: [Character] = []
    var cursor = 0
    var suggestion = ""

    init(columns: Int = 20, height: Int = 6, joins: Bool = true, above: Int = 0) {
      screen = ScreenModel(columns: columns, height: height, joins: joins)
      for number in 0..<above { screen.write("above \(number)\r\n") }
    }

    var frame: LineFrame {
      LineFrame(
        prompt: StyledText("> ").cells, line: line.map { LineCell($0) }, cursor: cursor,
        suggestion: suggestion, columns: screen.columns)
    }

    mutating func draw() {
      screen.write(LineDisplayTests.shown(display.draw(frame, height: screen.height)))
    }

    mutating func insert(_ text: String) {
      line.insert(contentsOf: text, at: cursor)
      cursor += text.count
      draw()
    }

    mutating func move(_ count: Int) {
      cursor = min(line.count, max(0, cursor + count))
      draw()
    }

    mutating func erase() {
      guard cursor > 0 else { return }
      cursor -= 1
      line.remove(at: cursor)
      draw()
    }

    mutating func resize(to columns: Int, breaksAnew: Bool = true, answers: Bool = true) {
      screen.resize(to: columns, breaksAnew: breaksAnew)
      screen.write(
        LineDisplayTests.shown(
          display.resized(to: columns, cursorColumn: answers ? screen.column : nil)))
      draw()
    }
  }

  private static func shown(_ text: TerminalText) -> String {
    String(decoding: text.bytes, as: UTF8.self)
  }

  @Test func marksRightOfTheCursorStay() {
    var desk = Desk(joins: false)
    desk.insert("é t̨ a̐")
    desk.move(-3)
    desk.insert("Q")
    #expect(desk.screen.text[0] == "> é Qt̨ a̐")
  }

  @Test(arguments: [
    ("👩‍👩‍👧 é ñ 日本", -6, "> 👩‍👩‍👧 Zé ñ 日本"),
    ("🇨🇭🇩🇪x", -2, "> 🇨🇭Z🇩🇪x"),
    ("👍🏽a", -1, "> 👍🏽Za"),
    ("❤️a", -1, "> ❤️Za"),
    ("1️⃣2", -1, "> 1️⃣Z2"),
    ("한x", -1, "> 한Zx"),
    ("✌🏻a", -1, "> ✌🏻Za"),
    ("क्षि x", -2, "> क्षिZ x"),
    ("กำx", -1, "> กำZx"),
  ])
  func joinedPicturesStayWhole(line: String, moves: Int, shown: String) {
    var desk = Desk()
    desk.insert(line)
    desk.move(moves)
    desk.insert("Z")
    #expect(desk.screen.text[0] == shown)
  }

  @Test func aMarkWithoutItsLetterIsSeenAndSteppedOver() {
    var desk = Desk()
    desk.insert("\u{301}a")
    #expect(desk.screen.text[0] == "> ◌\u{301}a")
    desk.move(-1)
    #expect(desk.screen.column == 3)
  }

  @Test func aLetterAtTheEndIsAllThatIsWritten() {
    var display = LineDisplay(colour: false)
    func frame(_ text: String) -> LineFrame {
      LineFrame(prompt: [], line: text.map { LineCell($0) }, cursor: text.count, columns: 80)
    }
    _ = display.draw(frame("gpu"), height: 24)
    #expect(LineDisplayTests.shown(display.draw(frame("gpu_"), height: 24)) == "_")
  }

  @Test func aSuggestionGoesAsFarAsItsRow() {
    var desk = Desk(columns: 20)
    desk.suggestion = "_power = 450 W to kW"
    desk.insert("gpu")
    #expect(desk.screen.text[0] == "> gpu_power = 450 …")
    #expect(desk.screen.column == 5)
    desk.suggestion = ""
    desk.insert("x")
    #expect(desk.screen.text == ["> gpux", "", "", "", "", ""])
  }

  @Test(arguments: [true, false], [true, false])
  func aLineThatFillsItsRowIsDrawnOnceWhenTheWindowChanges(grows: Bool, answers: Bool) {
    for length in 14...22 {
      var desk = Desk(columns: 20, above: 2)
      desk.insert(String(repeating: "x", count: length))
      // Where a terminal says nothing, a row that is just full is not known from the next one.
      let columns = grows ? 28 : answers ? (length + 2) / 2 : 13
      desk.resize(to: columns, answers: answers)
      let all = desk.screen.text.filter { !$0.isEmpty }
      #expect(all.prefix(2) == ["above 0", "above 1"])
      #expect(all.dropFirst(2).joined() == "> " + String(repeating: "x", count: length))
    }
  }

  @Test func aTerminalThatDoesNotBreakLinesAnewShowsTheLineOnceToo() {
    for length in 10...40 {
      var desk = Desk(columns: 20, above: 2)
      desk.insert(String(repeating: "x", count: length))
      desk.resize(to: 31, breaksAnew: false)
      let all = desk.screen.text.filter { !$0.isEmpty }
      // Where its answer fits both, what was above stays.
      #expect(all.prefix(2) == ["above 0", "above 1"])
      if (length + 2) % 20 != (length + 2) % 31 {
        #expect(all.dropFirst(2).joined() == "> " + String(repeating: "x", count: length))
      }
    }
  }

  private static let pieces = [
    "a", "b", " ", "=", "é", "日", "本", "e\u{301}", "👩‍👩‍👧", "🇨🇭", "👍🏽", "❤️", "한", "\u{301}", "zzzzzzz",
    "क्षि", "กำ", "✌🏻",
  ]

  /// After any edits the screen is as if the line had been drawn at once, and the cursor in its
  /// place.
  @Test(arguments: [true, false])
  func editsAtRandomLeaveTheScreenInStep(joins: Bool) {
    var random = Numbers(state: 7)
    for _ in 0..<300 {
      let columns = 6 + random.below(20)
      var desk = Desk(columns: columns, height: 3 + random.below(5), joins: joins)
      for _ in 0..<25 {
        switch random.below(6) {
        case 0: desk.erase()
        case 1: desk.move(random.below(9) - 4)
        case 2: desk.suggestion = ["", "abc", "日本 = 3 kg"][random.below(3)]
        default: desk.insert(Self.pieces[random.below(Self.pieces.count)])
        }
        // A letter and its mark, typed one after the other, are one character.
        desk.cursor = String(desk.line[..<desk.cursor]).count
        desk.line = Array(String(desk.line))
        desk.cursor = min(desk.cursor, desk.line.count)
        desk.draw()
        expectInStep(desk)
      }
    }
  }

  private func expectInStep(_ desk: Desk) {
    var first = 0
    let whole = desk.frame
    let frame = whole.cut(to: desk.screen.height, from: &first)
    guard let shown = desk.display.shown else { return }
    #expect(shown.cursor.column == frame.cursor.column)
    let top = desk.screen.row - shown.cursor.row
    #expect(desk.screen.column == shown.cursor.column)
    for (row, cells) in shown.rows.enumerated() {
      var column = 0
      for cell in cells {
        let seen = desk.screen.rows[top + row][column] ?? ""
        // An old terminal shows the first of the pictures that it does not join; at the edge, the
        // last.
        let isAtEdge = column + cell.width + 1 >= whole.columns
        let isBegun = seen.unicodeScalars.first == cell.text.unicodeScalars.first
        let mayDiffer = !desk.screen.joins && cell.isUncertain
        #expect(
          seen == cell.text || mayDiffer && (isBegun || isAtEdge),
          "\(cell.text) at \(row), \(column) of \(desk.screen.text)")
        column += cell.width
      }
      let rest = desk.screen.rows[top + row][column...]
      #expect(rest.allSatisfy { $0 == "" || $0 == " " }, "\(desk.screen.text) \(cells.map(\.text))")
    }
  }
}

/// Numbers that are the same in every run.
private struct Numbers {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
