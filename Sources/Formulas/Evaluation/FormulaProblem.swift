import Diagnostics

/// What is wrong with a formula, as data. `FormulaWording` turns it into sentences.
public struct FormulaProblem: Error, Sendable {
  /// What is wrong, with what a sentence about it names; `near` are words that may have been meant,
  /// the likeliest first.
  public indirect enum Kind: Sendable {
    // Characters and grammar
    /// `asUnit` and `asName` take the place of the word.
    case ambiguousUnit(word: String, asUnit: String, asName: String)
    case assignmentTarget
    case augmented(String)
    case badNumber(String)
    case chainedComparison(fixIt: String)
    case decimalComma(found: String, suggestion: String)
    /// A sign that stands twice in a row.
    case doubled(String)
    case emptyFunction
    case expectedOperand(before: String)
    /// Something brought along from another language, a spreadsheet or paper; `found` is what the
    /// rule's sentence names, `sign` the sign that is used here.
    case foreignSyntax(ForeignSyntax, found: String, sign: String, fixIts: [String])
    case keyword(String)
    case missingBefore(String)
    /// `other` is a sign that may be meant as well.
    case missingOperator(suggestion: String, other: String? = nil)
    /// Something that belongs to no unit, behind the unit after `to`.
    case moreThanUnit
    case missingParentheses(function: String, fixIt: String)
    case returnOutside
    case severalPoints(found: String, suggestion: String?)
    case spacedThousands(suggestion: String)
    /// `opening` is the bracket of another kind that stands open there.
    case strayBracket(String, opening: String?, fixIts: [String])
    case tooDeep
    case tooLong(limit: Int)
    case thousandsComma(found: String, whole: String, decimal: String)
    case unclosedBracket(String, fixIt: String?)
    case unclosedText(fixIt: String?)
    /// Nil for the end of the line.
    case unexpected(String?, isInFunctionHead: Bool)
    case unknownCharacter(String)
    case unsupported(Unsupported)

    // Names
    case circle([String])
    case columnQuotes(word: String, fixIt: String)
    case knownUnit(String)
    case nameAsUnit(name: String)
    /// A name with a unit right behind it; `hasUnit` tells whether its value has one already.
    case nameBeforeUnit(name: String, hasUnit: Bool)
    case noValue(name: String)
    case notAFunction(name: String, isUnit: Bool)
    case notAColumn(found: Value.Kind, fixIts: [String])
    case refusedUnit(String, reason: String)
    /// A table's row under the name of a column; `column` holds the rows' names.
    case rowName(String, column: String, table: String)
    /// `unit` is one in which the value has the size that was aimed at.
    case selfReference(name: String, unit: String?)
    case shipped(Shipped, fixIt: String?)
    /// A symbol of a text in the place of the name that it stands for.
    case symbol(String, of: String)
    case unknownColumn(String, table: String, near: [String], all: [String])
    case unknownFunction(String, near: [String])
    /// `receiver` is the place of what stands before the point, `examples` are columns of it.
    case unknownMember(String, of: Value.Kind, near: [String], receiver: Span, examples: [String])
    case unknownName(String, near: [String])
    /// An answer that is bound to another name or column.
    case boundElsewhere(name: String, to: String)
    /// A name with a column's brackets; `near` are the tables at hand.
    case unknownTable(String, near: [String])
    case unknownUnit(String, near: [String])

    // Units
    case cannotConvert(from: Described, to: Described, missing: UnitRepair?)
    case dimensionsDiffer(BinaryOperator, Described, Described, missing: UnitRepair?)
    case exponentHasUnit(Described)
    case exponentOutOfRange
    case needsPlainNumber(String, Described)
    case notAUnit
    /// `other` is the place of a second one that takes part.
    case temperaturePoint(operation: PointOperation, unit: String, other: Span?)
    case temperatures(TemperatureMixup)
    case unitDefinition

    // Values
    /// `parameters` are those of a function of the learner's own.
    case argumentCount(
      function: String, expected: ClosedRange<Int>, found: Int, parameters: [String])
    case argumentName(function: String, name: String, known: [String])
    /// `examples` are columns of the table that was found.
    case columnExpected(String, found: Value.Kind, examples: [String])
    case divisionByZero(row: Int?)
    case domain(function: String, row: Int?)
    case emptyColumn(String)
    case index(Int, count: Int)
    case kinds(operation: String, left: Value.Kind, right: Value.Kind)
    case lengths(Int, Int)
    /// A list of numbers and texts.
    case mixedList
    case outOfRange
    case wholeNumber(WholeNumber)
    case wrongKind(Operation, found: Value.Kind, expected: Expectation)

    // Bounds
    case tooManyElements(limit: Int)
    case tooManyKept(limit: Int)
    /// Of one formula, or of all together.
    case tooManySteps(areTogether: Bool)
    case tooManyCalls
    case tooManyNames(limit: Int)
    case tooManyStatements(limit: Int)
  }

  /// What values take part in.
  public enum Operation: Sendable {
    /// A function, a sign or a word, as it is typed.
    case named(String)
    /// The condition of `if`.
    case condition
    case list
    /// A value for each row of a column.
    case column
    /// `column[…]`
    case columnBrackets
    /// `value[…]`
    case brackets
  }

  /// What a value should have been, as a sentence names it.
  public enum Expectation: String, Sendable {
    case number = "a number"
    case numbersInOneUnit = "numbers in one unit"
    case numbersOrTexts = "numbers or texts"
    case comparison = "a comparison"
    case comparisonOfColumns = "a comparison of columns"
    case rowOrCondition = "the number of a row from 0, or a condition"
    case tableOrColumn = "a table or a column"
  }

  /// What only a whole number can be.
  public enum WholeNumber: Sendable {
    case decimals, row
    case count(of: String)
  }

  /// What a temperature in °C or °F is refused for, as a sentence says it.
  public enum PointOperation: String, Sendable {
    case addition = "added"
    case multiplication = "multiplied"
    case division = "divided"
    case negation = "negated"
  }

  /// What comes with an exercise.
  public enum Shipped: Sendable {
    case table(String)
    case column(String)
    case unit(String)
  }

  /// What the language has no meaning for.
  public enum Unsupported: Sendable {
    /// A new column of a name that is no table of the exercise.
    case columnOf(String)
    case fullParameter
    case lineAfterReturn
    /// A line of a function that gives no name and returns nothing.
    case lineWithoutResult
    /// A name of the learner's in the size of a unit.
    case nameInUnit
    /// A statement that draws, within a formula.
    case plot(String)
    case repeatedParameter(String)
    case slice
  }

  /// A side of a formula in words: the text of its unit, and what kind of quantity that is.
  public struct Described: Sendable {
    /// Its symbol; empty for a plain number.
    public var unit: String
    /// What it measures, such as `power`; the symbol where that has no name.
    public var meaning: String
    /// Whether it is a number of counted things.
    public var isCount = false
    /// Whether it is an amount of money.
    var isMoney: Bool { meaning == "money" }
    /// Where it stands.
    public var span: Span
  }

  /// What is wrong.
  public var kind: Kind
  /// What is marked, in bytes of the text that was parsed.
  public var span: Span
  /// What a fix-it takes the place of, where that is more than what is marked.
  var fixItSpan: Span?
  /// So that a fix-it can be shown as a whole statement; nil where it is not known.
  var statement: StatementText?
  /// What to try of all that could be offered, once each has been tried out; nil before.
  var tries: [Advice]?
  /// The student's function in whose body the mistake is; `span` is then the place of its call.
  public var function: String?

  init(_ kind: Kind, _ span: Span, replacing fixItSpan: Span? = nil) {
    self.kind = kind
    self.span = span
    self.fixItSpan = fixItSpan
  }

  /// What a learner reads.
  public var diagnostic: Diagnostic { FormulaWording(self).diagnostic }

  /// Whether two quantities, or a quantity and a plain number, do not go together.
  public var isAboutUnits: Bool {
    switch kind {
    case .cannotConvert, .dimensionsDiffer, .exponentHasUnit, .needsPlainNumber: true
    default: false
    }
  }

  /// The same problem as the caller of a function sees it: every place is that of the call.
  func inside(_ function: String, calledAt span: Span) -> FormulaProblem {
    func moved(_ side: Described) -> Described {
      Described(unit: side.unit, meaning: side.meaning, isCount: side.isCount, span: span)
    }
    var copy = FormulaProblem(kind, span)
    copy.function = self.function ?? function
    switch kind {
    case .cannotConvert(let from, let to, let missing):
      copy.kind = .cannotConvert(from: moved(from), to: moved(to), missing: missing)
    case .dimensionsDiffer(let sign, let left, let right, let missing):
      copy.kind = .dimensionsDiffer(sign, moved(left), moved(right), missing: missing)
    case .exponentHasUnit(let side): copy.kind = .exponentHasUnit(moved(side))
    case .needsPlainNumber(let name, let side): copy.kind = .needsPlainNumber(name, moved(side))
    case .tooManyCalls, .tooManySteps, .tooDeep: copy.function = nil
    default: break
    }
    return copy
  }

  /// The same problem of a statement whose text is at hand.
  func of(_ text: String, at start: Int) -> FormulaProblem {
    var copy = self
    copy.statement = StatementText(text: text, start: start)
    return copy
  }

  /// The same problem whose fix-its take the place of more than what is marked.
  func replacing(_ place: Span) -> FormulaProblem {
    var copy = self
    copy.fixItSpan = place
    return copy
  }

  /// What was typed at a place of the statement; nil where the statement is not known.
  func text(_ place: Span) -> String? { function == nil ? statement?[place] : nil }

  /// The statement with a fix-it in its place; the fix-it alone where the statement is not known or
  /// too long to be typed anew.
  func applying(_ fixIt: String, at place: Span? = nil) -> String {
    guard function == nil, let statement, statement.isShort else { return fixIt }
    let place = place ?? fixItSpan ?? span
    return statement.replacing(FixIt(span: place, text: grouped(fixIt, at: place))) ?? fixIt
  }

  /// A sum that takes the place of an operand, in parentheses where a sign beside it binds tighter:
  /// `3 * (1 h + 30 min)`.
  private func grouped(_ fixIt: String, at place: Span) -> String {
    guard case .missingOperator = kind, let statement, fixIt.contains(" + "), !fixIt.hasPrefix(" "),
      let before = statement[Span(statement.start, place.start)],
      let after = statement[Span(place.end, statement.span.end)]
    else { return fixIt }
    return StatementText.binds(before, after) ? "(\(fixIt))" : fixIt
  }
}
