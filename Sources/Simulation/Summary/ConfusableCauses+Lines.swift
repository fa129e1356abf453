import Quantities
import TextLayout

extension ConfusableCauses {
  /// Findings that anyone would read through.
  private static let most = 15

  /// In plain words, a sentence each.
  public func lines() -> [StyledText] {
    guard !findings.isEmpty else {
      return ["No slip passes for right, and none of the usual ones comes to another's number."]
    }
    let unnoticed = findings.filter { if case .unnoticed = $0.kind { true } else { false } }
    let alike = findings.filter { if case .alike = $0.kind { true } else { false } }
    return Self.part("Slips that pass for right", unnoticed)
      + Self.part("Slips that come to one number, which alone does not tell them apart", alike)
  }

  private static func part(_ title: String, _ findings: [Finding]) -> [StyledText] {
    guard !findings.isEmpty else { return [] }
    let left = findings.count - most
    return [StyledText(title, .heading)] + findings.prefix(most).map(line)
      + (left > 0 ? [StyledText("\(left) more.", .dim)] : [])
  }

  private static func line(_ finding: Finding) -> StyledText {
    let said =
      switch finding.kind {
      case .unnoticed(let clause, let change, let isOfNumbers):
        "\(clause) (\(size(of: change))\(isOfNumbers ? "; where units are typed, they show it" : ""))."
      case .alike(let clauses): clauses.joined(separator: "; or ") + "."
      }
    return StyledText("`\(finding.answer)`", .name) + ": " + StyledText(said)
  }

  /// `2.5 % off`
  private static func size(of change: Double) -> String {
    guard change > 1e-9 else { return "the value is the same" }
    let share = NumberFormat.rounded(change * 100, figures: 2)
    return "\(NumberFormat.standard.string(share)) % off"
  }
}
