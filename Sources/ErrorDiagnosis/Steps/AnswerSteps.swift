import AnswerKeys
import Exercises
import Formulas
import Quantities

/// The way to an answer as its model formula has it, told from gentle to plain: what kind of
/// quantity it is, what goes into it, and for each step what goes together and what is done with it.
///
/// It is told in names and kinds of quantities, never by a formula or a number. Which hints there
/// are depends on the exercise alone; how each reads, and which are behind a student already, on
/// what the student has.
public struct AnswerSteps {
  enum Hint: Hashable {
    /// What kind of quantity the answer is.
    case kind
    /// What goes into it.
    case ingredients
    /// What its terms are.
    case terms(Int)
    /// What goes together in a step.
    case together(Int)
    /// What a step does.
    case operation(Int)
    /// That it is a quantity which is at hand, and which one.
    case isAtHand
    case renamed
  }

  let name: String
  let unit: Unit
  /// Of a function, which stand for what it is called with even where an answer is called so.
  let parameters: Set<String>
  /// Whether a number for each row is asked for.
  let isColumn: Bool
  let outline: StepOutline
  let hints: [Hint]

  /// How many hints there are at most, whatever the student has.
  public var count: Int { hints.count }

  /// Nil where the model answer is no formula, but a figure.
  init?(_ answer: AnswerKey.Answer, in scope: ModelScope, parameters: Set<String> = []) {
    guard let tree = FormulaTree(of: answer, in: scope), !tree.isFigureTimesUnit else { return nil }
    let own = answer.spec.name
    outline = StepOutline(tree) { name in
      name != own && !parameters.contains(name) && scope.isAnswer(name)
    }
    guard !outline.steps.isEmpty else { return nil }
    name = own
    self.parameters = parameters
    unit = answer.unit
    isColumn = if case .column = answer.value { true } else { false }
    hints = Self.hints(outline, unit: unit, isColumn: isColumn)
  }

  private static func hints(_ outline: StepOutline, unit: Unit, isColumn: Bool) -> [Hint] {
    var hints: [Hint] = []
    if isColumn || unit.kindOfQuantity != nil && !unit.isOfPlainNumbers { hints.append(.kind) }
    if outline.steps[0].operation == .renaming { return hints + [.isAtHand, .renamed] }
    if !outline.ingredients.isEmpty { hints.append(.ingredients) }
    if let last = outline.steps.last, last.operation == .sum, last.inputs.count > 1 {
      hints.append(.terms(outline.steps.count - 1))
    }
    for (place, step) in outline.steps.enumerated() {
      let inputs = step.inputs.filter { $0.source != .number }
      if step.operation == .product, inputs.count > 1, !inputs.allSatisfy(\.isNumber) {
        // Which of them divides, the kinds tell.
        hints.append(.together(place))
        continue
      }
      // What a formula of one step does is all of the formula.
      let isAll = outline.steps.count == 1 && (step.operation == .product || step.operation == .sum)
      if !isAll || hints.isEmpty { hints.append(.operation(place)) }
    }
    return hints
  }

  /// The next hint that says something new: neither shown yet nor behind the student; nil where
  /// there is none.
  ///
  /// - `shown`: the places of those that were.
  public func next(after shown: Set<Int>, _ progress: StepProgress) -> Int? {
    hints.indices.first { !shown.contains($0) && !isBehind(hints[$0], progress) }
  }

  /// Of those that were shown, the one to be seen again where nothing is new: what is missing, or
  /// else the plainest that the student has not followed.
  public func again(of shown: Set<Int>, _ progress: StepProgress) -> Int? {
    if progress.formula != nil, let place = hints.firstIndex(of: .ingredients),
      shown.contains(place), !missing(progress).isEmpty
    {
      return place
    }
    return shown.filter { !isBehind(hints[$0], progress) }.max() ?? shown.max()
  }

  /// A hint as it reads on what the student has; Markdown.
  public func text(_ place: Int, _ progress: StepProgress) -> String {
    StepWording(self, progress).sentence(hints[place])
  }

  private func isBehind(_ hint: Hint, _ progress: StepProgress) -> Bool {
    switch hint {
    case .kind:
      guard let formula = progress.formula else { return false }
      return formula.whole.unit.dimension == unit.withoutCounts.dimension
        && (formula.value.count > 1) == isColumn
    case .ingredients: return missing(progress).isEmpty
    case .together(let place):
      let step = outline.steps[place]
      return progress.has(step, whole: step.inputs.contains { $0.source == .number })
    case .terms(let step), .operation(let step): return progress.has(outline.steps[step])
    case .isAtHand, .renamed: return false
    }
  }

  /// What goes in and is nowhere in the student's formula yet.
  func missing(_ progress: StepProgress) -> [StepInput] {
    let behind = outline.steps.indices.filter { progress.has(outline.steps[$0], whole: false) }
    let within = behind.flatMap(outline.quantities).map(\.source)
    return outline.ingredients.filter { input in
      !progress.has(input) && !(within.contains(input.source) && input.source != .figure)
    }
  }
}
