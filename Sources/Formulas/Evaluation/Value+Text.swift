import Quantities

extension Value {
  /// On one line, as it may be typed back in where it is made of numbers: `450 W`,
  /// `[1, 2.5] kg`. A missing number of a column is written `missing`; a table is named with its
  /// columns.
  public func text(format: NumberFormat = .standard) -> String {
    switch self {
    case .quantity(let number, let unit): return unit.text(of: number, format: format)
    case .column(let numbers, let unit):
      let symbol = unit.symbol
      return Self.list(numbers.map(format.string)) + (symbol.isEmpty ? "" : " " + symbol)
    case .texts(let texts): return Self.list(texts.map { "\"\($0)\"" })
    case .truths(let truths): return Self.list(truths.map { $0 ? "True" : "False" })
    case .text(let text): return "\"\(text)\""
    case .truth(let truth): return truth ? "True" : "False"
    case .table(let table):
      let rows = "\(table.rowCount) row\(table.rowCount == 1 ? "" : "s")"
      return "table of \(rows): " + table.columns.map(\.heading).joined(separator: ", ")
    case .function(let name): return "function \(name)"
    }
  }

  /// The kind of value, as a learner would say it.
  public var kindName: String { kind.name }

  private static func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }
}

extension Value.Kind {
  /// As a learner would say it, with its article.
  var name: String {
    switch self {
    case .number: "a number"
    case .numbers: "a column of numbers"
    case .texts: "a column of texts"
    case .truths: "a column of true and false"
    case .text: "a text"
    case .truth: "true or false"
    case .table: "a table"
    case .function: "a function"
    }
  }
}
