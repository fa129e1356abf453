/// What a formula is made of, looking through the names it uses into their own formulas.
public struct FormulaInputs: Sendable {
  /// Names and functions of the sheet.
  public var names: Set<String> = []
  /// Columns, with the first names of their tables.
  public var columns: Set<Worksheet.Key> = []
  /// Numbers as typed, without their units, and what numbers alone come to: 0.85 for `85%` and
  /// for `85 / 100`.
  public var numbers: Set<Double> = []
  /// How often each of the typed numbers stands there.
  public var numberCounts: [Double: Int] = [:]
  /// Numbers that have no unit, exponents apart.
  public var bareNumbers: Set<Double> = []
  /// Such numbers that stand below a line, in what divides.
  public var bareDivisors: Set<Double> = []
  /// Names that are such a number and nothing else, by the number.
  public var bareNames: [Double: String] = [:]
  /// Numbers with a decimal point, which may be rounded, and the figures they are typed with.
  public var decimals: [Double: Int] = [:]
  /// Figures with their units, each in whole: `4 token/character`, `(60 * 60) s`.
  public var quantities: [Expression] = []
  /// Bare numbers by which it multiplies or divides, each once.
  public var bareFactors: Set<BareFactor> = []

  /// Whether it is made of more formulas than are looked into.
  public var isCut = false

  /// `* 1000` or `/ 3600`.
  public struct BareFactor: Hashable, Sendable {
    /// As typed, or what numbers alone come to.
    public var number: Double
    /// Whether it divides.
    public var isDivisor: Bool
    /// By what it multiplies.
    public var factor: Double { isDivisor ? 1 / number : number }
  }

  /// Whether it is made of figures alone.
  public var isTyped: Bool { names.isEmpty && columns.isEmpty }

  /// Whether a name or column is among them.
  public func uses(_ key: Worksheet.Key) -> Bool {
    switch key {
    case .name(let name): names.contains(name)
    case .column: columns.contains(key)
    }
  }

  /// Formulas that are looked into at most.
  static let formulaLimit = 200
}

extension Worksheet {
  /// The inputs of a name's or column's formula.
  public func inputs(of key: Key) -> FormulaInputs {
    if knownInputs.revision != revision { knownInputs = (revision, [:]) }
    if let known = knownInputs.ofKeys[key] { return known }
    let found = inputs(of: key) { _ in false }
    knownInputs.ofKeys[key] = found
    return found
  }

  /// The same, where some names' own formulas are not looked into.
  public func inputs(of key: Key, takingWhole isTakenWhole: (Key) -> Bool) -> FormulaInputs {
    var result = FormulaInputs()
    var seen: Set<Key> = [key]
    var waiting = [key]
    while let next = waiting.popLast() {
      guard seen.count < FormulaInputs.formulaLimit else {
        result.isCut = true
        break
      }
      guard let definition = definitions[next] else { continue }
      let hidden = definition.formula.hiddenNames
      if next != key, case .name(let name) = next,
        case .number(let number, _)? = definition.formula.expressions.first?.kind
      {
        result.bareNames[number] = name
      }
      for expression in definition.formula.expressions {
        collect(expression, into: &result, hidden: hidden)
        result.quantities += expression.quantities { hidden.contains($0) || hasName($0) }
      }
      waiting += direct(definition.dependencies).filter {
        !isTakenWhole($0) && seen.insert($0).inserted
      }
    }
    return result
  }

  private func collect(
    _ expression: Expression, into result: inout FormulaInputs, hidden: Set<String>,
    hasUnit: Bool = false, isBelow: Bool = false
  ) {
    switch expression.kind {
    case .number(let number, let figures):
      result.numbers.insert(number)
      result.numberCounts[number, default: 0] += 1
      if !hasUnit {
        result.bareNumbers.insert(number)
        if isBelow { result.bareDivisors.insert(number) }
      }
      if number.rounded() != number { result.decimals[number] = figures }
    case .implicit(let number, let unit):
      if case .unitWord("%") = unit.kind, let number = number.plainNumber {
        result.numbers.insert(number / 100)
      }
    case .name(let name):
      // A unit in the place of a factor, such as `1 * kW`, is no name.
      if !hidden.contains(name), hasName(name) { result.names.insert(name) }
    case .binary(let sign, let left, let right):
      if let number = expression.plainNumber { result.numbers.insert(number) }
      if sign == .multiply {
        for number in [left.plainNumber, right.plainNumber].compactMap({ $0 }) where number != 0 {
          result.bareFactors.insert(FormulaInputs.BareFactor(number: number, isDivisor: false))
        }
      } else if sign == .divide, let number = right.plainNumber, number != 0 {
        result.bareFactors.insert(FormulaInputs.BareFactor(number: number, isDivisor: true))
      }
    case .member, .element:
      if let (word, column) = expression.columnAccess, !hidden.contains(word),
        let table = shippedTable(word)
      {
        result.columns.insert(.column(table: table.name, column: column))
      }
    case .call(let name, _, _): if !hidden.contains(name) { result.names.insert(name) }
    case .text, .truth, .unitWord, .negation, .not, .conversion, .conditional, .method, .list,
      .group:
      break
    }
    for (place, part) in expression.parts.enumerated() {
      let hasUnit =
        switch expression.kind {
        case .implicit(_, let unit): place == 0 && unit.isUnitProduct
        case .binary(.power, _, _): place == 1
        case _: false
        }
      let divides = if case .binary(.divide, _, _) = expression.kind { place == 1 } else { false }
      collect(
        part, into: &result, hidden: hidden, hasUnit: hasUnit, isBelow: isBelow != divides)
    }
  }
}
