import Diagnostics
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension EquivalencyMessage {
  var text: StyledText {
    switch self {
    case .canBe:
      StyledText("What can be made concrete:", .strong)
    case .gas:
      StyledText("`CO2` is taken as `CO2e` here.", .dim)
    case .howTo(let units, let example):
      Self.howTo(units, example: example)
    case .misfit(let text, let kind, let isPlain, let units):
      Self.misfit(text, kind: kind, isPlain: isPlain, units: units)
    case .missing:
      StyledText("  It is missing.", .dim)
    case .more(let count):
      StyledText("  and \(count) more", .dim)
    case .noComparisons:
      StyledText(
        "This exercise has nothing to compare amounts with.")
    case .sources(let sources):
      StyledText("Sources: \(sources.joined(separator: "; ")).", .dim)
    case .takenAs(let unit):
      StyledText("Taken as an amount in \(unit).", .dim)
    case .takesTogether(let text):
      StyledText("`:concrete sum(\(text))` takes the rows together.", .dim)
    case .tooSmallForOthers:
      StyledText("It is too small for the other comparisons: less than a thousandth.", .dim)
    }
  }

  private static func howTo(_ units: [String], example: String?) -> StyledText {
    let amount = "`:concrete 5 \(units.first ?? "")`"
    let ways = example.map { "`:concrete \($0)` or \(amount)" } ?? amount
    return StyledText(
      "\(ways) compares an amount with what one knows. It takes amounts in \(or(units)).", .dim)
  }

  private static func misfit(
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

  static func sum(_ text: String, _ value: StyledText, rows: Int) -> StyledText {
    StyledText("The sum of the \(rows) rows of ") + StyledText(text, .name) + "  " + value
  }

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

  static let negative = StyledText(
    "  It is below zero, and only amounts above zero can be pictured. Try it without its sign.")

  static let nothingFits = StyledText("  Nothing here to compare it with.", .dim)

  static let tooSmall = StyledText(
    "  Too small to picture: it is less than a thousandth of what it could be compared with.", .dim)

  static let zero = StyledText("  It is zero: there is nothing to picture.", .dim)
}
