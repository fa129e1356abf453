import Diagnostics
import Exercises
import Formulas
import Quantities

/// Texts with live figures as they stand on a sheet: a student's, or that of the model answers.
public struct ShownText {
  public enum State: Hashable, Sendable {
    /// Markdown with the figures in it.
    case ready(String)
    /// Answers that have no value yet, in the order of the exercise.
    case waiting([String])
    /// Why a formula cannot be computed from the values that there are.
    case failing(Diagnostic)
  }

  private let reference: Reference
  private let sheet: Worksheet
  /// How units are written.
  private let symbol: (Unit) -> String
  /// Whether small figures are written in a smaller unit than the author's.
  var usesSmallerUnits = false

  /// Numbers of a column that are written out.
  private static let mostNumbers = 12

  public init(
    _ reference: Reference, on sheet: Worksheet, symbol: ((Unit) -> String)? = nil
  ) {
    self.reference = reference
    self.sheet = sheet
    self.symbol = symbol ?? { $0.symbol }
  }

  /// - Parameter values: names that the text has beside those of the sheet.
  public func state(of show: ShowText, values: [String: Value] = [:]) -> State {
    var read = ReadShow(show)
    if let first = read.problems.first { return .failing(first.problem.diagnostic) }
    let wanted = read.usedNames.subtracting(values.keys)
    let (others, missing) = answers(wanted)
    if !missing.isEmpty { return .waiting(missing) }
    var markdown = ""
    for piece in read.pieces {
      switch piece {
      case .text(let text): markdown += text
      case .formula(let hole, let expression):
        let result = sheet.evaluate(
          expression, where: read.names, values: others.merging(values) { $1 })
        switch result {
        case .failure(let problem): return .failing(problem.diagnostic)
        case .success(let value): markdown += Self.escaped(figure(value, hole))
        }
      }
    }
    return .ready(markdown)
  }

  /// Names of the sheet that a text's formulas use, through those of its own.
  public static func usedNames(of show: ShowText) -> Set<String> {
    var read = ReadShow(show)
    return read.usedNames
  }

  /// The answers among the names that the student has under another name or as a column, and
  /// those that have no value at all.
  private func answers(_ names: Set<String>) -> (others: [String: Value], missing: [String]) {
    var others: [String: Value] = [:]
    var missing: [String] = []
    for answer in reference.answers where names.contains(answer.spec.name) {
      let name = answer.spec.name
      let value = reference.keys(of: answer.spec).lazy.compactMap { key in
        try? sheet.value(of: key)?.get()
      }.first
      if let value {
        others[name] = value
      } else if sheet.value(of: .name(name)) != nil || !sheet.knows(name) {
        missing.append(name)
      }
    }
    for function in reference.functions where names.contains(function.spec.name) {
      if sheet.function(named: function.spec.name) == nil, !sheet.knows(function.spec.name) {
        missing.append(function.spec.name)
      }
    }
    return (others, missing)
  }

  // MARK: Figures

  /// A value as it stands in the text; a space that must not be broken comes before its unit.
  private func figure(_ value: Value, _ hole: ShowText.Hole) -> String {
    switch value {
    case .quantity(let number, let unit): return figures([number], unit, hole)
    case .column(let numbers, let unit): return figures(numbers, unit, hole)
    case .text(let text): return text
    case .truth(let truth): return truth ? "yes" : "no"
    case .texts(let texts): return enumeration(Array(texts.prefix(Self.mostNumbers)))
    case .truths, .table, .function: return value.kindName
    }
  }

  private func figures(_ numbers: [Double], _ unit: Unit, _ hole: ShowText.Hole) -> String {
    if usesSmallerUnits, numbers.count == 1, hole.rounding == .newspaper, !hole.isBare {
      let (number, smaller) = SmallerUnits.fitting(numbers[0], unit)
      if smaller != unit { return figures([number], smaller, hole) }
    }
    var symbol = hole.isBare || unit == .one ? "" : symbol(unit)
    // A label that one side of a quotient lacks: 2 t ÷ (1 t CO2e) is 2.
    if unit.isPlain, symbol.hasPrefix("/") { symbol = "" }
    let texts = numbers.prefix(Self.mostNumbers).map { number in
      switch hole.rounding {
      case .exact: NumberFormat.standard.string(number)
      case .newspaper: NewspaperFormat(isPercentage: symbol == "%").string(number)
      case .figures(let count): NewspaperFormat(figures: count).string(number)
      }
    }
    let list =
      numbers.count > Self.mostNumbers
      ? texts.joined(separator: ", ") + ", …" : enumeration(texts)
    return (symbol.isEmpty ? list : "\(list) \(symbol)").replacing(" ", with: "\u{A0}")
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

/// A text whose formulas are parsed.
struct ReadShow {
  enum Piece {
    case text(String)
    case formula(ShowText.Hole, Expression)
  }

  private(set) var names: [(name: String, formula: Expression)] = []
  private(set) var pieces: [Piece] = []
  /// Formulas that cannot be read.
  private(set) var problems: [(text: SourcedText, problem: FormulaProblem)] = []

  init(_ show: ShowText) {
    for name in show.names {
      if let formula = parsed(name.formula) { names.append((name.name, formula)) }
    }
    for piece in show.pieces {
      switch piece {
      case .text(let text): pieces.append(.text(text))
      case .formula(let hole):
        if let formula = parsed(hole.formula) { pieces.append(.formula(hole, formula)) }
      }
    }
  }

  private mutating func parsed(_ text: SourcedText) -> Expression? {
    switch Parser.formula(text.text) {
    case .success(let expression): return expression
    case .failure(let problem):
      problems.append((text, problem))
      return nil
    }
  }

  /// Names that its formulas use, through those of its own.
  lazy var usedNames: Set<String> = {
    var wanted: Set<String> = []
    for case .formula(_, let expression) in pieces { wanted.formUnion(expression.usedNames) }
    for name in names.reversed() where wanted.contains(name.name) {
      wanted.formUnion(name.formula.usedNames)
    }
    return wanted.subtracting(names.map(\.name))
  }()
}
