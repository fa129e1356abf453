import Diagnostics

/// All sentences about formulas, an entry for each problem: what is wrong, what is marked, what to
/// try. They are in the order of the problems' names; entries that need more than a few lines are
/// functions in files beside this one, and those on foreign syntax stand in its rules.
struct FormulaWording {
  let problem: FormulaProblem

  init(_ problem: FormulaProblem) { self.problem = problem }

  /// What is said of a problem, its advice not yet made into lines.
  struct Entry {
    var id: String
    var message: String
    var labels: [Diagnostic.Label]
    var advice: [Advice]
  }

  /// What a learner reads.
  var diagnostic: Diagnostic {
    let entry = entry
    var diagnostic = Diagnostic(
      id: entry.id, message: entry.message, labels: entry.labels, help: advice.map(\.text))
    if let function = problem.function {
      // The places are those of the call, not of the function's own lines.
      diagnostic.message = "In your function \(code(function)): \(diagnostic.message)"
      diagnostic.labels = [Diagnostic.Label(problem.span, "called here")]
    }
    return diagnostic
  }

  /// What to try. A fix-it of a long formula is nothing that a person would type.
  var advice: [Advice] {
    (problem.tries ?? entry.advice).filter { (1...400).contains($0.text.utf8.count) }
  }

  private var entry: Entry {
    switch problem.kind {
    case .ambiguousUnit(let word, let asUnit, let asName):
      say(
        "ambiguous-unit", "\(code(word)) is a unit and also one of your names.",
        "which of the two?", try: offer(asUnit, " for the unit"), offer(asName, " for your name"))
    case .argumentCount(let function, let expected, let found, let parameters):
      argumentCount(function, expected, found, parameters)
    case .argumentName(let function, let name, let known):
      say(
        "argument-name",
        "\(code(function)) takes no value named \(code(name))."
          + (known.isEmpty ? "" : " It takes \(list(known.map(code)))."),
        try: known.isEmpty ? "the value without a name" : nil)
    case .assignmentTarget:
      say(
        "assignment-target",
        "Before `=` stands the one name that gets the value, and this is no name.", "not a name",
        try: "`==` in the place of `=`, if you compare the two sides")
    case .augmented(let sign):
      say(
        "augmented", "`\(sign)` changes a name in place, and names here keep their formula.",
        try: "a new name for the new value")
    case .badNumber(let text):
      say(
        "bad-number", "\(code(text)) cannot be read as a number.",
        try: text.last == "e" || text.last == "E"
          ? "a whole number after the `e`, as in `1e6` for a million"
          : text.contains("e") && text.contains(".")
            ? "a whole number after the `e`, as in `1e6`"
            : "digits with one point at most, as in `1250.5` or `1.25e3`")
    case .boundElsewhere(let name, let other):
      say(
        "bound-elsewhere", "\(code(name)) has no value: you gave this answer as \(code(other)).",
        try: Advice(shortened(other)))
    case .cannotConvert(let from, let to, let missing): converting(from, to, missing)
    case .chainedComparison(let fixIt):
      say(
        "chained-comparison", "One comparison at a time: this is a second one.", try: offer(fixIt))
    case .circle(let names):
      say(
        "circle", "This would go round in a circle: \(way(names)).", "needs itself",
        try: "a formula for one of them that does not need the others")
    case .columnExpected(let function, let found, let examples):
      say(
        "column-expected",
        "`\(function)` works on a column\(isOfNumbers(function) ? " of numbers" : ""), and this is \(found.rawValue).",
        at: [Diagnostic.Label(problem.span, found.rawValue)],
        try: examples.isEmpty ? [columnAdvice(function, found)] : examples.map { offer($0) })
    case .columnQuotes(let word, let fixIt):
      say(
        "column-quotes", "A column's name stands in quotes, and \(code(word)) has none.",
        try: offer(fixIt))
    case .decimalComma(let found, let suggestion):
      say(
        "decimal-comma",
        found.split(separator: ",").count > 2 || found.last { $0 == "." || $0 == "," } == "."
          ? "Thousands have no comma between them, and \(code(found)) has."
          : "Decimals are written with a point, and \(code(found)) has a comma.",
        try: offer(suggestion))
    case .dimensionsDiffer(let sign, let left, let right, let missing):
      differing(sign, left, right, missing)
    case .divisionByZero(let row):
      say(
        "division-by-zero", "This divides by zero\(row.map { " in row \($0 + 1)" } ?? "").",
        row == nil ? "is 0" : "is 0 there")
    case .domain(let function, let row):
      say(
        "domain",
        "\(code(function)) has no \(undefined(function))\(row.map { ", as in row \($0 + 1)" } ?? "").",
        "out of its reach", try: function == "^" ? cubeRoot ?? oddRoot : nil)
    case .doubled(let sign): say("doubled", "`\(sign)` stands twice here.", try: offer(sign))
    case .emptyColumn(let function):
      say("empty-column", "`\(function)` needs more numbers than there are in this column.")
    case .emptyFunction:
      say(
        "empty-function", "The function has no result yet.",
        try: "`return` and a formula, on this line or on an indented one")
    case .expectedOperand(let sign): expectedOperand(behind: sign)
    case .exponentHasUnit(let found):
      say("exponent-unit", "An exponent is a plain number, and this has a unit.", object(found))
    case .exponentOutOfRange:
      say(
        "exponent-range", "A unit can be raised to 2, 3, -1, 1/2 and the like, and not to this.",
        "no unit has such a power")
    case .foreignSyntax(let rule, let found, let sign, let fixIts):
      say(
        rule.id, rule.said(of: found, sign),
        try: fixIts.isEmpty ? [Advice(nil, rule.advice ?? "")] : fixIts.map { offer($0) })
    case .index(let index, 0): say("index", "There is no row \(index): the column is empty.")
    case .index(let index, let count):
      say(
        "index", "There is no row \(index): rows are counted from 0, and there are \(count).",
        "0 to \(count - 1)", try: index == count ? offer("\(count - 1)", " for the last row") : nil)
    case .keyword(let word):
      say(
        "python-word", ForeignWord.sentence(on: word),
        try: [Advice(nil, ForeignWord.advice(on: word))])
    case .kinds(let operation, let left, let right):
      say(
        "kinds", "`\(operation)` does not work between \(left.rawValue) and \(right.rawValue).",
        try: left == .text || right == .text
          ? "numbers and their units without quotes around them" : nil)
    case .knownUnit(let name):
      say(
        "known-unit", "`\(name)` is a unit already and keeps its size.",
        try: offer("my_\(name)", ", under a name of its own"))
    case .lengths(let left, let right):
      say(
        "lengths",
        "Columns are joined row by row, and these are not equally long: \(left) and \(right) rows.")
    case .missingBefore(let sign):
      say(
        "missing-before", "Something is missing before \(code(sign)).", "what comes before?",
        try: "a number or a name before it, or leave it out")
    case .missingOperator(let sign, let other): missingOperator(sign, other)
    case .missingParentheses(let function, let fixIt):
      say(
        "missing-parentheses",
        "`\(function)` is a function: what it works on stands in parentheses.",
        try: fixIt.contains("…")
          ? BuiltinFunction.named(function).map {
            "parentheses behind it, as in `\($0.example.typed)`"
          }
          : offer(fixIt))
    case .mixedList: say("kinds", "A list does not work between numbers and texts.")
    case .moreThanUnit:
      say(
        "more-than-unit", "After `to` stands a unit alone, and more follows it here.",
        "not of the unit",
        try: problem.fixItSpan.flatMap(text).map {
          offer("(\($0))", ", to go on with what was converted")
        } ?? "parentheses around the conversion, to go on with it")
    case .nameAsUnit(let name):
      say(
        "name-as-unit", "\(code(name)) is one of your names, and a unit is expected here.",
        try: offer("* \(name)", " to multiply by it"))
    case .nameBeforeUnit(let name, hasUnit: true):
      say(
        "name-before-unit", "\(code(name)) has its unit already.",
        try: offer(" to ", " to see it in this unit"), offer(" * ", " to multiply"))
    case .nameBeforeUnit(_, hasUnit: false):
      say(
        "name-before-unit", "A unit follows a number, not a name.",
        try: offer(" * ", " to give it this unit"))
    case .needsPlainNumber(let function, let found): needsPlainNumber(function, found)
    case .noValue(let name):
      say(
        "no-value", "\(code(name)) has no value yet, because its own formula has a mistake.",
        try: "to mend the formula of \(code(name)) first")
    case .notAColumn(let found, let fixIts):
      say(
        "not-a-column",
        "A table's brackets take a column's name in quotes, and this is \(found.rawValue).",
        try: fixIts.map { offer($0) })
    case .notAFunction(let name, _) where name.hasSuffix("()"):
      say("not-called", "A function needs parentheses after its name.", try: offer(name))
    case .notAFunction(let name, let isUnit):
      say(
        "not-a-function", "\(code(name)) is \(isUnit ? "a unit" : "a value"), not a function.",
        try: problem.fixItSpan == nil ? nil : offer("\(shortened(name)) * (", " to multiply"))
    case .notAUnit:
      say(
        "not-a-unit", "After `to` stands a unit, and this is none.",
        try: "a unit alone, as in `3 kWh to MJ`")
    case .outOfRange:
      say("out-of-range", "This is beyond the largest number there is, about 1.8e308.")
    case .refusedUnit(let word, let reason): refusedUnit(word, reason)
    case .returnOutside:
      say(
        "return-outside", "`return` belongs inside a function.",
        try: offer("", " to see the value"))
    case .rowName(let row, let column, let table):
      say(
        "row-name",
        "\"\(shortened(row))\" is a row of `\(shortened(table))`, and a column is expected here.",
        try: offer("\(shortened(table))[\"\(column)\"] == \"\(shortened(row))\"", " for that row"))
    case .selfReference(let name, let unit): selfReference(name, unit)
    case .severalPoints(let found, let suggestion): severalPoints(found, suggestion)
    case .shipped(let what, let fixIt):
      say(
        "shipped", "\(subject(what)) comes with the exercise and cannot be changed.",
        try: fixIt.map { offer($0, ", under a name of your own") } ?? "a new name")
    case .spacedThousands(let suggestion):
      say("spaced-thousands", "A number is written without spaces.", try: offer(suggestion))
    case .strayBracket(let bracket, let opening, let fixIts):
      say(
        "stray-bracket",
        opening.map { "`\(bracket)` does not close `\($0)`." }
          ?? "`\(bracket)` closes a bracket, and none is open here.",
        try: fixIts.isEmpty ? ["without it, or open the bracket before"] : fixIts.map { offer($0) })
    case .symbol(let symbol, let name):
      say(
        "symbol-of-name", "\(code(symbol)) stands for \(code(name)), and formulas take the name.",
        try: offer(name))
    case .temperaturePoint(let operation, let unit, let other):
      temperaturePoint(operation, unit, other)
    case .temperatures(let mixup): temperatures(mixup)
    case .thousandsComma(_, let whole, let decimal):
      say(
        "thousands-comma", "A number has no comma, and this has one.",
        try: offer(whole, " for thousands"), offer(decimal, " for a decimal point"))
    case .tooDeep:
      say(
        "too-deep", "This formula has too many brackets or signs, one within another.",
        try: "a name of its own for a part of it")
    case .tooLong(let limit):
      say(
        "too-long", "This text is too long to be read at once: \(number(limit)) characters at most."
      )
    case .tooManyCalls:
      say(
        "too-many-calls", "Functions call one another too many times here.",
        try: "a choice that ends it, as in `def f(n) = n if n < 2 else f(n - 1)`")
    case .tooManyElements(let limit):
      say("too-many-elements", "This would make more than \(number(limit)) elements at once.")
    case .tooManyKept(let limit):
      say(
        "too-many-kept", "All names together would hold more than \(number(limit)) elements.",
        try: "fewer rows, or one name for what several hold")
    case .tooManyNames(let limit):
      say("too-many-names", "A notebook holds \(number(limit)) names and units at most.")
    case .tooManyStatements(let limit):
      say(
        "too-many-statements",
        "Only \(number(limit)) statements are read at once; what follows is left as it is.")
    case .tooManySteps(let areTogether):
      say(
        "too-many-steps",
        areTogether
          ? "All formulas together take more steps than they may use."
          : "This takes more steps than one formula may use.", try: "fewer rows, or a shorter way")
    case .unclosedBracket(let bracket, let fixIt):
      say(
        "unclosed-bracket", "`\(bracket)` is not closed.", "opened here",
        try: fixIt.map { offer($0) }
          ?? "a `\(["(": ")", "[": "]", "{": "}"][bracket] ?? bracket)` where it ends")
    case .unclosedText(let fixIt):
      say(
        "unclosed-text", "The quotes are not closed.", "opened here",
        try: fixIt.map { offer($0) } ?? "the same quote where the text ends")
    case .unexpected(let found, let isInFunctionHead):
      say(
        "unexpected",
        found.map { "\(token($0)) was not expected here." } ?? "The line ends too early.",
        try: isInFunctionHead ? "parentheses, `=` and a formula, as in `def f(a, b) = a * b`" : nil)
    case .unitDefinition:
      say(
        "unit-definition", "A unit has a size above 0, in other units, and this has none.",
        try: Advice("unit trip = 12 km", ", for example"),
        Advice("unit trip", " alone, for something that is counted"))
    case .unknownCharacter(let text): unknownCharacter(text)
    case .unknownColumn(let column, let table, let near, let all):
      unknownColumn(column, table, near, all)
    case .unknownFunction(let name, let near):
      unknown(
        "unknown-function", "There is no function \(code(name)).", near,
        else: "its definition first, as in `def f(a, b) = a * b`")
    case .unknownMember(let name, let kind, let near, _, let examples):
      unknown(
        "unknown-member", "`.\(shortened(name))` does not work on \(kind.rawValue).", near,
        else: examples.first.map { "a column and a function, as in `\($0).mean()`" })
    case .unknownName(let name, let near):
      unknown(
        "unknown-name", "\(code(name)) is not known: it is no name and no unit.", near,
        else: name.contains(" ")
          ? "an underscore between its words, if it is one name"
          : "its value first, on a line of its own: the name, `=` and a formula")
    case .unknownTable(let name, let near):
      unknown("unknown-table", "There is no table \(code(name)) here.", near)
    case .unknownUnit(let word, let near):
      unknown(
        "unknown-unit", "\(code(word)) is no unit that is known here.", near,
        else: Advice("unit \(singular(word))", " first, if it is something you count"),
        "a sign before it, such as `*`, if it is to be one of your names")
    case .unsupported(let what):
      say(
        "unsupported", "\(unsupported(what).subject) cannot be used here.",
        try: unsupported(what).advice)
    case .wholeNumber(let what):
      say("whole-number", "\(subject(what)) must be a whole number without unit.")
    case .wrongKind(let operation, .truths, .comparison):
      say(
        "wrong-kind", "\(needing(operation)) one comparison, and this is a column of them.",
        try: "`where(condition, a, b)`, which chooses row by row")
    case .wrongKind(let operation, let found, let expected):
      say(
        "wrong-kind", "\(needing(operation)) \(expected.rawValue), and this is \(found.rawValue).",
        try: expected == .comparison ? "a comparison, as in `3 kW > 450 W`" : nil)
    }
  }
}

// MARK: Pieces of an entry

extension FormulaWording {
  /// - Parameter label: what is said at the place of the problem.
  func say(_ id: String, _ message: String, _ label: String = "", try advice: Advice?...) -> Entry {
    say(id, message, at: [Diagnostic.Label(problem.span, label)], try: advice)
  }

  /// - Parameter labels: the places that are marked; nil for that of the problem.
  func say(
    _ id: String, _ message: String, at labels: [Diagnostic.Label]? = nil, try advice: [Advice?]
  ) -> Entry {
    Entry(
      id: id, message: message, labels: labels ?? [Diagnostic.Label(problem.span)],
      advice: advice.compactMap { $0 })
  }

  /// A fix-it for each word that is near; else some other advice.
  private func unknown(
    _ id: String, _ message: String, _ near: [String], else advice: Advice?...
  ) -> Entry {
    say(
      id, message,
      try: near.isEmpty
        ? advice : near.map { offer($0, $0.isEmpty ? ", without the word" : "") })
  }

  /// The statement with a fix-it in it.
  func offer(_ fixIt: String, _ words: String = "", at place: Span? = nil) -> Advice {
    Advice(problem.applying(fixIt, at: place), words)
  }

  func offer(_ fixIt: FixIt, _ words: String = "") -> Advice {
    offer(fixIt.text, words, at: fixIt.span)
  }

  /// The statement with several fix-its in it.
  func offer(_ fixIts: [FixIt], _ words: String = "") -> Advice {
    Advice(
      problem.statement?.replacing(fixIts) ?? fixIts.map(\.text).joined(separator: ", "), words)
  }

  func text(_ place: Span) -> String? { problem.text(place) }
}
