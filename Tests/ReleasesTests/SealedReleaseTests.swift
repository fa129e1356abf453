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
import Synchronization
import TerminalTesting
import Testing

/// A sealed exercise against the one that it was made of.
@Suite struct SealedReleaseTests {
  /// Numbers as they may be typed, and what people have typed.
  @Test(arguments: Released.names)
  func answersAreJudgedAsByTheFullExercise(_ name: String) throws {
    var random = SplitMix(seed: 5)
    var comparison = Comparison()
    let (full, sealed) = try Released.sealed(Released.open(name))
    for answer in full.compiled.answerKey.answers {
      for line in TypedAnswers.lines(answer, &random) {
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
        for line in TypedAnswers.lines(answer, &random) {
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

  @Test(arguments: ["3", "4"])
  func everyChoiceIsMarkedAsByTheFullExercise(_ question: String) throws {
    let (full, sealed) = try sealed(Self.small)
    for ticks in 0..<16 {
      let lines = ["Ant", "Bee", "Cow", "Dog"].enumerated().map {
        "- [\(ticks >> $0 & 1 == 1 ? "x" : " ")] \($1)"
      }
      let text = """
        ---
        reckon: 1
        exercise: small
        ---
        ## \(question)
        \(lines.joined(separator: "\n"))
        """
      let reports = [full, sealed].map { opened in
        opened.compiled.grade(NotebookFile(text: text, name: "test")).report().questions
          .first { $0.id == question }
      }
      #expect(reports[0]?.answers.first?.verdict == reports[1]?.answers.first?.verdict)
      #expect(reports[0]?.answers.first?.message == reports[1]?.answers.first?.message)
      #expect(reports[0]?.score == reports[1]?.score && reports[0]?.waiting == reports[1]?.waiting)
      #expect(reports[1]?.answers.first?.choice?.showsReasons == false)
    }
  }

  @Test func whatIsOffAfterAnEarlierErrorMayFollow() throws {
    let (_, sealed) = try Released.sealed(Released.open("chatgpt-footprint"))
    let lines = [
      "total_character_year = 5 character", "total_token_year = total_character_year / 4",
    ]
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
      words.words(near: number, row: 0).lazy.compactMap(book.content).first
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

  /// Whoever hands out an exercise can make its seals, and its texts are read as any other's.
  @Test func madeUpSealsDoNoHarm() throws {
    let (_, sealed) = try sealed(Self.small)
    let words = ["near", "few", "many", "energy#0"].flatMap { name in
      [SealGrid.relative(0.04), .relative(0.01), .linear(2)].flatMap { grid in
        (0..<3).flatMap { SealWords(name, grid).words(near: 7, row: $0) }
      }
    }
    let key = [UInt8](repeating: 7, count: SealCipher.keyBytes)
    let cause = SealContent.Cause(kind: "scale", names: ["\u{1B}[31m"], factor: .nan)
    let slip = SealContent.Slip(
      numbers: [7], figures: 0, bareFigures: 0, isClause: true, message: "\u{1B}[2Jred",
      cause: cause)
    let hostile: [SealContent] = [
      .init(reference: .init(accepted: [.nan, .infinity], tolerance: .factor(.nan), rows: 3)),
      .init(reference: .init(accepted: [1], tolerance: .relative(9), rows: 9, key: key)),
      .init(
        reference: .init(
          accepted: [1e300, -1, 0, 5], tolerance: .range(.nan, .nan), rows: -1,
          parts: ["((((", "\u{0}"])),
      .init(slips: [slip, slip]),
    ]
    let places = ["Ant", "Bee", "Cow", "Dog"].indices
    for content in hostile {
      let all = words + places.map { SealedChoice.word("3", option: $0) }
      let salt = SealCipher.random(SealCipher.saltBytes)
      let boxes = all.compactMap { word in
        SealCipher.cheap.derived(word, salt: salt).map { tag, key in
          SealFile.Box(tag: tag, box: SealCipher.sealed(content.bytes, key: key))
        }
      }
      let empty = SealFile.Box(
        tag: SealCipher.tag(ofKey: key),
        box: SealCipher.sealed(SealedColumn.bytes([]), key: key))
      var exercise = sealed.exercise
      exercise.release?.seals = SealBook(
        SealFile(salt: salt, boxes: boxes, inner: [empty]), cipher: .cheap)
      let opened = OpenedExercise(exercise)
      let text = """
        ---
        reckon: 1
        exercise: small
        ---
        ## 1
        ```reckon
        near = 7.00 Wh
        few = [7, 7, 7] km
        many = days["Way"] * 0 + 7 km
        def energy(p, h) = 7 kWh
        ```
        ## 3
        - [x] Ant
        - [x] Bee
        """
      let report = opened.compiled.grade(NotebookFile(text: text, name: "test")).report()
      for answer in report.questions.flatMap(\.answers) {
        #expect(!answer.message.unicodeScalars.contains { $0.value < 32 }, "\(answer.name)")
        #expect(answer.cause?.names.contains { $0.contains("\u{1B}") } != true)
        #expect(answer.cause?.factor?.isFinite != false)
      }
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
      #expect(
        FieldExercises.report(on: "x", "1", after: [line], in: released.again)?.verdict == verdict)
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
    ## 3 Two of them

    ```question
    points: 2
    choose: 2
    options:
      - {text: Ant, right: yes, because: It walks.}
      - {text: Bee, right: yes}
      - {text: Cow, right: if argued}
      - Dog
    ```
    ## 4 All of them

    ```question
    points: 2
    choose: any
    options:
      - {text: Ant, right: yes, because: It walks.}
      - Bee
      - {text: Cow, right: yes}
      - Dog
    ```
    """
}
