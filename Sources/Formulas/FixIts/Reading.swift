import Diagnostics
import Quantities

/// Finds, in a statement that was taken, what reads otherwise than a hurried person may think,
/// such as `1/2 s`, `1 / 107.5 token/s` and `50 + 20%`.
struct Reading {
  let text: String
  /// Where the text starts among the places of the formula.
  let offset: Int
  let units: UnitSystem
  /// Gives the value of a part of the statement's formula; nil where it has none.
  let compute: (Expression) -> Value?

  /// Parts that may still be computed a second time.
  private var computations = 4
  var found: [Diagnostic] = []
  /// More of them would be read by nobody.
  private static let limit = 2

  init(
    text: String, offset: Int, units: UnitSystem, value: @escaping (Expression) -> Value?
  ) {
    self.text = text
    self.offset = offset
    self.units = units
    compute = value
  }

  mutating func value(_ expression: Expression) -> Value? {
    computations -= 1
    return computations < 0 ? nil : compute(expression)
  }

  /// What to say of a formula that gets a name or is shown.
  mutating func notices(_ expression: Expression, isNamed: Bool) -> [Diagnostic] {
    if isNamed { named(expression) } else { shown(expression) }
    if case .conversion(_, let target) = expression.kind, let number = Self.number(in: target) {
      found.append(NoticeWording.targetNumber(number.span))
    }
    rotation(expression)
    walk(expression)
    if found.isEmpty { return [] }
    // Nobody reads a long formula anew.
    found.removeAll { ([$0.message] + $0.help).contains { $0.utf8.count > 400 } }
    return Array(found.prefix(Self.limit))
  }

  // MARK: The whole

  private mutating func named(_ expression: Expression) {
    if case .text(let inner) = expression.kind, inner.first?.isNumber == true,
      case .success = Parser.formula(inner)
    {
      found.append(NoticeWording.quotedValue(expression.span, mended(inner, at: expression.span)))
    }
    if expression.isUnitProduct, case .quantity(1, let unit)? = value(expression), unit != .one,
      let word = expression.firstWord, units.lookup(word) != nil
    {
      found.append(NoticeWording.unitAlone(unit.symbol, expression.span))
    }
  }

  private mutating func shown(_ expression: Expression) {
    if case .binary(.equal, let left, let right) = expression.kind, case .name(let name) = left.kind
    {
      let gap = Span(left.span.end, right.span.start)
      let spaces = piece(gap).utf8.prefix { $0 == UInt8(ascii: " ") }.count
      let place = gap.start + spaces
      found.append(
        NoticeWording.comparison(Span(place, place + 2), "\(name) = \(piece(right.span))"))
    }
  }

  // MARK: The parts

  private mutating func walk(_ expression: Expression) {
    guard found.count < Self.limit else { return }
    switch expression.kind {
    case .number(_, let figures):
      if figures == 1, expression.span.end - expression.span.start > 3 { tenfold(expression) }
    case .text, .truth, .name, .unitWord: break
    case .implicit(let left, let right):
      letter(left, right, expression.span)
      walk(left)
      walk(right)
    case .binary(let sign, let left, let right):
      switch sign {
      case .divide, .multiply:
        if quotient(expression) {
          if let top = dividend(of: expression) { walk(top) }
          return
        }
      case .add: added(sign, left, right)
      case .subtract:
        added(sign, left, right)
        date(left, right, expression.span)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        compared(left, right)
      case .floorDivide, .modulo, .power, .and, .or: break
      }
      walk(left)
      walk(right)
    case .conversion(let value, let target):
      walk(value)
      walk(target)
    case .negation(let inner), .not(let inner), .group(let inner), .member(let inner, _, _):
      walk(inner)
    case .conditional(let then, let condition, let otherwise):
      walk(then)
      walk(condition)
      walk(otherwise)
    case .call(let name, _, let arguments):
      angle(name, arguments)
      for argument in arguments { walk(argument.value) }
    case .method(let receiver, _, _, let arguments):
      walk(receiver)
      for argument in arguments { walk(argument.value) }
    case .element(let receiver, let element):
      walk(receiver)
      walk(element)
    case .list(let items):
      for item in items { walk(item) }
    }
  }

  /// `1/2 s`, `1 / 107.5 token/s` and `5 kW/h`.
  private mutating func quotient(_ expression: Expression) -> Bool {
    let found = misreadings(of: expression)
    if let first = found.first {
      self.found.append(
        NoticeWording.reading(
          first.read, others: found.map { mended($0.meant, at: expression.span) }, expression.span))
      return true
    }
    if case .binary(.divide, let left, let right) = expression.kind,
      case .implicit(let number, let unit) = left.kind, case .number = number.kind,
      case .unitWord(let power) = unit.kind, case .name(let time) = right.kind,
      ["h", "hour", "hours"].contains(time), let joined = units.lookup(power + "h"),
      let own = units.lookup(power), own.dimension.name == "power",
      joined.dimension.name == "energy"
    {
      self.found.append(
        NoticeWording.powerPerTime(
          "\(power)/\(time)", mended("\(piece(number.span)) \(power)h", at: expression.span),
          expression.span))
    }
    return false
  }

  /// `10e6`, which is ten times what it looks like.
  private mutating func tenfold(_ expression: Expression) {
    let typed = piece(expression.span)
    guard typed.hasPrefix("10e") || typed.hasPrefix("10E") else { return }
    let power = typed.dropFirst(3)
    found.append(
      NoticeWording.tenfold(typed, mended("1e\(power)", at: expression.span), expression.span))
  }

  /// `2M` and `175B`, read as molar and byte.
  private mutating func letter(_ left: Expression, _ right: Expression, _ whole: Span) {
    guard case .number(let number, _) = left.kind, case .unitWord(let word) = right.kind,
      left.span.end == right.span.start, word == "M" || word == "B"
    else { return }
    let count = NumberFormat.typed.string(number * (word == "M" ? 1e6 : 1e9))
    found.append(NoticeWording.letter(word, mended(count, at: whole), right.span))
  }

  /// `50 + 20%`
  private mutating func added(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) {
    guard case .implicit(let number, let unit) = right.kind,
      case .number = number.kind, isPercent(unit),
      case .quantity(let amount, .one)? = value(left), abs(amount) > 1
    else { return }
    let share = piece(right.span)
    let base: String
    if case .binary = left.kind { base = "(\(piece(left.span)))" } else { base = piece(left.span) }
    found.append(
      NoticeWording.share(
        share,
        mended("\(base) * (1 \(sign.rawValue) \(share))", at: left.span.union(right.span)),
        right.span))
  }

  /// `models["Accuracy (%)"] > 80`
  private mutating func compared(_ left: Expression, _ right: Expression) {
    for (number, other) in [(left, right), (right, left)] {
      guard case .number(let amount, _) = number.kind, amount > 1,
        let unit = value(other)?.unit, unit.symbol == "%"
      else { continue }
      let typed = piece(number.span)
      found.append(
        NoticeWording.plainPercentage(
          typed, NumberFormat.standard.string(amount * 100),
          mended(typed + "%", at: number.span), number.span))
    }
  }

  /// `2024-12-01`
  private mutating func date(_ left: Expression, _ right: Expression, _ whole: Span) {
    guard case .binary(.subtract, let year, let month) = left.kind,
      case .number = year.kind, case .number = month.kind, case .number = right.kind,
      whole.end - whole.start == 10, year.span.end - year.span.start == 4
    else { return }
    found.append(NoticeWording.date(piece(whole), whole))
  }

  /// `sin(30)`
  private mutating func angle(_ name: String, _ arguments: [Argument]) {
    guard ["sin", "cos", "tan"].contains(name), let argument = arguments.first?.value,
      case .number(let amount, _) = argument.kind, amount > 7
    else { return }
    let degrees = piece(argument.span) + "°"
    found.append(NoticeWording.radians(name, mended(degrees, at: argument.span), argument.span))
  }

  // MARK: Pieces

  func piece(_ span: Span) -> String {
    let bytes = text.utf8
    let start = min(max(0, span.start - offset), bytes.count)
    let end = min(max(start, span.end - offset), bytes.count)
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    return String(decoding: bytes[from..<bytes.index(from, offsetBy: end - start)], as: UTF8.self)
  }

  /// The statement with a piece replaced; the piece alone where the statement is long.
  func mended(_ piece: String, at span: Span) -> String {
    guard text.utf8.count <= 72, !text.utf8.contains(UInt8(ascii: "\n")) else { return piece }
    return self.piece(Span(offset, span.start)) + piece
      + self.piece(Span(span.end, offset + text.utf8.count))
  }

  /// A number other than 1 in the place of a unit, as in `to L/(100 km)`.
  private static func number(in target: Expression) -> Expression? {
    switch target.kind {
    case .number(let value, _): return value == 1 ? nil : target
    case .group(let inner): return number(in: inner)
    case .implicit(let left, let right), .binary(.multiply, let left, let right),
      .binary(.divide, let left, let right):
      return number(in: left) ?? number(in: right)
    case .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion, .conditional,
      .call, .method, .member, .element, .list:
      return nil
    }
  }

  private func isPercent(_ unit: Expression) -> Bool {
    if case .unitWord("%") = unit.kind { return true }
    return false
  }

}
