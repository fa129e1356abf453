import Quantities

/// How the numbers of a shape are computed, with all that units have to say worked out before.
struct FormulaProgram {
  /// One step on a stack of numbers.
  enum Step {
    /// A number of the line, by its place among them.
    case load(Int)
    case constant(Double)
    /// The two last numbers, and what their product is converted by.
    case multiply(Conversion)
    case divide(Conversion)
    /// The last is converted to the unit of the one before.
    case add(Conversion)
    case subtract(Conversion)
    case convert(Conversion)
    case negate
  }

  var steps: [Step] = []
  var unit = Unit.one
  /// What the evaluator counts for it.
  var cost = 0

  /// Numbers on the stack at most.
  private static let depthLimit = 32

  /// Nil where something is out of range, or divided by zero: whoever asked has to say so.
  func value(of numbers: [Double]) -> Double? {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.depthLimit) { stack in
      var top = -1
      for step in steps {
        switch step {
        case .load(let place):
          top += 1
          stack[top] = numbers[place]
        case .constant(let number):
          top += 1
          stack[top] = number
        case .negate: stack[top] = -stack[top]
        case .convert(let conversion): stack[top] = conversion.apply(stack[top])
        case .multiply(let conversion):
          top -= 1
          stack[top] = conversion.apply(stack[top] * stack[top + 1])
        case .divide(let conversion):
          top -= 1
          if stack[top + 1] == 0 { return nil }
          stack[top] = conversion.apply(stack[top] / stack[top + 1])
        case .add(let conversion):
          top -= 1
          stack[top] += conversion.apply(stack[top + 1])
        case .subtract(let conversion):
          top -= 1
          stack[top] += -1.0 * conversion.apply(stack[top + 1])
        }
        guard stack[top].isFinite else { return nil }
      }
      return stack[top]
    }
  }

  /// Whether it needs no more room than there is.
  var fits: Bool {
    var depth = 0
    for step in steps {
      switch step {
      case .load, .constant: depth += 1
      case .multiply, .divide, .add, .subtract: depth -= 1
      case .negate, .convert: break
      }
      if depth < 1 || depth > Self.depthLimit { return false }
    }
    return depth == 1
  }
}
