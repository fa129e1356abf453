import Formulas
import Quantities

/// A step of a model answer: what goes together, and what it gives.
struct FormulaStep {
  enum Operation: Hashable {
    case product
    case sum
    case power(Exponent)
    /// A base and its exponent.
    case raised
    case call(String)
    /// One number of all rows, by the name of the statistic.
    case aggregate(String)
    /// Another name for a quantity that is at hand, and nothing done with it.
    case renaming
  }

  var operation: Operation
  var inputs: [StepInput]
  var result: FormulaTree.Node
  /// What the author calls the result; nil where it has no name.
  var name: FormulaTree.Origin?
  /// Of a product: what it is multiplied and divided of, the steps before it opened.
  var factors: [StepInput] = []

  /// Whether another step does the same.
  func isSame(as other: FormulaStep) -> Bool {
    operation == other.operation && inputs.count == other.inputs.count
      && zip(inputs, other.inputs).allSatisfy { $0.isSame(as: $1) }
  }
}

/// What goes into a step.
struct StepInput {
  enum Source: Hashable {
    /// By its name, or the column's.
    case quantity(FormulaTree.Origin)
    /// A figure with a unit, which stands in the model answer itself.
    case figure
    /// A number without unit, or several.
    case number
    /// The result of a step before, by its place.
    case result(Int)
    /// What cannot be opened.
    case part
  }

  var source: Source
  var value: FormulaTree.Node
  /// Whether it divides, or is subtracted.
  var isInverse = false
  /// The fixed power that is taken of it.
  var power = Exponent.one

  /// Whether it has no unit, so that it only makes others larger or smaller.
  var isNumber: Bool { value.written.isOfPlainNumbers }

  func isSame(as other: StepInput) -> Bool {
    guard source == other.source, isInverse == other.isInverse, power == other.power else {
      return false
    }
    switch source {
    case .quantity, .result: return true
    case .figure, .number, .part: return value.numbers == other.value.numbers
    }
  }
}

extension FormulaTree.Node {
  /// The unit as it is written, with what is counted.
  var written: Unit { stated ?? unit }
}
