import AnswerKeys

/// What a preview says of model answers that are not there, in alphabetical order.
enum PreviewWording {
  static let withheld = "withheld"

  static func withheld(_ answer: AnswerKey.Answer) -> String {
    let unit = answer.unit.symbol
    let form = answer.value.rowCount.map { "a column of \($0)" } ?? "a number"
    return "\(withheld): \(form)\(unit.isEmpty ? "" : " in \(unit)")"
  }
}
