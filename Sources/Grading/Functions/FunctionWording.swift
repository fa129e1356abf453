import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas

/// Sentences about functions, in alphabetical order. None gives a result that is asked for.
enum FunctionWording {
  /// Of a call that comes to nothing: the mistake, and the mend where one is known.
  static func fails(_ problem: FormulaProblem, _ spec: FunctionAnswer) -> String {
    let diagnostic = problem.diagnostic
    // That it is this function is known.
    let message = String(diagnostic.message.trimmingPrefix("In your function `\(spec.name)`: "))
    guard case .wrongKind = problem.kind, let mend = diagnostic.help.first else { return message }
    return "\(message) Try \(mend)."
  }

  static func notAFunction(_ spec: FunctionAnswer) -> String {
    "`\(spec.name)` is asked for as a function, and it is a value. Write "
      + "`def \(spec.name)(\(spec.parameters.joined(separator: ", "))) =` and a formula."
  }

  /// Of a function that is right wherever its arguments are single numbers; nil for any other.
  static func onlyNumbers(_ points: [PointReport], _ function: AnswerKey.Function) -> String? {
    let columns = function.points.map { point in point.arguments.contains(where: \.isColumn) }
    let judged = Array(zip(points, columns))
    guard columns.contains(false), columns.contains(true),
      judged.allSatisfy({ ($0.verdict == .correct) == !$1 }),
      let failing = judged.first(where: { $1 })?.0
    else { return nil }
    return "It is right for single numbers, and not yet for a column, which a function computes"
      + " row by row: \(lowercasedStart(failing.message))"
  }

  static func otherParameters(_ spec: FunctionAnswer, found: Int) -> String {
    "`\(spec.name)` is asked for with \(spec.parameters.count)"
      + " parameter\(spec.parameters.count == 1 ? "" : "s")"
      + " (\(spec.parameters.joined(separator: ", "))), and yours has \(found)."
  }

  static func error(_ error: FunctionErrors.Kind, _ spec: FunctionAnswer) -> String {
    switch error {
    case .outsideName(let name, let parameter):
      return "It computes with `\(name)`, a name from outside, and never with its parameter"
        + " `\(parameter)`: put `\(parameter)` there, so that each call brings its own value."
    case .otherOrder(let order):
      let mend = "`def \(spec.name)(\(order.joined(separator: ", "))) =` and your formula"
      return "It would be right with its parameters in another order: \(mend). An argument goes to"
        + " the parameter in the same place."
    case .unused(let parameters):
      let names = enumeration(parameters.map { "`\($0)`" })
      return parameters.count == 1
        ? "Its parameter \(names) is never used." : "Its parameters \(names) are never used."
    }
  }

  /// How many points are right, and one that is not, with what is wrong there or why.
  static func verdict(_ points: [PointReport], because cause: String?) -> String {
    guard let failing = points.first(where: { $0.verdict != .correct }) else {
      return "Right on all \(points.count) groups of arguments that it was tried on."
    }
    let right = points.count { $0.verdict == .correct }
    let head =
      "It is right on \(right == 0 ? "none" : "\(right)") of \(points.count) groups of arguments."
    guard let cause else { return "\(head) For `\(failing.call)`: \(failing.message)" }
    return "\(head) One it fails is `\(failing.call)`. \(cause)"
  }

  private static func lowercasedStart(_ text: String) -> String {
    guard let first = text.first, text.dropFirst().first?.isLowercase == true else { return text }
    return first.lowercased() + text.dropFirst()
  }
}

extension Value {
  var isColumn: Bool {
    switch self {
    case .column, .texts, .truths: true
    case .quantity, .text, .truth, .table, .function: false
    }
  }
}
