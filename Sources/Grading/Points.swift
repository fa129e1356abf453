import Quantities

/// Points as they are written everywhere: whole where they are, else to two decimals.
public enum Points {
  /// Without the digits that computing adds, as files and other programs get them.
  public static func rounded(_ points: Double) -> Double { (points * 1e6).rounded() / 1e6 }

  /// To two decimals at most.
  public static func text(_ points: Double) -> String {
    NumberFormat(digits: 3, shortDigits: 5, groupSeparator: nil)
      .string((points * 100).rounded() / 100)
  }

  /// With their word: `1 point`, `0.5 points`.
  public static func counted(_ points: Double) -> String {
    let number = text(points)
    return "\(number) point\(number == "1" ? "" : "s")"
  }

  /// What hints have taken off: `0.1 for a hint`; nil where they cost nothing.
  public static func hints(_ report: QuestionReport) -> String? {
    guard report.hintCost > 0 else { return nil }
    let hints = report.hintsShown == 1 ? "a hint" : "\(report.hintsShown) hints"
    return "\(text(report.hintCost)) for \(hints)"
  }

  /// Of a question: what it has earned of what it can.
  public static func score(_ report: QuestionReport) -> String {
    if report.isPractice { return "practice" }
    if report.maximum == 0 { return "not graded" }
    return "\(text(report.score))/\(text(report.maximum))"
  }

  /// Of a whole notebook: what it has earned, what is to be confirmed, and what waits.
  ///
  /// - `soFar`: words between the points earned and the rest.
  public static func standing(_ report: ExerciseReport, soFar: String = "") -> String {
    var parts = ["\(text(report.score)) of \(counted(report.maximum))\(soFar)"]
    if report.provisional > 0 { parts.append(provisional(report.provisional)) }
    if report.waiting > 0 { parts.append(waiting(report.waiting, isUntold: report.isUntold)) }
    return parts.joined(separator: ", ")
  }

  /// What is said of a question in which all that can be checked here is met.
  public static func waits(_ report: QuestionReport) -> String {
    report.isUntold ? "told after handing in" : waitsForPerson
  }

  /// What is said of what a person has yet to look at.
  public static let waitsForPerson = "waits for a person"

  /// Points that criteria of texts would add.
  public static func provisional(_ points: Double) -> String { "\(text(points)) to be confirmed" }

  /// Points that are yet to be given, by a person or once the work is handed in.
  public static func waiting(_ points: Double, isUntold: Bool = false) -> String {
    "\(text(points)) wait\(points == 1 ? "s" : "") "
      + (isUntold ? "until it is handed in" : "for a person")
  }

  /// The same of a question.
  public static func waiting(_ report: QuestionReport) -> String {
    waiting(report.waiting, isUntold: report.isUntold)
  }
}
