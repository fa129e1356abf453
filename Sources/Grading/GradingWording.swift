import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// Sentences about answers as a whole, in alphabetical order.
enum GradingWording {
  static func mendFirst(_ answers: [(name: String, question: String)]) -> String {
    let names = enumeration(answers.map { "`\($0.name)` (\($0.question))" })
    return
      "\(names) \(answers.count == 1 ? "is" : "are") not of the kind asked for: mend that first."
  }

  static let noModelAnswer = "This answer cannot be graded: its model answer has a mistake."

  static func otherIsWrong(_ other: String, counted: String) -> String {
    "`\(counted)` counts. Your other answer, `\(other)`, is not right, and formulas that use it read"
      + " that: mend it, or use `\(counted)`."
  }

  static let unanswered = "Not answered yet."

  /// The formula is right, but for the one of two answers to an earlier question that it uses.
  static func usesUncounted(_ used: String, counted: String) -> String {
    "Not right yet: it uses `\(used)`, which is not right. Your other answer there, `\(counted)`,"
      + " is right: use that, or mend `\(used)`."
  }

  static func waits(_ question: Question) -> String {
    question.points > 0 ? "Noted. It waits for a person to read it." : "Noted."
  }
}

/// Sentences about one value, in the student's own figures and never the model answer's.
struct AnswerWording {
  let answer: AnswerKey.Answer
  let rowNames: [String]?
  private var asked: String { answer.unit.symbol }
  private var inAsked: String { asked.isEmpty ? "as a plain number" : "in \(asked)" }

  func adopted(_ value: Value) -> String {
    "Taken as \(text(value)). Typed with its unit, it would be checked."
  }

  /// - Parameter said: a part of a sentence on how a number is written.
  func besides(_ said: String) -> String { "Besides, \(said)" }

  func countedUnit(_ raw: Value) -> String {
    let own = raw.unit?.symbol ?? ""
    return own.isEmpty
      ? "Its unit is \(asked), which later formulas now use; you may type it."
      : "Its unit came out as \(own); it is taken \(inAsked), and so by later formulas."
  }

  func exactUnit(_ raw: Value) -> String {
    "The quantity is right, and it is asked for \(inAsked): add `to \(asked.isEmpty ? "1" : asked)`."
  }

  func notNumbers(_ raw: Value) -> String { "It is \(raw.kindName), and a number is asked for." }

  /// All is right but for the units of numbers.
  ///
  /// - Parameters:
  ///   - typed: the numbers, or the names that are such numbers.
  ///   - meant: one number with the unit in which it is right as it is.
  func figuresWithoutUnit(_ typed: [String], meant: String?) -> String {
    "All of it fits, but \(lacksUnit(typed, meant: meant))."
  }

  private func lacksUnit(_ typed: [String], meant: String?) -> String {
    let figures = enumeration(typed.map { "`\($0)`" })
    if typed.count > 1 { return "\(figures) have no unit: type each with the unit it is given in" }
    return "\(figures) has no unit: "
      + (meant.map { "type `\($0)`" } ?? "type it with the unit it is given in")
  }

  /// Right on earlier answers of the student's own; `origins` are those, each with its question.
  func follows(_ origins: [(name: String, question: String?)]) -> String {
    "Right, on your own \(list(origins)). That is where the error began: once it is mended,"
      + " this is computed anew."
  }

  func otherDimension(_ raw: Value, because cause: String? = nil) -> String {
    guard let own = raw.unit else { return notNumbers(raw) }
    let symbol = own.symbol
    let found = described(own) == symbol ? "in \(symbol)" : described(own)
    let reason = cause.map { " \(capitalised($0))." } ?? missing(own).map { " \($0)" } ?? ""
    return "It is \(found), and \(described(answer.unit)) is asked for.\(reason)"
  }

  /// How numbers are written, and how they are asked for, as the end of a sentence.
  ///
  /// - Parameter off: rows that are written otherwise.
  func otherForm(
    _ form: MarkingRules.WrittenForm, _ rows: [WrittenRow], off: [Int], of raw: Value
  ) -> String {
    let asked = WrittenFormWording.asked(form)
    if raw.isColumn {
      let found =
        off.count == rows.count
        ? "no row is" : "\(rowList(off)) \(off.count == 1 ? "is" : "are") not"
      return "\(asked), and \(found) written so."
    }
    if let numeral = rows[off[0]].numeral { return WrittenFormWording.found(numeral, form) }
    let isShownOtherwise = raw.unit?.symbol != answer.unit.symbol && !answer.unit.isPlain
    let decimals = form.decimals(of: rows[off[0]].numbers[1])
    let mend = WrittenFormWording.rounding(
      to: decimals, in: isShownOtherwise ? self.asked : nil)
    return "it is not rounded, and \(asked): \(mend) does it."
  }

  func otherShape(_ raw: Value, because cause: String) -> String {
    "\(otherShape(raw)) \(capitalised(cause))."
  }

  func otherShape(_ raw: Value) -> String {
    switch (raw, answer.value) {
    case (.column, .quantity): return "It is a column, and a single value is asked for."
    case (_, .column(let numbers, _)):
      let rows = rowNames.map { " (\($0.prefix(4).joined(separator: ", ")))" } ?? ""
      return "A column with \(numbers.count) values is asked for\(rows)."
    default: return notNumbers(raw)
    }
  }

  /// A bare number that is right in another unit than the one asked for.
  func otherUnit(_ meant: Unit) -> String {
    let mend = answer.spec.rules.units == .exact ? "\(meant.symbol) to \(asked)" : meant.symbol
    return "The number is right in \(meant.symbol), but without its unit it is read in \(asked),"
      + " which is asked for: add `\(mend)`."
  }

  /// The number is right where a plain number is asked for, and its unit is not; `typed` are
  /// those that lack their unit, and `meant` what one would be, where they are known.
  func plainNumberFallsShort(_ raw: Value, _ typed: [String], meant: String?) -> String {
    otherDimension(
      raw, because: typed.isEmpty ? CauseWording.bareNumber : lacksUnit(typed, meant: meant))
  }

  let right = "Right."

  /// - Parameter said: a part of a sentence on how the numbers are written.
  func rightBut(_ said: String, _ raw: Value) -> String {
    "\(raw.isColumn ? "The numbers are" : "The number is") right, but \(said)"
  }

  var rounded: String {
    let isFigure = answer.spec.expect.expression?.typedFigures != nil
    return "The figure is rounded too far for what is asked. "
      + (isFigure
        ? "Type it as it is given, in the unit in which it is given."
        : "Bind the name to the formula instead of its rounded result.")
  }

  func tooFewFigures(_ asked: Int) -> String {
    wrong(because: "it has one figure, and \(asked) are asked for")
  }

  func takenAs(_ value: Value) -> String { "Read as \(text(value))." }

  func unitFallsShort(_ raw: Value) -> String {
    let own = raw.unit?.symbol ?? ""
    return "The number is right, and its unit came out as \(own) instead of \(asked), because a"
      + " number in the formula has no unit."
  }

  func unitMissing(_ raw: Value) -> String {
    "The number is right in \(asked), but its unit is missing: add `\(asked)`."
  }

  /// Right on earlier answers that make it too easy.
  func tooEasy(_ origins: [(name: String, question: String?)]) -> String {
    "It fits your own \(list(origins)). On a value of 0 or 1, or one that comes from this very answer, the"
      + " step is too easy to earn its mark. Mend that first."
  }

  /// Right on earlier answers, but for the unit.
  func unitMissingFollowing(_ origins: [(name: String, question: String?)]) -> String {
    "The number is right on your own \(list(origins)), but "
      + (answer.unit.dimension == .one
        ? CauseWording.bareNumber : "its unit is missing: add `\(asked)`") + "."
  }

  func wrong(because cause: String) -> String { "Not right yet: \(cause)." }

  func wrongBare(because cause: String) -> String {
    "Read \(inAsked), it is not right yet: \(cause)."
  }

  func wrong(_ value: Value) -> String {
    guard let rows = answer.rows(of: value), rows.count > 1 || answer.value.isColumn else {
      return "Not right yet\(distance(value))."
    }
    let off = rows.indices.filter { !rows[$0] }
    // Rows for which there is no figure say nothing.
    let known = answer.nearest(to: value).numbers?.count { !$0.isNaN } ?? rows.count
    if off.count >= known, let far = commonDistance(value) {
      return "Not right yet: every row is \(far)."
    }
    if off.count >= known { return "Not right yet in any row." }
    return "Not right yet in \(rowList(off)); the other rows are right."
  }

  func wrongBare(_ value: Value) -> String {
    "Read \(inAsked), it is not right yet\(distance(value))."
  }

  /// - Parameter isTakenOn: whether later formulas read it in the unit asked for.
  func wrongUnit(_ raw: Value, isTakenOn: Bool = false) -> String {
    let own = raw.unit.map { described($0) } ?? ""
    return "The number is right, but its unit is not: it is \(own), and"
      + " \(described(answer.unit)) is asked for\(isTakenOn ? ", which later formulas use" : "")."
  }

  // MARK: Pieces

  /// Some rows by their names, or by their numbers where they have none.
  private func rowList(_ rows: [Int]) -> String {
    let names = rows.prefix(4).map { index in
      rowNames.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? "row \(index + 1)"
    }
    return rows.count > 4
      ? names.joined(separator: ", ") + " and \(rows.count - 4) more" : enumeration(names)
  }

  private func list(_ origins: [(name: String, question: String?)]) -> String {
    enumeration(origins.map { "`\($0.name)`" + ($0.question.map { " (\($0))" } ?? "") })
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .quantity(let number, let unit): unit.text(of: number)
    case .column(let numbers, let unit): "\(numbers.count) values in \(unit.symbol)"
    case .texts, .truths, .text, .truth, .table, .function: value.kindName
    }
  }

  private func described(_ unit: Unit) -> String {
    let symbol = unit.symbol
    if symbol.isEmpty { return "a plain number" }
    guard !unit.isForSoMany, let meaning = unit.dimension.name, Self.familiar.contains(meaning)
    else { return symbol }
    return "\(meaning) (\(symbol))"
  }

  /// Kinds of quantities that a first-year student knows by name.
  private static let familiar: Set<String> = [
    "time", "energy", "power", "mass", "length", "area", "volume", "speed", "information",
    "temperature", "force", "pressure", "density", "carbon intensity",
  ]

  /// What is missing between the units, where one word says it.
  private func missing(_ own: Unit) -> String? {
    let quotients = [
      (answer.unit, own, "Is a factor missing"), (own, answer.unit, "Is there a factor too many"),
    ]
    for (unit, divisor, question) in quotients {
      if let name = (try? unit.product(with: divisor, inverted: true))?.unit.dimension.name,
        Self.familiar.contains(name)
      {
        return "\(question): \(withArticle(name))?"
      }
    }
    return nil
  }

  /// How far off a number is, coarsely enough not to give the model answer away.
  private func distance(_ value: Value) -> String {
    let distance =
      if case .quantity(let number, _) = value,
        case .quantity(let expected, _) = answer.nearest(to: value)
      {
        far(number, expected)
      } else {
        commonDistance(value)
      }
    return distance.map { ": it is \($0)" } ?? ""
  }

  /// A ratio says nothing of temperatures in °C or °F.
  private func far(_ number: Double, _ expected: Double) -> String? {
    guard answer.unit.isTemperaturePoint else { return Self.distance(number, expected) }
    return number.isNaN || !expected.isFinite || number == expected
      ? nil : number > expected ? "too high" : "too low"
  }

  private func commonDistance(_ value: Value) -> String? {
    guard case .column(let numbers, _) = value,
      case .column(let expected, _) = answer.nearest(to: value),
      numbers.count == expected.count
    else { return nil }
    let all = Set(zip(numbers, expected).filter { !$1.isNaN }.map { far($0, $1) ?? "" })
    return all.count == 1 ? all.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  private static func distance(_ number: Double, _ expected: Double) -> String? {
    guard number.isFinite, expected.isFinite, expected != 0, number != 0 else { return nil }
    let ratio = number / expected
    if ratio < 0 { return abs(ratio + 1) < 1e-6 ? "of the opposite sign" : "of the wrong sign" }
    let larger = ratio > 1 ? ratio : 1 / ratio
    let direction = ratio > 1 ? "too large" : "too small"
    // Any finer ratio would lead to the value in a few tries.
    let power = NumberFormat.leadingPower(larger * 1.0000001)
    guard power > 0 else { return direction }
    if power > 6 { return "more than a million times \(direction)" }
    let ten = Double("1e\(power)") ?? 1
    let times = "\(NumberFormat.standard.string(ten)) times \(direction)"
    return abs(larger / ten - 1) < 1e-6 ? times : "more than \(times)"
  }
}
