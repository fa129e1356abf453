import Formulas

/// One way of typing an answer.
struct TypedAnswer {
  /// What stands after the name and its `=`.
  var text: String
  /// The same with the names of what is given in the place of their figures, for those who bind
  /// them first; nil where there are none.
  var named: String?
  /// Those names.
  var givens: [String] = []
  /// Other answers that it uses.
  var needs: Set<String> = []
  /// Whether it is computed, or else a number as typed.
  var isFormula: Bool
}

/// A slip that several make at one answer.
struct CommonSlip {
  /// What is wrong; several where more than one thing is.
  var slips: [FormulaSlip]
  /// How it is typed as a formula; nil where it only shows in the number.
  var formula: TypedAnswer?
  /// The numbers it leads to, with several figures; none where nobody can tell a number.
  var numbers: [TypedAnswer]
  /// How common it is beside the others.
  var weight: Double
}
