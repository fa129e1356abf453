/// How a written number stands to a reference value in the same unit.
enum FigureComparison {
  /// Whether a reader would round the reference to it.
  ///
  /// A number of n figures agrees where it is the reference rounded to n figures, give or take a
  /// rounding done in two steps; with three figures or more, or two and no zeros after them, where
  /// it is the reference cut off; an approximate one of three figures that ends with 5, where the
  /// reference is nearest to it in steps of 5. It is never more than 5 % away, a
  /// single digit 10 %, or 20 % where it is approximate.
  ///
  /// - Parameter isLoose: whether a word says that it is rounded.
  static func agrees(
    _ written: WrittenFigure.Reading, with reference: Double, isAbout: Bool, isLoose: Bool = false
  ) -> Bool {
    guard reference.isFinite, written.value.isFinite else { return false }
    let distance = abs(written.value - reference)
    let slack = 1e-9 * abs(reference)
    if distance <= slack { return true }
    // `2 %` for 1.72, `7 kg` for 7.39; `200 t` for 156 is too coarse.
    let isDigit = written.figures == 1 && written.step <= 1
    let share = isDigit ? isLoose ? 0.2 : 0.1 : 0.05
    guard reference != 0, distance <= share * abs(reference) else { return false }
    if distance <= 0.55 * written.step + slack { return true }
    guard written.figures >= 3 || written.figures == 2 && written.step == 1 else { return false }
    let cut = abs(reference) - abs(written.value)
    if cut >= 0, cut < written.step * 0.999 { return true }
    guard written.figures >= 3 else { return false }
    return isAbout && endsWithFive(written) && distance <= 2.5 * written.step
  }

  private static func endsWithFive(_ written: WrittenFigure.Reading) -> Bool {
    let last = (written.value / written.step).rounded().truncatingRemainder(dividingBy: 10)
    return abs(last) == 5
  }

  /// Whether it is so far off that it cannot be meant for the reference, whatever rounding and
  /// reading off a figure may do.
  static func contradicts(
    _ written: WrittenFigure.Reading, _ reference: Double, isAbout: Bool
  ) -> Bool {
    guard reference.isFinite, written.value.isFinite, reference != 0 else { return false }
    let distance = abs(written.value - reference)
    let steps: Double
    let share: Double
    switch (written.figures, isAbout) {
    case (...1, false): (steps, share) = (0.7, 0.1)
    case (2, false):
      // 75 may be rounded to the next 5.
      (steps, share) = endsWithFive(written) ? (2, 0.08) : (2, 0.03)
    case (3...4, false): (steps, share) = (5, 0.01)
    case (_, false): (steps, share) = (5, 0.005)
    case (...2, true): (steps, share) = (2, 0.2)
    case (_, true): (steps, share) = (5, 0.1)
    }
    return distance > steps * written.step && distance > share * abs(reference)
  }
}
