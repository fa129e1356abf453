import Diagnostics
import Formulas
import Quantities
import TextLayout
import Tutoring

/// What `:why` says beside the arithmetic, in alphabetical order.
enum HelpWording {
  static func aggregate(_ name: String, of column: Value, _ formula: String) -> StyledText {
    let word = Statistic.named(name)?.word ?? name
    guard let count = column.rowCount else {
      return StyledText("\(word) of ") + StyledText(formula, .code)
    }
    return StyledText("\(word) of the \(count) row\(count == 1 ? "" : "s") of ")
      + StyledText(formula, .code)
  }

  static func choice(_ holds: Bool) -> StyledText {
    StyledText(
      holds
        ? "the condition holds: what stands before `if` counts"
        : "the condition does not hold: what stands after `else` counts", .dim)
  }

  static let cutShort = StyledText(
    "Some parts are too deep or too long to be laid out. Give one a name of its own, and `:why`"
      + " that name shows it.", .dim)

  static func forRow(_ row: String) -> StyledText { StyledText("For \(row):") }

  static func function(
    _ name: String, _ arguments: [(name: String, value: Value)], _ formula: String,
    _ writer: FigureWriter
  ) -> StyledText {
    var text = StyledText(name, .name)
    for (place, argument) in arguments.enumerated() {
      text += place == 0 ? " with " : place + 1 == arguments.count ? " and " : ", "
      text += StyledText(argument.name) + " = " + writer.figure(argument.value)
    }
    return text + ": " + StyledText(writer.short(formula, 160), .code)
  }

  /// Between a column that is typed as a list and its figure in the row that is shown.
  static let here = StyledText(", here ")

  static func innerSteps(_ count: Int) -> StyledText {
    StyledText("(\(count) inner step\(count == 1 ? "" : "s") before these)", .dim)
  }

  static func moreRows(_ count: Int) -> String { "and \(count) more" }

  static func moreSources(_ count: Int) -> StyledText {
    StyledText("and \(count) more name\(count == 1 ? "" : "s") of yours", .dim)
  }

  /// What becomes of the units of a product; nil where there is nothing to say.
  static func reduction(_ reduction: UnitReduction, _ writer: FigureWriter) -> StyledText? {
    var parts: [String] = []
    if !reduction.cancelled.isEmpty {
      let list = enumeration(reduction.cancelled.map(writer.display.asciiIfNeeded))
      parts.append("\(list) cancel\(reduction.cancelled.count == 1 ? "s" : "")")
    }
    var facts = reduction.equalities.map(writer.equality)
    facts += reduction.joined.map { joined in
      let parts = writer.product(joined.parts)
      let whole = writer.display.asciiIfNeeded(joined.whole)
      return switch joined.role {
      case .results: "\(parts) = \(whole)"
      case .cancels: "\(parts) cancels \(whole)"
      case .parts: "\(whole) = \(parts)"
      }
    }
    if !facts.isEmpty {
      let above = reduction.above.isEmpty ? "1" : writer.product(reduction.above)
      let below = reduction.below.map { " / " + writer.display.asciiIfNeeded($0) }.joined()
      let isSaid = reduction.below.isEmpty && reduction.equalities.isEmpty
      if isSaid {
        parts.append(enumeration(facts))
      } else {
        let left = parts.isEmpty ? "" : " is left"
        parts.append("\(above)\(below)\(left), with \(enumeration(facts))")
      }
    }
    if !reduction.labels.isEmpty {
      let isOne = reduction.labels.count == 1
      parts.append(
        "the label\(isOne ? "" : "s") \(enumeration(reduction.labels)) drop\(isOne ? "s" : "") out")
    }
    return parts.isEmpty ? nil : StyledText(parts.joined(separator: "; "))
  }

  static func shows(_ command: String) -> StyledText { StyledText("`\(command)` shows how", .dim) }

  /// Both sides of a mismatch, where it is one.
  static func stops(_ problem: FormulaProblem) -> StyledText {
    func said(_ side: FormulaProblem.Described) -> String {
      if side.unit.isEmpty { return "a plain number" }
      return side.meaning == side.unit || side.meaning.hasPrefix("a count")
        ? side.unit : "\(side.unit), which is \(side.meaning)"
    }
    if case .dimensionsDiffer(_, let left, let right, _) = problem.kind {
      return StyledText("Here it stops: \(said(left)), on the left; \(said(right)), on the right.")
    }
    if case .cannotConvert(let from, let to, _) = problem.kind {
      return StyledText("Here it stops: from \(said(from)), to \(said(to)).")
    }
    return StyledText("Here it stops.")
  }

  static func takenAs(_ value: StyledText) -> StyledText {
    StyledText("taken as ") + value + ", as the question asks"
  }

}

/// What `:units` says, in alphabetical order.
extension HelpWording {

  /// `token/s: a count of token for each s.`
  static func compound(
    _ symbol: String, _ accounts: [UnitAccount], _ writer: FigureWriter
  ) -> StyledText {
    let above = accounts.filter { $0.exponent.isPositive && $0.origin != .label }
    let labels = accounts.filter { $0.exponent.isPositive && $0.origin == .label }.map(\.symbol)
    let below = accounts.filter { !$0.exponent.isPositive }
    var said = above.map { account in
      let kind = account.unit.meaning
      let name = kind.hasPrefix("a count") ? account.symbol : kind
      return power(name, account.exponent)
    }.joined(separator: " times ")
    if said.isEmpty { said = "a number" }
    if !labels.isEmpty { said += " of \(enumeration(labels))" }
    if !below.isEmpty {
      said +=
        " for each "
        + below.map { account in
          power(account.name ?? account.symbol, Exponent(abs(account.exponent.numerator)))
        }.joined(separator: " and each ")
    }
    var whole = Unit.one
    for account in accounts where account.origin != .label {
      guard let raised = try? account.unit.power(account.exponent),
        let next = try? whole.product(with: raised, merged: false)
      else { break }
      whole = next.unit
    }
    let name = whole.dimension.name
    if accounts.count == 1, let name { return StyledText(symbol, .unit) + ": \(name)." }
    let kind = name == nil || said == name ? "" : "\(name ?? ""): "
    return StyledText(symbol, .unit) + ": \(kind)" + StyledText(said) + "."
  }

  private static func power(_ name: String, _ exponent: Exponent) -> String {
    switch exponent.numerator {
    case 1: name
    case 2: "square " + name
    case 3: "cubic " + name
    default: "\(name) to the power \(exponent.numerator)"
    }
  }

  static func explainsOne(_ symbol: String) -> StyledText {
    StyledText("`:units \(symbol)` explains one of them.", .dim)
  }

  /// In the list of an exercise's units.
  static func kind(_ origin: UnitOrigin) -> String {
    switch origin {
    case .counted: "counted"
    case .label: "label"
    case .derived(let definition): definition
    case .si, .besideSI, .information, .customary: ""
    }
  }

  /// How large a unit is, in short: `1000 W`.
  static func madeOf(_ account: UnitAccount, _ writer: FigureWriter) -> String {
    let format = NumberFormat.standard
    if let prefix = account.prefix {
      let ratio =
        prefix.bottom == 1 ? format.string(prefix.top) : "1/" + format.string(prefix.bottom)
      return "\(ratio) \(writer.display.asciiIfNeeded(account.bare))"
    }
    if let joined = UnitAccount.joinedRates[account.bare] {
      return writer.product([joined.rate, joined.time])
    }
    if let definition = account.definition {
      let unit = writer.display.asciiIfNeeded(definition.unit)
      return unit.isEmpty ? definition.number : "\(definition.number) \(unit)"
    }
    switch account.origin {
    case .derived(let definition): return definition
    case .si: return account.bare == "°C" ? "1 K, with 0 °C at 273.15 K" : "a base unit"
    case .customary where account.bare == "°F": return "5/9 K, with 32 °F at 0 °C"
    case .besideSI, .information, .customary, .counted, .label: return ""
    }
  }

  /// How a unit is made, down to what its prefix stands before.
  static func madeOfFully(_ account: UnitAccount, _ writer: FigureWriter) -> String {
    let inner = madeOf(account.withoutPrefix, writer)
    let name = writer.display.asciiIfNeeded(account.bare)
    guard let prefix = account.prefix else {
      return inner == "a base unit" ? "itself: it is a base unit of the SI" : inner
    }
    let format = NumberFormat.standard
    let ratio = prefix.bottom == 1 ? format.string(prefix.top) : "1/" + format.string(prefix.bottom)
    let start = "\(prefix.name) (\(ratio)) and \(name)"
    if inner.isEmpty { return start }
    return start + (inner == "a base unit" ? ", a base unit" : "; \(name) = \(inner)")
  }

  static func origin(_ account: UnitAccount, isExercises: Bool, showsName: Bool) -> String {
    let who = isExercises ? "declared by this exercise" : "declared by you"
    let from: String =
      switch account.origin {
      case .si: account.prefix == nil ? "SI" : "SI with prefix"
      case .besideSI: account.prefix == nil ? "used beside the SI" : "beside the SI, with prefix"
      case .information: account.prefix == nil ? "information" : "information, with prefix"
      case .customary: "customary"
      case .counted, .label, .derived: who
      }
    guard showsName, let name = account.name, name != account.symbol else { return from }
    return "\(name), \(from)"
  }

  /// One part of a unit that is made of several.
  static func part(_ account: UnitAccount, kind: String, isExercises: Bool) -> String {
    let name = account.name.map { $0 == account.symbol ? "" : ", \($0)" } ?? ""
    let who = isExercises ? "by this exercise" : "by you"
    return switch account.origin {
    case .label: "a label, declared \(who): it says of what"
    case .counted: "counted, declared \(who)"
    case .derived(let definition): "\(kind), declared \(who) as \(definition)"
    case .si, .besideSI, .information, .customary: kind + name
    }
  }

  static func quantity(_ row: QuantityTable.Row, asked: String) -> StyledText {
    let word = asked.lowercased()
    let kind = word == row.name ? "" : "units of \(row.name). "
    let meaning = kind.isEmpty ? row.meaning : sentence(row.meaning)
    let rest = meaning.isEmpty ? "its units." : meaning + "."
    return StyledText(sentence(word), .strong) + ": \(kind)\(rest)"
  }

  private static func sentence(_ text: String) -> String {
    // `kg CO2e` keeps its small letter.
    guard let first = text.first, !text.hasPrefix("kg ") else { return text }
    return first.uppercased() + text.dropFirst()
  }

  static func remark(on quantity: String?, holdsCO2e: Bool) -> StyledText? {
    guard holdsCO2e else { return nil }
    if quantity == "mass per energy" {
      return StyledText("Of electricity this is called its carbon intensity.", .dim)
    }
    return StyledText("CO2e counts all greenhouse gases as the CO2 that would warm as much.", .dim)
  }

  public static func unit(
    _ symbol: String, _ account: UnitAccount, kind: String, origin: String, isExercises: Bool
  ) -> StyledText {
    let head = StyledText(symbol, .unit)
    let who = isExercises ? "this exercise" : "you"
    switch account.origin {
    case .label:
      let example = (account.symbol.hasPrefix("CO2") ? "kg " : "10 ") + account.symbol
      return head + ": a label, declared by \(who). It says of what a quantity is, as in"
        + " `\(example)`, and changes neither its number nor its kind."
    case .counted:
      return head + ": a unit to count in, declared by \(who). It is added only to its like;"
        + " with others it makes `\(account.symbol)/day` and the like."
    case .si, .besideSI, .information, .customary, .derived:
      return head + (kind == "a plain number" ? ": " : ": a unit of ") + "\(kind) (\(origin))."
    }
  }

  /// How units work, in Markdown.
  static let unitNote = """
    **How units work here**

    - A number and its unit are one thing: `450 W`, `260 g CO2e/kWh`.
    - Multiply and divide as you like, and the units go along: `450 W * 2 h` is 900 Wh.
    - Add and subtract like with like: `2 h + 30 min`, but never `2 h + 3 kg`.
    - Reckon converts by itself. Do not write `/ 1000` or `* 3600` for a change of unit.
    - `to` shows a value in another unit: `energy to kWh`.
    - `W h`, or `Wh`, is a power times a time: energy. `g/kWh` is grams for each kWh.
    - To divide by a number with a unit, use brackets: `tokens / (120 token/s)`.
    - `:units power` lists units, `:units kWh` explains one, `:why` shows your arithmetic.
    """
}
