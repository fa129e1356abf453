import AnswerKeys
import Quantities

/// Units in base units, without counted units and labels, and their products: those of an exercise,
/// worked out once for all students.
final class PlainUnits {
  private var known: [Unit: Unit] = [:]
  private var products: [Product: Unit?] = [:]

  private struct Product: Hashable {
    let left: Unit
    let right: Unit
    let isInverse: Bool
  }

  /// Units and products that are remembered at once.
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

  /// The unit of a product or quotient; nil where it is beyond any in use.
  func product(_ left: Unit, _ right: Unit, inverted isInverse: Bool) -> Unit? {
    let product = Product(left: left, right: right, isInverse: isInverse)
    if let found = products[product] { return found }
    let unit = try? left.product(with: right, inverted: isInverse).unit
    if products.count >= Self.limit { products = [:] }
    products[product] = .some(unit)
    return unit
  }
}
