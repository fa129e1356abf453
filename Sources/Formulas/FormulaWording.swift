import Diagnostics

/// All sentences about formulas, in the order of the problems' names.
enum FormulaWording {
  /// What a learner reads about a problem.
  static func diagnostic(_ problem: FormulaProblem) -> Diagnostic {
    var labels = [Diagnostic.Label(problem.span)]
    func say(_ id: String, _ message: String, _ label: String = "", try help: String...)
      -> Diagnostic
    {
      labels[0].text = label
      return Diagnostic(id: id, message: message, labels: labels, help: help)
    }
    func sides(_ left: FormulaProblem.Described, _ right: FormulaProblem.Described) {
      labels = [label(left), label(right)]
    }
    switch problem.kind {
    case .ambiguousUnit(let word, let asUnit, let asName):
      return say(
        "ambiguous-unit", "`\(word)` is a unit and also one of your names.",
        "which of the two?", try: "`\(asUnit)` for the unit", "`\(asName)` for your name")
    case .argumentCount(let function, let expected, let found):
      return say(
        "argument-count",
        "`\(function)` takes \(expected) argument\(expected == "1" ? "" : "s"), and here are \(found)."
      )
    case .argumentName(let function, let name, let known):
      let names = known.isEmpty ? "" : " It has \(list(known))."
      return say("argument-name", "`\(function)` has no argument `\(name)` to be given here.\(names)")
    case .assignmentTarget:
      return say(
        "assignment-target", "Only a name can stand before `=`.", "not a name",
        try: "`name = formula`, or `==` to compare")
    case .augmented(let sign):
      return say(
        "augmented", "`\(sign)` changes a name in place, which formulas here do not.",
        try: "a new name for the new value")
    case .badNumber(let text):
      return say("bad-number", "`\(shortened(text))` is not a number that can be read.")
    case .cannotConvert(let from, let to, let missing):
      sides(from, to)
      let help = missing.map { ["to come from one to the other, \($0)"] } ?? []
      return Diagnostic(
        id: "cannot-convert",
        message: "\(subject(from)) cannot be converted to \(object(to)).",
        labels: [Diagnostic.Label(problem.span, "\(object(to))")], help: help)
    case .chainedComparison:
      return say(
        "chained-comparison", "Comparisons do not follow one another.",
        try: "`a < b and b < c`")
    case .circle(let names):
      return say(
        "circle", "This would go round in a circle: \(names.joined(separator: " → ")).",
        try: "start from a name that does not depend on `\(names.first ?? "")`")
    case .columnExpected(let function, let found):
      return say(
        "column-expected", "`\(function)` works on a column, and this is \(found).", found)
    case .decimalComma(let found, let suggestion):
      return say(
        "decimal-comma", "Decimals are written with a point, and this has a comma: `\(found)`.",
        try: "`\(suggestion)`")
    case .dimensionsDiffer(let sign, let left, let right, let missing):
      sides(left, right)
      let verb = verb(for: sign)
      let help = missing.map { ["if the left side is meant to match, \($0)"] } ?? []
      return Diagnostic(
        id: "dimensions-differ",
        message:
          "\(subject(left)) and \(object(right)) cannot be \(verb): they measure different things.",
        labels: labels, help: help)
    case .divisionByZero(let row):
      return say(
        "division-by-zero", "This divides by zero\(row.map { " in row \($0 + 1)" } ?? "").", "is 0")
    case .domain(let function, let row):
      let place = row.map { " in row \($0 + 1)" } ?? ""
      return say("domain", "`\(function)` has no value for this number\(place).")
    case .emptyColumn(let function):
      return say("empty-column", "`\(function)` needs more numbers than this column has.")
    case .emptyFunction:
      return say(
        "empty-function", "The function returns nothing yet.",
        try: "`return` and a formula, on this line or on an indented one")
    case .expectedOperand(let before):
      return say("expected-operand", "Something is missing after `\(before)`.", "what follows?")
    case .exponentHasUnit(let found):
      return say(
        "exponent-unit", "An exponent is a plain number, and this has a unit.", object(found))
    case .exponentOutOfRange:
      return say(
        "exponent-range", "A unit can be raised to a simple power only, such as 2, -1 or 1/2.")
    case .index(let index, let count):
      return say(
        "index", "There is no row \(index): the column has \(count), counted from 0.",
        "0 to \(max(0, count - 1))")
    case .keyword(let word):
      return keyword(word, problem.span)
    case .kinds(let operation, let left, let right):
      return say("kinds", "\(operation) does not work between \(left) and \(right).")
    case .lengths(let left, let right):
      return say(
        "lengths", "The columns are not equally long: \(left) and \(right) rows.")
    case .missingOperator(let suggestion):
      return say(
        "missing-operator", "There is no operator between these two.", "what joins it?",
        try: suggestion.isEmpty || suggestion.utf8.count > 200
          ? "`*` where they are multiplied" : "`\(suggestion)`")
    case .nameAsUnit(let name, let suggestion):
      if suggestion == "to" {
        return say(
          "name-before-unit", "`\(name)` has its unit already.",
          try: "`to` to see it in another unit, `*` to multiply")
      }
      return say(
        "name-as-unit", "`\(name)` is one of your names, and a unit is expected here.",
        try: "`\(suggestion)` to multiply by it")
    case .needsPlainNumber(let function, let found):
      return say(
        "needs-plain-number", "`\(function)` takes a plain number, and this has a unit.",
        object(found), try: "divide by a quantity in \(found.unit) first")
    case .noValue(let name):
      return say(
        "no-value", "`\(name)` has no value yet, because its own formula has a mistake.")
    case .notAFunction(let name, let isUnit):
      if name.hasSuffix("()") {
        return say(
          "not-called", "A function is called with parentheses.", try: "`.\(name)`")
      }
      return say(
        "not-a-function",
        "`\(name)` is \(isUnit ? "a unit" : "a name with a value"), not a function.",
        try: "`\(name) * (…)` to multiply")
    case .notAUnit:
      return say("not-a-unit", "A unit is expected here.", try: "such as `to kWh`")
    case .outOfRange:
      return say("out-of-range", "The result is larger than numbers can be here.")
    case .refusedUnit(let word, let reason):
      return say("refused-unit", "`\(word)` is no unit: \(reason).")
    case .returnOutside:
      return say(
        "return-outside", "`return` belongs inside a function.",
        try: "`def f(a, b): return a * b`")
    case .selfReference(let name, let usesDivision):
      return say(
        "self-reference", "`\(name)` would be computed from itself.",
        try: usesDivision
          ? "`\(name) to …` to see it in another unit, or a new name" : "a new name")
    case .shipped(let what):
      return say(
        "shipped", "\(what) comes with the exercise and cannot be changed.", try: "a new name")
    case .spacedThousands(let suggestion):
      return say(
        "spaced-thousands", "A number is written without spaces.", try: "`\(suggestion)`")
    case .strayBracket(let bracket):
      return say("stray-bracket", "`\(bracket)` closes a bracket that was not opened.")
    case .temperaturePoint(let operation, let unit):
      return say(
        "temperature-point",
        "A temperature in \(unit) cannot be \(operation), because its zero is arbitrary.",
        try: "`to K` first, or a difference in K")
    case .tooDeep:
      return say("too-deep", "Too many brackets or operators within one another.")
    case .tooLong(let limit):
      return say("too-long", "The text is longer than \(limit) bytes.")
    case .tooManyCalls:
      return say("too-many-calls", "The function calls itself too often.")
    case .tooManyElements(let limit):
      return say("too-many-elements", "This would make more than \(limit) elements.")
    case .tooManySteps:
      return say("too-many-steps", "This computation is too long.")
    case .unclosedBracket(let bracket):
      let closing = ["(": ")", "[": "]", "{": "}"][bracket] ?? bracket
      return say(
        "unclosed-bracket", "`\(bracket)` is not closed.", "opened here",
        try: "add `\(closing)` where it ends")
    case .unclosedText:
      return say("unclosed-text", "The quotes are not closed.", "opened here")
    case .unexpected(let found, let hint):
      let help = hint.map { [$0] } ?? []
      return Diagnostic(
        id: "unexpected", message: "\(capitalised(found)) was not expected here.",
        labels: labels, help: help)
    case .unitDefinition:
      return say(
        "unit-definition", "A unit is defined by a positive quantity.",
        try: "`unit trip = 12 km`, or `unit trip` for something that is counted")
    case .unknownCharacter(let text):
      return say("unknown-character", "`\(text)` has no meaning in a formula.")
    case .unknownColumn(let column, let table, let near, let all):
      let name = table.isEmpty ? "This table" : "`\(table)`"
      let help =
        near.isEmpty
        ? ["the columns are \(list(all.map { "\"\($0)\"" }))"]
        : near.map { "`\(table)[\"\($0)\"]`" }
      return Diagnostic(
        id: "unknown-column", message: "\(name) has no column \"\(shortened(column))\".",
        labels: labels, help: help)
    case .unknownFunction(let name, let near):
      return Diagnostic(
        id: "unknown-function", message: "There is no function `\(shortened(name))`.",
        labels: labels, help: near.map { "`\($0)(…)`" })
    case .unknownMember(let name, let kind, let near):
      return Diagnostic(
        id: "unknown-member", message: "`.\(shortened(name))` is not known for \(kind).",
        labels: labels, help: near.map { "`.\($0)()`" })
    case .unknownName(let name, let near):
      return Diagnostic(
        id: "unknown-name", message: "`\(shortened(name))` is not known: no name and no unit.",
        labels: labels,
        help: near.isEmpty ? ["`\(shortened(name)) = …` to define it"] : near.map { "`\($0)`" })
    case .unknownUnit(let word, let near):
      return Diagnostic(
        id: "unknown-unit", message: "`\(shortened(word))` is no unit that is known here.",
        labels: labels,
        help: near.isEmpty
          ? ["an operator before it if it is a name, or `unit \(shortened(word))` to count in it"]
          : near.map { "`\($0)`" })
    case .unsupported(let what, let hint):
      return say("unsupported", "\(capitalised(what)) cannot be used here.", try: hint)
    case .wholeNumber(let what):
      return say("whole-number", "\(capitalised(what)) must be a whole number without unit.")
    case .wrongKind(let operation, let found, let expected):
      return say("wrong-kind", "\(capitalised(operation)) needs \(expected), and this is \(found).")
    }
  }

  private static func keyword(_ word: String, _ span: Span) -> Diagnostic {
    let help: String =
      switch word {
      case "import", "from": "nothing needs to be imported: sqrt, sum, mean and the like are there"
      case "print": "the formula alone, which shows its value"
      case "for", "while": "columns are computed row by row without a loop: `column * 2`"
      case "lambda": "`def f(a) = formula`"
      case "if": "`a if condition else b`"
      default: "formulas, `name = formula` and `def f(a) = formula` are all there is"
      }
    return Diagnostic(
      id: "python-word", message: "`\(word)` is not part of this language.",
      labels: [Diagnostic.Label(span)], help: [help])
  }

  // MARK: Pieces of sentences

  static func article(_ name: String) -> String {
    if name.hasPrefix("a ") { return name }
    let vowel = name.first.map { "aeiou".contains($0) } ?? false
    return (vowel ? "an " : "a ") + name
  }

  private static func label(_ side: FormulaProblem.Described) -> Diagnostic.Label {
    Diagnostic.Label(side.span, object(side))
  }

  /// `power (kW)`, `a plain number`.
  private static func object(_ side: FormulaProblem.Described) -> String {
    if side.unit.isEmpty { return "a plain number" }
    return side.meaning == side.unit ? side.unit : "\(side.meaning) (\(side.unit))"
  }

  private static func subject(_ side: FormulaProblem.Described) -> String {
    capitalised(object(side))
  }

  private static func verb(for sign: BinaryOperator) -> String {
    switch sign {
    case .add: "added"
    case .subtract: "subtracted"
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: "compared"
    case .multiply, .divide, .floorDivide, .modulo, .power, .and, .or: "combined"
    }
  }

  static func capitalised(_ text: String) -> String {
    guard let first = text.first, text.dropFirst().first?.isUppercase != true,
      text.count > 3 || text.contains(" ")
    else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }
}

extension FormulaProblem {
  /// What a learner reads.
  public var diagnostic: Diagnostic { FormulaWording.diagnostic(self) }
}
