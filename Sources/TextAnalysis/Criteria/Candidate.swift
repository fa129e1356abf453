import Diagnostics
import Quantities

/// A value that a text may give, and all that are taken for it: the model's, and the student's own
/// where that was credited.
struct Candidate {
  /// What it is called in a sentence.
  var name: String?
  /// What the row it belongs to is called, for one of a column.
  var row: String?
  /// In its unit, the model's first.
  var values: [Double]
  var measure: CandidateUnit
  /// Place of its formula among the criterion's; less than 0 for a value that is not asked for, and
  /// of each other column another number.
  var formula = -1
  /// A step on the way to a value, which is no value of its own.
  var isStep = false
  /// Whether it is by how much something differs, so that `8 t more` may give it.
  var isDifference = false

  /// What it is a value of: several formulas may give one quantity, of now and of before.
  var quantity: String { name ?? "\(formula)" }

  var unit: Unit { measure.unit }
  var stated: Unit { measure.stated }
  var isShare: Bool { measure.isShare }

  func with(_ values: [Double], unit: Unit? = nil) -> Candidate {
    var copy = self
    copy.values = values
    if let unit, unit != measure.unit || unit != measure.stated || measure.statedFactor != 1 {
      copy.measure = CandidateUnit(unit, stated: unit)
    }
    return copy
  }

  /// What its values are in the unit of a form; none where it is of another kind.
  func values(for form: TextFigure.Form) -> [Double] {
    var found: [Double] = []
    for way in measure.ways(to: form)
    where !way.isOfSmall || !values.contains(where: { abs($0) > 10 }) {
      for conversion in way.conversions {
        for value in values { found.append(conversion.apply(value) / way.divisor) }
      }
    }
    return found
  }

  /// Whether a reader would round one of the values to a figure.
  func agrees(_ figure: TextFigure, as form: TextFigure.Form) -> Bool {
    values(for: form).contains { value in
      guard let size = size(of: value, for: figure, form) else { return false }
      return figure.number.scaled(by: form.factor).readings.contains {
        FigureComparison.agrees(
          $0, with: size, isAbout: figure.manner != .plain, isLoose: figure.manner == .about)
      }
    }
  }

  /// Whether a figure is so far off all values that it cannot be meant for them.
  func isFar(from figure: TextFigure, as form: TextFigure.Form) -> Bool {
    values(for: form).allSatisfy { value in
      // What has another sign may have been meant so.
      let size = size(of: value, for: figure, form) ?? abs(value)
      return figure.number.scaled(by: form.factor).readings.allSatisfy {
        FigureComparison.contradicts($0, size, isAbout: figure.manner == .about)
      }
    }
  }

  /// Whether a figure is a value with the point moved, which is no accident.
  func isSlip(_ figure: TextFigure, as form: TextFigure.Form) -> Bool {
    guard figure.number.figures >= 2, let value = values(for: form).first, value != 0 else {
      return false
    }
    let ratio = abs(figure.number.value * form.factor / value)
    return [1e-3, 0.01, 0.1, 10, 100, 1e3].contains { power in
      abs(ratio / power - 1) <= 0.6 * figure.number.readings[0].step / figure.number.value
    }
  }

  /// Whether a figure is a value with two digits side by side in turn: 381 for 318.
  func isTransposed(_ figure: TextFigure, as form: TextFigure.Form) -> Bool {
    guard figure.number.figures >= 3, let value = values(for: form).first else { return false }
    let step = figure.number.readings[0].step
    let digits = Array(String(Int(bounded: min(abs(figure.number.value / step), 1e15).rounded())))
    return digits.indices.dropLast().contains { place in
      var swapped = digits
      swapped.swapAt(place, place + 1)
      guard swapped != digits, let number = Double(String(swapped)) else { return false }
      return abs(number * step * form.factor - abs(value)) <= 0.55 * step * abs(form.factor)
    }
  }

  /// A value as a figure would give it, without the sign that the words around it tell: a loss of
  /// 0.4 L is -0.4 L. Nil where its own sign is another.
  private func size(
    of value: Double, for figure: TextFigure, _ form: TextFigure.Form
  ) -> Double? {
    if form.unit?.isTemperaturePoint == true { return figure.sign < 0 ? -value : value }
    if value < 0 { return figure.sign > 0 ? nil : -value }
    return figure.sign < 0 && !isDifference ? nil : value
  }
}
