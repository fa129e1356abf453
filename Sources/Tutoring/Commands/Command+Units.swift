import Diagnostics
import Formulas
import Quantities

extension Command {
  static let units = Command(
    "units", argument: "kWh", "what a unit is; `:units power` lists those of power",
    completes: { session, _ in
      ["note"] + session.exercise.units.map(\.name) + QuantityTable.allWords
        + session.sheet.units.unitWords
    },
    run: { $0.units($1) })
}

/// `:units`, which tells what units there are, what each is, and how to compute with them.
extension Session {
  func units(_ text: String) -> [SessionEvent] {
    let own = Set(exercise.units.map(\.name))
    if text.isEmpty { return [.units(overview, exerciseUnits: own)] }
    if text.lowercased() == "note" { return [.units(.note, exerciseUnits: own)] }
    let isDeclared = sheet.units.declared.contains { $0.name == text }
    if !isDeclared, let quantity = QuantityTable.quantity(text) {
      return [.units(.quantity(quantity, asked: text, declared: declaredSizes), exerciseUnits: own)]
    }
    guard let (number, unit) = quantity(text) else {
      if let reason = UnitSystem.refusal(of: text) {
        return [.units(.refused(text, reason: reason), exerciseUnits: own)]
      }
      let near = nearestNames(to: text, among: sheet.units.unitWords + QuantityTable.allWords)
      return told(SessionDiagnostics.unknownUnit(text, near: near))
    }
    return [.units(.unit(unit, number, places: uses(of: unit)), exerciseUnits: own)]
  }

  /// A unit, or a number with one, of the student's names too.
  private func quantity(_ text: String) -> (Double, Unit)? {
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

  private var overview: UnitTopic {
    let names = sheet.units.declared.map(\.name)
    let own = Set(exercise.units.map(\.name))
    return .overview(
      names.prefix(Self.overviewLimit).compactMap { name in
        sheet.units.lookup(name).map { ($0, places(of: name)) }
      }, areExercises: names.contains(where: own.contains))
  }

  /// Units that were declared as so much of another.
  private var declaredSizes: [Unit] {
    sheet.units.declared.filter { $0.kind == .derived }.compactMap { sheet.units.lookup($0.name) }
  }

  /// Units that are listed.
  private static let overviewLimit = 30

  private func uses(of unit: Unit) -> [String] {
    let accounts = unit.accounts
    guard accounts.count == 1, let own = accounts.first else { return [] }
    switch own.origin {
    case .counted, .label: return places(of: own.symbol)
    case .si, .besideSI, .information, .customary, .derived: return []
    }
  }

  /// Answers and columns of the exercise whose units have a unit in them.
  private func places(of name: String) -> [String] {
    func holds(_ unit: Unit) -> Bool { unit.accounts.contains { $0.bare == name } }
    let answers = compiled.answerKey.answers.filter { holds($0.unit) }.map(\.spec.name)
    let columns = sheet.shippedTables.flatMap { table in
      table.columns.filter { column in
        column.cells.unit.map(holds) ?? false
      }.map { "\(table.name)[\"\($0.heading)\"]" }
    }
    return answers.isEmpty ? Array(columns.prefix(1)) : Array(answers.prefix(2))
  }
}
