import Diagnostics
import Quantities

/// Finds, in a statement that was taken, what reads otherwise than a hurried person may think,
/// such as `1/2 s`, `1 / 107.5 token/s` and `50 + 20%`.
struct FormulaLinter {
  let statement: StatementText
  let units: UnitSystem
  /// Gives the value of a part of the statement's formula; nil where it has none.
  let compute: (Expression) -> Value?
  /// What the whole formula came to, before an answer's unit was taken on; nil where it is not known.
  var whole: Value?
  /// Whether a word is a name here, so that it is no unit where one is not expected.
  var isName: (String) -> Bool = { _ in false }

  /// Parts that may still be computed a second time.
  private var computations = 4
  var found: [Finding] = []
  /// More of them would be read by nobody.
  private static let limit = 2

  /// A notice, its place, and what to type where something else was meant.
  struct Finding {
    var notice: Notice
    var span: Span
    var fixIts: [String]

    var diagnostic: Diagnostic { notice.diagnostic(span, fixIts: fixIts) }
  }

  init(_ statement: StatementText, units: UnitSystem, value: @escaping (Expression) -> Value?) {
    self.statement = statement
    self.units = units
    compute = value
  }

  mutating func value(_ expression: Expression) -> Value? {
    computations -= 1
    return computations < 0 ? nil : compute(expression)
  }

  /// What to say of a formula that gets a name or is shown.
  mutating func findings(_ expression: Expression, isNamed: Bool) -> [Finding] {
    if isNamed { named(expression) } else { shown(expression) }
    if case .conversion(_, let target) = expression.kind, target.unitForSoMany == nil,
      let number = Self.number(in: target)
    {
      note(.targetNumber, number.span)
    }
    rotation(expression)
    walk(expression)
    if found.isEmpty { return [] }
    // Nobody reads a long formula anew.
    found.removeAll { finding in
      let said = finding.diagnostic
      return ([said.message] + said.help).contains { $0.utf8.count > 400 }
    }
    return found.prefix(Self.limit).sorted { $0.span.start < $1.span.start }
  }

  mutating func note(_ notice: Notice, _ span: Span, fixIts: String...) {
    found.append(Finding(notice: notice, span: span, fixIts: fixIts))
  }

  // MARK: The whole

  private mutating func named(_ expression: Expression) {
    let span = expression.span
    if case .text(let inner) = expression.kind, inner.first?.isNumber == true,
      case .success = Parser.formula(inner)
    {
      note(.quotedValue, span, fixIts: applying(inner, at: span))
    }
    if expression.isUnitProduct, case .quantity(1, let unit)? = whole ?? value(expression),
      unit != .one,
      let word = expression.firstWord, units.lookup(word) != nil
    {
      note(.unitAlone(unit.symbol), span)
    }
  }

  private mutating func shown(_ expression: Expression) {
    guard case .binary(.equal, let left, let right) = expression.kind,
      case .name(let name) = left.kind
    else { return }
    let gap = Span(left.span.end, right.span.start)
    let place = gap.start + piece(gap).utf8.prefix { $0 == UInt8(ascii: " ") }.count
    note(.comparison, Span(place, place + 2), fixIts: "\(name) = \(piece(right.span))")
  }

  // MARK: The parts

  private mutating func walk(_ expression: Expression) {
    guard found.count < Self.limit else { return }
    var onlyPart: [Expression]?
    switch expression.kind {
    case .number: number(expression)
    case .unitWord(let word), .name(let word): unit(word, expression)
    case .list(let items): groups(items, expression.span)
    case .implicit(let left, let right):
      letter(left, right, expression.span)
      if hyphenPower(left, right) { onlyPart = [left] }
    case .binary(let sign, let left, let right):
      switch sign {
      case .divide, .multiply:
        powerOfTenBelow(left, right, expression.span)
        belowTheLine(sign, left, right)
        if sign == .multiply { henries(left, right) }
        if quotient(expression) { onlyPart = dividend(of: expression).map { [$0] } ?? [] }
      case .add: added(sign, left, right)
      case .subtract:
        added(sign, left, right)
        date(left, right, expression.span)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: compared(left, right)
      case .power:
        if hyphenPower(nil, expression) { onlyPart = [] }
      case .floorDivide, .modulo, .and, .or: break
      }
    case .call(let name, _, let arguments): angle(name, arguments)
    case .text, .truth, .negation, .not, .conversion, .conditional, .method, .member, .element,
      .group:
      break
    }
    if let onlyPart {
      for part in onlyPart { walk(part) }
    } else {
      expression.kind.forEachPart { walk($0) }
    }
  }

  /// `1/2 s`, `1 / 107.5 token/s` and `5 kW/h`.
  private mutating func quotient(_ expression: Expression) -> Bool {
    let span = expression.span
    let readings = ambiguities(of: expression)
    if let first = readings.first {
      found.append(
        Finding(
          notice: .interpretation(first.read), span: span,
          fixIts: readings.map { applying($0.meant, at: span) }))
      return true
    }
    if case .binary(.divide, let left, let right) = expression.kind,
      case .implicit(let number, let unit) = left.kind, number.isFigure,
      case .unitWord(let power) = unit.kind, case .name(let time) = right.kind,
      ["h", "hour", "hours"].contains(time), let joined = units.lookup(power + "h"),
      let own = units.lookup(power), own.dimension.name == "power",
      joined.dimension.name == "energy"
    {
      note(
        .powerPerTime("\(power)/\(time)"), span,
        fixIts: applying("\(piece(number.span)) \(power)h", at: span))
    }
    return false
  }

  /// `50 + 20%`
  private mutating func added(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) {
    guard case .implicit(let number, let unit) = right.kind, number.isFigure,
      case .unitWord("%") = unit.kind, case .quantity(let amount, .one)? = value(left),
      abs(amount) > 1
    else { return }
    let share = piece(right.span)
    let base = if case .binary = left.kind { "(\(piece(left.span)))" } else { piece(left.span) }
    note(
      .share(share), right.span,
      fixIts: applying("\(base) * (1 \(sign.rawValue) \(share))", at: left.span.union(right.span)))
  }

  /// `models["Accuracy (%)"] > 80`
  private mutating func compared(_ left: Expression, _ right: Expression) {
    for (number, other) in [(left, right), (right, left)] {
      guard case .number(let amount, _) = number.kind, amount > 1,
        let unit = value(other)?.unit, unit.symbol == "%"
      else { continue }
      let typed = piece(number.span)
      note(
        .plainPercentage(typed, percentage: NumberFormat.standard.string(amount * 100)),
        number.span, fixIts: applying(typed + "%", at: number.span))
    }
  }

  /// `2024-12-01`
  private mutating func date(_ left: Expression, _ right: Expression, _ whole: Span) {
    guard case .binary(.subtract, let year, let month) = left.kind, year.isFigure, month.isFigure,
      right.isFigure, whole.end - whole.start == 10, year.span.end - year.span.start == 4
    else { return }
    note(.date(piece(whole)), whole)
  }

  /// `sin(30)`
  private mutating func angle(_ name: String, _ arguments: [Argument]) {
    guard BuiltinFunction.named(name)?.takesAngle == true, let argument = arguments.first?.value,
      case .number(let amount, _) = argument.kind, amount > 7
    else { return }
    note(
      .radians(name), argument.span,
      fixIts: applying(piece(argument.span) + "°", at: argument.span))
  }

  // MARK: Pieces

  func piece(_ span: Span) -> String { statement[span] ?? "" }

  /// The statement with a piece replaced; the piece alone where the statement is long.
  func applying(_ piece: String, at span: Span) -> String {
    guard statement.isShort else { return piece }
    return statement.replacing(FixIt(span: span, text: piece)) ?? piece
  }

  /// A number other than 1 in the place of a unit, as in `to 2 km`.
  private static func number(in target: Expression) -> Expression? {
    if case .number(let value, _) = target.kind { return value == 1 ? nil : target }
    if case .group(let inner) = target.kind { return number(in: inner) }
    return target.product.flatMap { number(in: $0.left) ?? number(in: $0.right) }
  }
}

/// Where a turn is 2π and where it is one.
extension FormulaLinter {
  /// `6 rad/s to Hz`, `60 rpm to 1/s`, `60 rpm * 1 min`.
  mutating func rotation(_ expression: Expression) {
    let whole = expression.span
    if case .conversion(let value, let target) = expression.kind {
      // Most are told by what they came to.
      if let unit = self.whole?.unit, unit.dimension != .frequency { return }
      converted(value, target, whole)
    } else if case .binary = expression.kind, let (left, right) = expression.product,
      case .quantity(_, .one)? = self.whole ?? value(expression),
      [left, right].contains(where: { holdsTurns($0) })
    {
      note(.turnsAsAngle, whole, fixIts: applying("\(piece(whole)) to turn", at: whole))
    }
  }

  private mutating func converted(_ value: Expression, _ target: Expression, _ span: Span) {
    guard let own = self.value(value)?.unit, let asked = self.value(target)?.unit,
      own.dimension == .frequency
    else { return }
    let (typed, unit) = (piece(value.span), piece(target.span))
    let whole = typed.contains(" ") ? "(\(typed))" : typed
    let used = Dependencies(value)
    let isOfCircle = !used.words.isDisjoint(with: ["pi", "π", "tau", "τ"])
    switch (own.rotation, asked.rotation) {
    case (.radians, .hertz) where !isOfCircle:
      note(.radiansAsTurns, span, fixIts: applying("\(whole) / (2 pi) to \(unit)", at: span))
    case (.hertz, .radians) where !isOfCircle:
      note(.radiansAsTurns, span, fixIts: applying("2 pi * \(whole) to \(unit)", at: span))
    case (.turning, .none): note(.turnsAsAngle, span, fixIts: applying("\(typed) to Hz", at: span))
    case (.none, .turning):
      note(.turnsAsAngle, span, fixIts: applying("\(typed) to Hz to \(unit)", at: span))
    case (.turning, _), (.radians, _), (.hertz, _), (.none, _): break
    }
  }

  private mutating func holdsTurns(_ part: Expression) -> Bool {
    guard let unit = value(part)?.unit, unit.dimension != .one else { return false }
    return unit.rotation == .turning
  }
}
