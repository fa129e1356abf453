import AnswerKeys
import ExerciseFiles
import Exercises
import FieldExercises
import Files
import Formulas
import Grading
import NotebookGrading
import Quantities
import SeededRandom
import Synchronization
import TerminalTesting
import Testing

@testable import Releases

/// What a seal costs those who search for its value, and those who have it.
@Suite struct SealCostTests {
  @Test func aPlainValueTakesThousandsOfGuesses() throws {
    let (full, _) = try Self.sealed("x: {expect: 7.3619 W, tolerance: 0.5%}")
    let sealed = try SealedExercise(full.compiled, cipher: .cheap)
    let book = SealBook(sealed.file, cipher: .cheap)
    let grid = try #require(sealed.grids["x"])
    let words = SealWords("x", grid)
    // Every cell of twenty decades.
    var cells: Set<String> = []
    for place in -2303..<2303 {
      cells.insert(try #require(words.word(of: .exp(0.01 * (Double(place) + 0.5)), row: 0)))
    }
    #expect(cells.count > 4000)
    #expect(grid.guesses(for: 7.3619) == Double(cells.count))
    let opened = cells.compactMap(book.content).compactMap { SealContent($0)?.reference }
    #expect(opened.map(\.accepted) == [[7.3619]])
    // Every number of two figures.
    var rounded: Set<String> = []
    for power in -10..<10 {
      for figures in 10..<100 {
        let number = try #require(Double("\(figures)e\(power)"))
        rounded.insert(try #require(words.word(ofRounded: number, in: full.compiled.unit("W"))))
      }
    }
    #expect(rounded.count > 1700)
    #expect(rounded.count { book.content(of: $0) != nil } == 1)
    #expect(sealed.search?.guesses == Double(rounded.count))
  }

  @Test(arguments: [
    ("x: {expect: 7.3619 W, tolerance: 6%}", 384), ("x: {expect: 7.3619 W, sigfigs: 2}", 1800),
    ("x: {expect: 7.3619 W, within: 3x}", 21), ("x: {expect: 200 m, tolerance: 1 m}", 202),
    ("x: {expect: 7 trip, tolerance: 0.1%}", 4606),
  ])
  func theSearchThatIsToldIsTheCheaper(_ answer: String, _ guesses: Int) throws {
    let sealed = try SealedExercise(Self.sealed(answer).full.compiled, cipher: .cheap)
    #expect(sealed.search?.guesses == Double(guesses))
  }

  /// A distance leaves cells far narrower than what is lost of a number of few figures.
  @Test(arguments: ["95018", "95017.99", "0.0950", "0.09502", "0.095018"])
  func anErrorIsToldOfFewFiguresAndOfMany(_ number: String) throws {
    let (full, sealed) = try Self.sealed(
      "x: {expect: 12.34 W * (6.7 h + 1 h), unit: Wh, tolerance: 0.01 Wh}")
    let line = "x = \(number) Wh"
    let report = FieldExercises.report(on: "x", "1", after: [line], in: sealed)
    #expect(report?.cause != nil)
    #expect(
      report?.cause == FieldExercises.report(on: "x", "1", after: [line], in: full)?.cause)
  }

  /// By all numbers of three figures.
  @Test func anErrorIsFoundAsSoonAsIsTold() throws {
    let compiled = try Self.sealed("x: {expect: 12.34 W * 7.7 h, unit: Wh}").full.compiled
    let sealed = try SealedExercise(compiled, cipher: .cheap)
    let book = SealBook(sealed.file, cipher: .cheap)
    let words = SealWords("x", try #require(sealed.grids["x"]))
    var found = 0
    for sign in [1.0, -1] {
      for power in -10..<10 {
        for figures in 100..<1000 {
          let number = try #require(Double("\(figures)e\(power)"))
          if words.word(ofError: sign * number).flatMap(book.content) != nil { found += 1 }
        }
      }
    }
    #expect((5...20).contains(found))
    #expect(sealed.search?.guessesOfErrors == (18_000 / Double(found + 1)).rounded())
  }

  /// The form of an exercise says how many boxes there are, and how large they are.
  @Test func boxesTellNothingOfTheValue() throws {
    let sizes = try ["7.3619", "1.005", "-0.25", "99999"].map { value in
      let sealed = try SealedExercise(
        Self.sealed("x: {expect: \(value) kWh}").full.compiled, cipher: .cheap)
      return [sealed.file.boxes.count, sealed.file.keys.count, sealed.file.size]
    }
    #expect(Set(sizes).count == 1, "\(sizes)")
    #expect(sizes[0][1] >= 5)
  }

  @Test(arguments: ["x = 7.3619 W", "x = 7.4 W", "x = 7 W", "x = 5.123 W", "x = 3 W + 2 W"])
  func anAnswerTakesThreeTriesAndOneOfItsFigures(_ line: String) throws {
    var (_, sealed) = try Self.sealed("x: {expect: 7.3619 W}")
    let counted = CountedSeals(try #require(sealed.exercise.release?.seals))
    var exercise = sealed.exercise
    exercise.release?.seals = counted
    sealed = OpenedExercise(exercise)
    #expect(FieldExercises.report(on: "x", "1", after: [line], in: sealed) != nil)
    let isTyped = !line.contains("+")
    #expect(counted.words.withLock { $0.count { !$0.contains("~") } } <= 3)
    #expect(counted.words.withLock { $0.count { $0.contains("~") } } <= (isTyped ? 1 : 0))
  }

  /// An exercise with one question.
  private static func sealed(
    _ answers: String
  ) throws -> (full: OpenedExercise, sealed: OpenedExercise) {
    let text = """
      ---
      reckon: 1
      id: small
      title: Small
      units: {trip: counted}
      ---
      ## 1 Values
      Bind them.

      ```question
      points: 1
      answers:
        \(answers)
      ```

      """
    let folder = try TemporaryFolder()
    try FileSystem.writeNew(folder.path + "/small.md", Array(text.utf8))
    let loaded = ExerciseLibrary(folders: [folder.path]).load("small")
    #expect(loaded.problems.map(\.diagnostic.message) == [])
    return try Released.sealed(OpenedExercise(try #require(loaded.exercise)))
  }

  // MARK: Cells

  /// Whoever is right, to the last bit, looks where the value is.
  @Test(arguments: [
    Tolerance.relative(0.005), .relative(0.001), .relative(0.02), .relative(0.5), .relative(0.95),
    .factor(1.5), .factor(3), .absolute(1), .absolute(0.003), .degrees(share: 0.005, least: 0.05),
    .degrees(share: 0, least: 0.5), .degrees(share: 0.1, least: 1), .figures(1), .figures(2),
    .figures(3), .figures(5),
  ])
  func whoIsRightLooksWhereTheValueIs(_ tolerance: Tolerance) {
    let grid = SealCoverage.grid(tolerance)
    var random = SplitMix(seed: 11)
    var most = 0
    for _ in 0..<3000 {
      let (reference, right) = Self.pair(tolerance, &random)
      let near = grid.cells(near: right)
      most = max(most, near.count)
      guard let cell = grid.cell(of: reference), near.contains(cell) else {
        Issue.record("\(right) is right for \(reference), and does not look there")
        return
      }
    }
    #expect(most <= ([.relative(0.95), .figures(1)].contains(tolerance) ? 4 : 3))
  }

  @Test(arguments: [Tolerance.relative(0.005), .figures(2), .factor(3)])
  func zeroIsFoundByZero(_ tolerance: Tolerance) {
    let grid = SealCoverage.grid(tolerance)
    let zero = grid.cell(of: 0)
    func looksThere(_ number: Double) -> Bool { grid.cells(near: number).contains { $0 == zero } }
    #expect([0, -0.0, 1e-9, -1e-10].allSatisfy(looksThere))
    #expect(!looksThere(1e-8))
  }

  /// A value, often at the edge of a decade, and a number at the edge of what is right for it.
  private static func pair(
    _ tolerance: Tolerance, _ random: inout SplitMix
  ) -> (reference: Double, right: Double) {
    let share = Double(random.next() % 1_000_000) / 1e6
    let power = Double("1e\(Int(random.next() % 13) - 6)") ?? 1
    let sign: Double = random.next() % 2 == 0 ? 1 : -1
    let reference =
      sign * power
      * (random.next() % 3 == 0 ? 1 + (share - 0.5) * 1e-3 : 1 + 9 * share)
    let direction: Double = random.next() % 2 == 0 ? 1 : -1
    var (inside, outside) = (
      reference, reference + direction * (abs(reference) * 20 + 1e4)
    )
    for _ in 0..<200 {
      let middle = inside + (outside - inside) / 2
      if middle == inside || middle == outside { break }
      if tolerance.accepts(middle, reference) { inside = middle } else { outside = middle }
    }
    return (reference, inside)
  }

  // MARK: Rounded numbers

  /// In the unit asked for and all that people use for the same, with too few figures and enough.
  @Test func roundedNumbersAreToldInEveryUnit() throws {
    var comparison = Comparison()
    var rounded: [String: Int] = [:]
    let (full, sealed) = try Self.sealed(Self.values)
    for answer in full.compiled.answerKey.answers {
      for line in Self.lines(answer) {
        let name = answer.spec.name
        let report = FieldExercises.report(on: name, "1", after: [line], in: full)
        if report?.verdict == .rounded { rounded[name, default: 0] += 1 }
        comparison.compare(
          report, FieldExercises.report(on: name, "1", after: [line], in: sealed), line)
      }
    }
    #expect(comparison.count > 1000)
    #expect(comparison.mismatches == [])
    #expect(Set(rounded.keys) == Set(full.compiled.answerKey.answers.map(\.spec.name)))
    #expect(rounded.values.reduce(0, +) > 150)
  }

  private static let values = """
    plain: {expect: 7.3619 W}
      edge: {expect: 9.96 kW, tolerance: 0.1%}
      below: {expect: -9.96 kJ, tolerance: 0.1%}
      half: {expect: 1.005 kWh, tolerance: 0.2%}
      share: {expect: 26.38 %}
      number: {expect: 0.02638}
      warmth: {expect: 293.27 K}
      warm: {expect: 20.43 °C, tolerance: 0.1 K}
      each: {expect: 12.34 km/trip}
      trips: {expect: 1338 trip}
      far: {expect: 123456.7 m, tolerance: 1 m}
      between: {expect: 2.64 t, range: [2.62 t, 2.65 t]}
      figures: {expect: 0.0026452 g, sigfigs: 4}
      factor: {expect: 1.036 L, within: 1.01x}
      either: {expect: 4.07 s, or: 9.36 s}
      fuel: {expect: 6.374 L/km, unit: mL/m}
    """

  private static func lines(_ answer: AnswerKey.Answer) -> [String] {
    let plain = answer.unit.withoutCounts
    return ([answer.unit, plain] + plain.alternatives.prefix(14)).flatMap { unit in
      answer.accepted.flatMap { value -> [String] in
        guard
          let number = value.relabelled(plain).converted(to: unit.withoutCounts)?.numbers?.first
        else { return [] }
        return (1...5).flatMap { figures -> [String] in
          let rounded = NumberFormat.rounded(number, figures: figures)
          let last = Double("1e\(NumberFormat.leadingPower(rounded) - figures + 1)") ?? 0
          return [rounded, rounded + last, number * (1 + 1e-9), rounded * 10].map {
            "\(answer.spec.name) = \(typed($0, figures: figures, unit))"
          }
        }
      }
    }
  }

  /// With so many figures, zeros included: `1.0e1 kW`.
  private static func typed(_ number: Double, figures: Int, _ unit: Unit) -> String {
    let (digits, power) = NumberFormat.digits(NumberFormat.rounded(number, figures: figures))
    let all = digits + String(repeating: "0", count: max(0, figures - digits.count))
    let literal =
      (number < 0 ? "-" : "") + all.prefix(1) + (figures > 1 ? "." : "") + all.dropFirst()
      + "e\(power)"
    return unit.isTemperaturePoint ? "(\(literal)) \(unit.symbol)" : "\(literal) \(unit.symbol)"
  }
}

/// Counts what is looked up.
private final class CountedSeals: Unsealing {
  let words = Mutex<Set<String>>([])
  private let seals: any Unsealing

  init(_ seals: any Unsealing) { self.seals = seals }

  func content(of word: String) -> [UInt8]? {
    words.withLock { _ = $0.insert(word) }
    return seals.content(of: word)
  }

  func content(withKey key: [UInt8]) -> [UInt8]? { seals.content(withKey: key) }
}

extension CompiledExercise {
  fileprivate func unit(_ symbol: String) -> Unit {
    (try? units.unit(of: AuthorFormula(symbol, line: 1)).get()) ?? .one
  }
}
