import Diagnostics
import Exercises
import Formulas
import Quantities

/// The model answers of an exercise, computed, under the names and columns by which students give
/// theirs.
public struct AnswerKey {
  /// A value that is asked for.
  public struct Answer {
    /// Id of the question that asks for it.
    public let question: String
    public let spec: ValueAnswer
    /// The name and columns under which it is taken, its own name first.
    public let keys: [Worksheet.Key]
    /// The unit asked for.
    public let unit: Unit
    /// The unit in which the model answer's own formula comes out; 1 where that is not known.
    public var own: Unit = .one
    /// Other units that are taken beside the one asked for.
    public let accepts: [Unit]
    /// In `unit`. Another one leaves no alternatives, which are those of the model's value.
    public var value: Value { didSet { alternatives = [] } }
    /// In the unit asked for.
    public var tolerance: Tolerance
    public let formula: Expression
    /// Names in the formula, and in those of the givens that it uses.
    public var usedNames: Set<String> = []
    /// What the rows of a column are called.
    public var rowNames: [String]?
    /// Whether its value is not known: only its form is.
    public var isWithheld = false
    /// Whether its value is not known, and any that is right would open its seals.
    public var isShut = false
    /// Under which words it is sealed; nil where it is not.
    public var seals: SealWords?
    /// The units that the model answer is made of, where its formula is not known.
    public private(set) var knownParts: Set<Unit>?
    /// Other values that are accepted, in `unit`, each of the shape of `value`.
    public private(set) var alternatives: [Value] = []

    /// All values that are accepted, that of the model's formula first.
    public var accepted: [Value] { [value] + alternatives }

    /// Whether the model's value is there, and its formula with it.
    public var isKnown: Bool { !isWithheld && seals == nil }

    /// With values that seals have held.
    func opened(_ accepted: [Value], _ tolerance: Tolerance, parts: Set<Unit>) -> Answer {
      var copy = self
      (copy.value, copy.tolerance, copy.knownParts) = (accepted[0], tolerance, parts)
      copy.alternatives = Array(accepted.dropFirst())
      copy.isShut = false
      return copy
    }
  }

  /// A function that is asked for, with its test points.
  public struct Function {
    /// Arguments on which a function is tried.
    public struct Point {
      /// As it would be typed.
      public let call: String
      public let arguments: [Value]
      /// What the model answer makes of them.
      public let expected: Value
    }

    /// Id of the question that asks for it.
    public let question: String
    public let spec: FunctionAnswer
    public let unit: Unit
    public let tolerance: Tolerance
    public let formula: Expression
    /// In the order of the exercise.
    public let points: [Point]
    /// Whether its results are not known, and its points are to try it on.
    public var isWithheld = false
    /// How the seals of its results are found; nil where it has none.
    public var grid: SealGrid?

    /// What a test point asks for.
    ///
    /// - `result`: of the shape that is taken for the one asked for where that is not known.
    public func answer(at place: Int, like result: Value) -> Answer {
      let point = points[place]
      let shape = isKnown ? point.expected : result.withoutNumbers(in: unit)
      var answer = answer(point.call, shape, Expression(.number(0, figures: 0), Span(0, 0)))
      answer.seals = grid.map { SealWords(spec.sealName(ofPoint: place), $0) }
      answer.isShut = grid != nil
      return answer
    }

    /// Whether the model's formula is there.
    public var isKnown: Bool { !isWithheld && grid == nil }

    /// Results of the function as a value that is asked for.
    public func answer(_ name: String, _ value: Value, _ formula: Expression) -> Answer {
      Answer(
        question: question, spec: ValueAnswer(name: name, expect: spec.expect, rules: spec.rules),
        keys: [.name(spec.name)], unit: unit, accepts: [], value: value, tolerance: tolerance,
        formula: formula)
    }
  }

  /// In the order of the exercise.
  public private(set) var answers: [Answer] = []
  /// In the order of the exercise.
  public internal(set) var functions: [Function] = []
  /// By name, each in the unit of its own formula; for exercises that require this one.
  public internal(set) var values: [String: Value] = [:]
  private var places: [Worksheet.Key: Int] = [:]

  /// The answer that a student's name or column is taken for; nil where it is none.
  public func answer(for key: Worksheet.Key) -> Answer? { places[key].map { answers[$0] } }

  /// Nil where no question asks for it.
  public func answer(named name: String) -> Answer? { answer(for: .name(name)) }

  /// Nil where no question asks for it.
  public func function(named name: String) -> Function? { functions.first { $0.spec.name == name } }

  /// The question that asks for a student's name or column, and what it is called there; nil where
  /// none does.
  public func place(of key: Worksheet.Key) -> (question: String, answer: String)? {
    if let answer = answer(for: key) { return (answer.question, answer.spec.name) }
    guard case .name(let name) = key, let function = function(named: name) else { return nil }
    return (function.question, name)
  }

  /// Adds an answer, and returns the keys that others have already.
  mutating func add(_ answer: Answer) -> [Worksheet.Key] {
    let taken = answer.keys.filter { places[$0] != nil }
    for key in answer.keys where places[key] == nil { places[key] = answers.count }
    answers.append(answer)
    return taken
  }

  /// Some names, and all that the answers among them are built on.
  public func names(behind names: Set<String>) -> Set<String> {
    var found: Set<String> = []
    var waiting = names
    while let name = waiting.popFirst() {
      guard found.insert(name).inserted, let answer = answer(named: name) else { continue }
      waiting.formUnion(answer.usedNames)
    }
    return found
  }

  /// Some names, and those of all answers that build on them.
  public func names(builtOn names: Set<String>) -> Set<String> {
    var found = names
    var count = 0
    // Mostly an answer stands after those that it builds on, and one round finds all.
    while count != found.count {
      count = found.count
      for answer in answers where !answer.usedNames.isDisjoint(with: found) {
        found.insert(answer.spec.name)
      }
    }
    return found
  }
}

extension FunctionAnswer {
  /// Under which the result at a test point is sealed.
  public func sealName(ofPoint place: Int) -> String { "\(name)#\(place)" }
}

extension Value {
  /// Of the same shape, in a unit; a single number for what are none.
  fileprivate func withoutNumbers(in unit: Unit) -> Value {
    if case .column(let numbers, _) = self { return .column(numbers.map { _ in .nan }, unit) }
    return .quantity(.nan, unit)
  }
}
