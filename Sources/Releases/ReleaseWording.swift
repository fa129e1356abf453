import Diagnostics

/// What is said of a release, in alphabetical order.
public enum ReleaseWording {
  static func formulaStays(_ formula: String, of answer: String) -> Diagnostic {
    warning(
      "release-formula",
      "Students see the formula `\(formula)`, which computes `\(answer)` without its name.",
      "write the name of the answer in its place")
  }

  static func hintIsFormula(_ number: Int, of answer: String) -> Diagnostic {
    warning(
      "release-hint", "Hint \(number) has a formula that gives `\(answer)`.",
      "say it in words, if students are to find it")
  }

  static func hintReadsAsFormula(_ number: Int) -> Diagnostic {
    warning(
      "release-hint", "Hint \(number) reads as the formula itself.",
      "leave it, if students are to be given the formula")
  }

  static func holdsValue(_ answers: [String]) -> Diagnostic {
    let names = enumeration(answers.map { "`\($0)`" })
    return warning(
      "release-value",
      "Students read a figure here that is the value of \(names).",
      "leave it, if it is given; if not, take it out")
  }

  static func moreLines(_ answer: String, _ count: Int) -> Diagnostic {
    warning(
      "release-value",
      "\(count) more line\(count == 1 ? " has" : "s have") a figure that is a value of `\(answer)`.",
      nil)
  }

  private static func warning(_ id: String, _ message: String, _ help: String?) -> Diagnostic {
    Diagnostic(id: id, severity: .warning, message: message, help: [help].compactMap { $0 })
  }
}
