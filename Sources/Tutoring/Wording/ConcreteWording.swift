import Diagnostics
import ExerciseFiles
import MarkdownReading
import TextLayout

/// What `:concrete` says, in alphabetical order.
enum ConcreteWording {
  static let canBe = StyledText("What can be made concrete:", .strong)

  static let gas = StyledText("`CO2` is taken as `CO2e` here.", .dim)

  static func howTo(_ units: [String], example: String?) -> StyledText {
    let amount = "`:concrete 5 \(units.first ?? "")`"
    let ways = example.map { "`:concrete \($0)` or \(amount)" } ?? amount
    return StyledText(
      "\(ways) compares an amount with what one knows. It takes amounts in \(or(units)).", .dim)
  }

  static func misfit(
    _ text: String, kind: String, isPlain: Bool, units: [String]
  ) -> StyledText {
    if isPlain {
      return StyledText(
        "`\(text)` is a plain number. With its unit it can be compared, as in"
          + " `:concrete 5 \(units.first ?? "")`.")
    }
    return StyledText(
      "`\(text)` is \(withArticleIfNeeded(kind)). Amounts in \(or(units)) can be made concrete"
        + " here.")
  }

  static let missing = StyledText("  It is missing.", .dim)

  static func more(_ count: Int) -> StyledText { StyledText("  and \(count) more", .dim) }

  static let negative = StyledText(
    "  It is below zero, and only amounts above zero can be pictured. Try it without its sign.")

  static let noComparisons = StyledText(
    "This exercise has nothing to compare amounts with.")

  static let nothingFits = StyledText("  Nothing here to compare it with.", .dim)

  static func sources(_ sources: [String]) -> StyledText {
    StyledText("Sources: \(sources.joined(separator: "; ")).", .dim)
  }

  static func sum(_ text: String, _ value: StyledText, rows: Int) -> StyledText {
    StyledText("The sum of the \(rows) rows of ") + StyledText(text, .name) + "  " + value
  }

  static func takenAs(_ unit: String) -> StyledText {
    StyledText("Taken as an amount in \(unit).", .dim)
  }

  static func takesTogether(_ text: String) -> StyledText {
    StyledText("`:concrete sum(\(text))` takes the rows together.", .dim)
  }

  static let tooSmall = StyledText(
    "  Too small to picture: it is less than a thousandth of what it could be compared with.", .dim)

  static let tooSmallForOthers = StyledText(
    "It is too small for the other comparisons: less than a thousandth.", .dim)

  static let zero = StyledText("  It is zero: there is nothing to picture.", .dim)

  private static func or(_ units: [String]) -> String {
    guard let last = units.last, units.count > 1 else { return units.first ?? "" }
    return units.dropLast().joined(separator: ", ") + " or " + last
  }

  /// `a time`, and `power` or `kg/m²` as they are.
  private static func withArticleIfNeeded(_ kind: String) -> String {
    let counted: Set<String> = ["time", "length", "mass", "speed", "volume", "area", "force"]
    if kind.contains("/") { return "in \(kind)" }
    return counted.contains(kind) ? withArticle(kind) : kind
  }
}
