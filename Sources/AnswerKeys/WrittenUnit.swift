import Diagnostics
import Exercises
import Formulas
import Quantities

/// Why a text is no unit, in words for its author.
public struct UnitFault: Error {
  public let diagnostic: Diagnostic
}

extension UnitSystem {
  /// The unit that an author's text stands for, looked up without the exercise's names.
  public func unit(of text: AuthorFormula) -> Result<Unit, UnitFault> {
    readUnit(text).mapError { UnitAdvice(units: self).fault(of: text, $0) }
  }

  /// The number of a unit for which a text stands, such as 0.01 L/km for `L/(100 km)`.
  func amount(of text: AuthorFormula) -> Result<(count: Double, unit: Unit), UnitFault> {
    readAmount(text).mapError { UnitAdvice(units: self).fault(of: text, $0) }
  }

  /// The failure holds what is wrong with the formula; nil where it is one, and no unit.
  fileprivate func readUnit(_ text: AuthorFormula) -> Result<Unit, UnreadUnit> {
    readAmount(text).flatMap { count, unit in
      if count == 1 { return .success(unit) }
      // `L/(100 km)`
      let several = text.parsed.flatMap { Worksheet(units: self).unit(of: $0) }
      guard case .success(let unit?) = several, unit.isForSoMany else {
        return .failure(UnreadUnit(unit: unit))
      }
      return .success(unit)
    }
  }

  private func readAmount(
    _ text: AuthorFormula
  ) -> Result<(count: Double, unit: Unit), UnreadUnit> {
    switch text.parsed.flatMap({ Worksheet(units: self).value(inUnitPlace: $0) }) {
    case .failure(let problem): .failure(UnreadUnit(problem: problem))
    case .success(.quantity(let count, let unit)): .success((count, unit))
    case .success: .failure(UnreadUnit())
    }
  }
}

/// What came of a text that is no unit.
private struct UnreadUnit: Error {
  var problem: FormulaProblem?
  /// The unit of so many of which it is.
  var unit: Unit?
}

/// What an author may have meant by a text that is no unit.
private struct UnitAdvice {
  let units: UnitSystem

  /// How people write that there is no unit.
  private static let nothing: Set<String> = [
    "-", "–", "—", "/", "--", "n/a", "na", "nil", "no", "no unit", "none", "null", "number",
    "plain", "unitless", "dimensionless", "without", "keine", "aucune", "sans unité", "ohne",
  ]

  func fault(of text: AuthorFormula, _ found: UnreadUnit) -> UnitFault {
    if Self.nothing.contains(text.text.lowercased()) {
      return UnitFault(diagnostic: AnswerKeyWording.noUnit(text.text))
    }
    if let problem = found.problem, case .refusedUnit = problem.kind {
      // What is offered of a formula is no unit.
      var told = problem.authorsDiagnostic
      told.help = []
      return UnitFault(diagnostic: told)
    }
    let tries = alternatives(of: text.text).map(AnswerKeyWording.oneUnit) ?? tries(text, found)
    guard let problem = found.problem, let word = problem.unknownWord?.text else {
      return UnitFault(diagnostic: AnswerKeyWording.notAUnit(text.text, tries: tries))
    }
    return UnitFault(
      diagnostic: AnswerKeyWording.unknownUnit(
        word, at: problem.span, tries: tries + (tries.isEmpty ? declaration(of: word) : [])))
  }

  /// Units that the text becomes where a word of it is spelt otherwise, or what surrounds it goes.
  private func tries(_ text: AuthorFormula, _ found: UnreadUnit) -> [String] {
    var candidates: [String] = []
    if let (word, near) = found.problem?.unknownWord {
      candidates = near.map { text.text.replacing(word, with: $0, maxReplacements: 1) }
    }
    if let unit = found.unit, unit != .one { candidates.append(unit.symbol) }
    candidates += Self.bare(text.text)
    return candidates.filter(isUnit).prefix(2).map { AnswerKeyWording.unit($0) }
  }

  /// The text without a preposition, brackets, quotes or a full stop.
  private static func bare(_ text: String) -> [String] {
    let marks: Set<Character> = ["[", "]", "(", ")", "'", "\"", "`", ".", ",", ";", ":"]
    let word = text.hasPrefix("in ") ? String(text.dropFirst(3)) : text
    let trimmed = word.drop(while: marks.contains)
    let bare = String(trimmed.prefix(trimmed.reversed().drop(while: marks.contains).count))
    return bare == text || bare.isEmpty ? [] : [bare]
  }

  /// The units of `m or cm`; nil where the text is no choice of units.
  private func alternatives(of text: String) -> [String]? {
    for separator in [" or ", ",", ";", " | ", "|", " and ", " oder ", " ou "] {
      let parts = text.split(separator: separator).map(\.trimmingBlank)
      if parts.count > 1, parts.allSatisfy(isUnit) { return parts }
    }
    return nil
  }

  private func isUnit(_ text: String) -> Bool {
    if case .success = units.readUnit(AuthorFormula(text, line: 1)) { return true }
    return false
  }

  /// How a word is declared that could be a unit of the exercise's own.
  private func declaration(of word: String) -> [String] {
    var units = units
    guard word.last?.isNumber == false, units.declareCounted(word) != nil,
      case .success = units.readUnit(AuthorFormula(word, line: 1))
    else { return [] }
    return [AuthorAdvice.declaring(word)]
  }
}

extension FormulaProblem {
  /// The word that is not known, and what is like it.
  fileprivate var unknownWord: (text: String, near: [String])? {
    switch kind {
    case .unknownUnit(let word, let near), .unknownName(let word, let near): (word, near)
    default: nil
    }
  }
}

extension DataTable {
  /// The table with its units read. One of which a unit cannot be read is none, and each fault is
  /// reported.
  public func computed(
    in units: UnitSystem, report: (Diagnostic, AuthorFormula) -> Void = { _, _ in }
  ) -> Table? {
    var isSound = true
    let columns = columns.map { column -> Table.Column in
      switch column.cells {
      case .texts(let texts): return Table.Column(heading: column.heading, cells: .texts(texts))
      case .numbers(let numbers):
        var unit = Unit.one
        if let text = column.unit {
          switch units.unit(of: text) {
          case .success(let own): unit = own
          case .failure(let fault):
            report(fault.diagnostic, text)
            isSound = false
          }
        }
        return Table.Column(heading: column.heading, cells: .column(numbers, unit))
      }
    }
    return isSound ? Table(name: name, columns: columns, rowCount: rowCount) : nil
  }
}
