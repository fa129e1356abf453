import Diagnostics

/// What is wrong with a formula, as data. `FormulaWording` turns it into sentences.
public struct FormulaProblem: Error, Sendable {
  public indirect enum Kind: Sendable {
    // Characters and grammar
    case ambiguousUnit(word: String, asUnit: String, asName: String)
    case assignmentTarget
    case augmented(String)
    case badNumber(String)
    case chainedComparison
    case decimalComma(found: String, suggestion: String)
    case emptyFunction
    case expectedOperand(before: String)
    case keyword(String)
    case missingOperator(suggestion: String)
    case missingParentheses(function: String, argument: String)
    case returnOutside
    case spacedThousands(suggestion: String)
    case strayBracket(String)
    case tooDeep
    case tooLong(limit: Int)
    case thousandsComma(found: String, whole: String, decimal: String)
    case unclosedBracket(String)
    case unclosedText
    case unexpected(String, hint: String?)
    case unknownCharacter(String)
    case unsupported(String, hint: String)

    // Names
    case circle([String])
    case knownUnit(String)
    case nameAsUnit(name: String, suggestion: String)
    case noValue(name: String)
    case notAFunction(name: String, isUnit: Bool)
    case refusedUnit(String, reason: String)
    case selfReference(name: String, usesDivision: Bool)
    case shipped(String)
    case unknownColumn(String, table: String, near: [String], all: [String])
    case unknownFunction(String, near: [String])
    case unknownMember(String, of: String, near: [String])
    case unknownName(String, near: [String])
    case unknownUnit(String, near: [String])

    // Units
    case cannotConvert(from: Described, to: Described, missing: String?)
    case dimensionsDiffer(BinaryOperator, Described, Described, missing: String?)
    case exponentHasUnit(Described)
    case exponentOutOfRange
    case needsPlainNumber(String, Described)
    case notAUnit
    case temperaturePoint(operation: String, unit: String)
    case unitDefinition

    // Values
    case argumentCount(function: String, expected: String, found: Int)
    case argumentName(function: String, name: String, known: [String])
    case columnExpected(String, found: String)
    case divisionByZero(row: Int?)
    case domain(function: String, row: Int?)
    case emptyColumn(String)
    case index(Int, count: Int)
    case kinds(operation: String, left: String, right: String)
    case lengths(Int, Int)
    case outOfRange
    case wholeNumber(String)
    case wrongKind(operation: String, found: String, expected: String)

    // Bounds
    case tooManyElements(limit: Int)
    case tooManySteps
    case tooManyCalls
    case tooManyNames(limit: Int)
  }

  /// A side of a formula in words: the text of its unit, and what kind of quantity that is.
  public struct Described: Sendable {
    public var unit: String
    public var meaning: String
    public var span: Span
  }

  public var kind: Kind
  public var span: Span
  /// The student's function in whose body the mistake is; `span` is then the place of its call.
  public var function: String?

  /// The same problem as the caller of a function sees it: every place is that of the call.
  func inside(_ function: String, calledAt span: Span) -> FormulaProblem {
    func moved(_ side: Described) -> Described {
      Described(unit: side.unit, meaning: side.meaning, span: span)
    }
    var copy = self
    copy.span = span
    copy.function = self.function ?? function
    switch kind {
    case .cannotConvert(let from, let to, let missing):
      copy.kind = .cannotConvert(from: moved(from), to: moved(to), missing: missing)
    case .dimensionsDiffer(let sign, let left, let right, let missing):
      copy.kind = .dimensionsDiffer(sign, moved(left), moved(right), missing: missing)
    case .exponentHasUnit(let side): copy.kind = .exponentHasUnit(moved(side))
    case .needsPlainNumber(let name, let side):
      copy.kind = .needsPlainNumber(name, moved(side))
    case .tooManyCalls, .tooManySteps, .tooDeep: copy.function = nil
    default: break
    }
    return copy
  }

  init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}
