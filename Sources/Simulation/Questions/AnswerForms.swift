import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities
import SeededRandom

/// The ways in which the students of a class type one value that is asked for, right and wrong:
/// worked out once for all of them.
struct AnswerForms {
  let name: String
  /// Names and columns that are taken for it besides its own.
  let otherNames: [String]
  /// Right ones that are computed, and right ones that are typed as a number with its unit.
  private(set) var formulas: [TypedAnswer] = []
  private(set) var numbers: [TypedAnswer] = []
  /// The number without the unit that is asked for; none where no unit is.
  private(set) var bare: [TypedAnswer] = []
  /// Whether a number without unit is taken as it is.
  let takesBare: Bool
  /// What cannot be read or computed, and what swallows the lines after it as well.
  private(set) var broken: [TypedAnswer] = []
  private(set) var unclosed: [TypedAnswer] = []
  /// What this class gets wrong, the commonest first.
  private(set) var slips: [CommonSlip] = []
  /// How much ability it takes to be right half of the time.
  let difficulty: Double
  /// Names in this answer's model formula that are answers too.
  let needs: Set<String>

  /// - Parameter seed: of the class, which decides on what is common in it.
  init(_ answer: AnswerKey.Answer, in compiled: CompiledExercise, seed: UInt64) {
    let writer = FormWriter(answer, in: compiled)
    let rules = answer.spec.rules
    var random = SplitMix(seed: seed, for: "answer", answer.question, answer.spec.name)
    name = answer.spec.name
    otherNames = answer.spec.also.map(\.text)
    takesBare = rules.bare == .adopt || rules.units == .none || answer.unit.isOnlyCounts
    needs = writer.answers(in: answer.formula)
    let isComputed = !answer.formula.usedNames.isEmpty || !writer.isFigure(answer.formula)
    let parts = min(12, answer.formula.leafCount)
    difficulty =
      (isComputed ? -0.95 + 0.09 * Double(parts) : -1.35) + 0.1 * Double(min(needs.count, 3))
      + 0.35 * random.normal()

    if let plain = writer.typed(answer.formula) { formulas.append(plain) }
    if isComputed {
      for _ in 0..<3 {
        let other = answer.formula.reordered(by: &random)
        if let typed = writer.typed(other), !formulas.contains(where: { $0.text == typed.text }) {
          formulas.append(typed)
        }
      }
    }
    let isExact = rules.units == .exact
    var units = [answer.unit]
    if !isExact, rules.units != .none, answer.unit != .one, !answer.unit.isTemperaturePoint {
      units += answer.unit.withoutCounts == answer.unit ? answer.unit.kin.prefix(3) : []
    }
    for (place, unit) in units.enumerated() {
      for figures in writer.figures where place == 0 || figures > 3 {
        guard let number = writer.number(answer.value, in: unit, figures: figures, right: true)
        else {
          continue
        }
        numbers.append(number)
        if place == 0, answer.unit != .one, rules.units != .none,
          let bare = writer.number(answer.value, in: nil, figures: figures, right: true)
        {
          self.bare.append(bare)
        }
      }
    }
    broken = (formulas.prefix(2) + numbers.prefix(1)).flatMap { BrokenFormula.all(of: $0) }
    unclosed = formulas.prefix(1).compactMap { BrokenFormula.unclosed($0) }
    slips = SlipTable(answer, writer, in: compiled, random: &random).slips
  }
}

/// How a formula is spoilt so that it cannot be read or computed.
enum BrokenFormula {
  static func all(of typed: TypedAnswer) -> [TypedAnswer] {
    [unopened(typed.text), misspelt(typed.text), withComma(typed.text), cut(typed.text)]
      .compactMap { $0 }.map { TypedAnswer(text: $0, isFormula: typed.isFormula) }
  }

  /// Its last bracket is not closed.
  static func unclosed(_ typed: TypedAnswer) -> TypedAnswer? {
    guard let place = typed.text.lastIndex(of: ")") else { return nil }
    var text = typed.text
    text.remove(at: place)
    return TypedAnswer(text: text, isFormula: typed.isFormula)
  }

  /// Its first bracket is not opened.
  private static func unopened(_ text: String) -> String? {
    guard let place = text.firstIndex(of: "(") else { return nil }
    var text = text
    text.remove(at: place)
    return text
  }

  /// A long name of it has a letter less.
  private static func misspelt(_ text: String) -> String? {
    let words = text.split { !($0.isLetter || $0 == "_" || $0.isNumber) }
    let isQuoted = text.contains("\"")
    guard !isQuoted, let word = words.first(where: { $0.count > 5 && $0.contains("_") }) else {
      return nil
    }
    return String(text[..<word.endIndex].dropLast() + text[word.endIndex...])
  }

  /// A number has a comma for its point.
  private static func withComma(_ text: String) -> String? {
    guard !text.contains("\""), !text.contains(","),
      let point = text.indices.first(where: { place in
        text[place] == "." && place > text.startIndex && text[text.index(before: place)].isNumber
      })
    else { return nil }
    return String(text[..<point] + "," + text[point...].dropFirst())
  }

  /// Its end is missing.
  private static func cut(_ text: String) -> String? {
    guard let place = text.lastIndex(where: { "*/+".contains($0) }), !text.contains("\"") else {
      return nil
    }
    return String(text[...place])
  }
}

extension Expression {
  /// Names and figures in it.
  var leafCount: Int {
    switch kind {
    case .number, .name: 1
    case .implicit(let left, _): left.leafCount
    case _: parts.reduce(0) { $0 + $1.leafCount }
    }
  }

  /// With some of its factors and terms in another order.
  func reordered(by random: inout SplitMix) -> Expression {
    switch kind {
    case .binary(let sign, let left, let right):
      let (first, second) = (left.reordered(by: &random), right.reordered(by: &random))
      let isTurned = (sign == .multiply || sign == .add) && random.chance(0.5)
      return Expression(
        isTurned ? .binary(sign, second, first) : .binary(sign, first, second), span)
    case .group(let inner): return Expression(.group(inner.reordered(by: &random)), span)
    case _: return self
    }
  }
}
