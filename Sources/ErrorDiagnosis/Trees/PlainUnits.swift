import AnswerKeys
import Quantities

/// Units in base units, without counted units and labels: those of an exercise, worked out once for
/// all students.
final class PlainUnits {
  private var known: [Unit: Unit] = [:]
  /// Units that are remembered at once.
  private static let limit = 1000

  static func of(_ compiled: CompiledExercise) -> PlainUnits {
    compiled.kept("plain units") { PlainUnits() } ?? PlainUnits()
  }

  subscript(unit: Unit) -> Unit {
    if unit == .one { return unit }
    if let found = known[unit] { return found }
    let plain = unit.withoutCounts.baseUnit
    if known.count >= Self.limit { known = [:] }
    known[unit] = plain
    return plain
  }
}
