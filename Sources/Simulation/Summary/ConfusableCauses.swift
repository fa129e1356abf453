import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import NotebookGrading
import TextLayout

/// What the figures of an exercise hide: slips that come to a value that is taken as right, and slips
/// that come to one number, so that nobody who sees it alone can tell which was made.
///
/// Each slip is made in the model answer, and the values are compared as answers are.
public struct ConfusableCauses {
  /// One thing that an author may want to mend, by other figures or another tolerance.
  public struct Finding: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// A slip, as a clause, whose value is taken as right.
      ///
      /// - Parameters:
      ///   - change: by which share the value is off at most; 0 where it is the same.
      ///   - isOfNumbers: whether it shows in the unit of a formula whose figures have theirs.
      case unnoticed(String, change: Double, isOfNumbers: Bool)
      /// Slips, as clauses, that lead to one number.
      case alike([String])
    }

    public var answer: String
    public var kind: Kind
  }

  /// In the order of the exercise, slips that pass unnoticed first at each answer.
  public private(set) var findings: [Finding] = []

  /// Slips that change nothing and are worth knowing: of a figure that is 1, leaving it out says all.
  private static let telling: Set<Cause.Kind> = [
    .factorMissing, .termMissing, .otherName, .otherColumn, .otherRow, .swapped, .aggregate,
  ]
  /// Slips that are told without a name.
  private static let unnamed: Set<Cause.Kind> = [.scale, .unit, .percent, .aggregate, .inverted]

  public init(_ opened: OpenedExercise) {
    let compiled = opened.compiled
    for answer in compiled.answerKey.answers {
      let scope = compiled.modelScope(of: answer.question, in: compiled.units)
      guard let foreseen = ForeseenErrors(of: answer, in: scope) else { continue }
      add(answer, foreseen)
    }
  }

  private typealias Outcome = ForeseenErrors.Outcome

  private mutating func add(_ answer: AnswerKey.Answer, _ foreseen: ForeseenErrors) {
    let name = answer.spec.name
    var seen: Set<String> = []
    for outcome in foreseen.withoutEffect
    where Self.telling.contains(outcome.cause.kind) && outcome.keepsDimension
      && !Self.isOfWhole(outcome)
    {
      guard seen.insert(outcome.clause).inserted else { continue }
      findings.append(
        Finding(answer: name, kind: .unnoticed(outcome.clause, change: 0, isOfNumbers: false)))
    }
    var visible: [Outcome] = []
    for outcome in foreseen.outcomes
    where outcome.rank < ForeseenErrors.rankWithin && !Self.isOfWhole(outcome) {
      guard let value = Self.value(of: outcome, answer) else { continue }
      guard answer.accepts(value) else {
        visible.append(outcome)
        continue
      }
      guard seen.insert(outcome.clause).inserted else { continue }
      let change = Self.change(of: outcome.numbers, from: answer.value.numbers ?? [])
      findings.append(
        Finding(
          answer: name,
          kind: .unnoticed(outcome.clause, change: change, isOfNumbers: !outcome.keepsDimension)))
    }
    addAlike(visible, answer)
  }

  /// Slips that are told by name, each with those that lead to its number.
  private mutating func addAlike(_ outcomes: [Outcome], _ answer: AnswerKey.Answer) {
    let tolerance = answer.tolerance.forOtherValue(in: answer.unit)
    func areAlike(_ one: Outcome, _ other: Outcome) -> Bool {
      one.numbers.count == other.numbers.count
        && zip(one.numbers, other.numbers).allSatisfy { tolerance.accepts($1, $0) }
    }
    var left = outcomes
    while let first = left.first {
      left.removeFirst()
      guard !first.cause.names.isEmpty else { continue }
      var found = [first]
      for other in left where areAlike(first, other) && Self.isTold(other) {
        let isSame = found.contains { $0.cause.names == other.cause.names || $0.clause == other.clause }
        if !isSame { found.append(other) }
      }
      guard found.count > 1 else { continue }
      left.removeAll { other in found.contains { $0.clause == other.clause } }
      findings.append(Finding(answer: answer.spec.name, kind: .alike(found.map(\.clause))))
    }
  }

  private static func isTold(_ outcome: Outcome) -> Bool {
    !outcome.cause.names.isEmpty || unnamed.contains(outcome.cause.kind)
  }

  /// That another name has the value of the whole says nothing of the formula.
  private static func isOfWhole(_ outcome: Outcome) -> Bool {
    outcome.cause.kind == .otherName && outcome.cause.names.count < 2
  }

  private static func value(of outcome: Outcome, _ answer: AnswerKey.Answer) -> Value? {
    guard let own = answer.value.numbers, own.count == outcome.numbers.count else { return nil }
    if case .column = answer.value { return .column(outcome.numbers, answer.unit) }
    return .quantity(outcome.numbers[0], answer.unit)
  }

  private static func change(of numbers: [Double], from own: [Double]) -> Double {
    zip(numbers, own).reduce(0) { most, pair in
      pair.1 == 0 ? most : max(most, abs(pair.0 / pair.1 - 1))
    }
  }
}
