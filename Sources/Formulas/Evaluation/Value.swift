import Quantities

/// What a formula comes to.
public enum Value: Sendable {
  /// A number in a unit.
  case quantity(Double, Unit)
  /// Numbers in one unit; NaN where one is missing.
  case column([Double], Unit)
  case texts([String])
  case truths([Bool])
  case text(String)
  case truth(Bool)
  case table(Table)
  /// A function of the student's own, by name.
  case function(String)

  /// Which kind of value it is, as a learner would say it.
  public enum Kind: String, Sendable {
    case number = "a number"
    case numbers = "a column of numbers"
    case texts = "a column of texts"
    case truths = "a column of true and false"
    case text = "a text"
    case truth = "true or false"
    case table = "a table"
    case function = "a function"
  }

  /// Which kind of value it is.
  public var kind: Kind {
    switch self {
    case .quantity: .number
    case .column: .numbers
    case .texts: .texts
    case .truths: .truths
    case .text: .text
    case .truth: .truth
    case .table: .table
    case .function: .function
    }
  }

  /// The unit of numbers; nil for anything else.
  public var unit: Unit? {
    switch self {
    case .quantity(_, let unit), .column(_, let unit): unit
    case .texts, .truths, .text, .truth, .table, .function: nil
    }
  }

  /// Whether it is of temperatures with a zero of their own.
  var isTemperature: Bool { unit?.isTemperaturePoint == true }

  /// The numbers of a quantity or column; nil for anything else.
  public var numbers: [Double]? {
    switch self {
    case .quantity(let number, _): [number]
    case .column(let numbers, _): numbers
    case .texts, .truths, .text, .truth, .table, .function: nil
    }
  }

  /// The same numbers in another unit, without converting them.
  public func relabelled(_ unit: Unit) -> Value {
    switch self {
    case .quantity(let number, _): .quantity(number, unit)
    case .column(let numbers, _): .column(numbers, unit)
    case .texts, .truths, .text, .truth, .table, .function: self
    }
  }

  /// Converted to a unit of the same dimension; nil where that cannot be.
  public func converted(to target: Unit) -> Value? {
    guard let conversion = unit?.conversion(to: target) else { return nil }
    if case .quantity(let number, _) = self { return .quantity(conversion.apply(number), target) }
    return numbers.map { .column(conversion.apply($0), target) }
  }

  /// Bit for bit the same, for telling whether a recomputation changed anything.
  public func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.quantity(let a, let u), .quantity(let b, let v)): u == v && a.bitPattern == b.bitPattern
    case (.column(let a, let u), .column(let b, let v)):
      u == v && a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    case (.texts(let a), .texts(let b)): a == b
    case (.truths(let a), .truths(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.truth(let a), .truth(let b)): a == b
    case (.quantity, _), (.column, _), (.texts, _), (.truths, _), (.text, _), (.truth, _),
      (.table, _), (.function, _):
      false
    }
  }
}

/// A table of columns of one length.
public struct Table: Sendable {
  /// What stands under one heading.
  public struct Column: Sendable {
    /// As in the file, with its remark in brackets, where it has one.
    public var heading: String
    /// Numbers, texts or truth values, as many as the table has rows.
    public var cells: Value

    /// - `cells`: a column of numbers, texts or truth values.
    public init(heading: String, cells: Value) {
      self.heading = heading
      self.cells = cells
    }
  }

  /// Empty for one that was made from another.
  public var name: String
  /// In the order of the file.
  public var columns: [Column]
  /// Rows of every column.
  public var rowCount: Int

  /// - `rowCount`: that of every column.
  public init(name: String, columns: [Column], rowCount: Int) {
    self.name = name
    self.columns = columns
    self.rowCount = rowCount
  }

  /// What the rows are called: the first column of texts.
  public var rowNames: [String]? {
    for column in columns { if case .texts(let texts) = column.cells { return texts } }
    return nil
  }

  /// The cells under a heading, which is spelled as it is there; nil where there is none.
  public func column(_ heading: String) -> Value? { columns.first { $0.heading == heading }?.cells }
}

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

  /// Numbers, texts or truth values that it holds; none where it is a single one.
  public var elementCount: Int {
    if case .table(let table) = self { return table.columns.count * table.rowCount }
    return rowCount ?? 0
  }

  /// The kind of value, as a learner would say it.
  public var kindName: String { kind.rawValue }

  private static func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }
}
