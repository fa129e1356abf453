import Diagnostics

/// All sentences about formulas, in the order of the problems' names.
enum FormulaWording {
  /// What a learner reads about a problem.
  static func diagnostic(_ problem: FormulaProblem) -> Diagnostic {
    var diagnostic = wording(of: problem)
    if let function = problem.function {
      // The places are those of the call, not of the function's own lines.
      diagnostic.message = "In your function \(code(function)): \(diagnostic.message)"
      diagnostic.labels = [Diagnostic.Label(problem.span, "called here")]
    }
    return diagnostic
  }

  private static func wording(of problem: FormulaProblem) -> Diagnostic {
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
        "ambiguous-unit", "\(code(word)) is a unit and also one of your names.",
        "which of the two?", try: "`\(asUnit)` for the unit", "`\(asName)` for your name")
    case .argumentCount(let function, let expected, let found):
      return say(
        "argument-count",
        "\(code(function)) takes \(expected) argument\(expected == "1" ? "" : "s"), and here \(found == 1 ? "is" : "are") \(found)."
      )
    case .argumentName(let function, let name, let known):
      let names = known.isEmpty ? "" : " It has \(list(known.map(code)))."
      return say(
        "argument-name", "\(code(function)) has no argument \(code(name)) to be given here.\(names)"
      )
    case .assignmentTarget:
      return say(
        "assignment-target", "Only a name can stand before `=`.", "not a name",
        try: "`name = formula`, or `==` to compare")
    case .augmented(let sign):
      return say(
        "augmented", "`\(sign)` changes a name in place, which formulas here do not.",
        try: "a new name for the new value")
    case .badNumber(let text):
      return say(
        "bad-number", "\(code(text)) is not a number that can be read.",
        try: "digits and a point, such as `1250.5`, `1_250.5` or `1.25e3`")
    case .cannotConvert(let from, let to, let missing):
      sides(from, to)
      let help = missing.map { ["to come from one to the other, \($0)"] } ?? []
      return Diagnostic(
        id: "cannot-convert",
        message: "\(subject(from)) cannot be converted to \(object(to)).",
        labels: from.span == to.span ? [Diagnostic.Label(to.span)] : labels, help: help)
    case .chainedComparison:
      return say(
        "chained-comparison", "One comparison at a time: this is a second one.",
        try: "`a < b and b < c`")
    case .circle(let names):
      return say(
        "circle", "This would go round in a circle: \(way(names)).",
        try: "a formula for one of them that does not lead back to \(code(names.first ?? ""))")
    case .columnExpected(let function, let found):
      return say(
        "column-expected", "`\(function)` works on a column, and this is \(found).", found)
    case .decimalComma(let found, let suggestion):
      return say(
        "decimal-comma", "Decimals are written with a point, and this has a comma: \(code(found)).",
        try: code(suggestion))
    case .dimensionsDiffer(let sign, let left, let right, let missing):
      sides(left, right)
      return differing(sign, left, right, missing, labels)
    case .divisionByZero(let row):
      return say(
        "division-by-zero", "This divides by zero\(row.map { " in row \($0 + 1)" } ?? "").",
        row == nil ? "is 0" : "")
    case .domain(let function, let row):
      let place = row.map { " in row \($0 + 1)" } ?? ""
      return say("domain", "\(code(function)) has no value for this number\(place).")
    case .emptyColumn(let function):
      return say("empty-column", "`\(function)` needs more numbers than this column has.")
    case .emptyFunction:
      return say(
        "empty-function", "The function returns nothing yet.",
        try: "`return` and a formula, on this line or on an indented one")
    case .expectedOperand(let before):
      return say("expected-operand", "Something is missing after \(code(before)).", "what follows?")
    case .exponentHasUnit(let found):
      return say(
        "exponent-unit", "An exponent is a plain number, and this has a unit.", object(found))
    case .exponentOutOfRange:
      return say(
        "exponent-range", "A unit can be raised to a simple power only, such as 2, -1 or 1/2.",
        "beyond any unit in use")
    case .index(let index, let count):
      return say(
        "index",
        "There is no row \(index): \(count == 0 ? "the column is empty" : "the column has \(count), counted from 0").",
        count == 0 ? "" : "0 to \(count - 1)")
    case .keyword(let word):
      return keyword(word, problem.span)
    case .kinds(let operation, let left, let right):
      return say("kinds", "\(operation) does not work between \(left) and \(right).")
    case .knownUnit(let name):
      return say(
        "known-unit", "`\(name)` is a unit already.", try: "another name for yours")
    case .lengths(let left, let right):
      return say(
        "lengths", "The columns are not equally long: \(left) and \(right) rows.")
    case .missingOperator(let suggestion):
      return say(
        "missing-operator", "There is no operator between these two.", "what joins it?",
        try: suggestion.isEmpty ? "`*` where they are multiplied" : "`\(suggestion)`")
    case .missingParentheses(let function, let argument):
      return say(
        "missing-parentheses",
        "`\(function)` is a function: what it works on stands in parentheses.",
        try: "`\(function)(\(argument))`")
    case .nameAsUnit(let name, let suggestion):
      if suggestion == "to" {
        return say(
          "name-before-unit", "\(code(name)) has its unit already.",
          try: "`to` to see it in another unit, `*` to multiply")
      }
      return say(
        "name-as-unit", "\(code(name)) is one of your names, and a unit is expected here.",
        try: "`\(suggestion)` to multiply by it")
    case .needsPlainNumber(let function, let found):
      return say(
        "needs-plain-number", "\(code(function)) takes a plain number, and this has a unit.",
        object(found), try: "divide by a quantity in \(found.unit) first")
    case .noValue(let name):
      return say(
        "no-value", "\(code(name)) has no value yet, because its own formula has a mistake.")
    case .notAFunction(let name, let isUnit):
      if name.hasSuffix("()") {
        return say(
          "not-called", "A function is called with parentheses.", try: "`.\(name)`")
      }
      return say(
        "not-a-function",
        "\(code(name)) is \(isUnit ? "a unit" : "a name with a value"), not a function.",
        try: "`\(shortened(name)) * (…)` to multiply")
    case .notAUnit:
      return say("not-a-unit", "A unit is expected after `to`.", try: "`to kWh`, for example")
    case .outOfRange:
      return say("out-of-range", "This is beyond the largest number there is, about 1.8e308.")
    case .refusedUnit(let word, let reason):
      return say("refused-unit", "`\(word)` is no unit. \(capitalised(reason)).")
    case .returnOutside:
      return say(
        "return-outside", "`return` belongs inside a function.",
        try: "`def f(a, b): return a * b`")
    case .selfReference(let name, let usesDivision):
      return say(
        "self-reference", "\(code(name)) would be computed from itself.",
        try: usesDivision
          ? "`\(shortened(name)) to …` to see it in another unit, or a new name" : "a new name")
    case .shipped(let what):
      return say(
        "shipped", "\(what) comes with the exercise and cannot be changed.", try: "a new name")
    case .spacedThousands(let suggestion):
      return say(
        "spaced-thousands", "A number is written without spaces.", try: code(suggestion))
    case .strayBracket(let bracket):
      return say(
        "stray-bracket", "`\(bracket)` closes a bracket that was not opened.",
        try: "take it out, or open the bracket before")
    case .temperaturePoint(let operation, let unit):
      return say(
        "temperature-point",
        "A temperature in \(unit) cannot be \(operation), because its zero is only a mark on the scale.",
        try: "`to K` first, or a difference in K")
    case .thousandsComma(let found, let whole, let decimal):
      return say(
        "thousands-comma", "A number has no comma, and this has one: \(code(found)).",
        try: "\(code(whole)) for thousands", "\(code(decimal)) for decimals")
    case .tooDeep:
      return say(
        "too-deep", "This formula has too many brackets or operators, one within another.",
        try: "a name of its own for a part of it")
    case .tooLong(let limit):
      return say(
        "too-long", "This text is too long to be read at once: \(number(limit)) characters at most."
      )
    case .tooManyCalls:
      return say(
        "too-many-calls", "Functions call one another too many times here.",
        try: "`a if condition else b` in a function that calls itself, so that it ends")
    case .tooManyElements(let limit):
      return say("too-many-elements", "This would make more than \(number(limit)) elements.")
    case .tooManyNames(let limit):
      return say("too-many-names", "A notebook holds \(number(limit)) names and units at most.")
    case .tooManySteps:
      return say(
        "too-many-steps", "This takes more steps than one formula may use.",
        try: "fewer rows, or a shorter way")
    case .unclosedBracket(let bracket):
      let closing = ["(": ")", "[": "]", "{": "}"][bracket] ?? bracket
      return say(
        "unclosed-bracket", "`\(bracket)` is not closed.", "opened here",
        try: "add `\(closing)` where it ends")
    case .unclosedText:
      return say(
        "unclosed-text", "The quotes are not closed.", "opened here",
        try: "the same quote where the text ends")
    case .unexpected(let found, let hint):
      return unexpected(found, hint, labels)
    case .unitDefinition:
      return say(
        "unit-definition", "A unit is defined by a positive quantity.",
        try: "`unit trip = 12 km`, or `unit trip` for something that is counted")
    case .unknownCharacter(let text):
      return unknownCharacter(text, labels)
    case .unknownColumn(let column, let table, let near, let all):
      let name = table.isEmpty ? "This table" : code(table)
      let help =
        near.isEmpty
        ? ["one of its columns: \(list(all.map { "\"\(shortened($0))\"" }))"]
        : near.map { "`\(table)[\"\($0)\"]`" }
      return Diagnostic(
        id: "unknown-column", message: "\(name) has no column \"\(shortened(column))\".",
        labels: labels, help: help)
    case .unknownFunction(let name, let near):
      return Diagnostic(
        id: "unknown-function", message: "There is no function \(code(name)).",
        labels: labels,
        help: near.isEmpty
          ? ["`def \(shortened(name))(a, b) = formula` to define it"] : near.map { "`\($0)(…)`" })
    case .unknownMember(let name, let kind, let near):
      return Diagnostic(
        id: "unknown-member", message: "`.\(shortened(name))` is not known for \(kind).",
        labels: labels,
        help: near.isEmpty
          ? ["`.sum()`, `.mean()`, `.max()` or `.round(2)`, for example"]
          : near.map { "`.\($0)()`" })
    case .unknownName(let name, let near):
      return Diagnostic(
        id: "unknown-name", message: "\(code(name)) is not known: it is no name and no unit.",
        labels: labels,
        help: near.isEmpty ? ["`\(shortened(name)) = …` to define it"] : near.map { "`\($0)`" })
    case .unknownUnit(let word, let near):
      return Diagnostic(
        id: "unknown-unit", message: "\(code(word)) is no unit that is known here.",
        labels: labels, help: near.isEmpty ? counting(word) : near.map { "`\($0)`" })
    case .unsupported(let what, let hint):
      return say("unsupported", "\(capitalised(what)) cannot be used here.", try: hint)
    case .wholeNumber(let what):
      return say("whole-number", "\(capitalised(what)) must be a whole number without unit.")
    case .wrongKind(let operation, let found, let expected):
      return say("wrong-kind", "\(capitalised(operation)) needs \(expected), and this is \(found).")
    }
  }
}

extension FormulaProblem {
  /// What a learner reads.
  public var diagnostic: Diagnostic { FormulaWording.diagnostic(self) }
}
