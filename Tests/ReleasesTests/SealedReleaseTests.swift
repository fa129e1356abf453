import AnswerKeys
import ErrorDiagnosis
import ExerciseFiles
import Exercises
import FieldExercises
import Files
import Formulas
import Grading
import NotebookFiles
import NotebookGrading
import Quantities
import Releases
import SeededRandom
import TerminalTesting
import Testing

extension SealCipher {
  /// Fast, and no seal.
  static let cheap = SealCipher { word, salt in
    SealCipher.hashed(salt + word, count: SealCipher.tagBytes + SealCipher.keyBytes)
  }
}

extension Released {
  /// As students have it sealed, with a hash that takes no time.
  static func sealed(
    _ opened: OpenedExercise
  ) throws -> (full: OpenedExercise, sealed: OpenedExercise) {
    var seals: [String: SealedExercise] = [:]
    for compiled in [opened.compiled] + opened.required {
      seals[compiled.exercise.id] = try SealedExercise(compiled, cipher: .cheap)
    }
    let released = try Released(opened, as: .sealed) { seals[$0.exercise.id] }
    #expect(released.problems == [])
    func cheap(_ exercise: Exercise) -> Exercise {
      var exercise = exercise
      exercise.release?.seals = seals[exercise.id].map { SealBook($0.file, cipher: .cheap) }
      return exercise
    }
    let again = OpenedExercise(
      cheap(released.again.exercise), course: released.again.course,
      required: released.again.required.map { cheap($0.exercise) })
    return (opened, again)
  }
}

/// A sealed exercise against the one that it was made of.
@Suite struct SealedReleaseTests {
  /// Answers as people type them, right and wrong, at the edges of what is right to the last bit.
  private static func typed(_ answer: AnswerKey.Answer, _ random: inout SplitMix) -> [String] {
    guard isName(answer.spec.name) else { return [] }
    let unit = answer.unit
    func line(_ value: Value) -> String { "\(answer.spec.name) = \(literal(value))" }
    func value(_ numbers: [Double]) -> Value {
      answer.value.rowCount == nil ? .quantity(numbers[0], unit) : .column(numbers, unit)
    }
    let own = answer.value.numbers ?? []
    guard own.allSatisfy(\.isFinite), own.count <= 60 else { return [] }
    var lines = answer.accepted.map(line)
    // One row, or the only number, from the last that is right on.
    let row = Int(random.next() % UInt64(own.count))
    for direction in [1.0, -1.0] {
      for number in edge(of: answer, row, direction) {
        var numbers = own
        numbers[row] = number
        lines.append(line(value(numbers)))
      }
    }
    for other in unit.alternatives.prefix(3) {
      if let converted = answer.value.converted(to: other) { lines.append(line(converted)) }
      lines.append(line(answer.value.relabelled(other)))
    }
    lines.append(line(answer.value.relabelled(.one)))
    for figures in 1...4 {
      lines.append(line(value(own.map { NumberFormat.rounded($0, figures: figures) })))
    }
    for factor in [1000, 0.001, 3600, 2, 1 / 3.0, 100, -1] {
      lines.append(line(value(own.map { NumberFormat.rounded($0 * factor, figures: 5) })))
    }
    for _ in 0..<6 {
      let factor = 0.5 + Double(random.next() % 1_000_000) / 1e6
      var numbers = own
      numbers[row] = NumberFormat.rounded(own[row] * factor, figures: 3 + Int(random.next() % 10))
      lines.append(line(value(numbers)))
    }
    return lines
  }

  private static func isName(_ name: String) -> Bool { name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }

  private static func literal(_ value: Value) -> String {
    let numbers = (value.numbers ?? []).map { "\($0)" }
    let symbol = value.unit?.symbol ?? ""
    let isPoint = value.unit?.isTemperaturePoint ?? false
    if case .column = value {
      let list = "[\(numbers.joined(separator: ", "))]"
      return symbol.isEmpty ? list : isPoint ? "(\(list)) \(symbol)" : "\(list) * (1 \(symbol))"
    }
    return symbol.isEmpty ? numbers[0] : isPoint ? "(\(numbers[0])) \(symbol)" : "\(numbers[0]) \(symbol)"
  }

  /// The last number that is right in a direction, and the first that is not.
  private static func edge(of answer: AnswerKey.Answer, _ row: Int, _ direction: Double) -> [Double] {
    let reference = answer.value.numbers?[row] ?? 0
    func isRight(_ number: Double) -> Bool {
      guard var numbers = answer.value.numbers else { return false }
      numbers[row] = number
      return answer.accepts(
        answer.value.rowCount == nil
          ? .quantity(number, answer.unit) : .column(numbers, answer.unit))
    }
    guard isRight(reference) else { return [] }
    var (inside, outside) = (reference, reference + direction * (abs(reference) * 1e6 + 1e3))
    for _ in 0..<200 {
      let middle = inside + (outside - inside) / 2
      if middle == inside || middle == outside { break }
      if isRight(middle) { inside = middle } else { outside = middle }
    }
    return [inside, outside]
  }

  private struct Comparison {
    var count = 0
    var told = 0
    var mismatches: [String] = []
    var otherCauses: [String] = []

    mutating func compare(_ full: AnswerReport?, _ sealed: AnswerReport?, _ typed: String) {
      guard let full, let sealed else { return }
      count += 1
      let isOff: Set<Verdict> = [.wrong, .wrongDimension]
      if full.verdict != sealed.verdict, !(isOff.contains(full.verdict) && isOff.contains(sealed.verdict)) {
        mismatches.append("\(typed): \(full.verdict), sealed \(sealed.verdict) (\(full.message))")
      }
      if full.share != sealed.share, full.verdict == sealed.verdict { mismatches.append("share of \(typed)") }
      if let cause = sealed.cause {
        told += 1
        if cause.kind != full.cause?.kind || cause.names != full.cause?.names {
          otherCauses.append("\(typed): \(full.cause.map { "\($0)" } ?? "-"), sealed \(cause)")
        }
      }
    }
  }

  /// Numbers as they may be typed, and what people have typed.
  @Test(arguments: Released.names)
  func answersAreJudgedAsByTheFullExercise(_ name: String) throws {
    var random = SplitMix(seed: 5)
    var comparison = Comparison()
    let (full, sealed) = try Released.sealed(Released.open(name))
    for answer in full.compiled.answerKey.answers {
      for line in Self.typed(answer, &random) {
        comparison.compare(
          FieldExercises.report(on: answer.spec.name, answer.question, after: [line], in: full),
          FieldExercises.report(on: answer.spec.name, answer.question, after: [line], in: sealed),
          line)
      }
    }
    let parts = name.split(separator: "/").map(String.init)
    if parts.count == 2 {
      for answer in try FieldExercises.answers(of: parts[0]) where answer.exercise == parts[1] {
        comparison.compare(
          FieldExercises.report(on: answer, in: full),
          FieldExercises.report(on: answer, in: sealed), "\(answer.statements)")
      }
    }
    #expect(comparison.count > 60)
    #expect(comparison.mismatches == [])
    #expect(comparison.otherCauses == [])
    #expect(comparison.told > 0)
  }

  @Test func everyKindOfToleranceIsJudgedAsByTheFullExercise() throws {
    var random = SplitMix(seed: 3)
    var comparison = Comparison()
    let (full, sealed) = try sealed(Self.small)
    for _ in 0..<8 {
      for answer in full.compiled.answerKey.answers {
        for line in Self.typed(answer, &random) {
          comparison.compare(
            FieldExercises.report(on: answer.spec.name, "1", after: [line], in: full),
            FieldExercises.report(on: answer.spec.name, "1", after: [line], in: sealed), line)
        }
      }
    }
    #expect(comparison.count > 1000)
    #expect(comparison.mismatches == [])
    #expect(comparison.otherCauses == [])
  }

  @Test func rowsAndTestPointsAreJudgedOneByOne() throws {
    let (full, sealed) = try sealed(Self.small)
    for (answer, question, line) in [
      ("few", "1", "few = [1.5, 9, 4] km"), ("few", "1", "few = [7, 9, 4.01] km"),
      ("few", "1", "few = [1.5, 2.5] km"), ("many", "1", "many = days[\"Way\"] * 2"),
      ("many", "1", "many = days[\"Way\"] + 7 km"), ("many", "1", "many = 3 km"),
      ("energy", "2", "def energy(p, h) = p * h"), ("energy", "2", "def energy(p, h) = p * 3 h"),
      ("energy", "2", "def energy(p, h) = p"), ("energy", "2", "def energy(p) = p"),
      ("energy", "2", "energy = 3"),
    ] {
      let own = FieldExercises.report(on: answer, question, after: [line], in: sealed)
      let other = FieldExercises.report(on: answer, question, after: [line], in: full)
      #expect(own?.verdict == other?.verdict, "\(line)")
      #expect(own?.share == other?.share && own?.rows == other?.rows, "\(line)")
      #expect(own?.points?.map(\.verdict) == other?.points?.map(\.verdict), "\(line)")
    }
  }

  @Test func whatIsOffAfterAnEarlierErrorMayFollow() throws {
    let (_, sealed) = try Released.sealed(Released.open("chatgpt-footprint"))
    let lines = ["total_character_year = 5 character", "total_token_year = total_character_year / 4"]
    let report = FieldExercises.report(on: "total_token_year", "2.1.1", after: lines, in: sealed)
    #expect(report?.verdict == .wrong && report?.share == 0)
    #expect(
      report?.message.hasSuffix(
        "It may follow from `total_character_year`, which is off: the marks will tell.") == true)
  }

  @Test func aValueIsFoundByNobodyWhoDoesNotHaveIt() throws {
    let compiled = try Released.open("chatgpt-footprint").compiled
    let one = try SealedExercise(compiled, cipher: .cheap)
    let other = try SealedExercise(compiled, cipher: .cheap)
    // Neither count, size nor order tells anything, and nothing comes twice.
    #expect(one.file.boxes.count == other.file.boxes.count)
    #expect(Set(one.file.boxes.map(\.box.count)).count == 1)
    #expect(Set(one.file.boxes.map(\.tag)).isDisjoint(with: other.file.boxes.map(\.tag)))
    #expect(Set(one.file.boxes.map(\.tag)).count == one.file.boxes.count)
    let book = SealBook(one.file, cipher: .cheap)
    let words = SealWords("footprint_per_token", try #require(one.grids["footprint_per_token"]))
    func content(_ number: Double) -> SealContent? {
      words.words(number, row: 0, isTyped: true).lazy.compactMap(book.content).first
        .flatMap { SealContent($0) }
    }
    #expect(content(0.0026)?.reference != nil)
    #expect(content(0.1)?.reference == nil)
    #expect(content(0.0026 * 1000)?.reference == nil)
  }

  @Test(arguments: [
    "", "AAAA", "!!!!", "AQ" + String(repeating: "A", count: 100),
    "Af" + String(repeating: "/", count: 4000),
  ])
  func damagedSealsAreToldAndCostNothing(_ text: String) throws {
    #expect(SealFile(text).map { $0.boxes.count <= SealFile.mostBoxes } != false)
    let folder = try TemporaryFolder()
    let exercise = """
      ---
      reckon: 1
      id: damaged
      title: Damaged
      released: sealed
      made_of: "0"
      ---
      ## 1 One
      `x`

      ```question
      points: 1
      answers:
        x: {unit: W, seal: relative 0.01}
      ```

      ```seals
      \(text)
      ```

      """
    try FileSystem.writeNew(folder.path + "/damaged.md", Array(exercise.utf8))
    let loaded = ExerciseLibrary(folders: [folder.path]).load("damaged")
    if SealFile(text) == nil {
      #expect(loaded.problems.map(\.diagnostic.id) == ["seals-unread"])
    }
  }

  /// By the slow hash itself: a few answers.
  @Test func theRealSealIsOpenedByTheAnswer() throws {
    let exercise = """
      ---
      reckon: 1
      id: small
      title: Small
      ---
      ## 1 One
      Bind `x`.

      ```question
      points: 1
      answers:
        x: {expect: 2 W * 3, unit: W}
      ```

      """
    let folder = try TemporaryFolder()
    try FileSystem.writeNew(folder.path + "/small.md", Array(exercise.utf8))
    let library = ExerciseLibrary(folders: [folder.path])
    let opened = OpenedExercise(try #require(library.load("small").exercise))
    let seals = try SealedExercise(opened.compiled)
    let released = try Released(opened, as: .sealed) { _ in seals }
    for (line, verdict) in [
      ("x = 6 W", Verdict.correct), ("x = 6", .unitMissing), ("x = 9 W", .wrong),
    ] {
      #expect(FieldExercises.report(on: "x", "1", after: [line], in: released.again)?.verdict == verdict)
    }
    #expect(!released.text.contains("2 W"))
  }

  private func sealed(_ text: String) throws -> (full: OpenedExercise, sealed: OpenedExercise) {
    let folder = try TemporaryFolder()
    try FileSystem.writeNew(folder.path + "/small.md", Array(text.utf8))
    let library = ExerciseLibrary(folders: [folder.path])
    let opened = OpenedExercise(try #require(library.load("small").exercise))
    return try Released.sealed(opened)
  }

  /// Every kind of tolerance, the zero, several right values, columns short and long, a function.
  private static let small = """
    ---
    reckon: 1
    id: small
    title: Small
    units: {trip: counted}
    ---
    ```table days
    Name,Way [km]
    \((1...9).map { "d\($0),\($0 * 3 + 1)" }.joined(separator: "\n"))
    ```
    ## 1 Values
    Bind `near`, `apart`, `figures`, `between`, `guess`, `warm`, `warmer`, `nothing`, `either`, `few`,
    `many`, `each`, `form`, `mixed`.

    ```question
    points: 4
    given: {rate: 12.34 W, time: 7.7 h}
    answers:
      near: {expect: rate * time, unit: Wh, tolerance: 2%}
      apart: {expect: 5000.5 m, tolerance: 1 m}
      figures: {expect: 0.0026452 g, sigfigs: 2}
      between: {expect: 3 t, range: [2 t, 5 t]}
      guess: {expect: 200 L, within: 3x}
      warm: {expect: 20 °C, tolerance: 0.5 K}
      warmer: {expect: 30 °C}
      nothing: {expect: 0 V, tolerance: ±0.2}
      either: {expect: 4 s, or: 9 s}
      few: {expect: '[1.5, 2.5, 4] km', unit: km}
      many: {expect: 'days["Way"] * 2', unit: km}
      each: {expect: 12 km/trip, unit: km/trip}
      form: {expect: 0.3041, tolerance: 2%, written: 2 figures}
      mixed: {expect: 2.5 kW, units: exact, shares: {other-unit: 30%}}
    ```
    ## 2 A function
    Define `energy`.

    ```question
    points: 1
    function: energy(power, hours)
    expect: power * hours
    unit: kWh
    tests:
      - [2 kW, 3 h]
      - ['[1, 2] kW', 5 h]
    ```
    """
}
