import AnswerKeys
import Formulas

/// What the errors that people make come to for one model answer, each alone: for authors, who want
/// to know beforehand what a number can tell.
public struct ForeseenErrors {
  /// An error with what it makes of the model answer.
  public struct Outcome {
    public let cause: Cause
    /// What is said of it, as the end of a sentence: that a name is left out.
    public let clause: String
    /// The less, the likelier: less than `rankWithin` for an error in the answer's own formula.
    public let rank: Int
    /// What someone who computes with bare numbers comes to, in the unit asked for: one number a row.
    public let numbers: [Double]
    /// The same for someone who types units.
    public let measured: [Double]
    /// Whether who types units comes to the dimension asked for all the same.
    public let keepsDimension: Bool
  }

  /// From here on errors are of earlier answers that the formula uses, or too unlikely to matter.
  public static let rankWithin = 14

  /// The likeliest first; those that nobody would see among them.
  public let outcomes: [Outcome]
  /// Errors in the answer's own formula that change nothing, since a figure is 1 or two figures are the same.
  public let withoutEffect: [Outcome]

  /// Nil where the model answer cannot be laid out.
  public init?(of answer: AnswerKey.Answer, in scope: ModelScope) {
    guard let model = VariedModel.of(answer, in: scope) else { return nil }
    let whole = model.tree.whole
    let wording = CauseWording()
    outcomes = model.candidates.compactMap { candidate in
      guard let numbers = candidate.bare, numbers.allSatisfy(\.isFinite),
        let measured = candidate.measured
      else { return nil }
      let error = candidate.variation.error
      return Outcome(
        cause: error.cause, clause: error.clause(wording, isAlone: false), rank: candidate.rank,
        numbers: numbers.map(whole.figure), measured: measured.map(whole.figure),
        keepsDimension: candidate.dimension == whole.unit.dimension)
    }
    let own = model.tree.value.map(whole.figure)
    withoutEffect = Variations(of: model.tree, answer, in: scope, factors: []).withoutEffect
      .filter { !model.isWithinAnswer($0.node) }.map {
        Outcome(
          cause: $0.error.cause, clause: $0.error.clause(wording, isAlone: false),
          rank: $0.error.rank, numbers: own, measured: own,
          keepsDimension: $0.change.dimension == .one)
      }
  }
}
