import Diagnostics
import Quantities

/// What would mend a mismatch of units. Looked for only after one was found.
extension Evaluator {
  /// For two sides that should be of one kind, as in a sum or a comparison.
  mutating func repair(
    between left: Expression, _ first: Unit, and right: Expression, _ second: Unit,
    _ sign: BinaryOperator
  ) -> UnitRepair? {
    guard meter.mayLookForNames() else { return nil }
    if sign == .subtract, let hyphen = hyphen(left, right, first, second) ?? exponent(left, right) {
      return hyphen
    }
    if let degrees = degrees([(left, first), (right, second)], sign) { return degrees }
    if let share = share(left, first, right, second, isLess: sign == .subtract) { return share }
    if first == .one || second == .one {
      let bare = first == .one ? left : right
      let other = first == .one ? second : first
      // What is added to a temperature, or taken from it, is a difference.
      let isChange = sign == .add || sign == .subtract && second == .one
      let unit = (isChange ? other.differenceUnit : other).symbol
      // `1 + 1/2 h`, which is rather a fraction of an hour.
      if unit.hasPrefix("/") { return nil }
      return bare.isNumber ? .lacksUnit(FixIt(span: bare.span.behind, text: " " + unit)) : nil
    }
    if first.dimension == .one || second.dimension == .one { return nil }
    if let capital = otherCapital(left, first, like: second)
      ?? otherCapital(right, second, like: first)
    {
      return capital
    }
    if let turned = upsideDown(left, first, like: second) ?? upsideDown(right, second, like: first)
    {
      return turned
    }
    if let found = perCounted(left, first, right, second) { return found }
    if isNamed(first), isNamed(second),
      let found = factor(
        first, second, using: [left, right],
        [(.multiply, .left, bareFactors(left)), (.multiply, .right, bareFactors(right))])
    {
      if case .factor(let factor) = found, factor.names.isEmpty {
        return perCounted(first, second) ?? found
      }
      return found
    }
    return sign == .add ? joined(left, first, right, second) : nil
  }

  /// For a value that is converted.
  mutating func repair(
    from source: Expression, _ own: Unit, to target: Expression, _ wanted: Unit
  ) -> UnitRepair? {
    guard meter.mayLookForNames() else { return nil }
    if let degrees = degrees([(source, own), (target, wanted)]) { return degrees }
    if own == .one {
      let fixIt = " " + wanted.symbol
      return source.isNumber
        ? .lacksUnit(FixIt(span: Span(source.span.end, target.span.end), text: fixIt)) : nil
    }
    if let turned = reciprocal(source, own, like: wanted) { return turned }
    if let turned = upsideDown(source, own, like: wanted) { return turned }
    if let capital = otherCapital(source, own, like: wanted)
      ?? otherCapital(target, wanted, like: own)
    {
      return capital
    }
    if let excess = excess(source, own, over: wanted) { return excess }
    if let found = perCounted(source, own, target, wanted) { return found }
    return factor(
      own, wanted, using: [source],
      [(.multiply, .whole, bareFactors(source)), (.divide, .whole, [])])
  }

  // MARK: Factors

  /// Whether people have a word for what the unit measures, or count with it.
  private func isNamed(_ unit: Unit) -> Bool {
    unit.meaning != unit.symbol || unit.isOnlyCounts || unit.withoutCounts.symbol != unit.symbol
  }

  /// Factors of a product that are plain numbers, as they are typed.
  private mutating func bareFactors(_ expression: Expression) -> [String] {
    guard let factors = factors(of: expression), factors.count > 1 else { return [] }
    return factors.filter { $0.unit == .one }.prefix(3).compactMap { factor in
      switch factor.expression.kind {
      case .name(let name): name
      case .number(let number, _): NumberFormat.typed.string(number)
      default: nil
      }
    }
  }

  /// `energy * carbon_intensity to kWh`
  private mutating func excess(
    _ expression: Expression, _ own: Unit, over wanted: Unit
  ) -> UnitRepair? {
    guard let factors = factors(of: expression), factors.count > 1,
      let ratio = try? own.product(with: wanted, inverted: true).unit
    else { return nil }
    let surplus = ratio.dimension
    let fitting = factors.indices.dropFirst().filter { place in
      !factors[place].isBelow && factors[place].unit.dimension == surplus && surplus != .one
    }
    guard fitting.count == 1, let place = fitting.first,
      case .name(let name) = factors[place].expression.kind
    else { return nil }
    let span = Span(factors[place - 1].expression.span.end, factors[place].expression.span.end)
    return .excess(factor: name, quantity: wanted.meaning, fixIt: FixIt(span: span, text: ""))
  }

  private func factor(
    _ first: Unit, _ second: Unit, using expressions: [Expression],
    _ ways: [(way: MissingFactor.Way, side: MissingFactor.Side, bare: [String])]
  ) -> UnitRepair? {
    let used = expressions.map { Dependencies($0) }
    let usedNames = used.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let isLiteral = usedNames.isEmpty && used.allSatisfy(\.columns.isEmpty)
    var found: [MissingFactor] = []
    for (place, way) in ways.enumerated() {
      // The second way undoes what the first does.
      let (top, bottom) = place == 0 ? (second, first) : (first, second)
      guard let unit = try? top.product(with: bottom, inverted: true).unit, unit.dimension != .one
      else { continue }
      let dimension = unit.dimension
      let quantity = dimension.name
      let near = sheet.names(of: dimension, without: usedNames)
      // Numbers alone are an exercise of their own, which a column would only confuse.
      let columns = near.isEmpty && !isLiteral ? sheet.columns(of: dimension) : []
      if quantity == nil, near.isEmpty, columns.isEmpty, !isShortCount(unit) { continue }
      found.append(
        MissingFactor(
          way: way.way, side: way.side, quantity: quantity ?? unit.symbol, isNamed: quantity != nil,
          names: near, columns: columns, bare: way.bare, example: dimension.example))
    }
    // A time is easier to think of than a frequency, and so is a name of one's own.
    func rank(_ missing: MissingFactor) -> Int {
      (missing.names.isEmpty ? 1 : 0) + (missing.isNamed ? 0 : 4)
        + (Self.unlikely.contains(missing.quantity) ? 2 : 0) - (missing.bare.isEmpty ? 0 : 1)
    }
    return found.min { rank($0) < rank($1) }.map { .factor($0) }
  }

  /// Quantities that are rather the inverse of another one here.
  private static let unlikely: Set<String> = [
    "catalytic activity", "dose", "electric conductance", "frequency",
  ]

  /// Whether the unit is one of counted things, or of two: `request/user`.
  private func isShortCount(_ unit: Unit) -> Bool {
    let symbol = unit.symbol
    return unit.isOnlyCounts && symbol.utf8.count { $0 == UInt8(ascii: "/") } <= 1
      && !symbol.hasPrefix("/")
  }

  // MARK: Products that were meant

  /// `5 kW-h`
  private func hyphen(
    _ left: Expression, _ right: Expression, _ first: Unit, _ second: Unit
  ) -> UnitRepair? {
    guard case .name(let word) = right.kind, !sheet.hasName(word), units.lookup(word) != nil,
      left.isQuantityLiteral, right.span.start - left.span.end == 1,
      let quantity = productName(first, second)
    else { return nil }
    let gap = Span(left.span.end, right.span.start)
    return .product(of: quantity, fixIt: FixIt(span: gap, text: " "))
  }

  /// `9.81 m s-2`: a small number that touches the minus, and the minus a unit.
  private func exponent(_ left: Expression, _ right: Expression) -> UnitRepair? {
    var number = right
    while case .implicit(let inner, _) = number.kind { number = inner }
    guard case .number(let value, _) = number.kind, [1, 2, 3, 4].contains(value),
      number.span.end - number.span.start == 1, right.span.start - left.span.end == 1,
      let word = left.lastUnitWord, units.lookup(word) != nil
    else { return nil }
    return .exponent(FixIt(span: left.span.behind, text: "^"))
  }

  /// `energy + carbon_intensity`, whose product is a mass.
  private func joined(
    _ left: Expression, _ first: Unit, _ right: Expression, _ second: Unit
  ) -> UnitRepair? {
    guard let quantity = productName(first, second) else { return nil }
    let gap = Span(left.span.end, right.span.start)
    return .product(of: quantity, fixIt: FixIt(span: gap, text: " * "))
  }

  private func productName(_ first: Unit, _ second: Unit) -> String? {
    guard let product = try? first.product(with: second).unit, product.dimension != .one
    else { return nil }
    return product.dimension.name
  }

  /// `450 W * 24 H to Wh`: the henry for the hour.
  private mutating func otherCapital(
    _ expression: Expression, _ own: Unit, like wanted: Unit
  ) -> UnitRepair? {
    for factor in factors(of: expression) ?? [] {
      let unit =
        if case .implicit(_, let unit) = factor.expression.kind { unit } else { factor.expression }
      guard let word = unit.word, word.count == 1, !isName(word),
        let other = units.lookup(word.lowercased()), other != factor.unit,
        let without = try? own.product(with: factor.unit, inverted: !factor.isBelow).unit,
        let changed = try? without.product(with: other, inverted: factor.isBelow).unit,
        changed.dimension == wanted.dimension
      else { continue }
      return .otherCapital(
        found: word, meaning: factor.unit.meaning,
        fixIt: FixIt(span: unit.span, text: word.lowercased()))
    }
    return nil
  }

  // MARK: Numbers without unit, percentages, degrees

  /// `50 kg + 20%`
  private func share(
    _ left: Expression, _ first: Unit, _ right: Expression, _ second: Unit, isLess: Bool
  ) -> UnitRepair? {
    guard second.symbol == "%", case .implicit(let number, _) = right.kind,
      case .number(let value, _) = number.kind, first != .one
    else { return nil }
    if case .binary = left.kind, !left.isQuantityLiteral { return nil }
    let digits = NumberFormat.typed.string(value)
    return .share(
      FixIt(
        span: Span(left.span.end, right.span.end),
        text: " * (1 \(isLess ? "-" : "+") \(digits)%)"), isLess: isLess)
  }

  /// `72 F to C`: farads and coulombs that were meant as degrees.
  private func degrees(
    _ sides: [(expression: Expression, unit: Unit)], _ sign: BinaryOperator? = nil
  ) -> UnitRepair? {
    let symbols = sides.map { $0.unit.symbol }
    guard symbols.allSatisfy({ ["C", "F", "K", "°C", "°F"].contains($0) }) else { return nil }
    var fixIts: [FixIt] = []
    for (side, symbol) in zip(sides, symbols) where symbol == "C" || symbol == "F" {
      var span = side.expression.span
      if case .implicit(_, let unit) = side.expression.kind { span = unit.span }
      // Of a sum, one side is a difference.
      let isDifference =
        sign == .add && symbols.contains { $0.hasPrefix("°") }
        || sign == .subtract && symbols[0] == "K"
      let difference = symbol == "C" ? "K" : "Δ°F"
      fixIts.append(FixIt(span: span, text: isDifference ? difference : "°" + symbol))
    }
    return fixIts.isEmpty ? nil : .degrees(fixIts: fixIts)
  }

  func described(_ unit: Unit, _ span: Span) -> FormulaProblem.Described {
    FormulaProblem.Described(
      unit: unit.symbol, meaning: meaning(of: unit),
      isCount: unit.dimension.name == nil && unit.meaning != unit.symbol, span: span)
  }

  /// What the unit measures; `energy per mass` where only its parts have names.
  private func meaning(of unit: Unit) -> String {
    if unit.isTemperatureDifference { return "temperature difference" }
    let meaning = unit.meaning
    let parts = meaning.split(separator: "/")
    guard meaning == unit.symbol, parts.count == 2,
      let top = units.lookup(String(parts[0])).flatMap({ $0.dimension.name }),
      let bottom = units.lookup(String(parts[1])).flatMap({ $0.dimension.name })
    else { return meaning }
    return "\(top) per \(bottom)"
  }
}

extension Expression {
  /// The word of a unit at its end.
  var lastUnitWord: String? {
    switch kind {
    case .unitWord(let word): word
    case .implicit(_, let right): right.lastUnitWord ?? right.firstWord
    case .binary(.divide, _, let right), .binary(.multiply, _, let right),
      .binary(.subtract, _, let right):
      right.lastUnitWord ?? right.firstWord
    default: nil
    }
  }

  fileprivate var isNumber: Bool {
    switch kind {
    case .number: true
    case .negation(let inner): inner.isNumber
    default: false
    }
  }
}
