import AnswerKeys
import Formulas

/// What is said of answers whose model answers are withheld, in alphabetical order.
struct FormWording {
  private let unit: String

  init(_ answer: AnswerKey.Answer) { unit = answer.unit.symbol }

  /// - Parameter clause: an error that gives the value of a formula.
  static func byItsValue(_ clause: String) -> String { "by its value, \(clause)" }

  func exactUnit(_ raw: Value) -> String {
    "It is asked for \(unit.isEmpty ? "as a plain number" : "in \(unit)"): add"
      + " `to \(unit.isEmpty ? "1" : unit)`."
  }

  static func failsAt(_ point: PointReport) -> String {
    "For \(code(point.call)): \(point.message)"
  }

  /// Of an answer that is off, after one that is: it may be right on that.
  static func mayFollow(_ earlier: String) -> String {
    "It may follow from `\(earlier)`, which is off: the marks will tell."
  }

  var noted: String {
    "Noted, \(unit.isEmpty ? "as a plain number" : "in \(unit)"); \(Self.toldLater)."
  }

  static let notedChoice = "Noted; \(toldLater)."

  static let notedFunction = "Noted. It gives what is asked for in kind; \(toldLater)."

  /// - Parameter said: a part of a sentence on how a number is written.
  static func otherForm(_ said: String) -> String {
    "Noted, but \(said) Whether the number is right is told after handing in."
  }

  /// What is said to wait.
  private static let toldLater = "whether it is right is told after handing in"

  func unitFallsShort(_ raw: Value) -> String {
    let own = raw.unit?.symbol ?? ""
    return "It came out \(own.isEmpty ? "as a plain number" : "in \(own)"), and"
      + " \(unit.isEmpty ? "a plain number" : unit) is asked for: a number in the formula seems to"
      + " lack its unit."
  }

  var unitMissing: String { "Its unit is missing: if it is in \(unit), add `\(unit)`." }

  private static func code(_ text: String) -> String { "`\(text)`" }
}
