import Diagnostics
import Quantities

/// What problems are about, as a sentence names it.
extension FormulaWording {
  /// At the beginning of a sentence.
  func needing(_ operation: FormulaProblem.Operation) -> String {
    switch operation {
    case .named(let name): "`\(name)` needs"
    case .condition: "The condition of `if` needs"
    case .list: "A list needs"
    case .column: "A column needs"
    case .columnBrackets: "A column's brackets need"
    case .brackets: "`[ ]` needs"
    }
  }

  func subject(_ what: FormulaProblem.WholeNumber) -> String {
    switch what {
    case .decimals: "The number of decimals"
    case .row: "The number of a row"
    case .count(let function): "The count of `\(function)`"
    }
  }

  func subject(_ what: FormulaProblem.Shipped) -> String {
    switch what {
    case .table(let name): "The table `\(name)`"
    case .column(let heading): "The column \"\(heading)\""
    case .unit(let name): "The unit `\(name)`"
    }
  }

  /// What cannot be used, and what to try.
  func unsupported(_ what: FormulaProblem.Unsupported) -> (subject: String, advice: Advice) {
    switch what {
    case .columnOf(let name):
      ("A new column of `\(name)`", "add it to the table that `\(name)` is made from")
    case .fullParameter:
      ("More than a parameter's name", "parameters are names alone, as in `def f(a, b) = a * b`")
    case .lineAfterReturn: ("A line after `return`", "`return` on the last line of the function")
    case .lineWithoutResult:
      (
        "A line that gives no name and returns nothing",
        "`return` and the result of the function, on the last line"
      )
    case .nameInUnit: ("A name of yours", "numbers and units alone, as in `unit trip = 12 km`")
    case .plot(let name):
      (
        "`\(name)`",
        "it draws and has no value: type `\(plotExample(name))` on a line of its own in the notebook"
      )
    case .repeatedParameter(let name): ("`\(name)` twice", "each parameter needs a name of its own")
    case .slice: ("A slice", "one row at a time, counted from 0, as in `[7, 8, 9][0]`")
    }
  }

  private func plotExample(_ name: String) -> String {
    switch PlotStatement.kinds[name] {
    case .bars, .histogram: "\(name)(column)"
    case .plot, .scatter, nil: "\(name)(x, y)"
    }
  }

  /// The numbers for which a function or power has no value.
  func undefined(_ function: String) -> String {
    if function == "^" { return "real value for a negative number to a power that is not whole" }
    guard case .elementwise(let rule)? = BuiltinFunction.named(function)?.computation else {
      return "value for this number"
    }
    return "\(rule.isReal ? "real value" : "value") for \(rule.undefined ?? "this number")"
  }

  /// Whether the values of a function's column matter, and not their count alone.
  func isOfNumbers(_ function: String) -> Bool {
    BuiltinFunction.named(function)?.statistic?.input != .rows
  }

  /// The word without its plural.
  func singular(_ word: String) -> String {
    let word = shortened(word)
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      ? String(word.dropLast()) : word
  }

  // MARK: Any text in a sentence

  func list(_ items: [String]) -> String {
    items.count > 8 ? items.prefix(8).joined(separator: ", ") + " …" : enumeration(items)
  }

  /// A word of the learner's in code quotes, cut where it is long.
  func code(_ text: String) -> String { "`\(shortened(text))`" }

  /// A piece of a formula in code quotes, cut where it is long.
  func token(_ text: String) -> String { text.utf8.count > 58 ? code(text) : "`\(text)`" }

  /// A limit as people write it: 100'000.
  func number(_ limit: Int) -> String { NumberFormat.standard.string(Double(limit)) }

  /// The way round a circle, its middle left out where it is long.
  func way(_ names: [String]) -> String {
    let short = names.map(shortened)
    let shown = short.count <= 12 ? short : short.prefix(7) + ["…"] + short.suffix(2)
    return shown.joined(separator: " → ")
  }

  func shortened(_ text: String) -> String { Self.shortened(text) }

  /// At most 40 characters, and no more bytes than these may take; a mark may be heaped on a
  /// letter thousands of times.
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > 40, text.count > 40 || text.utf8.count > 400 else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
  }
}
