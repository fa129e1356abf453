import TextLayout

/// Keeps what a terminal shows of a line in step with the line: of each change it writes what is
/// new, and no more.
///
/// libedit counts columns by scalars, and so loses accents and joined pictures; here a character is
/// drawn as one, and the cursor is set behind it where terminals differ.
struct LineDisplay {
  let colour: Bool
  /// What is on the screen; nil where nothing is.
  private(set) var shown: LineFrame?
  private var place = LineFrame.Place()
  /// The row of the whole line that is the first on the screen.
  private var firstRow = 0
  private var output = TerminalText()

  init(colour: Bool) { self.colour = colour }

  /// What is to be written for a frame to be seen in the place of the last one.
  mutating func draw(_ whole: LineFrame, height: Int) -> TerminalText {
    let frame = whole.cut(to: height, from: &firstRow)
    output.removeAll()
    if shown == nil { clearFromMargin() }
    let old = shown
    // What was drawn for another width is drawn anew, from where `resized` has left the cursor.
    let isDrawn = old?.columns == frame.columns
    if old != nil, !isDrawn {
      move(to: LineFrame.Place(), in: frame)
      output.append(.clearBelow)
    }
    for row in frame.rows.indices {
      draw(row, of: frame, over: isDrawn ? old : nil)
    }
    if isDrawn, let old, old.rows.count > frame.rows.count {
      move(to: LineFrame.Place(row: frame.rows.count), in: old)
      output.append(.clearBelow)
    }
    shown = frame
    move(to: frame.cursor, in: frame)
    return output
  }

  /// What is to be written to leave the line for the row below it.
  mutating func leave() -> TerminalText {
    output.removeAll()
    var stands = false
    if let shown {
      move(to: LineFrame.Place(row: shown.rows.count - 1), in: shown)
      // Behind a full row the next one is free already.
      stands = shown.rows.count > 1 && shown.rows.last?.isEmpty == true
    }
    reset()
    if !stands { output.append(.nextLine) }
    return output
  }

  /// Nothing of the line is on the screen any more.
  mutating func reset() {
    shown = nil
    place = LineFrame.Place()
    firstRow = 0
  }

  /// What is to be written before the line is drawn for a window of another width.
  ///
  /// - Parameter column: where the terminal says that the cursor is, which tells whether it has
  ///   broken the line anew; nil where it does not say.
  mutating func resized(to columns: Int, cursorColumn column: Int?) -> TerminalText {
    output.removeAll()
    guard let old = shown else { return output }
    // The row in which the cursor is now, where lines are broken anew at the new width.
    var before = 0
    for row in 0..<place.row { before += old.width(ofRow: row) }
    before += place.column
    var above = before / columns
    if let column {
      if before > 0, before % columns == 0, column >= columns - 1 {
        // Behind a full row, and not yet on the next.
        above -= 1
      } else if column != before % columns, column == min(place.column, columns - 1) {
        above = place.row
      }
    }
    reset()
    output.append(.carriageReturn)
    if above > 0 { output.append(.up(above)) }
    output.append(.clearBelow)
    return output
  }

  private mutating func clearFromMargin() {
    output.append(.carriageReturn)
    output.append(.clearBelow)
  }

  // MARK: A row

  private mutating func draw(_ row: Int, of frame: LineFrame, over old: LineFrame?) {
    let cells = frame.rows[row]
    let isNew = old.map { row >= $0.rows.count } ?? true
    let before = isNew ? [] : old?.rows[row] ?? []
    if !isNew, cells == before { return }
    let same = zip(cells, before).prefix { $0 == $1 }.count
    let start = cells[..<same].reduce(0) { $0 + $1.width }
    if isNew, row > 0 {
      goToNewRow(row, of: frame)
    } else {
      move(to: LineFrame.Place(row: row, column: start), in: frame)
    }
    write(cells[same...])
    let width = frame.width(ofRow: row)
    let wasWider = !isNew && before.reduce(0) { $0 + $1.width } > width
    // Where terminals draw a character wider, its rest would stay.
    let spills = (before + cells[same...]).contains(where: \.isUncertain)
    if width < frame.columns, wasWider || spills {
      output.append(.clearLine)
    }
  }

  /// From the end of the row above, which is as good as full: the terminal breaks the line itself,
  /// so that it knows both for one when its window changes.
  private mutating func goToNewRow(_ row: Int, of frame: LineFrame) {
    let above = frame.rows[row - 1]
    let width = frame.width(ofRow: row - 1)
    let next = frame.rows[row].first
    let stands = place == LineFrame.Place(row: row - 1, column: width)
    if stands, width == frame.columns, above.last?.isUncertain == false,
      next?.isUncertain != true
    {
      if next == nil {
        output.append(" ")
        output.append(.carriageReturn)
      }
    } else if stands, width == frame.columns - 1, next?.width == 2, next?.isUncertain == false {
      // A wide character that finds no room goes to the next row by itself.
    } else {
      move(to: LineFrame.Place(row: row - 1, column: 0), in: frame)
      output.append(.nextLine)
    }
    place = LineFrame.Place(row: row)
  }

  private mutating func write(_ cells: ArraySlice<LineCell>) {
    var text = StyledText()
    for cell in cells {
      place.column += cell.width
      guard cell.isUncertain else {
        text.append(cell.text, cell.style)
        continue
      }
      output.append(text, colour: colour)
      text = StyledText()
      // It may be drawn wider than it is, and must not break the row for that.
      output.append(.wraps(false))
      output.append(StyledText(cell.text, cell.style), colour: colour)
      output.append(.wraps(true))
      go(to: place.column)
    }
    output.append(text, colour: colour)
  }

  /// To a column of the row, in codes that even old terminals know.
  private mutating func go(to column: Int) {
    output.append(.carriageReturn)
    output.append(.right(column))
  }

  /// Moves the cursor to a place whose row is on the screen.
  private mutating func move(to target: LineFrame.Place, in frame: LineFrame) {
    let isPending = place.column >= frame.columns
    if target.row < place.row { output.append(.up(place.row - target.row)) }
    if target.row > place.row { output.append(.down(target.row - place.row)) }
    let back = place.column - target.column
    if target.column == 0 {
      if place.column != 0 { output.append(.carriageReturn) }
    } else if isPending || back < 0 || back > 3 {
      go(to: target.column)
    } else {
      output.append(.back(back))
    }
    place = target
  }
}
