import Formulas
import Grading

extension QuestionReport {
  /// All that is found, in lines that can be compared.
  public var summary: String {
    let head =
      "\(id) \(score) \(waiting) \(provisional) \(isSkipped) \(hintsShown) \(hintCost)"
    return ([head] + answers.flatMap(\.summary)).joined(separator: "\n")
  }
}

extension AnswerReport {
  fileprivate var summary: [String] {
    var lines = [
      "\(name) \(key.map { "\($0)" } ?? "-") \(verdict) \(share)", message, "\(notices)",
      "\(rows ?? [])", "\(lacksUnitWithin)", cause.map { "\($0)" } ?? "-",
      value?.text() ?? "-",
      problem.map { "\($0.line): \($0.diagnostic)" } ?? "-",
    ]
    lines += (points ?? []).map { "\($0.call) \($0.verdict) \($0.message)" }
    lines += (criteria ?? []).map { "\($0.id) \($0.met as Any) \($0.wholeMessage)" }
    return lines + (choice?.options ?? []).map { "\($0.text) \($0.isTicked)" }
  }
}
