import Quantities

/// Where values lie along an axis, by the numbers at it: the picture's own account of itself.
struct Scale {
  /// The values and places of the first and the last number.
  private let first: (value: Double, place: Double)
  private let last: (value: Double, place: Double)

  /// Nil with fewer than two numbers.
  init?(_ numbers: [(Double, Double)]) {
    let numbers = numbers.sorted { $0.0 < $1.0 }
    guard numbers.count > 1 else { return nil }
    (first, last) = (numbers[0], numbers[numbers.count - 1])
  }

  func place(of value: Double) -> Double {
    first.place
      + (value - first.value) / (last.value - first.value) * (last.place - first.place)
  }

  func value(at place: Double) -> Double {
    first.value
      + (place - first.place) / (last.place - first.place) * (last.value - first.value)
  }

  var places: ClosedRange<Double> {
    min(first.place, last.place)...max(first.place, last.place)
  }

  /// A number as it stands at an axis, with apostrophes between its thousands.
  static func number(_ text: Substring) -> Double? { Double(text.replacing("'", with: "")) }
}
