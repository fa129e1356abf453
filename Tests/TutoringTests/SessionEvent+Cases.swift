import Grading

@testable import Tutoring

extension SessionEvent {
  /// Its cases from the outside in, with what matters of what they hold: `said.next`,
  /// `judged power correct`.
  var cases: String {
    let path = Self.path(of: self)
    switch self {
    case .judged(let report, _), .verdict(let report):
      return "\(path) \(report.name) \(report.verdict)"
    case .diagnostic(let located): return "\(path) \(located.diagnostic.id)"
    case .completed(let report): return "\(path) \(report.id)"
    case .question(let question, _), .debriefing(let question, _):
      return "\(path) \(question.id)"
    case .changes(let changes):
      let kinds: [(String, [String])] = [
        ("recomputed", changes.recomputed.map { "\($0)" }), ("right", changes.right),
        ("follows", changes.following), ("wrong", changes.wrong), ("open", changes.open),
        ("failing", changes.failing.map { "\($0.key)" }),
        ("stranded", changes.stranded.map { "\($0)" }),
      ]
      let told = kinds.filter { !$1.isEmpty }.map { "\($0): \($1.joined(separator: " "))" }
      return "\(path) " + told.joined(separator: ", ")
    default: return path
    }
  }

  private static func path(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .enum else { return "" }
    guard let payload = mirror.children.first, let name = payload.label else { return "\(value)" }
    let inner = path(of: payload.value)
    return inner.isEmpty ? name : "\(name).\(inner)"
  }
}
