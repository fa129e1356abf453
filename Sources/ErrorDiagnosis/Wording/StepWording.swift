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
      "Nothing is to be computed for `\(steps.name)`: it is a quantity that is at hand, under another "
        + "name."
    case .renamed: "\(names(outline.steps[0].inputs)) is what is asked for."
    }
  }

  // MARK: Gentle

  private var kind: String {
    let rows = steps.isColumn ? "one value for each row" : nil
    guard let kind = steps.unit.kindOfQuantity else {
      return "`\(steps.name)` is a column: one value for each row."
    }
    let unit =
      steps.unit.symbol.isEmpty || kind.hasSuffix(steps.unit.symbol)
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
      return progress.unanswered.contains(name) && !steps.parameters.contains(name)
    }
    let note =
      switch first.count {
      case 0: ""
      case 1: " \(names(first)) is asked for too, and not answered yet."
      case _:
        " Several of them are asked for too, and not answered yet: begin with "
          + "\(names([first[0]]))."
      }
    if missing.count < all.count {
      let there = all.filter { input in !missing.contains { $0.isSame(as: input) } }
      return "Your formula has \(names(there)). Still missing "
        + "\(missing.count == 1 ? "is" : "are") \(names(missing))." + note
    }
    return "What goes into `\(steps.name)`: \(names(all))." + number + note
  }

  private func terms(_ step: FormulaStep) -> String {
    let terms = enumeration(step.inputs.map { thing($0, limit: 6) })
    return step.inputs.contains(where: \.isInverse)
      ? "It is a sum or a difference of \(count(step.inputs.count)) parts: \(terms)."
      : "It is a sum of \(count(step.inputs.count)) parts: \(terms)."
  }

  private func together(_ place: Int) -> String {
    let step = outline.steps[place]
    let inputs = step.inputs.filter { $0.source != .number }
    let main = inputs.filter { !$0.isNumber }
    let isApart = main.count > 1 && main.count < inputs.count
    let told = isApart ? main : inputs
    let kinds = Set(told.map(kind))
    let what =
      if kinds.count == 1, let kind = kinds.first ?? nil {
        "\(list(told)), each \(kind), go together"
      } else {
        "\(enumeration(told.map(described))) go together"
      }
    var text = capitalised(what) + (whole(place).map { ": they give \($0)." } ?? ".")
    if isApart {
      let numbers = inputs.filter(\.isNumber)
      text +=
        " \(capitalised(list(numbers))) "
        + (numbers.count == 1
          ? "is a plain number that goes with it." : "are plain numbers that go with it.")
    }
    if step.inputs.count > inputs.count { text += " A plain number belongs there as well." }
    return text
  }

  /// What a step gives; nil where that has no name.
  private func whole(_ place: Int) -> String? {
    let step = outline.steps[place]
    if place == outline.steps.count - 1 { return "`\(steps.name)`" }
    let kind = step.result.written.kindOfQuantity
    guard let name = step.name?.names.first else { return kind }
    return kind.map { "\($0) (`\(name)`)" } ?? "`\(name)`"
  }

  /// With its article; nil where the name says all.
  private func kind(_ input: StepInput) -> String? {
    guard input.power == .one else { return nil }
    if input.isNumber { return "a plain number" }
    let unit = input.value.written
    if let kind = unit.kindOfQuantity { return kind }
    let symbol = unit.symbol
    return symbol.first == "/" ? "a quantity per \(symbol.dropFirst())" : "a quantity in \(symbol)"
  }

  /// `a power (`gpu_power`)`.
  private func described(_ input: StepInput) -> String {
    guard case .quantity = input.source, let kind = kind(input) else { return thing(input) }
    return "\(kind) (\(thing(input)))"
  }

  // MARK: Plain

  private func operation(_ step: FormulaStep) -> String {
    let things = step.inputs.map { thing($0) }
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
      let name = Self.functions[function].map { "the \($0) (`\(function)`)" } ?? "`\(function)`"
      return whole("Take \(name) of \(enumeration(things))")
    case .aggregate(let name):
      let phrase = Statistic.named(name)?.phrase ?? "one number"
      return whole("Take \(phrase) of all rows of \(things.first ?? "it")")
    case .renaming: return ""
    }
  }

  private func product(_ inputs: [StepInput]) -> String {
    let quantities = inputs.filter { $0.source != .number }
    // Beside several, plain numbers are said at the end, once.
    let isApart = quantities.count > 1 && quantities.count < inputs.count
    let told = isApart ? quantities : inputs
    return product(
      of: Self.once(told.filter { !$0.isInverse }.map { thing($0) }),
      over: Self.once(told.filter(\.isInverse).map { thing($0) }))
      + (isApart ? "; a plain number belongs there as well" : "")
  }

  private func product(of above: [String], over below: [String]) -> String {
    if below.isEmpty {
      return above.count == 2
        ? "Multiply \(above[0]) by \(above[1])" : "Multiply \(enumeration(above))"
    }
    switch above.count {
    case 0 where below.count == 1: return "Take the inverse of \(below[0])"
    case 0: return "\(product(of: below, over: [])), and take the inverse"
    case 1: return "Divide \(above[0]) by \(enumeration(below))"
    case _: return "\(product(of: above, over: [])), and divide by \(enumeration(below))"
    }
  }

  private static func once(_ things: [String]) -> [String] {
    things.reduce(into: []) { if !($0.contains($1) && $1 == number) { $0.append($1) } }
  }

  private func sum(_ inputs: [StepInput]) -> String {
    let added = inputs.filter { !$0.isInverse }.map { thing($0) }
    let taken = inputs.filter(\.isInverse).map { thing($0) }
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

  /// What functions are called in a sentence, behind `the`; others go by their own names.
  private static let functions = [
    "abs": "size without its sign", "acos": "arc cosine", "asin": "arc sine",
    "atan": "arc tangent", "cos": "cosine", "exp": "exponential", "ln": "natural logarithm",
    "log10": "decimal logarithm", "log2": "binary logarithm", "max": "larger one",
    "min": "smaller one", "sin": "sine", "tan": "tangent",
  ]

  // MARK: Pieces

  private static let number = "a plain number"

  private func list(_ inputs: [StepInput]) -> String { enumeration(inputs.map { thing($0) }) }

  /// Quantities whatever is done with them.
  private func names(_ inputs: [StepInput]) -> String { enumeration(inputs.map { bare($0) }) }

  /// A part in the student's words.
  private func thing(_ input: StepInput, limit: Int = 4) -> String {
    let text = bare(input, limit: limit)
    if input.power == .one { return text }
    switch input.power.value {
    case 2: return "\(text) squared"
    case 3: return "\(text) cubed"
    case _: return "a power of \(text)"
    }
  }

  private func bare(_ input: StepInput, limit: Int = 4) -> String {
    switch input.source {
    case .quantity(let origin):
      (progress.name(of: input, among: outline.ingredients) ?? origin.names.first)
        .map { "`\($0)`" } ?? "a quantity"
    case .figure: "a figure in \(input.value.written.symbol)"
    case .number: Self.number
    case .part: "a part that has no short name"
    case .result(let step): result(step, limit: limit)
    }
  }

  /// What a step before has given: by its name, or by what it is, and where several are that, by
  /// what it is made of.
  private func result(_ place: Int, limit: Int) -> String {
    let step = outline.steps[place]
    if let own = progress.name(of: step) { return "`\(own)`" }
    if let given = step.name?.names.first { return "`\(given)`" }
    let noun = Self.noun(step)
    // The last one is the answer, and called so.
    let isOnly =
      !outline.steps.dropLast().indices.contains { other in
        other != place && Self.noun(outline.steps[other]) == noun
      }
      && !outline.ingredients.contains { input in
        input.value.written.kindOfQuantity.map(Self.definite) == noun
      }
    let names = outline.quantities(of: place).map { bare($0) }
    // Of what the student has, no hint has told how it comes about.
    if names.isEmpty || isOnly && !progress.has(step) { return noun }
    return names.count > limit ? "\(noun) so far" : "\(noun) (\(names.joined(separator: ", ")))"
  }

  /// What a result is: its kind of quantity, or what it was made by.
  private static func noun(_ step: FormulaStep) -> String {
    let isDivided = step.inputs.contains(where: \.isInverse)
    switch step.operation {
    case .product:
      if !step.result.written.isOfPlainNumbers, let kind = step.result.written.kindOfQuantity {
        return definite(kind)
      }
      if step.inputs.allSatisfy({ $0.isInverse || $0.source == .number }) { return "the inverse" }
      return isDivided && step.inputs.count == 2 ? "the ratio" : "the product"
    case .sum: return isDivided ? "the difference" : "the sum"
    case .power(let exponent):
      switch exponent.value {
      case 0.5: return "the root"
      case 2: return "the square"
      case -1: return "the inverse"
      case _: return "the power"
      }
    case .raised: return "the power"
    case .call(let function):
      return functions[function].map { "the \($0)" } ?? "the result of `\(function)`"
    case .aggregate(let name):
      return Statistic.named(name).map { definite($0.phrase) } ?? "the number"
    case .renaming: return "it"
    }
  }

  private static func definite(_ kind: String) -> String {
    for article in ["an ", "a "] where kind.hasPrefix(article) {
      return "the " + kind.dropFirst(article.count)
    }
    return kind
  }

  private func count(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six"]
    return words.indices.contains(number) ? words[number] : "several"
  }
}
