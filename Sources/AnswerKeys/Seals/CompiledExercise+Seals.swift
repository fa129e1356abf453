import Exercises
import Formulas
import Quantities

/// What a value has opened of an answer's seals.
public struct OpenedSeals {
  /// With the model's value where a right cell was opened.
  public var answer: AnswerKey.Answer
  /// Errors that cells of the value hold, each with the numbers that were looked up.
  public var slips: [(slip: SealContent.Slip, numbers: [Double])] = []
}

extension CompiledExercise {
  /// The answer with what a value opens of its seals; as it is where it has none. Whatever the value
  /// can be read as is looked up, once in a session.
  ///
  /// - `formula`: where the value comes from.
  public func opened(
    _ answer: AnswerKey.Answer, by value: Value, formula: Expression?
  ) -> OpenedSeals {
    var found = OpenedSeals(answer: answer)
    guard answer.isShut, let words = answer.seals, let seals = exercise.release?.seals else {
      return found
    }
    for reading in answer.readings(of: value) {
      guard let numbers = answer.numbers(ofShape: reading) else { continue }
      let cells = SealedCells(numbers, words, seals)
      found.slips += cells.slips.map { ($0, numbers) }
      if let opened = cells.opened(answer, in: units) {
        found.answer = opened
        return found
      }
    }
    if let word = answer.wordOfRounded(value, formula), let key = seals.content(of: word),
      let reference = seals.content(withKey: key).flatMap({ SealContent($0)?.reference }),
      let opened = SealedCells(reference).opened(answer, in: units)
    {
      found.answer = opened
    }
    return found
  }
}

/// What the cells of a value hold.
private struct SealedCells {
  /// Errors that give its first number, the likeliest first.
  private(set) var slips: [SealContent.Slip] = []
  /// By row.
  private var references: [Int: SealContent.Reference] = [:]
  /// All rows, for the model's value and others that are accepted.
  private var whole: [[Double]]?
  private let rows: Int

  init(_ numbers: [Double], _ words: SealWords, _ seals: any Unsealing) {
    rows = numbers.count
    var isRight = true
    for row in SealWords.sealedRows(of: rows) where whole == nil {
      var rowIsRight = false
      for word in words.words(near: numbers[row], row: row) where whole == nil && !rowIsRight {
        guard let reference = seals.content(of: word).flatMap({ SealContent($0)?.reference }) else {
          continue
        }
        references[row] = reference
        rowIsRight = reference.accepts(numbers[row])
        if !reference.key.isEmpty {
          whole = seals.content(withKey: reference.key).flatMap(SealedColumn.read)
        }
      }
      isRight = isRight && rowIsRight
    }
    // What is right has no error. Of a column that was opened whole, one row alone was looked at.
    if !isRight || whole != nil, let word = numbers.first.flatMap(words.word(ofError:)),
      let content = seals.content(of: word).flatMap({ SealContent($0) })
    {
      slips = content.slips.sorted { $0.rank < $1.rank }
    }
  }

  /// Of a single number.
  init(_ reference: SealContent.Reference) {
    (rows, references) = (1, [0: reference])
  }

  /// The answer with the rows that were opened; nil where none was.
  func opened(_ answer: AnswerKey.Answer, in units: UnitSystem) -> AnswerKey.Answer? {
    guard let first = references.values.first else { return nil }
    let isColumn = answer.value.rowCount != nil
    // A column of another length has rows in common at most by chance.
    guard first.rows == (isColumn ? rows : 0) else { return nil }
    let accepted =
      whole
      ?? first.accepted.indices.map { place in
        // What was not opened is not right: no number is near infinity.
        (0..<rows).map { row in
          references[row].flatMap { $0.accepted.indices.contains(place) ? $0.accepted[place] : nil }
            ?? .infinity
        }
      }
    guard !accepted.isEmpty, accepted.allSatisfy({ $0.count == rows }) else { return nil }
    let values = accepted.map { numbers -> Value in
      isColumn ? .column(numbers, answer.unit) : .quantity(numbers[0], answer.unit)
    }
    let parts = first.parts.compactMap { symbol in
      try? units.unit(of: AuthorFormula(symbol, line: 1)).get()
    }
    return answer.opened(values, first.tolerance, parts: Set(parts))
  }
}

extension SealContent.Reference {
  /// Of a row.
  fileprivate func accepts(_ number: Double) -> Bool {
    accepted.contains { $0.isNaN ? number.isNaN : tolerance.accepts(number, $0) }
  }
}

extension AnswerKey.Answer {
  /// Under which the model's value is sealed if a typed number is that rounded to its figures; nil
  /// where it cannot be.
  fileprivate func wordOfRounded(_ raw: Value, _ formula: Expression?) -> String? {
    guard case .quantity(let number, let own) = raw, case .quantity = value,
      spec.rules.units != .none,
      let figures = formula?.typedFigures, SealWords.roundedFigures.contains(figures),
      own.differsOnlyInCounts(from: unit),
      NumberFormat.rounded(number, figures: figures) == number
    else { return nil }
    return seals?.word(ofRounded: number, in: own)
  }

  /// Other units that a bare number is read in, where the author gives a share for it.
  private static let mostOtherUnits = 8

  /// What a value may be, in the unit asked for: as it is, by its number alone, in a unit that is
  /// accepted, without what is counted. The likeliest comes first, and each once.
  fileprivate func readings(of raw: Value) -> [Value] {
    guard let own = raw.unit else { return [] }
    var found: [Value] = []
    func add(_ value: Value?) {
      guard let value, let numbers = value.numbers,
        !found.contains(where: { $0.numbers.map { Self.isSame($0, numbers) } == true })
      else { return }
      found.append(value)
    }
    if spec.rules.units != .none { add(raw.converted(to: unit)) }
    for accepted in accepts { add(raw.converted(to: accepted)?.relabelled(unit)) }
    add(
      raw.relabelled(own.withoutCounts).converted(to: unit.withoutCounts)?.relabelled(unit))
    add((raw.converted(to: .one) ?? raw).relabelled(unit))
    add(raw.relabelled(unit))
    if spec.rules.shares[.otherUnit] != nil, own.isPlain {
      for other in unit.alternatives.prefix(Self.mostOtherUnits) {
        add(raw.relabelled(other).converted(to: unit))
      }
    }
    return found
  }

  private static func isSame(_ one: [Double], _ other: [Double]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  /// The numbers of a value of the shape asked for.
  fileprivate func numbers(ofShape value: Value) -> [Double]? {
    switch (value, self.value) {
    case (.quantity(let number, _), .quantity): [number]
    case (.column(let numbers, _), .column(let own, _)) where numbers.count == own.count: numbers
    default: nil
    }
  }
}
