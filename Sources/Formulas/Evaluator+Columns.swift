import Diagnostics
import Quantities

extension Evaluator {
  mutating func list(_ items: [Expression], at span: Span) throws(FormulaProblem) -> Value {
    var numbers: [Double] = []
    var texts: [String] = []
    var unit: UnitID?
    for item in items {
      switch try evaluate(item) {
      case .quantity(let number, let own):
        let target = unit ?? own
        unit = target
        guard let conversion = units.conversion(from: own, to: target) else {
          throw FormulaProblem(
            .cannotConvert(
              from: described(own, item.span), to: described(target, items[0].span),
              missing: nil), item.span)
        }
        numbers.append(conversion.apply(number))
      case .text(let text): texts.append(text)
      case let other:
        throw FormulaProblem(
          .wrongKind(operation: "a list", found: other.kindName, expected: "numbers or texts"),
          item.span)
      }
      if !numbers.isEmpty, !texts.isEmpty {
        throw FormulaProblem(
          .kinds(operation: "a list", left: "numbers", right: "texts"), item.span)
      }
    }
    return texts.isEmpty ? .column(numbers, unit ?? .one) : .texts(texts)
  }

  /// `models.Model`
  mutating func member(
    _ receiver: Expression, _ name: String, _ nameSpan: Span
  ) throws(FormulaProblem) -> Value {
    if case .name(let module) = receiver.kind, !names.hasName(module), locals?[module] == nil {
      if let constant = Constants.value(of: name, in: units), Builtins.modules.contains(module) {
        return constant
      }
    }
    let value = try evaluate(receiver)
    if case .table(let table) = value {
      return try column(name, of: table, at: nameSpan)
    }
    if Builtins.isMethod(name) {
      throw FormulaProblem(.notAFunction(name: name + "()", isUnit: false), nameSpan)
    }
    throw FormulaProblem(.unknownMember(name, of: value.kindName, near: []), nameSpan)
  }

  /// `table["column"]`, `column[0]`, `table[condition]`.
  mutating func element(
    _ receiver: Expression, _ element: Expression, at span: Span
  ) throws(FormulaProblem) -> Value {
    let value = try evaluate(receiver)
    let key = try evaluate(element)
    switch (value, key) {
    case (.table(let table), .text(let heading)):
      return try column(heading, of: table, at: element.span)
    case (.table(let table), .truths(let truths)):
      guard truths.count == table.rowCount else {
        throw FormulaProblem(.lengths(table.rowCount, truths.count), element.span)
      }
      try spend(table.rowCount * table.columns.count, at: span)
      var result = table
      result.columns = try allColumns(of: table, at: span).map {
        Table.Column(heading: $0.heading, cells: Self.filter($0.cells, by: truths))
      }
      result.rowCount = truths.count { $0 }
      result.name = ""
      return .table(result)
    case (.column(let numbers, let unit), .quantity(let number, .one)):
      return .quantity(numbers[try index(number, count: numbers.count, at: element.span)], unit)
    case (.texts(let texts), .quantity(let number, .one)):
      return .text(texts[try index(number, count: texts.count, at: element.span)])
    case (.column(let numbers, _), .truths(let truths)):
      guard numbers.count == truths.count else {
        throw FormulaProblem(.lengths(numbers.count, truths.count), element.span)
      }
      return Self.filter(value, by: truths)
    case (.texts(let texts), .truths(let truths)):
      guard texts.count == truths.count else {
        throw FormulaProblem(.lengths(texts.count, truths.count), element.span)
      }
      return Self.filter(value, by: truths)
    case (.table, _):
      throw FormulaProblem(
        .wrongKind(
          operation: "a table's brackets", found: key.kindName,
          expected: "a column's name in quotes, or a condition"), element.span)
    case (.column, _), (.texts, _):
      throw FormulaProblem(
        .wrongKind(
          operation: "a column's brackets", found: key.kindName,
          expected: "the number of a row from 0, or a condition"), element.span)
    case (.quantity, _), (.truths, _), (.text, _), (.truth, _), (.function, _):
      throw FormulaProblem(
        .wrongKind(
          operation: "`[ ]`", found: value.kindName, expected: "a table or a column"),
        receiver.span)
    }
  }

  private func index(
    _ number: Double, count: Int, at span: Span
  ) throws(FormulaProblem) -> Int {
    guard let whole = Int(exactly: number) else {
      throw FormulaProblem(.wholeNumber("the number of a row"), span)
    }
    let index = whole < 0 ? count + whole : whole
    guard index >= 0, index < count else {
      throw FormulaProblem(.index(whole, count: count), span)
    }
    return index
  }

  private static func filter(_ value: Value, by truths: [Bool]) -> Value {
    func kept<Item>(_ items: [Item]) -> [Item] {
      zip(items, truths).filter(\.1).map(\.0)
    }
    switch value {
    case .column(let numbers, let unit): return .column(kept(numbers), unit)
    case .texts(let texts): return .texts(kept(texts))
    case .truths(let own): return .truths(kept(own))
    case .quantity, .text, .truth, .table, .function: return value
    }
  }

  private mutating func column(
    _ heading: String, of table: Table, at span: Span
  ) throws(FormulaProblem) -> Value {
    if let added = try names.value(ofColumn: heading, table: table.name, at: span) {
      return added
    }
    if let cells = table.column(heading) { return cells }
    let all = table.columns.map(\.heading) + names.addedColumns(of: table.name)
    let lowered = heading.lowercased()
    var near = all.filter { $0.lowercased().hasPrefix(lowered) }
    if near.isEmpty {
      // Without the remark in brackets: `Acuracy` for `Accuracy (%)`.
      let short = Dictionary(
        all.map { (Self.withoutRemark($0), $0) }, uniquingKeysWith: { first, _ in first })
      near = nearestNames(to: Self.withoutRemark(heading), among: short.keys.sorted())
        .compactMap { short[$0] }
    }
    throw FormulaProblem(
      .unknownColumn(heading, table: table.name, near: near, all: all), span)
  }

  private static func withoutRemark(_ heading: String) -> String {
    let end = heading.firstIndex(of: "(") ?? heading.endIndex
    let name = heading[..<end].split(separator: " ").joined(separator: " ")
    return name.isEmpty ? heading : name
  }

  /// Shipped and added columns of a table.
  private func allColumns(of table: Table, at span: Span) throws(FormulaProblem) -> [Table.Column] {
    var columns = table.columns
    for heading in names.addedColumns(of: table.name) {
      if let cells = try names.value(ofColumn: heading, table: table.name, at: span) {
        columns.append(Table.Column(heading: heading, cells: cells))
      }
    }
    return columns
  }
}
