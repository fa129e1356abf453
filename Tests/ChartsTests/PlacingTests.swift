import Testing

@testable import Charts

/// Where labels and names find room, and what cells hold.
@Suite struct PlacingTests {
  private let area = Box(x: 0, y: 0, width: 20, height: 5)

  private func place(beside mark: Box, among marks: [Box] = [], width: Double = 4) -> Box? {
    var placer = LabelPlacer(area: area, marks: [mark] + marks)
    return placer.place(width: width, height: 1, beside: mark, gap: (x: 1, y: 0), clearance: 1)
  }

  private func mark(_ x: Double, _ y: Double) -> Box { Box(x: x, y: y, width: 1, height: 1) }

  @Test func aLabelStandsToTheRightOfItsMarkWhereItCan() {
    #expect(place(beside: mark(5, 2)) == Box(x: 7, y: 2, width: 4, height: 1))
  }

  @Test func atTheRightEdgeItStandsToTheLeft() {
    #expect(place(beside: mark(18, 2)) == Box(x: 13, y: 2, width: 4, height: 1))
  }

  @Test func betweenNeighboursItStandsAbove() {
    #expect(
      place(beside: mark(9, 2), among: [mark(12, 2), mark(6, 2)])
        == Box(x: 7.5, y: 1, width: 4, height: 1))
  }

  @Test func withoutRoomThereIsNoPlace() {
    #expect(place(beside: mark(9, 2), width: 30) == nil)
  }

  @Test func aSecondLabelDoesNotCoverTheFirst() throws {
    var placer = LabelPlacer(area: area, marks: [mark(5, 2), mark(5, 3)])
    let boxes = [mark(5, 2), mark(5, 3)].compactMap { mark in
      placer.place(width: 4, height: 1, beside: mark, gap: (x: 1, y: 0), clearance: 1)
    }
    try #require(boxes.count == 2)
    #expect(!boxes[0].overlaps(boxes[1]) && boxes.allSatisfy { $0.isWithin(area) })
  }

  @Test(
    arguments: [
      ([1, 5, 9], [1, 5, 9]), ([4, 4, 4], [4, 6, 8]), ([9, 10, 10], [6, 8, 10]),
      ([5, 1], [5, 1]), ([1, 2, 3, 4, 5, 6, 7], nil), ([], []),
    ] as [([Double], [Double]?)])
  func namesAreSpreadAsLittleAsCanBe(_ wanted: [Double], _ places: [Double]?) {
    #expect(LabelPlacer.spread(wanted, distance: 2, within: 0...10) == places)
  }

  @Test func dotsOfACellMakeOneBrailleCharacterUnderWhatIsWritten() {
    var cells = CellPlane(columns: 6, rows: 1)
    for (x, y) in [(0, 0), (1, 3), (4, 0), (99, 0), (0, -1)] { cells.dot(x: x, y: y, series: 2) }
    cells.ground("·", column: 1, row: 0)
    cells.ground("·", column: 2, row: 0)
    cells.write("日x", .plain, column: 3, row: 0)
    #expect(cells.line(0).plain == "⢁·⠁日x")
    #expect(cells.line(0).runs.map(\.style) == [.series(2), .dim, .series(2), .plain])
    #expect(cells.occupied.map(\.x) == [0, 2, 3, 4, 5])
  }

  @Test func whatLiesOutsideThePlaneIsNotDrawn() {
    var cells = CellPlane(columns: 3, rows: 2)
    cells.write("abcdef", .plain, column: 1, row: 1)
    cells.set("x", .plain, column: 0, row: 2)
    #expect(cells.line(0).isEmpty && cells.line(1).plain == " ab")
  }

  @Test(
    arguments: [
      ("x", 1, "x"), ("long", 4, "long"), ("long name", 3, "lo…"), ("long name", 6, "long…"),
    ]
      as [(String, Int, String)])
  func aNameIsCutToItsColumns(_ name: String, _ columns: Int, _ shown: String) {
    #expect(TerminalChart(width: 80, unicode: true).clipped(name, to: columns) == shown)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 8, 9, 200, 1024, 1025])
  func sturgesHasOneBinMoreThanThePowerOfTwoThatHoldsTheCount(_ count: Int) throws {
    // Equal numbers have no spread, so that the rule of Sturges says how many there are.
    let bins = try #require(Bins(Array(repeating: 1, count: count - 1) + [2]))
    var power = 0
    while 1 << power < count { power += 1 }
    #expect(bins.rule == .sturges && bins.counts.count <= power + 2)
    #expect(bins.counts.reduce(0, +) == count)
  }
}
