import Diagnostics
import Formulas
import Quantities

/// How the steps towards an answer are told: kinds of quantities and names, and no number.
struct StepWording {
  private let steps: AnswerSteps
  private let progress: StepProgress
  private var outline: StepOutline { steps.outline }

  init(_ steps: AnswerSteps, _ progress: StepProgress) {
    self.steps = steps
    self.progress = progress
  }

  func sentence(_ hint: AnswerSteps.Hint) -> String {
    switch hint {
    case .kind: kind
    case .ingredients: ingredients
    case .terms(let step): terms(outline.steps[step])
    case .together(let step): together(step)
    case .operation(let step): operation(outline.steps[step])
    case .isAtHand:
      "Nothing is to be computed for `\(steps.name)`: it is a quantity that you have already, under "
        + "another name."
    case .renamed: "\(list(outline.ingredients)) is what is asked for."
    }
  }

  // MARK: Gentle

  private var kind: String {
    let rows = steps.isColumn ? "one value for each row" : nil
    guard let kind = steps.unit.kindOfQuantity else {
      return "`\(steps.name)` is a column: one value for each row."
    }
    let unit = steps.unit.symbol.isEmpty || kind.hasSuffix(steps.unit.symbol)
      ? nil : "in \(steps.unit.symbol)"
    return (["`\(steps.name)` is \(kind)"] + [unit, rows].compactMap { $0 })
      .joined(separator: ", ") + "."
  }

  private var ingredients: String {
    let all = outline.ingredients
    let missing = steps.missing(progress)
    let number = outline.hasNumber ? " A plain number belongs in the formula as well." : ""
    let first = missing.filter { input in
      guard case .quantity(.name(let name)) = input.source else { return false }
      return progress.unanswered.contains(name)
    }
    let note =
      first.isEmpty
      ? "" : " \(list(first)) \(first.count == 1 ? "is" : "are") asked for too, and not answered yet."
    if missing.count < all.count {
      return "Your formula has \(list(all.filter { input in !missing.contains { $0.isSame(as: input) } })). "
        + "Still missing \(missing.count == 1 ? "is" : "are") \(list(missing))." + note
    }
    return "What goes into `\(steps.name)`: \(list(all))." + number + note
  }

  private func terms(_ step: FormulaStep) -> String {
    let terms = enumeration(step.inputs.map(thing))
    return step.inputs.contains(where: \.isInverse)
      ? "It is a sum or a difference of \(count(step.inputs.count)) parts: \(terms)."
      : "It is a sum of \(count(step.inputs.count)) parts: \(terms)."
  }

  private func together(_ place: Int) -> String {
    let step = outline.steps[place]
    let inputs = step.inputs.filter { $0.source != .number }
    let scalers = inputs.filter { isScaler($0) }
    let main = scalers.count == inputs.count ? inputs : inputs.filter { !isScaler($0) }
    let rest = scalers.count == inputs.count ? [] : scalers
    let whole =
      place == outline.steps.count - 1
      ? "`\(steps.name)`" + (steps.unit.kindOfQuantity.map { ", \($0)" } ?? "")
      : step.result.written.kindOfQuantity ?? "a part of it"
    let result = step.name?.names.first.map { "\(whole) (`\($0)`)" } ?? whole
    let told =
      main.count > 1
      ? "\(capitalised(enumeration(main.map(described)))) go together: they give \(result)."
      : "\(capitalised(enumeration(main.map(described)))) is what \(result) comes from."
    guard !rest.isEmpty else { return told }
    return told + " \(capitalised(list(rest))) \(rest.count == 1 ? "is a plain number that goes" : "are plain numbers that go") with it."
  }

  /// A plain number with a name.
  private func isScaler(_ input: StepInput) -> Bool {
    if case .result = input.source { return input.value.written.isPlain }
    return input.value.written.isPlain
  }

  /// `a power (`gpu_power`)`.
  private func described(_ input: StepInput) -> String {
    guard case .quantity = input.source else { return thing(input) }
    let name = thing(input)
    let unit = input.value.written
    if let kind = unit.kindOfQuantity { return "\(kind) (\(name))" }
    return unit.symbol.isEmpty ? name : "a quantity in \(unit.symbol) (\(name))"
  }

  // MARK: Plain

  private func operation(_ step: FormulaStep) -> String {
    let things = step.inputs.map(thing)
    let result = step.name?.names.first.map { ": that is `\($0)`" } ?? ""
    func whole(_ text: String) -> String { text + result + "." }
    switch step.operation {
    case .product: return whole(product(step.inputs))
    case .sum: return whole(sum(step.inputs))
    case .power(let exponent): return whole(power(things.first ?? "it", exponent))
    case .raised:
      return whole(
        "Raise \(things.first ?? "it") to a power, with \(things.last ?? "it") in the exponent")
    case .call(let function):
      return whole("Take \(Self.functions[function] ?? "`\(function)`") of \(enumeration(things))")
    case .aggregate(let name):
      let phrase = Statistic.named(name)?.phrase ?? "one number"
      return whole("Make one number of all rows of \(things.first ?? "it"), \(phrase)")
    case .renaming: return ""
    }
  }

  private func product(_ inputs: [StepInput]) -> String {
    let above = inputs.filter { !$0.isInverse }.map(thing)
    let below = inputs.filter(\.isInverse).map(thing)
    if above.isEmpty {
      return "Divide by \(enumeration(below)), with a plain number above the line"
    }
    if below.isEmpty {
      return above.count == 2
        ? "Multiply \(above[0]) by \(above[1])" : "Multiply \(enumeration(above))"
    }
    return above.count == 1
      ? "Divide \(above[0]) by \(enumeration(below))"
      : "Multiply \(enumeration(above)), and divide by \(enumeration(below))"
  }

  private func sum(_ inputs: [StepInput]) -> String {
    let added = inputs.filter { !$0.isInverse }.map(thing)
    let taken = inputs.filter(\.isInverse).map(thing)
    if taken.isEmpty { return "Add \(enumeration(added))" }
    if added.isEmpty { return "Add \(enumeration(taken)), and change the sign" }
    return added.count == 1
      ? "Subtract \(enumeration(taken)) from \(added[0])"
      : "Add \(enumeration(added)), and subtract \(enumeration(taken))"
  }

  private func power(_ thing: String, _ exponent: Exponent) -> String {
    switch exponent.value {
    case 0.5: "Take the square root of \(thing)"
    case 2: "Square \(thing)"
    case 3: "Cube \(thing)"
    case -1: "Take the inverse of \(thing)"
    case _: "Raise \(thing) to a power, whose exponent is a plain number"
    }
  }

  /// What functions are called in a sentence; others by their own names.
  private static let functions = [
    "abs": "the size without its sign (`abs`)", "acos": "the arc cosine (`acos`)",
    "asin": "the arc sine (`asin`)", "atan": "the arc tangent (`atan`)",
    "cos": "the cosine (`cos`)", "exp": "the exponential (`exp`)",
    "ln": "the natural logarithm (`ln`)", "log10": "the decimal logarithm (`log10`)",
    "log2": "the binary logarithm (`log2`)", "max": "the larger (`max`)",
    "min": "the smaller (`min`)", "sin": "the sine (`sin`)", "tan": "the tangent (`tan`)",
  ]

  // MARK: Pieces

  private func list(_ inputs: [StepInput]) -> String { enumeration(inputs.map(thing)) }

  /// A part in the student's words.
  private func thing(_ input: StepInput) -> String {
    let text = bare(input)
    if input.power == .one { return text }
    switch input.power.value {
    case 2: return "\(text) squared"
    case 3: return "\(text) cubed"
    case _: return "a power of \(text)"
    }
  }

  private func bare(_ input: StepInput) -> String {
    switch input.source {
    case .quantity(let origin):
      return progress.name(of: input, among: outline.ingredients).map { "`\($0)`" }
        ?? origin.names.first.map { "`\($0)`" } ?? "a quantity"
    case .figure: return figure(input.value.written)
    case .number: return "a plain number"
    case .part: return "a part that has no short name"
    case .result(let step): return result(step, input.value.written)
    }
  }

  private func figure(_ unit: Unit) -> String { "a figure in \(unit.symbol)" }

  private func result(_ place: Int, _ unit: Unit) -> String {
    let step = outline.steps[place]
    if let own = progress.name(of: step) { return "`\(own)`" }
    if let given = step.name?.names.first { return "`\(given)`" }
    let names = outline.quantities(of: place).map(bare)
    let kind = unit.kindOfQuantity.flatMap { $0 == "a plain number" ? nil : Self.definite($0) }
    if let kind, !(1...3).contains(names.count) { return kind }
    return names.isEmpty || names.count > 4
      ? "what you have by then" : "\(kind.map { "\($0) from" } ?? "the part with") \(enumeration(names))"
  }

  private static func definite(_ kind: String) -> String {
    for article in ["a ", "an "] where kind.hasPrefix(article) {
      return "the " + kind.dropFirst(article.count)
    }
    return kind
  }

  private func count(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six"]
    return words.indices.contains(number) ? words[number] : "several"
  }
}
