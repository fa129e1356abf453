import Exercises
import Formulas

/// Parts of sentences on how a number is written, in alphabetical order.
enum WrittenFormWording {
  /// `2 decimals are asked for`
  static func asked(_ form: MarkingRules.WrittenForm) -> String {
    switch form {
    case .figures(let count): "\(counted(count, "figure")) \(are(count)) asked for"
    case .decimals(0): "a whole number is asked for"
    case .decimals(let count): "\(counted(count, "decimal")) \(are(count)) asked for"
    }
  }

  /// `it is written with 4 figures, and 3 are asked for.`
  static func found(_ numeral: Numeral, _ form: MarkingRules.WrittenForm) -> String {
    switch form {
    case .figures(let count):
      let (least, most) = (numeral.figures.lowerBound, numeral.figures.upperBound)
      let own = count > most ? most : least
      let bound = least == most ? "" : count > most ? "at most " : "at least "
      return written("with \(bound)\(counted(own, "figure"))", own, asked: count)
    case .decimals(let count):
      let own = numeral.decimals
      return written(
        own == 0 ? "without decimals" : "with \(counted(own, "decimal"))", own, asked: count)
    }
  }

  /// `round(…, 2)`; with a unit, what is rounded is converted first.
  static func rounding(to decimals: Int, in unit: String?) -> String {
    "`round(…\(unit.map { " to \($0)" } ?? "")\(decimals == 0 ? "" : ", \(decimals)"))`"
  }

  private static func written(_ how: String, _ own: Int, asked: Int) -> String {
    let wanted = asked == 0 ? "none is" : "\(asked) \(are(asked))"
    let zeros = own < asked ? "; zeros at its end count" : ""
    return "it is written \(how), and \(wanted) asked for\(zeros)."
  }

  private static func are(_ count: Int) -> String { count == 1 ? "is" : "are" }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
