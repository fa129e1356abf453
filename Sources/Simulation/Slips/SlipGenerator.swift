import Diagnostics
import ErrorDiagnosis
import Formulas
import SeededRandom

/// Puts slips into model formulas at random, the same in every run.
public struct SlipGenerator {
  private var random: SplitMix
  /// Names that may stand in the place of one another, with their values.
  private let values: [(name: String, value: Value)]
  /// The names that others are made of.
  private let parts: [String: Set<String>]
  /// Names of the formula, which in each other's place could be more than one slip.
  private var used: Set<String> = []

  /// - `values`: of the names at hand.
  /// - `parts`: the names that others are made of.
  public init(
    seed: UInt64, values: [(name: String, value: Value)], parts: [String: Set<String>]
  ) {
    self.parts = parts
    random = SplitMix(seed: seed)
    self.values = values
  }

  /// A formula with so many slips at places apart; nil where it has no room for them.
  public mutating func slipped(_ formula: Expression, slips count: Int) -> SlippedFormula? {
    var places: [[Int]] = []
    Self.visit(formula, at: []) { places.append($0) }
    // Whoever slips at every other place has written another formula.
    let leaves = places.count { Self.part(formula, at: $0).isLeaf }
    guard leaves >= (count == 1 ? 2 : 2 * count) else { return nil }
    used = formula.usedNames
    var whole = formula
    var taken: [[Int]] = []
    var made: [FormulaSlip] = []
    for _ in 0..<40 where made.count < count {
      guard let place = random.pick(places) else { return nil }
      let isApart = taken.allSatisfy { other in
        !other.starts(with: place) && !place.starts(with: other)
      }
      guard isApart, let (changed, slip) = slip(at: Self.part(formula, at: place)) else { continue }
      taken.append(place)
      made.append(slip)
      whole = Self.replacing(whole, at: place, by: changed)
    }
    guard made.count == count else { return nil }
    // Of a name for another beside one that is left out, nobody can tell which of the two it is for.
    let missing: Set<Cause.Kind> = [.factorMissing, .termMissing]
    let exchanged = made.indices.filter {
      made[$0].kinds == [.otherName] || !made[$0].kinds.isDisjoint(with: missing)
    }
    if exchanged.contains(where: { made[$0].kinds == [.otherName] }) {
      let names = exchanged.reduce(Set()) { $0.union(made[$1].names) }
      for place in exchanged { made[place].names = names }
    }
    return SlippedFormula(formula: whole, slips: made)
  }

  // MARK: Slips

  private typealias Made = (formula: Expression, slip: FormulaSlip)

  /// One of the slips that can be made at a part; nil where there is none.
  private mutating func slip(at part: Expression) -> Made? {
    switch part.kind {
    case .binary(let sign, let left, let right): slip(in: sign, left, right, part.span)
    case .name(let name): slip(inName: name, part.span)
    case .number(let number, _): slip(inNumber: number, part.span)
    case .call(let name, let nameSpan, let arguments):
      slip(inCall: name, nameSpan, arguments, part.span)
    case _: nil
    }
  }

  private mutating func slip(
    in sign: BinaryOperator, _ left: Expression, _ right: Expression, _ span: Diagnostics.Span
  ) -> Made? {
    switch sign {
    case .multiply, .divide:
      // What divides is forgotten, or a factor of either side is.
      let isLeftGone = sign == .multiply && random.coin()
      let gone = isLeftGone ? left : right
      let rest = isLeftGone ? right : left
      if random.coin() {
        guard let names = names(of: gone) else { return nil }
        return (
          rest,
          .init(
            kinds: names.isEmpty ? [.number, .factorMissing, .scale] : [.factorMissing],
            names: names)
        )
      }
      guard let names = names(of: right), !names.isEmpty else { return nil }
      let other: BinaryOperator = sign == .multiply ? .divide : .multiply
      return (
        Expression(.binary(other, left, right), span),
        .init(kinds: [.inverted, .swapped], names: names)
      )
    case .add, .subtract:
      guard let names = names(of: right), !names.isEmpty else { return nil }
      if random.coin() {
        return (left, .init(kinds: [.termMissing], names: names))
      }
      let other: BinaryOperator = sign == .add ? .subtract : .add
      return (Expression(.binary(other, left, right), span), .init(kinds: [.sign], names: names))
    case .power:
      guard case .number = right.kind, names(of: left) != nil else { return nil }
      return (left, .init(kinds: [.power], names: []))
    case .floorDivide, .modulo, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .and, .or:
      return nil
    }
  }

  private mutating func slip(inName name: String, _ span: Diagnostics.Span) -> Made? {
    guard let own = values.first(where: { $0.name == name })?.value, let unit = own.unit else {
      return nil
    }
    let number = own.numbers?.first
    // A temperature in °C cannot be squared.
    if !unit.isTemperaturePoint, random.below(3) == 0 {
      let twice = Expression(
        .binary(.multiply, Expression(.name(name), span), Expression(.name(name), span)), span)
      return number == 1
        ? nil
        : (Expression(.group(twice), span), .init(kinds: [.factorExtra, .power], names: [name]))
    }
    let like = values.filter {
      $0.name != name && !used.contains($0.name) && !isWithin($0.name, name)
        && $0.value.unit?.dimension == unit.dimension
        && $0.value.numbers?.count == own.numbers?.count
        && ($0.value.numbers?.first.map { other in other != number } ?? false)
    }
    guard let other = random.pick(like) else { return nil }
    return (
      Expression(.name(other.name), span), .init(kinds: [.otherName], names: [name, other.name])
    )
  }

  private mutating func slip(inNumber number: Double, _ span: Diagnostics.Span) -> Made? {
    guard number != 0 else { return nil }
    let other = number * (random.pick([2, 3, 1.5, 0.5]) ?? 2)
    return (
      Expression(.number(other, figures: 4), FormulaPrinter.unwritten),
      // Of a 1 that is not seen, the figure is one too many.
      .init(
        kinds: number == 1 ? [.number, .factorExtra, .power] : [.number, .constant, .power],
        names: [])
    )
  }

  private mutating func slip(
    inCall name: String, _ nameSpan: Diagnostics.Span, _ arguments: [Argument],
    _ span: Diagnostics.Span
  ) -> Made? {
    let like = [
      "ln": "log10", "log10": "ln", "log": "log10", "log2": "ln", "sin": "cos", "cos": "sin",
      "tan": "sin",
    ]
    guard let other = like[name] else {
      guard name == "sqrt", arguments.count == 1 else { return nil }
      return (
        Expression(.group(arguments[0].value), span), .init(kinds: [.power, .function], names: [])
      )
    }
    return (
      Expression(.call(name: other, nameSpan: nameSpan, arguments: arguments), span),
      .init(kinds: [.function], names: [])
    )
  }

  /// Whether a name is a part of what the other stands for.
  private func isWithin(_ name: String, _ other: String) -> Bool {
    parts[other]?.contains(name) == true || parts[name]?.contains(other) == true
  }

  /// The names of a part; nil for one that is nothing but a unit or 1, and for one of which nobody
  /// would forget the whole.
  private func names(of part: Expression) -> Set<String>? {
    var names: Set<String> = []
    var numbers = 0
    Self.visit(part, at: []) { place in
      switch Self.part(part, at: place).kind {
      case .name(let name) where values.contains { $0.name == name }: names.insert(name)
      case .number(let number, _) where number != 1: numbers += 1
      case _: break
      }
    }
    guard names.count + numbers > 0, names.count <= 2 else { return nil }
    return names
  }

  // MARK: Places

  private static func visit(_ part: Expression, at place: [Int], _ each: ([Int]) -> Void) {
    each(place)
    for (index, inner) in part.parts.enumerated() { visit(inner, at: place + [index], each) }
  }

  private static func part(_ whole: Expression, at place: [Int]) -> Expression {
    place.reduce(whole) { $0.parts[$1] }
  }

  private static func replacing(
    _ whole: Expression, at place: some Collection<Int>, by part: Expression
  ) -> Expression {
    guard let first = place.first else { return part }
    return whole.with(
      replacing(whole.parts[first], at: place.dropFirst(), by: part), inPlaceOf: first)
  }
}

extension Expression {
  fileprivate var isLeaf: Bool { parts.isEmpty }

  /// The parts in which a slip can be made.
  fileprivate var parts: [Expression] {
    switch kind {
    case .binary(_, let left, let right): [left, right]
    case .negation(let inner), .group(let inner), .conversion(let inner, _): [inner]
    case .call(_, _, let arguments): arguments.map(\.value)
    case .method(let receiver, _, _, let arguments): [receiver] + arguments.map(\.value)
    case _: []
    }
  }

  fileprivate func with(_ part: Expression, inPlaceOf index: Int) -> Expression {
    switch kind {
    case .binary(let sign, let left, let right):
      Expression(index == 0 ? .binary(sign, part, right) : .binary(sign, left, part), span)
    case .negation: Expression(.negation(part), span)
    case .group: Expression(.group(part), span)
    case .conversion(_, let unit): Expression(.conversion(part, unit), span)
    case .call(let name, let nameSpan, var arguments):
      {
        arguments[index].value = part
        return Expression(.call(name: name, nameSpan: nameSpan, arguments: arguments), span)
      }()
    case .method(let receiver, let name, let nameSpan, var arguments):
      {
        if index > 0 { arguments[index - 1].value = part }
        return Expression(
          .method(
            index == 0 ? part : receiver, name: name, nameSpan: nameSpan, arguments: arguments),
          span)
      }()
    case _: self
    }
  }
}
