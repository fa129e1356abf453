import Diagnostics

/// Shapes of lines that were computed, and how.
///
/// Each has one place where it may stand, and the next that belongs there takes it over, so that no
/// file fills the memory.
final class ShapeBook {
  private struct Entry {
    var text: [UInt8]
    /// Of the sheet when it was made; names and units may have been declared since.
    var revision: Int
    /// Nil for a shape that is computed anew each time.
    var program: FormulaProgram?
  }

  private static let placeCount = 1024
  /// Places behind one another where a shape may stand.
  private static let neighbours = 4
  private var entries = [Entry?](repeating: nil, count: placeCount)
  /// That of the line that was looked up last.
  private var shape = FormulaShape()
  private var hasShape = false

  var numbers: [Double] { shape.numbers }
  var places: [Span] { shape.places }

  /// Where a shape may stand, from the likeliest on.
  private func place(_ step: Int) -> Int {
    (Int(truncatingIfNeeded: shape.hash ^ shape.hash >> 29) + step) & (Self.placeCount - 1)
  }

  /// Nil where a line's shape is not known, or is none.
  func program(of line: String, revision: Int) -> FormulaProgram? {
    hasShape = shape.read(line)
    guard hasShape else { return nil }
    for step in 0..<Self.neighbours {
      guard let entry = entries[place(step)] else { return nil }
      guard entry.revision == revision, entry.text == shape.text else { continue }
      // What was given up is not tried again.
      if entry.program == nil { hasShape = false }
      return entry.program
    }
    return nil
  }

  /// Whether the line that was looked up last has a shape of which nothing is known.
  var mayLearn: Bool { hasShape }

  func keep(_ program: FormulaProgram?, revision: Int) {
    let free = (0..<Self.neighbours).first { entries[place($0)]?.revision != revision }
    // Where all are taken, one of them gives way.
    let step = free ?? Int(truncatingIfNeeded: shape.hash >> 40) & (Self.neighbours - 1)
    entries[place(step)] = Entry(text: shape.text, revision: revision, program: program)
  }
}
