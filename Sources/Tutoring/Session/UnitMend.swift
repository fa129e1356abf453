import Formulas
import Quantities

/// Gives a formula the unit that was left out.
enum UnitMend {
  /// The statement with the unit put in: `0.45` becomes `0.45 kW`, a computation is multiplied
  /// by one of what its unit falls short of. Nil where that cannot be said.
  static func statement(
    _ statement: Statement, adding text: String, unit: Unit, asked: Unit, in sheet: Worksheet
  ) -> String? {
    let target: String
    let formula: Expression
    switch statement.kind {
    case .assign(let name, _, let expression): (target, formula) = (name, expression)
    case .assignColumn(let table, let column, _, let expression):
      (target, formula) = ("\(table)[\"\(column)\"]", expression)
    case .function, .unit, .show: return nil
    }
    let bytes = Array(statement.text.utf8)
    let start = formula.span.start - statement.span.start
    let end = formula.span.end - statement.span.start
    guard start >= 0, end <= bytes.count, start < end else { return nil }
    let body = String(decoding: bytes[start..<end], as: UTF8.self)
    if case .number = formula.kind { return "\(target) = \(body) \(text)" }
    guard case .success(let value) = sheet.evaluate(formula), let own = value.unit else {
      return nil
    }
    if own == .one {
      // No temperature is multiplied, and a °C right behind a number makes it one.
      let sign = unit.isTemperaturePoint ? "" : "* 1 "
      return "\(target) = (\(body)) \(sign)\(text)"
    }
    // `query` where query/day is asked for: what is missing is the quotient.
    guard let missing = try? unit.product(with: own, inverted: true) else { return nil }
    let symbol = missing.unit.symbol
    guard !symbol.isEmpty, missing.conversion.isIdentity else { return nil }
    guard symbol.hasPrefix("/") else { return "\(target) = (\(body)) * 1 \(symbol)" }
    return "\(target) = (\(body)) / (1 \(symbol.dropFirst().replacing("/", with: " ")))"
  }
}
