import Diagnostics
import Exercises
import Formulas
import Quantities

/// Writes live texts with the values of a sheet: a student's, or that of the model answers.
public struct LiveTextRenderer {
  /// Whether a live text can be shown.
  public enum State: Hashable, Sendable {
    /// Markdown with the figures in it.
    case ready(String)
    /// Answers that have no value yet, in the order of the exercise.
    case waiting([String])
    /// Why a formula cannot be computed from the values that there are.
    case failing(Diagnostic)
  }

  private let compiled: CompiledExercise
  private let sheet: Worksheet
  /// How units are written.
  private let symbol: (Unit) -> String
  /// Whether small figures are written in a smaller unit than the author's.
  var usesSmallerUnits = false

  /// Numbers of a column that are written out.
  private static let mostNumbers = 12

  public init(
    _ compiled: CompiledExercise, on sheet: Worksheet, symbol: ((Unit) -> String)? = nil
  ) {
    self.compiled = compiled
    self.sheet = sheet
    self.symbol = symbol ?? { $0.symbol }
  }

  /// - `values`: names that the text has beside those of the sheet.
  public func state(of text: LiveText, values: [String: Value] = [:]) -> State {
    for case .failure(let problem) in text.formulas.map(\.parsed) {
      return .failing(problem.diagnostic)
    }
    let (others, missing) = answers(text.usedNames.subtracting(values.keys))
    if !missing.isEmpty { return .waiting(missing) }
    let known = others.merging(values) { $1 }
    let names = text.ownNames
    var markdown = ""
    for piece in text.pieces {
      switch piece {
      case .text(let text): markdown += text
      case .placeholder(let placeholder):
        let parsed = placeholder.formula.parsed
        switch parsed.flatMap({ sheet.evaluate($0, where: names, values: known) }) {
        case .failure(let problem): return .failing(problem.diagnostic)
        case .success(let value):
          let figure = figure(value, placeholder)
          markdown += placeholder.isInFormula ? Self.inTeX(figure) : Self.escaped(figure)
        }
      }
    }
    return .ready(markdown)
  }

  /// The answers among the names that the student has under another name or as a column, and
  /// those that have no value at all.
  private func answers(_ names: Set<String>) -> (others: [String: Value], missing: [String]) {
    var others: [String: Value] = [:]
    var missing: [String] = []
    for answer in compiled.answerKey.answers where names.contains(answer.spec.name) {
      let name = answer.spec.name
      if let value = answer.keys.lazy.compactMap({ try? sheet.value(of: $0)?.get() }).first {
        others[name] = value
      } else if sheet.value(of: .name(name)) != nil || !sheet.knows(name) {
        missing.append(name)
      }
    }
    let functions = compiled.answerKey.functions.map(\.spec.name).filter { name in
      names.contains(name) && sheet.function(named: name) == nil && !sheet.knows(name)
    }
    return (others, missing + functions)
  }

  // MARK: Figures

  /// A value as it stands in the text; a space that must not be broken comes before its unit.
  private func figure(_ value: Value, _ placeholder: LiveText.Placeholder) -> String {
    switch value {
    case .quantity(let number, let unit): return figures([number], unit, placeholder)
    case .column(let numbers, let unit): return figures(numbers, unit, placeholder)
    case .text(let text): return text
    case .truth(let truth): return truth ? "yes" : "no"
    case .texts(let texts): return enumeration(Array(texts.prefix(Self.mostNumbers)))
    case .truths, .table, .function: return value.kindName
    }
  }

  private func figures(
    _ numbers: [Double], _ unit: Unit, _ placeholder: LiveText.Placeholder
  ) -> String {
    let (rounding, isBare) = (placeholder.rounding, placeholder.isBare)
    if usesSmallerUnits, numbers.count == 1, rounding == .newspaper, !isBare {
      let (number, smaller) = SmallerUnits.fitting(numbers[0], unit)
      if smaller != unit { return figures([number], smaller, placeholder) }
    }
    var symbol = isBare || unit == .one ? "" : symbol(unit)
    // A label that one side of a quotient lacks: 2 t ÷ (1 t CO2e) is 2.
    if unit.isPlain, symbol.hasPrefix("/") { symbol = "" }
    let texts = numbers.prefix(Self.mostNumbers).map { number in
      switch rounding {
      case .exact: NumberFormat.standard.string(number)
      case .newspaper: NewspaperFormat(isPercentage: symbol == "%").string(number)
      case .figures(let count): NewspaperFormat(figures: count).string(number)
      }
    }
    let list =
      numbers.count > Self.mostNumbers ? texts.joined(separator: ", ") + ", …" : enumeration(texts)
    return (symbol.isEmpty ? list : "\(list) \(symbol)").replacing(" ", with: "\u{A0}")
  }

  /// The text as words of a formula.
  private static func inTeX(_ text: String) -> String {
    let marks: Set<Character> = ["%", "$", "#", "&", "_"]
    let words = withoutControls(text).filter { !"\\{}`".contains($0) }
    return "{\\text{" + words.map { marks.contains($0) ? "\\\($0)" : "\($0)" }.joined() + "}}"
  }

  /// The text with backslashes before what Markdown would take for marks.
  private static func escaped(_ text: String) -> String {
    let marks: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#"]
    var result = ""
    for character in withoutControls(text) {
      if marks.contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}

extension LiveText {
  /// Names of its own whose formulas can be parsed.
  var ownNames: [(name: String, formula: Expression)] {
    names.compactMap { name in name.formula.expression.map { (name.name, $0) } }
  }
}
