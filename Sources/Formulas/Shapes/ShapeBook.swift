import Diagnostics

/// Shapes of lines that were computed, and how.
///
/// Each has one place where it may stand, and the next that belongs there takes it over, so that no
/// file fills the memory.
final class ShapeBook {
  private enum Way {
    /// A line had it; whether more do is not known.
    case seen
    case program(FormulaProgram)
    /// It is computed anew each time.
    case none
  }

  private struct Entry {
    var text: [UInt8]
    /// Of the sheet when it was made; names and units may have been declared since.
    var revision: Int
    var way: Way
  }

  private static let placeCount = 1024
  /// Places behind one another where a shape may stand.
  private static let neighbours = 4
  private var entries = [Entry?](repeating: nil, count: placeCount)
  /// That of the line that was looked up last.
  private var shape = FormulaShape()
  private var hasShape = false
  /// Whether a line before it had its shape, and nothing has been worked out yet.
  private(set) var mayLearn = false

  var numbers: [Double] { shape.numbers }
  var places: [Span] { shape.places }

  /// Where a shape may stand, from the likeliest on.
  private func place(_ step: Int) -> Int {
    (Int(truncatingIfNeeded: shape.hash ^ shape.hash >> 29) + step) & (Self.placeCount - 1)
  }

  /// Nil where a line's shape is not known, or is none.
  func program(of line: String, revision: Int) -> FormulaProgram? {
    hasShape = shape.read(line)
    mayLearn = false
    guard hasShape, let entry = known(revision).flatMap({ entries[$0] }) else { return nil }
    hasShape = false
    switch entry.way {
    case .program(let program): return program
    case .seen: mayLearn = true
    case .none: break
    }
    return nil
  }

  private func known(_ revision: Int) -> Int? {
    for step in 0..<Self.neighbours {
      guard let entry = entries[place(step)] else { return nil }
      if entry.revision == revision, entry.text == shape.text { return place(step) }
    }
    return nil
  }

  /// Takes down that the line that was looked up last has a shape, if it is new: what it takes to learn
  /// one pays for those that come again.
  func note(revision: Int) { if hasShape { put(.seen, revision) } }

  /// How the shape of the line that was looked up last is computed; nil where that is not known.
  func keep(_ program: FormulaProgram?, revision: Int) {
    put(program.map(Way.program) ?? .none, revision)
  }

  private func put(_ way: Way, _ revision: Int) {
    let free = (0..<Self.neighbours).map(place).first { entries[$0]?.revision != revision }
    // Where all are taken, one of them gives way.
    let other = place(Int(truncatingIfNeeded: shape.hash >> 40) & (Self.neighbours - 1))
    entries[known(revision) ?? free ?? other] = Entry(
      text: shape.text, revision: revision, way: way)
  }
}
