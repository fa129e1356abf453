import Diagnostics
import TextLayout

/// Character cells with dots of braille under characters.
struct CellPlane {
  let columns: Int
  let rows: Int
  private var characters: [Character?]
  private var styles: [TextStyle]
  private var grounds: [Int: Character] = [:]
  /// Dots of each cell, as braille counts them.
  private var dots: [UInt8]
  /// The series that last drew a dot in a cell.
  private var owners: [Int]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    characters = Array(repeating: nil, count: columns * rows)
    styles = Array(repeating: .plain, count: columns * rows)
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: 0, count: columns * rows)
  }

  /// Bits of a cell's dots, by row and column (Unicode Standard, braille patterns).
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  mutating func dot(x: Int, y: Int, series: Int) {
    guard (0..<columns * 2).contains(x), (0..<rows * 4).contains(y) else { return }
    let cell = y / 4 * columns + x / 2
    dots[cell] |= Self.bits[y % 4][x % 2]
    owners[cell] = series
  }

  mutating func set(_ character: Character, _ style: TextStyle, column: Int, row: Int) {
    guard let cell = cell(column, row) else { return }
    characters[cell] = character
    styles[cell] = style
  }

  /// Puts a faint character where nothing else comes to stand.
  mutating func ground(_ character: Character, column: Int, row: Int) {
    if let cell = cell(column, row) { grounds[cell] = character }
  }

  /// Nil outside the plane.
  private func cell(_ column: Int, _ row: Int) -> Int? {
    (0..<columns).contains(column) && (0..<rows).contains(row) ? row * columns + column : nil
  }

  /// Writes a text from left to right; a character of two columns takes two cells.
  mutating func write(_ text: String, _ style: TextStyle, column: Int, row: Int) {
    var column = column
    for character in text {
      let width = displayWidth(character)
      guard width > 0 else { continue }
      set(character, style, column: column, row: row)
      if width == 2 { set(Self.continuation, style, column: column + 1, row: row) }
      column += width
    }
  }

  /// Stands behind a character of two columns and prints nothing.
  private static let continuation: Character = "\u{0}"

  private func isFree(_ cell: Int) -> Bool { characters[cell] == nil && dots[cell] == 0 }

  /// Cells with anything in them.
  var occupied: [Box] {
    (0..<columns * rows).filter { !isFree($0) }.map {
      Box(x: Double($0 % columns), y: Double($0 / columns), width: 1, height: 1)
    }
  }

  /// A row, without spaces at its end.
  func line(_ row: Int) -> StyledText {
    let cells = row * columns..<(row + 1) * columns
    guard let last = cells.last(where: { !isFree($0) || grounds[$0] != nil }) else {
      return StyledText()
    }
    var line = StyledText()
    for cell in cells.lowerBound...last {
      if let character = characters[cell] {
        if character != Self.continuation { line.append(String(character), styles[cell]) }
      } else if dots[cell] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[cell])) {
        line.append(String(Character(scalar)), .series(owners[cell]))
      } else if let ground = grounds[cell] {
        line.append(String(ground), .dim)
      } else {
        line.append(" ")
      }
    }
    return line
  }
}
