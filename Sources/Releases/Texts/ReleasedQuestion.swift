import AnswerKeys
import ExerciseFiles
import Exercises
import Formulas
import Quantities
import YAMLReading

/// The keys of a `question` block without all that says what is right.
struct ReleasedQuestion {
  typealias Pair = (key: String, value: YAMLValue)

  let question: Question
  let compiled: CompiledExercise
  /// As its author wrote it.
  let block: YAMLParts
  /// The grid by which the seals of an answer or a function are found; nil where it has none.
  let grid: (_ name: String) -> SealGrid?

  private static let common = ["points", "practice", "hints", "hint_cost"]
  /// Of the marking rules, those that say nothing of a value.
  private static let rules = ["units", "bare", "counts", "accepts", "written", "shares"]

  var pairs: [Pair] {
    // Remarks in Markdown are seen by whoever opens the file.
    kept.map { ($0.key, YAMLParts.mapped($0.value, CommentStripper.stripped)) }
  }

  private var kept: [Pair] {
    switch question.body {
    case .values(let answers):
      return block.pairs(Self.common + Self.rules)
        + [("answers", YAMLParts.mapping(answers.compactMap(answer)))]
    case .function(let function):
      return block.pairs(["function"] + Self.common + Self.rules) + pairs(of: function)
    case .choice(let choice):
      let options = choice.options.map { YAMLValue($0.text) }
      return block.pairs(Self.common + ["choose"]) + [("options", YAMLParts.list(options))]
    case .text(let text): return block.pairs(Self.common) + pairs(of: text)
    case .reading: return []
    }
  }

  // MARK: Kinds

  /// Nil where the model answer cannot be computed.
  private func answer(_ spec: ValueAnswer) -> Pair? {
    guard let answer = compiled.answerKey.answer(named: spec.name) else { return nil }
    let own = YAMLParts(YAMLParts(block["answers"])[spec.name])
    var pairs: [Pair] = unit(answer.unit, as: spec.unit, in: own)
    if let rows = answer.value.rowCount { pairs.append(("rows", YAMLValue("\(rows)"))) }
    pairs += own.pairs(["weight"] + Self.rules)
    let also = spec.also.filter { !givesAway($0) }
    if !also.isEmpty { pairs.append(("also", YAMLParts.list(also.map { YAMLValue($0.text) }))) }
    pairs += seal(spec.name)
    return (spec.name, YAMLParts.mapping(pairs))
  }

  private func pairs(of spec: FunctionAnswer) -> [Pair] {
    guard let function = compiled.answerKey.function(named: spec.name) else { return [] }
    var pairs: [Pair] = unit(function.unit, as: spec.unit, in: block)
    let seal = seal(spec.name)
    if seal.isEmpty {
      let units = (function.points.first?.arguments ?? []).map { $0.unit.map(text) }
      if units.allSatisfy({ $0 != nil }), !units.isEmpty {
        pairs.append(("takes", YAMLParts.list(units.compactMap { $0 }.map { YAMLValue($0) })))
      }
    } else {
      // They are what the seals are of.
      pairs += block.pairs(["tests"])
    }
    return pairs + seal
  }

  /// How long it is to be, and what only a person can judge, without what that person looks for.
  private func pairs(of text: TextAnswer) -> [Pair] {
    let criteria = YAMLParts.items(of: block["criteria"]).map { YAMLParts($0) }
      .filter { $0["person"] != nil }.map { YAMLParts.mapping($0.pairs(["points", "asks"])) }
    return [("text", block["text"] ?? YAMLValue(.mapping([])))]
      + (criteria.isEmpty ? [] : [("criteria", YAMLParts.list(criteria))])
  }

  // MARK: Pieces

  /// The unit asked for as its author wrote it, or else as the model answer has it.
  private func unit(_ unit: Unit, as written: AuthorFormula?, in parts: YAMLParts) -> [Pair] {
    if written != nil, let own = parts["unit"] { return [("unit", own)] }
    return unit.symbol.isEmpty ? [] : [("unit", YAMLValue(unit.symbol))]
  }

  private func text(of unit: Unit) -> String { unit.symbol.isEmpty ? "1" : unit.symbol }

  /// Whether another name is a formula that has the value already, such as a column of a table.
  private func givesAway(_ other: AuthorFormula) -> Bool {
    guard let formula = other.expression, case .success = compiled.makeSheet().evaluate(formula)
    else { return false }
    return true
  }

  private func seal(_ name: String) -> [Pair] {
    grid(name).map { [(SealGrid.key, YAMLValue($0.text))] } ?? []
  }
}
