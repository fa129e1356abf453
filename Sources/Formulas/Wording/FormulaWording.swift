import Diagnostics

/// All sentences about formulas, in the order of the problems' names. Those on names and
/// units that need more than a line are in files beside it, those on foreign syntax in its rules.
enum FormulaWording {
  /// What a learner reads about a problem.
  static func diagnostic(_ problem: FormulaProblem) -> Diagnostic {
    var diagnostic = wording(of: problem)
    if let tries = problem.tries { diagnostic.help = tries }
    // A fix-it of a long formula is nothing that a person would type.
    diagnostic.help.removeAll { $0.utf8.count > 400 }
    if let function = problem.function {
      // The places are those of the call, not of the function's own lines.
      diagnostic.message = "In your function \(code(function)): \(diagnostic.message)"
      diagnostic.labels = [Diagnostic.Label(problem.span, "called here")]
    }
    return diagnostic
  }

  private static func wording(of problem: FormulaProblem) -> Diagnostic {
    func say(
      _ id: String, _ message: String, _ label: String = "", try help: String...
    ) -> Diagnostic {
      problem.say(id, message, at: [Diagnostic.Label(problem.span, label)], try: help)
    }
    func offer(_ fixIt: String) -> String { problem.offer(fixIt) }
    switch problem.kind {
    case .ambiguousUnit(let word, let asUnit, let asName):
      return say(
        "ambiguous-unit", "\(code(word)) is a unit and also one of your names.",
        "which of the two?", try: "\(offer(asUnit)) for the unit", "\(offer(asName)) for your name")
    case .argumentCount(let function, let expected, let found, let parameters):
      let own = parameters.isEmpty ? "" : " (\(list(parameters.map(code))))"
      let values = expected == 1...1 ? "value" : "values"
      return say(
        "argument-count",
        "\(code(function)) takes \(count(expected)) \(values)\(own), and here \(found == 1 ? "is" : "are") \(found).",
        "", try: parameters.isEmpty ? "" : argumentAdvice(function, parameters.count)
      )
    case .argumentName(let function, let name, let known):
      let names = known.isEmpty ? "" : " It takes \(list(known.map(code)))."
      return say(
        "argument-name", "\(code(function)) takes no value named \(code(name)).\(names)", "",
        try: known.isEmpty ? "the value without a name" : "")
    case .assignmentTarget:
      return say(
        "assignment-target",
        "Before `=` stands the one name that gets the value, and this is no name.", "not a name",
        try: "`==` in the place of `=`, if you compare the two sides")
    case .augmented(let sign):
      return say(
        "augmented", "`\(sign)` changes a name in place, and names here keep their formula.",
        try: "a new name for the new value")
    case .badNumber(let text):
      return say(
        "bad-number", "\(code(text)) cannot be read as a number.",
        try: text.last.map { "eE".contains($0) } ?? false
          ? "a whole number after the `e`, as in `1e6` for a million"
          : text.contains("e") && text.contains(".")
            ? "a whole number after the `e`, as in `1e6`"
            : "digits with one point at most, as in `1250.5` or `1.25e3`")
    case .cannotConvert(let from, let to, let missing):
      return converting(problem, from, to, missing)
    case .chainedComparison(let fixIt):
      return say(
        "chained-comparison", "One comparison at a time: this is a second one.",
        try: offer(fixIt))
    case .circle(let names):
      return say(
        "circle", "This would go round in a circle: \(way(names)).", "needs itself",
        try: "a formula for one of them that does not need the others")
    case .columnExpected(let function, let found, let example):
      return say(
        "column-expected",
        "`\(function)` works on a column\(isOfNumbers(function) ? " of numbers" : ""), and this is \(found.name).",
        found.name, try: example.map(offer) ?? columnAdvice(function, found))
    case .columnQuotes(let word, let fixIt):
      return say(
        "column-quotes", "A column's name stands in quotes, and \(code(word)) has none.",
        try: offer(fixIt))
    case .decimalComma(let found, let suggestion):
      return say(
        "decimal-comma", "Decimals are written with a point, and \(code(found)) has a comma.",
        try: offer(suggestion))
    case .dimensionsDiffer(let sign, let left, let right, let missing):
      return differing(problem, sign, left, right, missing)
    case .divisionByZero(let row):
      return say(
        "division-by-zero", "This divides by zero\(row.map { " in row \($0 + 1)" } ?? "").",
        row == nil ? "is 0" : "is 0 there")
    case .domain(let function, let row):
      let place = row.map { ", as in row \($0 + 1)" } ?? ""
      return say(
        "domain", "\(code(function)) has no \(undefined(function))\(place).",
        "out of its reach", try: function == "^" ? cubeRoot(problem) : "")
    case .doubled(let sign):
      return say("doubled", "`\(sign)` stands twice here.", try: offer(sign))
    case .emptyColumn(let function):
      return say("empty-column", "`\(function)` needs more numbers than there are in this column.")
    case .emptyFunction:
      return say(
        "empty-function", "The function has no result yet.",
        try: "`return` and a formula, on this line or on an indented one")
    case .expectedOperand(let before):
      return missingOperand(problem, before)
    case .exponentHasUnit(let found):
      return say(
        "exponent-unit", "An exponent is a plain number, and this has a unit.", object(found))
    case .exponentOutOfRange:
      return say(
        "exponent-range", "A unit can be raised to 2, 3, -1, 1/2 and the like, and not to this.",
        "no unit has such a power")
    case .foreignSyntax(let rule, let found, let sign, let fixIts):
      return rule.diagnostic(of: problem, found, sign, fixIts)
    case .index(let index, let count):
      return say(
        "index",
        "There is no row \(index): \(count == 0 ? "the column is empty" : "rows are counted from 0, and there are \(count)").",
        count == 0 ? "" : "0 to \(count - 1)",
        try: count > 0 && index == count ? "\(offer("\(count - 1)")) for the last row" : "")
    case .keyword(let word):
      return ForeignWord.diagnostic(of: problem, word)
    case .kinds(let operation, let left, let right):
      return say(
        "kinds", "`\(operation)` does not work between \(left.name) and \(right.name).",
        try: left == .text || right == .text
          ? "numbers and their units without quotes around them" : "")
    case .knownUnit(let name):
      return say(
        "known-unit", "`\(name)` is a unit already and keeps its size.",
        try: "\(offer("my_\(name)")), under a name of its own")
    case .lengths(let left, let right):
      return say(
        "lengths",
        "Columns are joined row by row, and these are not equally long: \(left) and \(right) rows.")
    case .mixedList:
      return say("kinds", "A list does not work between numbers and texts.")
    case .missingBefore(let sign):
      return say(
        "missing-before", "Something is missing before \(code(sign)).", "what comes before?",
        try: "a number or a name before it, or leave it out")
    case .missingOperator(let suggestion):
      let whole = problem.applying(suggestion)
      let isWhole = whole.contains { $0.isLetter || $0.isNumber }
      return say(
        "missing-operator", "Two things stand side by side here, and no sign joins them.",
        "what joins it?", try: isWhole ? "`\(whole)`" : "`*` where they are multiplied")
    case .missingParentheses(let function, let fixIt):
      return say(
        "missing-parentheses",
        "`\(function)` is a function: what it works on stands in parentheses.", try: offer(fixIt))
    case .moreThanUnit:
      let converted = problem.fixItSpan.flatMap { problem.text($0) }
      return say(
        "more-than-unit", "After `to` stands a unit alone, and more follows it here.",
        "not of the unit",
        try: converted.map { "\(offer("(\($0))")), to go on with what was converted" }
          ?? "parentheses around the conversion, to go on with it")
    case .nameAsUnit(let name):
      return say(
        "name-as-unit", "\(code(name)) is one of your names, and a unit is expected here.",
        try: "\(offer("* \(name)")) to multiply by it")
    case .nameBeforeUnit(let name, let hasUnit):
      return say(
        "name-before-unit",
        hasUnit
          ? "\(code(name)) has its unit already." : "A unit follows a number, not a name.", "",
        try: hasUnit ? "\(offer(" to ")) to see it in this unit" : "",
        "\(offer(" * ")) to \(hasUnit ? "multiply" : "give it this unit")")
    case .needsPlainNumber(let function, let found):
      return plainNumber(problem, function, found)
    case .noValue(let name):
      return say(
        "no-value", "\(code(name)) has no value yet, because its own formula has a mistake.",
        try: "to mend the formula of \(code(name)) first")
    case .notAColumn(let found, let fixIts):
      return problem.say(
        "not-a-column",
        "A table's brackets take a column's name in quotes, and this is \(found.name).",
        try: fixIts.map(offer))
    case .notAFunction(let name, let isUnit):
      if name.hasSuffix("()") {
        return say("not-called", "A function needs parentheses after its name.", try: offer(name))
      }
      return say(
        "not-a-function", "\(code(name)) is \(isUnit ? "a unit" : "a value"), not a function.",
        try: problem.fixItSpan == nil ? "" : "\(offer("\(shortened(name)) * (")) to multiply")
    case .notAUnit:
      return say(
        "not-a-unit", "After `to` stands a unit, and this is none.",
        try: "a unit alone, as in `3 kWh to MJ`")
    case .outOfRange:
      return say("out-of-range", "This is beyond the largest number there is, about 1.8e308.")
    case .refusedUnit(let word, let reason):
      return refused(problem, word, reason)
    case .returnOutside:
      return say(
        "return-outside", "`return` belongs inside a function.",
        try: "\(offer("")) to see the value")
    case .rowName(let row, let column, let table):
      let name = shortened(table)
      let fixIt = "\(name)[\"\(column)\"] == \"\(shortened(row))\""
      return say(
        "row-name", "\"\(shortened(row))\" is a row of `\(name)`, and a column is expected here.",
        try: "\(offer(fixIt)) for that row")
    case .selfReference(let name, let unit):
      return selfReference(problem, name, unit)
    case .severalPoints(let found, let suggestion):
      return severalPoints(problem, found, suggestion)
    case .shipped(let what, let fixIt):
      return say(
        "shipped", "\(shipped(what)) comes with the exercise and cannot be changed.",
        try: fixIt.map { "\(offer($0)), under a name of your own" } ?? "a new name")
    case .spacedThousands(let suggestion):
      return say(
        "spaced-thousands", "A number is written without spaces.", try: offer(suggestion))
    case .strayBracket(let bracket, let opening, let fixIts):
      return problem.say(
        "stray-bracket",
        opening.map { "`\(bracket)` does not close `\($0)`." }
          ?? "`\(bracket)` closes a bracket, and none is open here.",
        try: fixIts.isEmpty ? ["without it, or open the bracket before"] : fixIts.map(offer))
    case .temperaturePoint(let operation, let unit, let other):
      return temperature(problem, operation, unit, other)
    case .temperatures(let mixup):
      return temperatures(problem, mixup)
    case .thousandsComma(_, let whole, let decimal):
      return say(
        "thousands-comma", "A number has no comma, and this has one.",
        try: "\(offer(whole)) for thousands", "\(offer(decimal)) for a decimal point")
    case .tooDeep:
      return say(
        "too-deep", "This formula has too many brackets or signs, one within another.",
        try: "a name of its own for a part of it")
    case .tooLong(let limit):
      return say(
        "too-long", "This text is too long to be read at once: \(number(limit)) characters at most."
      )
    case .tooManyCalls:
      return say(
        "too-many-calls", "Functions call one another too many times here.",
        try: "a choice that ends it, as in `def f(n) = n if n < 2 else f(n - 1)`")
    case .tooManyElements(let limit):
      return say(
        "too-many-elements", "This would make more than \(number(limit)) elements at once.")
    case .tooManyKept(let limit):
      return say(
        "too-many-kept", "All names together would hold more than \(number(limit)) elements.",
        try: "fewer rows, or one name for what several hold")
    case .tooManyNames(let limit):
      return say("too-many-names", "A notebook holds \(number(limit)) names and units at most.")
    case .tooManyStatements(let limit):
      return say(
        "too-many-statements",
        "Only \(number(limit)) statements are read at once; what follows is left as it is.")
    case .tooManySteps:
      return say(
        "too-many-steps", "This takes more steps than one formula may use.",
        try: "fewer rows, or a shorter way")
    case .tooManyStepsTogether:
      return say(
        "too-many-steps", "All formulas together take more steps than they may use.",
        try: "fewer rows, or a shorter way")
    case .unclosedBracket(let bracket, let fixIt):
      let closing = ["(": ")", "[": "]", "{": "}"][bracket] ?? bracket
      return say(
        "unclosed-bracket", "`\(bracket)` is not closed.", "opened here",
        try: fixIt.map(offer) ?? "a `\(closing)` where it ends")
    case .unclosedText(let fixIt):
      return say(
        "unclosed-text", "The quotes are not closed.", "opened here",
        try: fixIt.map(offer) ?? "the same quote where the text ends")
    case .unexpected(let found, let isInFunctionHead):
      return say(
        "unexpected",
        found.map { "\(token($0)) was not expected here." } ?? "The line ends too early.",
        try: isInFunctionHead ? "parentheses, `=` and a formula, as in `def f(a, b) = a * b`" : "")
    case .unitDefinition:
      return say(
        "unit-definition", "A unit has a size above 0, in other units, and this has none.",
        try: "`unit trip = 12 km`, for example",
        "`unit trip` alone, for something that is counted")
    case .unknownCharacter(let text):
      return unknownCharacter(problem, text)
    case .unknownColumn(let column, let table, let near, let all):
      return unknownColumn(problem, column, table, near, all)
    case .unknownFunction(let name, let near):
      return unknown(
        problem, "unknown-function", "There is no function \(code(name)).", near,
        else: ["`def \(shortened(name))(a) = …` to define it"])
    case .unknownMember(let name, let kind, let near, _, let example):
      return unknown(
        problem, "unknown-member", "`.\(shortened(name))` does not work on \(kind.name).", near,
        else: example.map { ["a column and a function, as in `\($0).mean()`"] } ?? [])
    case .boundElsewhere(let name, let other):
      return say(
        "bound-elsewhere", "\(code(name)) has no value: you gave this answer as \(code(other)).",
        try: code(other))
    case .unknownName(let name, let near):
      return unknown(
        problem, "unknown-name", "\(code(name)) is not known: it is no name and no unit.", near,
        else: name.contains(" ") ? [] : ["`\(shortened(name)) = …` to define it first"])
    case .unknownTable(let name, let near):
      return unknown(
        problem, "unknown-table", "There is no table \(code(name)) here.", near, else: [])
    case .unknownUnit(let word, let near):
      return unknown(
        problem, "unknown-unit", "\(code(word)) is no unit that is known here.", near,
        else: counting(problem, word))
    case .unsupported(let what):
      let (subject, advice) = unsupported(what)
      return say("unsupported", "\(subject) cannot be used here.", try: advice)
    case .wholeNumber(let what):
      return say("whole-number", "\(wholeNumber(what)) must be a whole number without unit.")
    case .wrongKind(let operation, .truths, .comparison):
      return say(
        "wrong-kind", "\(subject(operation)) needs one comparison, and this is a column of them.",
        try: "`where(condition, a, b)`, which chooses row by row")
    case .wrongKind(let operation, let found, let expected):
      return say(
        "wrong-kind",
        "\(subject(operation)) \(wanting(operation)) \(name(expected)), and this is \(found.name).",
        try: expected == .comparison ? "a comparison, as in `3 kW > 450 W`" : "")
    }
  }
}

extension FormulaProblem {
  /// What a learner reads.
  public var diagnostic: Diagnostic { FormulaWording.diagnostic(self) }

  /// - Parameter labels: the places that are marked; nil for that of the problem.
  func say(
    _ id: String, _ message: String, at labels: [Diagnostic.Label]? = nil, try help: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      id: id, message: message, labels: labels ?? [Diagnostic.Label(span)],
      help: help.filter { !$0.isEmpty })
  }

  /// The statement with a fix-it in it, in code quotes.
  func offer(_ fixIt: String, at place: Span? = nil) -> String {
    "`\(applying(fixIt, at: place))`"
  }

  func offer(_ fixIt: FixIt) -> String { offer(fixIt.text, at: fixIt.span) }

  /// The statement with several fix-its in it, in code quotes.
  func offer(_ fixIts: [FixIt]) -> String {
    "`\(applying(fixIts) ?? fixIts.map(\.text).joined(separator: ", "))`"
  }
}
