/// What problems are about, as a sentence names it.
extension FormulaWording {
  /// At the beginning of a sentence.
  static func subject(_ operation: FormulaProblem.Operation) -> String {
    switch operation {
    case .named(let name): "`\(name)`"
    case .condition: "The condition of `if`"
    case .list: "A list"
    case .column: "A column"
    case .columnBrackets: "A column's brackets"
    case .brackets: "`[ ]`"
    }
  }

  static func wanting(_ operation: FormulaProblem.Operation) -> String {
    switch operation {
    case .columnBrackets: "need"
    case .named, .condition, .list, .column, .brackets: "needs"
    }
  }

  static func name(_ expectation: FormulaProblem.Expectation) -> String {
    switch expectation {
    case .number: "a number"
    case .numbersInOneUnit: "numbers in one unit"
    case .numbersOrTexts: "numbers or texts"
    case .comparison: "a comparison"
    case .comparisonOfColumns: "a comparison of columns"
    case .rowOrCondition: "the number of a row from 0, or a condition"
    case .tableOrColumn: "a table or a column"
    }
  }

  static func wholeNumber(_ what: FormulaProblem.WholeNumber) -> String {
    switch what {
    case .decimals: "The number of decimals"
    case .row: "The number of a row"
    case .count(let function): "The count of `\(function)`"
    }
  }

  static func participle(_ operation: FormulaProblem.PointOperation) -> String {
    switch operation {
    case .addition: "added"
    case .multiplication: "multiplied"
    case .division: "divided"
    case .negation: "negated"
    }
  }

  static func shipped(_ what: FormulaProblem.Shipped) -> String {
    switch what {
    case .table(let name): "The table `\(name)`"
    case .column(let heading): "The column \"\(heading)\""
    case .unit(let name): "The unit `\(name)`"
    }
  }

  /// What cannot be used, and what to try.
  static func unsupported(_ what: FormulaProblem.Unsupported) -> (subject: String, advice: String) {
    switch what {
    case .columnOf(let name):
      ("A new column of `\(name)`", "add it to the table that `\(name)` is made from")
    case .fullParameter:
      ("More than a parameter's name", "parameters are names alone: `def f(a, b) = …`")
    case .lineAfterReturn:
      ("A line after `return`", "`return` on the last line of the function")
    case .lineWithoutResult:
      (
        "A line that gives no name and returns nothing",
        "`return …`, with the result of the function"
      )
    case .nameInUnit:
      ("A name of yours", "numbers and units alone, as in `unit trip = 12 km`")
    case .plot(let name):
      (
        "`\(name)`",
        "it draws and has no value: type `\(plotExample(name))` on a line of its own in the notebook"
      )
    case .repeatedParameter(let name):
      ("`\(name)` twice", "each parameter needs a name of its own")
    case .slice: ("A slice", "one row at a time, counted from 0, as in `[7, 8, 9][0]`")
    }
  }

  private static func plotExample(_ name: String) -> String {
    switch PlotStatement.kinds[name] {
    case .bars, .histogram: "\(name)(column)"
    case .plot, .scatter, nil: "\(name)(x, y)"
    }
  }

  /// `2`, `1 or 2`, `1 to 3`.
  static func count(_ range: ClosedRange<Int>) -> String {
    range.count == 1
      ? "\(range.lowerBound)"
      : "\(range.lowerBound) \(range.count == 2 ? "or" : "to") \(range.upperBound)"
  }

  /// A piece of a formula in code quotes, cut where it is long.
  static func token(_ text: String) -> String {
    text.utf8.count > 58 ? code(text) : "`\(text)`"
  }
}
