import Diagnostics
import Exercises
import Formulas
import MarkdownReading
import Quantities
import TextLayout

/// `:units`, which tells what units there are, what each is, and how to compute with them.
extension Session {
  func units(_ text: String) -> [StyledText] {
    let help = UnitHelp(
      units: sheet.units, display: display,
      exerciseUnits: Set(exercise.units.map(\.name)))
    if text.isEmpty { return unitOverview(help) }
    if text.lowercased() == "note" { return unitNote() }
    let isDeclared = sheet.units.declared.contains { $0.name == text }
    if !isDeclared, let quantity = help.quantity(text) {
      return help.lines(of: quantity, asked: text)
    }
    guard let (number, unit) = quantity(text) else {
      if let reason = sheet.units.refusal(of: text) {
        return wrapped(HelpWording.refused(text, reason), width: width)
      }
      let near = nearestNames(to: text, among: sheet.units.unitWords + UnitHelp.words)
      return rendered(SessionWording.unknownUnit(text, near: near))
    }
    return help.lines(of: unit, number: number) + uses(of: unit, help)
  }

  /// How units work, in a few lines; offered once, when a unit has first gone wrong.
  func unitNote() -> [StyledText] {
    prose(HelpWording.unitNote)
  }

  /// A unit, or a number with one, of the student's names too.
  private func quantity(_ text: String) -> (Double, UnitID)? {
    guard case .success(let expression) = Parser.formula(text) else { return nil }
    for page in [Worksheet(units: sheet.units), sheet] {
      guard case .success(let value) = page.evaluate(expression), let unit = value.unit,
        unit != .one
      else { continue }
      if case .quantity(let number, _) = value, number.isFinite { return (number, unit) }
      return (1, unit)
    }
    return nil
  }

  // MARK: Those of the exercise

  private func unitOverview(_ help: UnitHelp) -> [StyledText] {
    var lines: [StyledText] = []
    let names = sheet.units.declared.map(\.name)
    if !names.isEmpty {
      lines += wrapped(
        HelpWording.ownUnits(isExercises: names.contains(where: help.exerciseUnits.contains)),
        width: width)
      let rows = names.prefix(30).compactMap { name -> [StyledText]? in
        guard let unit = sheet.units.lookup(name),
          let account = sheet.units.accounts(of: unit).first
        else { return nil }
        // A narrow window has no room for where it is met.
        let places = width < 60 ? [] : places(of: name)
        return [
          StyledText("  \(name)", .unit),
          StyledText(HelpWording.kind(account.origin)),
          StyledText(places.isEmpty ? "" : "in \(places.joined(separator: ", "))", .dim),
        ]
      }
      lines += TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
        .lines(width: width, unicode: surroundings.unicode)
    }
    if !names.isEmpty { lines += wrapped(HelpWording.countedAndLabels, width: width) }
    return lines + wrapped(HelpWording.allUnits, width: width)
      + wrapped(HelpWording.askOn, width: width)
  }

  private func uses(of unit: UnitID, _ help: UnitHelp) -> [StyledText] {
    let accounts = sheet.units.accounts(of: unit)
    guard accounts.count == 1, let own = accounts.first else { return [] }
    switch own.origin {
    case .counted, .label: break
    case .si, .besideSI, .information, .customary, .derived: return []
    }
    let places = places(of: own.symbol)
    return places.isEmpty ? [] : help.line("used in", StyledText(places.joined(separator: ", ")))
  }

  /// Answers and columns of the exercise whose units have a unit in them.
  private func places(of name: String) -> [String] {
    func holds(_ unit: UnitID, in units: UnitSystem) -> Bool {
      units.accounts(of: unit).contains { $0.bare == name }
    }
    let answers = reference.answers.filter { holds($0.unit, in: compiled.units) }
      .map(\.spec.name)
    let columns = sheet.shippedTables.flatMap { table in
      table.columns.filter { column in
        column.cells.unit.map { holds($0, in: sheet.units) } ?? false
      }.map { "\(table.name)[\"\($0.heading)\"]" }
    }
    return answers.isEmpty ? Array(columns.prefix(1)) : Array(answers.prefix(2))
  }
}
