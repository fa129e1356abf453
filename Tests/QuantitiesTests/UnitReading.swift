import Quantities
import Testing

extension UnitSystem {
  /// With the counted things and labels of the course.
  static let ofCourse: UnitSystem = {
    var units = UnitSystem()
    for name in ["token", "request"] { units.declareCounted(name) }
    for name in ["GPU", "CO2e"] { units.declareLabel(name) }
    return units
  }()

  /// A unit as typed, such as `g CO2e/kWh` or `m/s^2`.
  func unit(_ text: String) throws -> Unit {
    var unit = Unit.one
    for (place, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      for word in part.split(separator: " ") {
        let pieces = word.split(separator: "^")
        let factor = try #require(lookup(String(pieces[0])), "\(word)")
        let power = pieces.count > 1 ? try #require(Int32(pieces[1])) : 1
        unit = try unit.product(
          with: try factor.power(Exponent(power)), inverted: place > 0, merged: false
        ).unit
      }
    }
    return unit
  }
}

/// A unit of the catalogue and the course as typed.
func unit(_ text: String) throws -> Unit { try UnitSystem.ofCourse.unit(text) }
