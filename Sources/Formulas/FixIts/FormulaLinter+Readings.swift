import Diagnostics
import Quantities

/// Numbers and units that were read as one of two things that they may be.
extension FormulaLinter {
  /// `6 / 3*10^8`, whose power of ten is not below the line.
  mutating func powerOfTenBelow(_ left: Expression, _ right: Expression, _ whole: Span) {
    let factor = if case .implicit(let number, _) = right.kind { number } else { right }
    guard case .binary(.divide, _, let number) = left.kind, number.isFigure,
      case .binary(.power, let ten, let exponent) = factor.kind, ten.plainNumber == 10,
      exponent.plainNumber != nil
    else { return }
    let sign = piece(Span(number.span.end, factor.span.start))
    let slash = left.binaryGap.map(piece) ?? ""
    guard !sign.hasPrefix(" ") || !sign.contains("*") || slash.hasPrefix(" ") else { return }
    note(
      .interpretation("(\(piece(left.span))) * \(piece(factor.span))"), whole,
      fixIts: applying(
        "\(piece(number.span))e\(piece(exponent.span))", at: number.span.union(factor.span)))
  }

  /// `3x10^8`, and `10e6`, which is ten times what it looks like.
  mutating func number(_ expression: Expression) {
    // What looks like neither is not cut out.
    guard statement.holds(expression.span, where: { $0 > UInt8(ascii: "9") }) else { return }
    let typed = piece(expression.span)
    if typed.contains(where: { $0 == "x" || $0 == "X" }) {
      return note(.interpretation(Numeral.plain(typed)), expression.span)
    }
    guard typed.count > 3, typed.hasPrefix("10e") || typed.hasPrefix("10E") else { return }
    note(
      .tenfold(typed), expression.span,
      fixIts: applying("1e\(typed.dropFirst(3))", at: expression.span))
  }

  /// `m2` behind a number, and words of which another unit has the letters too.
  mutating func unit(_ word: String, _ expression: Expression) {
    let other = Self.otherUnit(word)
    let power = units.power(word)
    guard other != nil || power != nil, units.declared.allSatisfy({ $0.name != word }) else {
      return
    }
    if case .name = expression.kind, isName(word) { return }
    if let other, case .unitWord = expression.kind {
      note(
        .sameLetters(word, other.meaning), expression.span,
        fixIts: applying(other.unit, at: expression.span))
    }
    guard let power, compute(expression)?.unit ?? power.unit == power.unit else { return }
    note(.interpretation(power.typed), expression.span)
  }

  /// `450 W * 24 H`
  mutating func henries(_ left: Expression, _ right: Expression) {
    guard case .implicit(let number, let unit) = right.kind, number.isFigure,
      case .unitWord("H") = unit.kind, value(left)?.unit?.dimension.name == "power"
    else { return }
    note(
      .sameLetters("H", "henries, units of inductance"), unit.span,
      fixIts: applying("h", at: unit.span))
  }

  /// `0.04 W/mK`, and `12 W/m²·K`, whose last unit is not below the line.
  mutating func belowTheLine(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) {
    if sign == .divide, case .name("mK") = right.kind, left.lastUnitWord != nil {
      note(
        .sameLetters("mK", "millikelvins"), right.span, fixIts: applying("(m K)", at: right.span))
    }
    guard sign == .multiply, case .binary(.divide, let top, let below) = left.kind,
      below.isUnitProduct, top.isQuantityLiteral, case .name(let word) = right.kind,
      let unit = units.lookup(word), compute(right)?.unit == unit,
      right.span.start - left.span.end <= 2
    else { return }
    let whole = left.span.union(right.span)
    note(
      .interpretation("(\(piece(left.span))) * \(word)"), whole,
      fixIts: applying(
        "\(piece(top.span))/(\(piece(below.span)) \(word))", at: whole))
  }

  /// How words are read that stand for two units, and the other.
  private static func otherUnit(_ word: String) -> (meaning: String, unit: String)? {
    switch word {
    case "pt": ("pints", "dtp_point")
    case "kt": ("kilotonnes", "kn")
    default: nil
    }
  }

  /// `9.81 m s-2`; with the difference that `5 m-2` may be meant as.
  mutating func hyphenPower(_ left: Expression?, _ right: Expression) -> Bool {
    guard case .binary(.power, let base, let exponent) = right.kind, let unit = base.word,
      case .negation(let number) = exponent.kind, base.span.end == exponent.span.start,
      piece(exponent.span).hasPrefix("-")
    else { return false }
    let digit = piece(number.span)
    let isAlone = left?.isFigure == true
    found.append(
      Finding(
        notice: .interpretation("\(unit)^-\(digit)"), span: right.span,
        fixIts: isAlone ? [applying("\(unit) - \(digit) \(unit)", at: right.span)] : []))
    return true
  }

  /// `[1 000, 2 000]`, where a comma may have been forgotten.
  mutating func groups(_ items: [Expression], _ whole: Span) {
    guard items.contains(where: { piece($0.span).contains(" ") && $0.isFigure }) else { return }
    let read = items.map { $0.isFigure ? Numeral.plain(piece($0.span)) : piece($0.span) }
    note(.interpretation("[\(read.joined(separator: ", "))]"), whole)
  }

  /// `2M` and `175B`, read as molar and byte.
  mutating func letter(_ left: Expression, _ right: Expression, _ whole: Span) {
    guard case .number(let number, _) = left.kind, case .unitWord(let word) = right.kind,
      left.span.end == right.span.start, word == "M" || word == "B"
    else { return }
    let count = NumberFormat.typed.string(number * (word == "M" ? 1e6 : 1e9))
    note(.letter(word), right.span, fixIts: applying(count, at: whole))
  }
}
