import AnswerKeys
import Exercises
import Formulas

extension Grader {
  /// Takes off a right number what it costs to write it otherwise than asked for. Where its verdict
  /// costs something already, that stays, and the lower share counts.
  func holdToForm(_ report: inout AnswerReport, _ raw: Value, _ attempt: Attempt) {
    let rules = attempt.answer.spec.rules
    guard report.verdict.hasRightNumber, let form = rules.written else { return }
    let own = share(.otherForm, attempt.answer)
    let rows = WrittenRow.rows(of: raw, attempt, on: sheet)
    let off = rows.indices.filter { !rows[$0].meets(form) }
    guard !off.isEmpty else { return }
    let wording = wording(of: attempt.answer)
    let said = wording.otherForm(form, rows, off: off, of: raw)
    guard report.verdict == .correct else {
      report.share = min(report.share, own)
      report.notices.append(wording.besides(said))
      return
    }
    report.verdict = .otherForm
    report.share = own
    report.message = wording.rightBut(said, raw)
    if report.rows != nil {
      for row in off { report.rows?[row] = .otherForm }
    }
  }
}

/// A number of a student's value, with how it is written.
struct WrittenRow {
  /// In the unit in which the value comes out, and in the one asked for, in which it is shown.
  let numbers: [Double]
  /// As typed; nil where it is computed.
  let numeral: Numeral?

  static func rows(of raw: Value, _ attempt: Attempt, on sheet: Worksheet) -> [WrittenRow] {
    let own = raw.numbers ?? []
    let asked = raw.converted(to: attempt.answer.unit)?.numbers ?? own
    let typed = sheet.numerals(of: attempt.key) ?? []
    return own.indices.map { row in
      WrittenRow(
        numbers: [own[row], asked[row]],
        numeral: typed.count == own.count ? typed[row] : nil)
    }
  }

  /// Whether it is written so; a missing number is.
  func meets(_ form: MarkingRules.WrittenForm) -> Bool {
    if let numeral { return numeral.meets(form) }
    return numbers.contains { $0.isNaN || form.isOwnRounding($0) }
  }
}

extension Numeral {
  fileprivate func meets(_ form: MarkingRules.WrittenForm) -> Bool {
    switch form {
    case .figures(let count): figures.contains(count)
    case .decimals(let count): decimals == count
    }
  }
}
