import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Grading
import NotebookFiles
import Quantities
import Simulation

/// The errors that people make most at an answer, each with what the full exercise says of its value.
struct SealedSlips {
  /// By the words under which they are looked up.
  private(set) var found: [(words: [String], slip: SealContent.Slip)] = []

  /// Boxes for them at one answer.
  static let mostBoxes = 20
  /// Errors that are looked at.
  private static let mostTried = 24
  /// Figures with which a number is typed to see what is said of it.
  private static let (fewFigures, mostFigures) = ([3, 4], 6)
  /// With which values are typed.
  private static let typedFigures = 3...6
  /// Rows of a column that anybody types.
  private static let mostRows = 60
  /// A message that is longer is left out.
  private static let longest = 320

  private let item: SealedItem
  private let compiled: CompiledExercise

  init(_ item: SealedItem, in compiled: CompiledExercise) {
    self.item = item
    self.compiled = compiled
    guard item.isValue, item.rows <= Self.mostRows else { return }
    var boxes: Set<String> = []
    for numbers in candidates() {
      guard var slip = slip(numbers) else { continue }
      slip.rank = found.count
      let words = words(numbers)
      guard !words.isEmpty, boxes.union(words).count <= Self.mostBoxes else { continue }
      boxes.formUnion(words)
      found.append((words, slip))
    }
  }

  /// Tries until one of them is found, on average: of all numbers of three figures in twenty decades.
  var guesses: Double? {
    let boxes = Set(found.flatMap(\.words)).count
    return boxes == 0 ? nil : (18_000 / Double(boxes + 1)).rounded()
  }

  // MARK: Values

  /// What errors make of the model answer: what its author foresaw, then what a class makes often, then
  /// others by how likely they are.
  private func candidates() -> [[Double]] {
    let answer = item.answer
    let scope = compiled.modelScope(of: answer.question, in: compiled.units)
    let misconceptions = compiled.exercise.question(answer.question)?.misconceptions ?? []
    var all: [[Double]] = misconceptions.filter { own in
      own.answer.map { $0.text == answer.spec.name } ?? true
    }.compactMap { own in
      own.when.expression.flatMap(scope.value)?.converted(to: answer.unit)?.numbers
    }
    let outcomes = ForeseenErrors(of: answer, in: scope)?.outcomes ?? []
    let usual = outcomes.filter { $0.isLikely(at: answer) }
    all += (usual + outcomes).flatMap { [$0.measured, $0.numbers] }
    var seen: Set<[Float]> = []
    let fitting = all.filter { numbers in
      numbers.count == max(1, item.rows) && numbers.allSatisfy { $0.isFinite && $0 != 0 }
        && !answer.accepts(value(numbers)) && seen.insert(numbers.map(Float.init)).inserted
    }
    return Array(fitting.prefix(Self.mostTried))
  }

  private func value(_ numbers: [Double]) -> Value {
    item.rows > 0 ? .column(numbers, item.answer.unit) : .quantity(numbers[0], item.answer.unit)
  }

  // MARK: What is said

  /// What the full exercise says of a value, from as many figures on as it says the same; nil where it
  /// finds no cause.
  private func slip(_ numbers: [Double]) -> SealContent.Slip? {
    let whole = report(numbers, figures: Self.mostFigures, isBare: false)
    guard let cause = whole.cause, cause.kind != .follows,
      whole.verdict == .wrong || whole.verdict == .wrongDimension,
      whole.message.utf8.count <= Self.longest
    else { return nil }
    let isClause = whole.message.hasPrefix(Self.head) && cause.kind != .author
    return SealContent.Slip(
      numbers: item.sealedRows.map { Float(numbers[$0]) },
      figures: leastFigures(numbers, cause, isBare: false),
      bareFigures: leastFigures(numbers, cause, isBare: true), isClause: isClause,
      message: isClause
        ? String(whole.message.dropFirst(Self.head.count).dropLast()) : whole.message,
      cause: cause.sealed)
  }

  /// From as many figures on this cause is told: what fewer tell, more tell as well.
  private func leastFigures(_ numbers: [Double], _ cause: Cause, isBare: Bool) -> Int {
    func isTold(_ figures: Int) -> Bool {
      let other = report(numbers, figures: figures, isBare: isBare).cause
      return other?.kind == cause.kind && other?.names == cause.names
    }
    guard isTold(Self.mostFigures) else { return SealContent.Slip.never }
    return Self.fewFigures.first(where: isTold) ?? Self.mostFigures
  }

  private static let head = "Not right yet: "

  /// The report on a value as it is typed, with its unit or bare.
  private func report(_ numbers: [Double], figures: Int, isBare: Bool) -> AnswerReport {
    let texts = numbers.map { Self.typed($0, figures: figures) }
    let literal = item.rows > 0 ? "[\(texts.joined(separator: ", "))]" : texts[0]
    let symbol = isBare ? "" : item.answer.unit.symbol
    let isPoint = !isBare && item.answer.unit.isTemperaturePoint
    let typed =
      symbol.isEmpty
      ? literal : item.rows > 0 || isPoint ? "\(literal) * (1 \(symbol))" : "\(literal) \(symbol)"
    let sheet = compiled.makeSheet()
    let name = item.answer.spec.name
    let items = Parser.parse("\(name) = \(isPoint ? "(\(literal)) \(symbol)" : typed)").items
    _ = sheet.load(
      items.compactMap { item -> Statement? in
        if case .statement(let statement) = item { return statement }
        return nil
      })
    return Grader(compiled, sheet: sheet).judge(item.answer.spec)
  }

  /// With so many figures and no more: `9.50e4`.
  private static func typed(_ number: Double, figures: Int) -> String {
    let (digits, power) = NumberFormat.digits(NumberFormat.rounded(number, figures: figures))
    let zeros = String(repeating: "0", count: max(0, figures - digits.count))
    return "\(number < 0 ? "-" : "")\(digits.prefix(1)).\(digits.dropFirst())\(zeros)e\(power)"
  }

  // MARK: Words

  /// The first figures of the value, typed with few of them or many: of a column, those of its first row.
  private func words(_ numbers: [Double]) -> [String] {
    let typed = Self.typedFigures.map { NumberFormat.rounded(numbers[0], figures: $0) }
    var found: [String] = []
    for number in typed + [1 + 1e-6, 1 - 1e-6].map({ numbers[0] * $0 }) {
      guard let word = item.words.word(ofError: number), !found.contains(word) else { continue }
      found.append(word)
    }
    return found
  }
}
