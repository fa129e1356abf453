import AnswerKeys
import Diagnostics
import Files
import Formulas

/// What is said about charts, in alphabetical order.
enum PlotWording {
  static func bins(at span: Span) -> Diagnostic {
    Diagnostic(
      id: "plot-bins", message: "The number of bins is a whole number from 1 to 100.",
      labels: [.init(span)], help: ["`hist(column, 10)`"])
  }

  static func functionFails(_ name: String, _ problem: FormulaProblem, at span: Span) -> Diagnostic
  {
    let inner = problem.diagnostic
    return Diagnostic(
      id: "plot-function", message: "`\(name)` cannot be computed there. \(inner.message)",
      labels: [.init(span)], help: inner.help)
  }

  static func functionNeedsRange(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      id: "plot-range",
      message: "`\(name)` is a function: a function of one quantity is drawn from one value to "
        + "another.",
      labels: [.init(span)], help: ["`plot(\(name), 0 km, 100 km)`, with your own ends"])
  }

  static func lengths(
    _ first: (name: String, count: Int, span: Span),
    _ second: (name: String, count: Int, span: Span)
  ) -> Diagnostic {
    Diagnostic(
      id: "plot-lengths",
      message: "`\(first.name)` has \(rows(first.count)) and `\(second.name)` has "
        + "\(rows(second.count)). Each point needs a value of both.",
      labels: [
        .init(second.span, rows(second.count)), .init(first.span, rows(first.count)),
      ],
      help: ["columns of the same table"])
  }

  /// What of a question's chart is missing, for the student. `asked` has the question that asks
  /// for each name.
  static func missing(_ fault: ChartBuilder.Fault, asked: [String: String]) -> String {
    let whose = fault.series.isEmpty ? "" : "\(fault.series) is not drawn: "
    switch fault.kind {
    case .formula(let problem):
      switch problem.kind {
      case .unknownName(let name, _), .boundElsewhere(let name, _), .noValue(let name):
        let sentence = "`\(name)` has no value yet"
        guard let question = asked[name] else { return whose + sentence + "." }
        return whose + sentence + "; \(question) asks for it."
      default: return whose + problem.diagnostic.message
      }
    case .lengths(let x, let y):
      return whose + "there are \(x) values along one axis and \(y) along the other."
    case .labelCount(let found, let rows):
      return "The points have no labels: there are \(found) for \(self.rows(rows))."
    case .noRange: return "The chart has no range to be drawn over."
    case .notAUnit, .notTexts: return "The chart's labels or units cannot be read."
    case .notNumbers(let found): return whose + "`\(fault.text.text)` is \(found)."
    case .otherUnit(let found, let wanted, let isDrawn):
      let unit = found.isEmpty ? "plain numbers" : found
      let asked = wanted.isEmpty ? "plain numbers" : wanted
      return isDrawn
        ? "The values are in \(unit), and \(asked) was expected; they are drawn as they are."
        : whose + "its values are in \(unit), and those of the others in \(asked)."
    }
  }

  static func needsColumn(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      id: "plot-nothing", message: "`\(name)` needs something to draw.", labels: [.init(span)],
      help: ["`\(name)(column)`"])
  }

  static func notNumbers(_ name: String, found: String, at span: Span, isTexts: Bool) -> Diagnostic
  {
    var help = ["a column of numbers, as `models[\"Accuracy (%)\"]`"]
    if isTexts { help = ["`bars(\(name), numbers)`, where the texts name the bars"] }
    if found == "a table" { help = ["one of its columns, as `\(name)[\"Heading\"]`"] }
    return Diagnostic(
      id: "plot-not-numbers", message: "`\(name)` is \(found), and numbers are needed.",
      labels: [.init(span)], help: help)
  }

  /// What is wrong with a chart's formula, for its author.
  static func problem(_ fault: ChartBuilder.Fault) -> Diagnostic {
    func told(_ id: String, _ message: String) -> Diagnostic {
      Diagnostic(id: id, message: message)
    }
    switch fault.kind {
    case .formula(let problem): return problem.authorsDiagnostic
    case .lengths(let x, let y):
      return told("chart-lengths", "`x` has \(rows(x)) and `y` has \(rows(y)).")
    case .labelCount(let found, let count):
      return told("chart-labels", "There are \(found) labels for \(rows(count)).")
    case .noRange:
      return told(
        "chart-range", "A range goes from one quantity to a larger one of the same dimension.")
    case .notAUnit(let told): return told
    case .notNumbers(let found):
      return told("chart-not-numbers", "`\(fault.text.text)` is \(found); numbers are drawn.")
    case .notTexts(let found):
      return told("chart-not-texts", "`\(fault.text.text)` is \(found); labels are texts.")
    case .otherUnit(let found, let wanted, _):
      let unit = found.isEmpty ? "plain numbers" : "in \(found)"
      return told(
        "chart-unit",
        "These values are \(unit), and the axis is in \(wanted.isEmpty ? "plain numbers" : wanted)."
      )
    }
  }

  static func range(at span: Span) -> Diagnostic {
    Diagnostic(
      id: "plot-range-ends", message: "The range has to go up, between two values of one unit.",
      labels: [.init(span)], help: ["`plot(f, 0 km, 100 km)`"])
  }

  static func row(_ row: Int) -> String { "row \(row)" }

  static let rows = "Row"

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  static func saveFails(_ name: String, _ trouble: FileError) -> Diagnostic {
    Diagnostic(
      id: "plot-not-saved", message: trouble.sentence(saving: name),
      help: ["`:plot save` once more when that is mended"])
  }

  static func saveName(_ name: String) -> Diagnostic {
    let found = name.isEmpty ? "A name for the file is missing." : "`\(name)` cannot be the name."
    return Diagnostic(
      id: "plot-save-name",
      message: found + " A chart is saved beside the notebook, in a file whose name has letters, "
        + "digits, hyphens and dots and ends with .svg.", help: ["`:plot save chart.svg`"])
  }

  static func saveTaken(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "plot-save-taken",
      message: "There is a file `\(name)` already, which is no chart of Reckon's, so it is left as "
        + "it is.", help: ["another name"])
  }

  static func title(_ y: String, against x: String) -> String { "\(y) against \(x)" }

  static func units(
    _ first: (name: String, unit: String, span: Span),
    _ second: (name: String, unit: String, span: Span)
  ) -> Diagnostic {
    func said(_ unit: String) -> String { unit.isEmpty ? "plain numbers" : "in \(unit)" }
    return Diagnostic(
      id: "plot-units",
      message: "`\(first.name)` is \(said(first.unit)) and `\(second.name)` is "
        + "\(said(second.unit)): they do not fit on one axis.",
      labels: [.init(second.span, said(second.unit)), .init(first.span, said(first.unit))],
      help: ["a chart of each"])
  }
}
