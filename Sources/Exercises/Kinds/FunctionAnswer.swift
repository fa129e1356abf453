/// A function that the student defines, marked on test points.
public struct FunctionAnswer: Sendable {
  public var name: String
  /// In their order; a student may name them otherwise.
  public var parameters: [String]
  /// The body of the model answer, over the parameters.
  public var expect: AuthorFormula
  /// Nil for what the model answer comes out in.
  public var unit: AuthorFormula?
  public var rules: MarkingRules
  /// Arguments of each point, as formulas.
  public var points: [[AuthorFormula]]
  /// What is known of it where the model answer is withheld, and `expect` empty; nil where it is not.
  public var withheld: WithheldFunction?

  public init(
    name: String, parameters: [String], expect: AuthorFormula, unit: AuthorFormula? = nil,
    rules: MarkingRules = MarkingRules(), points: [[AuthorFormula]]
  ) {
    self.name = name
    self.parameters = parameters
    self.expect = expect
    self.unit = unit
    self.rules = rules
    self.points = points
  }
}
