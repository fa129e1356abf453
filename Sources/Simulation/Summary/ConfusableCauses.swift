import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas

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
    .factorMissing, .termMissing, .number, .otherName, .otherColumn, .otherRow, .aggregate,
  ]
  public init(_ compiled: CompiledExercise) {
    for answer in compiled.answerKey.answers {
      let scope = compiled.modelScope(of: answer.question, in: compiled.units)
      guard let foreseen = ForeseenErrors(of: answer, in: scope) else { continue }
      add(answer, foreseen)
    }
  }

  private typealias Outcome = ForeseenErrors.Outcome

  private mutating func add(_ answer: AnswerKey.Answer, _ foreseen: ForeseenErrors) {
    let name = answer.spec.name
    // Of a figure near 1, that it may be left out says that it may be in it twice.
    var seen: Set<[String]> = []
    for outcome in foreseen.withoutEffect
    where Self.telling.contains(outcome.cause.kind) && outcome.isLikely(at: answer)
      && outcome.keepsDimension
    {
      guard seen.insert(outcome.cause.names).inserted else { continue }
      findings.append(
        Finding(answer: name, kind: .unnoticed(outcome.clause, change: 0, isOfNumbers: false)))
    }
    var visible: [Outcome] = []
    for outcome in foreseen.outcomes
    where outcome.rank < ForeseenErrors.rankWithin && outcome.isLikely(at: answer) {
      // Who types units may pass where who does not is found out, as with 100 % that is left out.
      let readings =
        outcome.keepsDimension ? [outcome.numbers, outcome.measured] : [outcome.numbers]
      guard let taken = readings.first(where: { Self.isRight($0, answer) }) else {
        visible.append(outcome)
        continue
      }
      guard seen.insert(outcome.cause.names).inserted else { continue }
      let change = Self.change(of: taken, from: answer.value.numbers ?? [])
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
    var left = outcomes.filter { Self.isTold($0, answer) }
    while let first = left.first {
      left.removeFirst()
      guard !first.cause.names.isEmpty else { continue }
      var found = [first]
      for other in left where areAlike(first, other) {
        if found.allSatisfy({ Self.areApart($0, other) }) { found.append(other) }
      }
      guard found.count > 1 else { continue }
      left.removeAll { other in areAlike(first, other) }
      findings.append(Finding(answer: answer.spec.name, kind: .alike(found.map(\.clause))))
    }
  }

  /// Whether it is told apart from others by a name, or by what is said of it. That leaving 365 out
  /// makes it 365 times too small is no coincidence.
  private static func isTold(_ outcome: Outcome, _ answer: AnswerKey.Answer) -> Bool {
    switch outcome.cause.kind {
    case .power, .scale: false
    case .aggregate, .percent, .unit: true
    case _: !outcome.cause.names.isEmpty && outcome.isOfFormula(answer)
    }
  }

  /// Whether two slips are not by their nature nearly one: of a quotient, `a` for `b` and `b` for `a`;
  /// a part that is left out, and what it is mostly made of.
  private static func areApart(_ one: Outcome, _ other: Outcome) -> Bool {
    let exchanges: Set<Cause.Kind> = [.otherName, .otherColumn, .swapped]
    return !(exchanges.contains(one.cause.kind) && exchanges.contains(other.cause.kind))
      && !Set(one.cause.names).isSubset(of: other.cause.names)
      && !Set(other.cause.names).isSubset(of: one.cause.names)
  }

  private static func isRight(_ numbers: [Double], _ answer: AnswerKey.Answer) -> Bool {
    guard let own = answer.value.numbers, own.count == numbers.count else { return false }
    if case .column = answer.value { return answer.accepts(.column(numbers, answer.unit)) }
    return answer.accepts(.quantity(numbers[0], answer.unit))
  }

  private static func change(of numbers: [Double], from own: [Double]) -> Double {
    zip(numbers, own).reduce(0) { most, pair in
      pair.1 == 0 ? most : max(most, abs(pair.0 / pair.1 - 1))
    }
  }
}
