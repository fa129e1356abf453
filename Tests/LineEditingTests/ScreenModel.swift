@testable import TextLayout

/// A terminal as far as a line editor needs one: what it shows after what was written to it.
struct ScreenModel {
  /// Whether it shows joined scalars as one character, as new terminals do; old ones show each by
  /// itself, and put only marks of no width on what stands before.
  let joins: Bool
  private(set) var columns: Int
  let height: Int
  /// Rows of cells; an empty text is a blank, and nil the second half of a wide character.
  private(set) var rows: [[String?]]
  /// Rows that go on in the next one.
  private var goesOn: [Bool]
  private(set) var row = 0
  private(set) var column = 0
  private var wraps = true

  init(columns: Int, height: Int, joins: Bool) {
    (self.columns, self.height, self.joins) = (columns, height, joins)
    rows = Array(repeating: Self.blank(columns), count: height)
    goesOn = Array(repeating: false, count: height)
  }

  private static func blank(_ columns: Int) -> [String?] { Array(repeating: "", count: columns) }

  mutating func write(_ text: String) {
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": column = 0
      case "\n": newLine()
      case "\u{8}": column = max(0, min(column, columns - 1) - 1)
      case "\u{1B}":
        rest.removeFirst()
        let parameters = rest.prefix { !("A"..."z").contains($0) }
        rest = rest.dropFirst(parameters.count)
        control(String(parameters), rest.removeFirst())
      default:
        var piece = String(scalar)
        while joins, let next = rest.first, next != "\u{1B}",
          (piece + String(next)).count == 1
        {
          piece.unicodeScalars.append(rest.removeFirst())
        }
        put(piece)
      }
    }
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let number = Int(parameters) ?? 1
    switch final {
    case "A": row = max(0, row - number)
    case "B": row = min(height - 1, row + number)
    case "C": column = min(columns - 1, column + number)
    case "K": erase(from: min(column, columns - 1))
    case "J":
      erase(from: min(column, columns - 1))
      for below in row + 1..<max(row + 1, height) {
        (rows[below], goesOn[below]) = (Self.blank(columns), false)
      }
    case "h", "l": if parameters == "?7" { wraps = final == "h" }
    default: break
    }
  }

  private mutating func erase(from start: Int) {
    for place in start..<columns { rows[row][place] = "" }
    goesOn[row] = false
  }

  private mutating func newLine() {
    column = min(column, columns - 1)
    guard row == height - 1 else {
      row += 1
      return
    }
    rows.removeFirst()
    goesOn.removeFirst()
    rows.append(Self.blank(columns))
    goesOn.append(false)
  }

  private mutating func put(_ piece: String) {
    let width = displayWidth(piece)
    guard width > 0 else {
      var place = min(column, columns) - 1
      if place >= 0, rows[row][place] == nil { place -= 1 }
      if place >= 0 { rows[row][place]?.append(piece) }
      return
    }
    if column + width > columns {
      if wraps {
        goesOn[row] = true
        newLine()
        column = 0
      } else {
        column = columns - width
      }
    }
    // Half a character is no character.
    if rows[row][column] == nil { rows[row][column - 1] = "" }
    rows[row][column] = piece
    for half in column + 1..<max(column + 1, column + width) { rows[row][half] = nil }
    column += width
    if column < columns, rows[row][column] == nil { rows[row][column] = "" }
  }

  /// Breaks the lines anew at another width, as terminals do when their window changes; one that
  /// does not cuts them, or adds blanks.
  mutating func resize(to new: Int, breaksAnew: Bool) {
    var lines: [[String?]] = [[]]
    var place = (line: 0, column: 0)
    for (index, cells) in rows.enumerated() {
      if index == row { place = (lines.count - 1, lines[lines.count - 1].count + column) }
      let used = goesOn[index] ? columns : cells.lastIndex { $0 != "" }.map { $0 + 1 } ?? 0
      lines[lines.count - 1] += cells.prefix(used)
      if !goesOn[index] || !breaksAnew { lines.append([]) }
    }
    lines.removeLast()
    columns = new
    var newRows: [[String?]] = []
    var newGoesOn: [Bool] = []
    for (index, line) in lines.enumerated() {
      let first = newRows.count
      var left = line[...]
      repeat {
        let piece = left.prefix(new)
        left = breaksAnew ? left.dropFirst(new) : []
        newRows.append(piece + Array(repeating: "", count: new - piece.count))
        newGoesOn.append(!left.isEmpty)
      } while !left.isEmpty
      if index == place.line {
        row = first + (breaksAnew ? min(place.column / new, newRows.count - first - 1) : 0)
        column = breaksAnew ? place.column - (row - first) * new : min(place.column, new - 1)
      }
    }
    while newRows.count > max(height, row + 1), newRows.last?.allSatisfy({ $0 == "" }) == true {
      newRows.removeLast()
    }
    // What is more than the window goes off at the top, what is less is empty at the bottom.
    let over = max(0, min(newRows.count - height, row))
    rows = Array(newRows.dropFirst(over).prefix(height))
    goesOn = Array(newGoesOn.dropFirst(over).prefix(height))
    row -= over
    while rows.count < height {
      rows.append(Self.blank(new))
      goesOn.append(false)
    }
  }

  /// The rows as one reads them, without blanks at their ends.
  var text: [String] {
    rows.map { row in
      var line = row.compactMap { $0 }.map { $0.isEmpty ? " " : $0 }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
