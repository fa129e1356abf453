import TextLayout

/// A character as it stands on the screen.
struct LineCell: Hashable {
  var text: String
  /// 1 at least.
  var width: Int
  var style: TextStyle = .plain

  /// One that is not seen by itself, such as an accent without its letter, is shown on a circle.
  init(_ character: Character, _ style: TextStyle = .plain) {
    let width = displayWidth(character)
    text =
      width > 0 ? String(character) : character.isWhitespace ? " " : "\u{25CC}\(character)"
    self.width = max(1, width)
    self.style = style
  }

  /// Whether terminals differ in how many columns they take for it: what is made of several
  /// scalars, and pictures.
  var isUncertain: Bool {
    text.unicodeScalars.dropFirst().first != nil
      || text.unicodeScalars.first?.properties.isEmojiPresentation == true
  }
}

/// A prompt and the line behind it as rows of a screen.
struct LineFrame: Equatable {
  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  private(set) var rows: [[LineCell]] = [[]]
  private(set) var cursor = Place()
  let columns: Int

  private var end = Place()

  /// - Parameters:
  ///   - cursor: how many cells of the line stand before it.
  ///   - suggestion: shown behind the line as far as its row goes.
  ///   - dots: what stands for the rest of a suggestion.
  init(
    prompt: [LineCell], line: [LineCell], cursor: Int, suggestion: String = "", dots: String = "…",
    columns: Int
  ) {
    self.columns = max(2, columns)
    for cell in prompt { append(cell) }
    for (index, cell) in line.enumerated() {
      append(cell)
      if index == cursor { self.cursor = Place(row: end.row, column: end.column - cell.width) }
    }
    // Behind a full row the cursor stands on the next one.
    if end.column >= self.columns { breakRow() }
    if cursor >= line.count {
      self.cursor = end
      append(suggestion: suggestion, dots: dots)
    }
  }

  private mutating func append(_ cell: LineCell) {
    if end.column + cell.width > columns { breakRow() }
    rows[end.row].append(cell)
    end.column += cell.width
  }

  private mutating func breakRow() {
    rows.append([])
    end = Place(row: end.row + 1)
  }

  private mutating func append(suggestion: String, dots: String) {
    let room = columns - 1 - end.column
    let cells = suggestion.map { LineCell($0, .dim) }
    var left = room - (cells.reduce(0) { $0 + $1.width } > room ? dots.count : 0)
    let shown = cells.prefix { cell in
      left -= cell.width
      return left >= 0
    }
    guard !shown.isEmpty else { return }
    rows[end.row] += shown
    if shown.count < cells.count { rows[end.row] += dots.map { LineCell($0, .dim) } }
  }

  /// As much of it around the cursor as a screen has rows for: of two frames of one line, the same
  /// part where that shows both cursors.
  func cut(to height: Int, from first: inout Int) -> LineFrame {
    let height = max(1, height)
    first = min(max(first, cursor.row - height + 1), cursor.row, max(0, rows.count - height))
    guard rows.count > height else { return self }
    var part = self
    part.rows = Array(rows[first..<first + height])
    part.cursor.row -= first
    return part
  }

  /// Columns of a row that are taken.
  func width(ofRow row: Int) -> Int { rows[row].reduce(0) { $0 + $1.width } }
}

extension StyledText {
  /// The text as cells of a line.
  var cells: [LineCell] { runs.flatMap { run in run.text.map { LineCell($0, run.style) } } }
}
