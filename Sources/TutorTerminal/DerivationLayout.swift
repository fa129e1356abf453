import Formulas
import Quantities
import TextLayout

/// A derivation as lines of a terminal, the way one writes it at the board.
struct DerivationLayout {
  let derivation: Derivation
  let display: ValueDisplay
  /// The unit that the value is asked for in; nil where it is no answer.
  var asked: Unit?

  /// Steps before the last that are shown.
  private static let stepLimit = 8
  /// Lines of one formula.
  private static let lineLimit = 4
  /// Rows that a sum spells out.
  private static let termLimit = 6

  private var width: Int { display.width }
  var writer: FigureWriter { FigureWriter(display: display) }

  /// The formula, the same with figures, the steps, and the result.
  func lines() -> [StyledText] {
    var lines = paragraph("  = ", StyledText(writer.short(derivation.formula), .code), hanging: 4)
    var steps = derivation.steps[...]
    let end = ending(&steps)
    guard let main = steps.last else { return lines + end + cut() }
    let before = steps.dropLast()
    let isAlone = derivation.substituted.isEmpty || steps.count == 1
    let substituted = writer.text(derivation.substituted)
    let isResult = derivation.value.map { writer.figure($0).plain == substituted.plain } ?? false
    if !isAlone, !isResult, !isAsTyped(substituted) {
      lines += paragraph("  = ", substituted, hanging: 4)
    }
    if before.count > Self.stepLimit {
      lines += paragraph("    ", HelpWording.innerSteps(before.count - Self.stepLimit), hanging: 4)
    }
    lines += before.suffix(Self.stepLimit).flatMap(inner)
    if derivation.problem != nil {
      return lines + paragraph("  \(mark)", operands(of: main), hanging: 4) + cut()
    }
    return lines + last(main, isAlone: isAlone) + end + cut()
  }

  private var mark: String {
    display.inWords ? "" : StatusSymbols(unicode: display.unicode).cross + " "
  }

  private func cut() -> [StyledText] {
    derivation.isCut ? paragraph("  ", HelpWording.cutShort, hanging: 2) : []
  }

  // MARK: Ends

  /// The result in the units that follow it: that of a `to` and that asked for. Takes the step
  /// of a `to` that stands at the end of the formula.
  private func ending(_ steps: inout ArraySlice<Derivation.Step>) -> [StyledText] {
    guard let value = derivation.value, derivation.problem == nil else { return [] }
    var lines: [StyledText] = []
    var shown = value
    if let step = steps.last, case .conversion(let source, let equality) = step.kind {
      let isOfStep = steps.dropLast().last?.value?.isIdentical(to: source) ?? false
      if isOfStep || steps.count == 1 {
        steps.removeLast()
        if steps.isEmpty { lines += result(source) }
        lines += result(value, equality)
        shown = value
      }
    } else if derivation.steps.isEmpty, !isAsTyped(writer.figure(value)) {
      lines += result(value)
    }
    guard let asked, let own = shown.unit, own.symbol != asked.symbol,
      let converted = shown.converted(to: asked)
    else { return lines }
    let labelled = own.labelled(as: asked)
    guard labelled.symbol != asked.symbol else { return lines }
    // A bare number takes a unit on without any arithmetic.
    let equality = own.isPlain ? nil : labelled.equality(with: asked)
    return lines + result(converted, equality)
  }

  private func result(_ value: Value, _ equality: UnitEquality? = nil) -> [StyledText] {
    paragraph("  = ", writer.figure(value) + remark(equality.map { [$0] } ?? []), hanging: 4)
  }

  /// A value with the labels of the unit asked for.
  private func labelled(_ value: Value) -> Value {
    guard let asked, let unit = value.unit, unit.dimension == asked.dimension else { return value }
    return value.relabelled(unit.labelled(as: asked))
  }

  private func remark(_ equalities: [UnitEquality]) -> StyledText {
    guard !equalities.isEmpty else { return StyledText() }
    let said = equalities.map(writer.equality).joined(separator: ", ")
    return StyledText("   (\(said))", .dim)
  }

  // MARK: The last step

  private func last(_ step: Derivation.Step, isAlone: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    let operands = operands(of: step)
    let isResult = step.value.map { writer.figure($0).plain == operands.plain } ?? false
    if !isResult, !isAlone || !isAsTyped(operands) {
      lines += paragraph(labelText(step, "  = "), operands, hanging: 4)
    }
    guard let value = step.value else { return lines }
    switch step.kind {
    case .product(let factors, let reduction):
      return lines + product(factors, reduction, labelled(value))
    case .sum(let terms):
      if terms.contains(where: { $0.converted != nil }) {
        let equalities = terms.compactMap(\.equality).reduce(into: [UnitEquality]()) {
          if !$0.contains($1) { $0.append($1) }
        }
        lines += paragraph(
          "  = ", writer.sum(terms, converted: true) + remark(equalities), hanging: 4)
      }
      return lines + result(labelled(value))
    case .aggregate, .conversion, .choice, .function, .other: return lines + result(labelled(value))
    }
  }

  /// Whether the figures repeat what was typed.
  private func isAsTyped(_ text: StyledText) -> Bool {
    func bare(_ text: String) -> String {
      String(text.filter { !$0.isWhitespace && $0 != "'" && $0 != "_" })
        .replacing("×", with: "*").replacing("÷", with: "/")
    }
    return bare(text.plain) == bare(derivation.formula)
  }

  /// The numbers, the units, and what both come to.
  private func product(
    _ factors: [Derivation.Factor], _ reduction: UnitReduction?, _ value: Value
  ) -> [StyledText] {
    let kept = value.unit.map { $0.accounts.map(\.symbol) } ?? []
    var reduction = reduction
    reduction?.labels.removeAll { kept.contains($0) }
    guard let reduction, let numbers = writer.numbers(factors) else {
      return (reduction.map(unitLines) ?? []) + result(value)
    }
    var lines: [StyledText] = []
    if numbers.count > 2 || !reduction.keepsNumbers, numbers.count > 1 {
      lines += paragraph("    numbers  ", numbers.text, hanging: 13)
    }
    lines += unitLines(reduction)
    guard !reduction.keepsNumbers else { return lines + result(value) }
    let ofUnit = value.unit.map(writer.unit) ?? StyledText()
    var text = StyledText(NumberFormat.standard.string(numbers.product), .value)
    if reduction.top != 1 {
      text += writer.sign("*") + writer.number(reduction.top)
    }
    if reduction.bottom != 1 {
      text += writer.sign("/") + writer.number(reduction.bottom)
    }
    // `5 ÷ 1000 g` would divide by 1000 g.
    if reduction.bottom != 1, !ofUnit.isEmpty { text = StyledText("(") + text + ")" }
    text += ofUnit
    return lines + paragraph("  = ", text + " = " + writer.figure(value), hanging: 4)
  }

  private func unitLines(_ reduction: UnitReduction) -> [StyledText] {
    guard let said = HelpWording.reduction(reduction, writer) else { return [] }
    return paragraph("    units    ", said, hanging: 13)
  }

  // MARK: Steps before it

  private func inner(_ step: Derivation.Step) -> [StyledText] {
    let start = labelText(step, "    ")
    switch step.kind {
    case .choice(let truth): return paragraph("    ", HelpWording.choice(truth), hanging: 6)
    case .function(let name, let arguments, let formula):
      return paragraph("    ", HelpWording.function(name, arguments, formula, writer), hanging: 6)
    case .product, .sum, .aggregate, .conversion, .other: break
    }
    var text = operands(of: step)
    var equalities: [UnitEquality] = []
    if case .product(_, let reduction?) = step.kind { equalities = reduction.equalities }
    if case .conversion(_, let equality?) = step.kind { equalities = [equality] }
    if case .sum(let terms) = step.kind, terms.contains(where: { $0.converted != nil }) {
      text += " = " + writer.sum(terms, converted: true)
    }
    if let value = step.value {
      let figure = writer.figure(value)
      if figure.plain != text.plain {
        text += " = " + figure
      } else if case .other = step.kind, step.label == nil {
        return []
      }
    }
    return paragraph(start, text + remark(equalities), hanging: 6)
  }

  private func labelText(_ step: Derivation.Step, _ otherwise: String) -> String {
    step.label.map { "    \($0) = " } ?? otherwise
  }

  /// What a step works on, with figures in place of names.
  private func operands(of step: Derivation.Step) -> StyledText {
    switch step.kind {
    case .product(let factors, _): return writer.product(factors)
    case .sum(let terms): return writer.sum(terms, converted: false)
    case .aggregate(let name, let column, let formula):
      let head = HelpWording.aggregate(name, of: column, writer.short(formula, 48))
      return head + terms(of: name, column, step.value)
    case .conversion(let source, _):
      return writer.figure(source)
        + (step.value?.unit.map { " to" + writer.target($0) } ?? StyledText())
    case .choice(let truth): return HelpWording.choice(truth)
    case .function(let name, let arguments, let formula):
      return HelpWording.function(name, arguments, formula, writer)
    case .other(let pieces): return writer.text(pieces)
    }
  }

  /// How a statistic of a column comes about, where that says something.
  private func terms(of name: String, _ column: Value, _ value: Value?) -> StyledText {
    guard case .column(let numbers, let unit) = column, numbers.count > 1 else {
      return StyledText()
    }
    let present = numbers.filter { !$0.isNaN }
    switch Statistic.named(name)?.working {
    case .sumOverCount:
      guard case .quantity(let mean, let own)? = value else { return StyledText() }
      let total = Value.quantity(mean * Double(present.count), own)
      return StyledText(": their sum ") + writer.figure(total) + writer.sign("/")
        + writer.number(Double(present.count))
    case .terms where present.count <= Self.termLimit:
      return StyledText(": ") + StyledText("(") + writer.list(present, sign: "+") + ")"
        + writer.unit(unit)
    case .terms, .value, nil: return StyledText()
    }
  }

  // MARK: Lines

  /// A text behind its beginning, wrapped, and cut after some lines.
  func paragraph(_ start: String, _ text: StyledText, hanging: Int) -> [StyledText] {
    let indent = width < 50 ? min(hanging, 6) : hanging
    let lines = wrapped(StyledText(start, .dim) + text, width: width, indent: indent)
      .map(writer.unglued)
    guard lines.count > Self.lineLimit else { return lines }
    let dots = StyledText(display.unicode ? " …" : " ...", .dim)
    return lines.prefix(Self.lineLimit - 1)
      + [lines[Self.lineLimit - 1].shortened(to: width - dots.width) + dots]
  }
}
