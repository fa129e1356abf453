import Diagnostics
import Quantities

extension Evaluator {
  mutating func list(_ items: [Expression], at span: Span) throws(FormulaProblem) -> Value {
    var numbers: [Double] = []
    var texts: [String] = []
    var unit: Unit?
    for item in items {
      switch try evaluate(item) {
      case .quantity(let number, let own):
        let target = unit ?? own
        unit = target
        let conversion = try converting((own, item.span), to: (target, items[0].span))
        numbers.append(conversion.apply(number))
      case .text(let text): texts.append(text)
      case let other:
        throw FormulaProblem(
          .wrongKind(.list, found: other.kind, expected: .numbersOrTexts), item.span)
      }
      if !numbers.isEmpty, !texts.isEmpty { throw FormulaProblem(.mixedList, item.span) }
    }
    return texts.isEmpty ? .column(numbers, unit ?? .one) : .texts(texts)
  }

  /// `models.Model`
  mutating func member(
    _ receiver: Expression, _ name: String, _ nameSpan: Span
  ) throws(FormulaProblem) -> Value {
    if isModule(receiver), let constant = BuiltinConstant.value(of: name) { return constant }
    let value = try evaluate(receiver)
    if case .table(let table) = value {
      if ForeignNames.tableMembers.contains(name), table.column(name) == nil,
        !sheet.addedColumns(of: table.name).contains(name)
      {
        throw unknownMember(name, of: value, receiver: receiver, nameSpan)
      }
      do throws(FormulaProblem) { return try column(name, of: table, at: nameSpan) } catch {
        throw error.replacing(receiver.span.union(nameSpan))
      }
    }
    if BuiltinFunction.named(name)?.isMethod == true {
      throw FormulaProblem(.notAFunction(name: name + "()", isUnit: false), nameSpan)
    }
    throw unknownMember(name, of: value, receiver: receiver, nameSpan)
  }

  func unknownMember(
    _ name: String, of value: Value, receiver: Expression, _ span: Span
  ) -> FormulaProblem {
    let near =
      value.rowCount == nil ? [] : functionsNear(name, among: BuiltinFunction.methodNames)
    let examples = value.exampleColumns(mustBeNumeric: false)
    return FormulaProblem(
      .unknownMember(
        name, of: value.kind, near: near, receiver: receiver.span, examples: examples), span)
  }

  /// `table["column"]`, `column[0]`, `table[condition]`.
  mutating func element(
    _ receiver: Expression, _ element: Expression, at span: Span
  ) throws(FormulaProblem) -> Value {
    let value = try operand(receiver) { $0.noTable($1, receiver, element) }.value
    let key = try operand(element) { $0.missingQuotes($1, value, element) }.value
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
      result.rowCount = truths.holding
      result.name = ""
      return .table(result)
    case (.column(let numbers, let unit), .quantity(let number, .one)):
      return .quantity(numbers[try index(number, count: numbers.count, at: element.span)], unit)
    case (.texts(let texts), .quantity(let number, .one)):
      return .text(texts[try index(number, count: texts.count, at: element.span)])
    case (.column, .truths(let truths)), (.texts, .truths(let truths)):
      guard let count = value.rowCount, count == truths.count else {
        throw FormulaProblem(.lengths(value.rowCount ?? 0, truths.count), element.span)
      }
      return Self.filter(value, by: truths)
    case (.table(let table), _): throw notAColumn(key, of: table, receiver, element)
    case (.column, _), (.texts, _):
      throw FormulaProblem(
        .wrongKind(.columnBrackets, found: key.kind, expected: .rowOrCondition), element.span)
    case (.quantity, _), (.truths, _), (.text, _), (.truth, _), (.function, _):
      throw FormulaProblem(
        .wrongKind(.brackets, found: value.kind, expected: .tableOrColumn), receiver.span)
    }
  }

  private func index(_ number: Double, count: Int, at span: Span) throws(FormulaProblem) -> Int {
    guard let whole = number.nearWhole.flatMap({ Int(exactly: $0) }) else {
      throw FormulaProblem(.wholeNumber(.row), span)
    }
    let index = whole < 0 ? count + whole : whole
    guard index >= 0, index < count else { throw FormulaProblem(.index(whole, count: count), span) }
    return index
  }

  private static func filter(_ value: Value, by truths: [Bool]) -> Value {
    switch value {
    case .column(let numbers, let unit): return .column(truths.kept(of: numbers), unit)
    case .texts(let texts): return .texts(truths.kept(of: texts))
    case .truths(let own): return .truths(truths.kept(of: own))
    case .quantity, .text, .truth, .table, .function: return value
    }
  }

  private mutating func column(
    _ heading: String, of table: Table, at span: Span
  ) throws(FormulaProblem) -> Value {
    if let added = try sheet.value(ofColumn: heading, table: table.name, at: span) {
      return added
    }
    if let cells = table.column(heading) { return cells }
    let all = table.columns.map(\.heading) + sheet.addedColumns(of: table.name)
    if let rows = table.columns.first(where: { $0.cells.holds(heading) }), !table.name.isEmpty {
      throw FormulaProblem(.rowName(heading, column: rows.heading, table: table.name), span)
    }
    let near = meter.mayLookForNames() ? Self.headings(near: heading, among: all) : []
    meter.looked(among: all.count)
    throw FormulaProblem(.unknownColumn(heading, table: table.name, near: near, all: all), span)
  }

  /// `df["Model"]`: the tables at hand, those first that have such a column.
  private func noTable(
    _ problem: FormulaProblem, _ receiver: Expression, _ element: Expression
  ) -> FormulaProblem? {
    guard case .unknownName(let name, let near) = problem.kind, near.isEmpty,
      case .name = receiver.kind, case .text(let heading) = element.kind
    else { return nil }
    let tables = sheet.shippedTables
    let holding = tables.filter { $0.column(heading) != nil }
    let meant = (holding.isEmpty ? tables : holding).map(\.name)
    return FormulaProblem(.unknownTable(name, near: Array(meant.prefix(3))), problem.span)
  }

  /// `models[Model]`
  private func missingQuotes(
    _ problem: FormulaProblem, _ value: Value, _ element: Expression
  ) -> FormulaProblem? {
    guard case .unknownName = problem.kind, case .table(let table) = value,
      case .name(let word) = element.kind
    else { return nil }
    let near = Self.headings(near: word, among: table.columns.map(\.heading))
    let heading = table.column(word) == nil && near.count == 1 ? near[0] : word
    return FormulaProblem(.columnQuotes(word: word, fixIt: "\"\(heading)\""), element.span)
  }

  /// `models[0]`, `models["Model" == "Model 1"]`, `models[["Model", "Price"]]`
  private func notAColumn(
    _ key: Value, of table: Table, _ receiver: Expression, _ element: Expression
  ) -> FormulaProblem {
    let first = table.columns.first?.heading ?? ""
    let fixIts: [String]
    switch key {
    case .quantity(let number, .one) where Int(exactly: number) != nil:
      fixIts = ["\"\(first)\"][\(NumberFormat.typed.string(number))"]
    case .texts(let headings):
      let known = headings.prefix(3).filter { table.column($0) != nil }
      return ForeignSyntax.severalColumns.problem(
        .init(place: element.span, fixIts: known.map { "\"\($0)\"" }))
    case .truth:
      guard case .binary(_, let left, _) = element.kind, case .text(let heading) = left.kind,
        case .name(let name) = receiver.kind, table.column(heading) != nil
      else { fallthrough }
      return FormulaProblem(
        .notAColumn(found: key.kind, fixIts: ["\(name)[\"\(heading)\"]"]), element.span,
        replacing: left.span)
    case .quantity, .column, .truths, .text, .table, .function: fixIts = []
    }
    return FormulaProblem(.notAColumn(found: key.kind, fixIts: fixIts), element.span)
  }

  /// Shipped and added columns of a table.
  private func allColumns(of table: Table, at span: Span) throws(FormulaProblem) -> [Table.Column] {
    var columns = table.columns
    for heading in sheet.addedColumns(of: table.name) {
      if let cells = try sheet.value(ofColumn: heading, table: table.name, at: span) {
        columns.append(Table.Column(heading: heading, cells: cells))
      }
    }
    return columns
  }
}

extension Value {
  /// Whether it is a column of texts with that one among them.
  fileprivate func holds(_ text: String) -> Bool {
    if case .texts(let texts) = self { return texts.contains(text) }
    return false
  }

  /// Columns of it, of numbers if there are such, as they are typed; none for what is no table with a
  /// name.
  func exampleColumns(mustBeNumeric: Bool) -> [String] {
    guard case .table(let table) = self, !table.name.isEmpty else { return [] }
    let numeric = table.columns.filter { $0.cells.unit != nil }
    let columns = numeric.isEmpty && !mustBeNumeric ? Array(table.columns.prefix(1)) : numeric
    return columns.prefix(64).map { "\(table.name)[\"\($0.heading)\"]" }
  }
}
