/// A name that the student binds to a formula, and how its value is marked.
public struct ValueAnswer: Sendable {
  public var name: String
  /// The model answer.
  public var expect: AuthorFormula
  /// Other formulas whose values are accepted beside that of `expect`.
  public var alternatives: [AuthorFormula] = []
  /// The unit asked for; nil stands for the unit of `expect`.
  public var unit: AuthorFormula?
  /// Share of the question's points, relative to the other answers.
  public var weight: Double
  /// How far off, and in which units, it may be.
  public var rules: MarkingRules
  /// Other names, or columns such as `models["Total CO2e (kg)"]`, under which it is taken.
  public var also: [AuthorFormula]
  /// What is known of it where the model answer is withheld, and `expect` empty; nil where it is not.
  public var withheld: WithheldValue?

  public init(
    name: String, expect: AuthorFormula, unit: AuthorFormula? = nil, weight: Double = 1,
    rules: MarkingRules = MarkingRules(), also: [AuthorFormula] = []
  ) {
    self.name = name
    self.expect = expect
    self.unit = unit
    self.weight = weight
    self.rules = rules
    self.also = also
  }
}
