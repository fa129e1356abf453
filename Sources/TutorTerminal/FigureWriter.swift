import Diagnostics
import Formulas
import Quantities
import TextLayout

/// Figures, signs and units as they stand in a line of arithmetic. A figure stays on one line
/// with its unit: the spaces within it do not break.
struct FigureWriter {
  let display: ValueDisplay

  private static let noBreak: Character = "\u{A0}"

  // MARK: Figures

  func figure(_ value: Value) -> StyledText {
    switch value {
    case .text(let text): StyledText("\"\(short(text, 32))\"")
    case .quantity, .column, .texts, .truths, .truth, .table, .function:
      glued(plainDots(display.text(value)))
    }
  }

  /// Without a unit.
  public func number(_ number: Double) -> StyledText {
    StyledText(NumberFormat.standard.string(number), .value)
  }

  /// A space and the unit; nothing for plain numbers.
  public func unit(_ unit: Unit) -> StyledText {
    let symbol = unit.symbol
    return symbol.isEmpty
      ? StyledText() : glued(StyledText(" " + display.asciiIfNeeded(symbol), .unit))
  }

  /// The same on a line of its own, with a space that breaks.
  func plainUnit(_ unit: Unit) -> StyledText { unglued(self.unit(unit)) }

  func list(_ numbers: [Double], sign: String) -> StyledText {
    var result = StyledText()
    for (place, number) in numbers.enumerated() {
      if place > 0 { result += self.sign(sign) }
      result +=
        number < 0 && place > 0 ? StyledText("(") + self.number(number) + ")" : self.number(number)
    }
    return result
  }

  /// ` × ` for `*`; a sign stands at the end of a line rather than at its beginning.
  func sign(_ typed: String) -> StyledText { StyledText("\(Self.noBreak)\(shown(typed)) ") }

  private func shown(_ typed: String) -> String {
    guard display.unicode else { return typed }
    return switch typed {
    case "*": "×"
    case "/": "÷"
    case "<=": "≤"
    case ">=": "≥"
    case "!=": "≠"
    case _: typed
    }
  }

  // MARK: Chains

  func product(_ factors: [Derivation.Factor]) -> StyledText {
    var result = StyledText()
    for (place, factor) in factors.enumerated() {
      if place > 0 { result += sign(factor.isBelow ? "/" : "*") }
      let before = place == 0 ? nil : factor.isBelow ? "/" : "*"
      if factor.isUnit, let unit = factor.value.unit {
        result += symbol(unit, after: before)
      } else {
        result += operand(factor.value, after: before)
      }
    }
    return result
  }

  func sum(_ terms: [Derivation.Term], converted: Bool) -> StyledText {
    var result = StyledText()
    for (place, term) in terms.enumerated() {
      if place > 0 { result += sign(term.isSubtracted ? "-" : "+") }
      let value = converted ? term.converted ?? term.value : term.value
      result += operand(value, after: place == 0 ? nil : "+")
    }
    return result
  }

  /// The numbers of factors multiplied; nil where one is no number, or where that says nothing.
  func numbers(_ factors: [Derivation.Factor]) -> (text: StyledText, product: Double, count: Int)? {
    var text = StyledText()
    var product = 1.0
    var count = 0
    for factor in factors {
      guard case .quantity(let number, _) = factor.value else { return nil }
      if factor.isUnit { continue }
      if factor.isBelow, count == 0 {
        text += self.number(1)
        count += 1
      }
      if count > 0 { text += sign(factor.isBelow ? "/" : "*") }
      text +=
        number < 0 && count > 0 ? StyledText("(") + self.number(number) + ")" : self.number(number)
      product = factor.isBelow ? product / number : product * number
      count += 1
    }
    guard count > 0, product.isFinite else { return nil }
    return (text + " = " + self.number(product), product, count)
  }

  /// A value behind a sign, if there is one, and before another, in brackets where it would be
  /// misread.
  private func operand(
    _ value: Value, after sign: String?, before next: String? = nil
  ) -> StyledText {
    let text = figure(value)
    let isBare = value.unit == nil || value.unit == .one
    var isMisread = (sign == "^" || next == "^") && !isBare
    if case .quantity(let number, let unit) = value {
      isMisread = isMisread || number < 0 && (sign != nil || next == "^")
      isMisread = isMisread || isCompound(unit) && Self.divides(sign)
    }
    return isMisread ? StyledText("(") + text + ")" : text
  }

  /// Whether a `/` within what follows would be read as one more of these.
  private static func divides(_ sign: String?) -> Bool { ["/", "//", "%"].contains(sign) }

  private func isCompound(_ unit: Unit) -> Bool { unit.symbol.contains { "/ ".contains($0) } }

  /// A unit by itself: `1/h` where it has no part above.
  private func symbol(_ unit: Unit, after sign: String?) -> StyledText {
    let symbol = unit.symbol
    let text = StyledText(
      glue(display.asciiIfNeeded(symbol.hasPrefix("/") ? "1" + symbol : symbol)), .unit)
    return Self.divides(sign) && isCompound(unit) ? StyledText("(") + text + ")" : text
  }

  /// What a conversion goes to, with a space before it.
  func target(_ unit: Unit) -> StyledText {
    StyledText("\(Self.noBreak)") + symbol(unit, after: "to")
  }

  // MARK: Formulas

  func text(_ pieces: [Derivation.Piece]) -> StyledText {
    if pieces.count == 1, case .sign(let typed) = pieces[0] {
      return StyledText(short(typed), .code)
    }
    var result = StyledText()
    // Whether what comes next stands right behind and is an operand, and the sign before it.
    var isTight = true
    var isOperand = true
    var last: String?
    for (place, piece) in pieces.enumerated() {
      let space = StyledText(isTight ? "" : " ")
      var next: String?
      if pieces.indices.contains(place + 1), case .sign(let sign) = pieces[place + 1] {
        next = sign
      }
      if case .sign(let typed) = piece { last = Self.opens(typed) || typed == "," ? nil : typed }
      switch piece {
      case .sign(let typed) where typed == "," || typed == ")" || typed.hasPrefix("["):
        result += StyledText(typed)
        (isTight, isOperand) = (false, typed == ",")
      case .sign(let typed) where Self.opens(typed) || typed == "-" && isOperand:
        result += space + StyledText(typed)
        (isTight, isOperand) = (true, true)
      case .sign("^"):
        result += "^"
        (isTight, isOperand) = (true, true)
      case .sign(let typed) where typed.first?.isLetter == true:
        result += space + StyledText(typed)
        (isTight, isOperand) = (false, true)
      case .sign(let typed):
        result += sign(typed)
        (isTight, isOperand) = (true, true)
      case .value(let value):
        result += space + operand(value, after: last, before: next)
        (isTight, isOperand) = (false, false)
      case .unit(let unit):
        result += space + symbol(unit, after: last)
        (isTight, isOperand) = (false, false)
      }
    }
    return result
  }

  /// Whether an operand begins right behind: a bracket, or the `name=` of an argument.
  private static func opens(_ sign: String) -> Bool {
    sign.hasSuffix("(") || sign.hasSuffix("=") && sign.first?.isLetter == true
  }

  // MARK: Words

  /// `1 h = 3600 s`.
  func equality(_ equality: UnitEquality) -> String {
    let format = NumberFormat.standard
    let right = equality.right.isEmpty ? "" : " " + display.asciiIfNeeded(equality.right)
    let value = equality.top / equality.bottom
    let isShort = NumberFormat.figures(value) <= 8 && !equality.right.isEmpty
    let isFraction = equality.isExact && !isShort && max(equality.top, equality.bottom) < 1e6
    let ratio =
      isFraction
      ? "\(format.string(equality.top))/\(format.string(equality.bottom))" : format.string(value)
    let left = equality.left.isEmpty ? "" : " " + display.asciiIfNeeded(equality.left)
    return glue("1\(left) = \(ratio)\(right)")
  }

  /// Units multiplied with one another: `kW × h`.
  func product(_ symbols: [String]) -> String {
    symbols.map { glue(display.asciiIfNeeded($0)) }.joined(
      separator: display.unicode ? " × " : " * ")
  }

  /// A text on one line, cut where it is long.
  func short(_ text: String, _ limit: Int = 320) -> String {
    let line = String(withoutControls(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
    return beginning(of: line, within: limit, dots: display.unicode ? "…" : "...")
  }

  /// What a row is called, kept on one line.
  func name(_ row: String) -> StyledText { StyledText(glue(short(row, 24))) }

  // MARK: Breaking

  /// The text with the no-break spaces taken out again.
  func unglued(_ text: StyledText) -> StyledText {
    text.runs.reduce(into: StyledText()) { result, run in
      result.append(String(run.text.map { $0 == Self.noBreak ? " " : $0 }), run.style)
    }
  }

  private func glued(_ text: StyledText) -> StyledText {
    text.runs.reduce(into: StyledText()) { $0.append(glue($1.text), $1.style) }
  }

  private func glue(_ text: String) -> String { String(text.map { $0 == " " ? Self.noBreak : $0 }) }

  private func plainDots(_ text: StyledText) -> StyledText {
    guard !display.unicode else { return text }
    return text.runs.reduce(into: StyledText()) {
      $0.append($1.text.replacing("…", with: "..."), $1.style)
    }
  }
}
