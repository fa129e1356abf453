import TerminalTesting
import Testing

/// Formulas and pictures of an exercise, at a terminal and in what is written.
@Suite(.serialized) struct PictureTests {
  private static let exercise = """
    ---
    reckon: 1
    id: tub
    title: Tub
    ---
    ## 1.1 A bath

    The energy is $E = \\frac{V \\cdot c}{\\eta}$, so $$\\eta = \\frac{V c}{E}$$

    ![A tub](tub.png) ![Another](other.gif) ![Gone](gone.png) ![Secret](../secret.png)

    ```question
    points: 1
    answers: {energy: 5 kWh}
    hints: [Use $E = P \\cdot t$.]
    ```
    """
  private static let png: [UInt8] =
    [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 9, 0, 0,
      0, 9,
    ]
    + [UInt8](repeating: 0x1B, count: 30)

  private func student() throws -> Student {
    let student = try Student()
    try student.write("tub.md", Self.exercise)
    try student.write("tub.png", bytes: Self.png)
    try student.write("other.gif", bytes: Array("GIF89a".utf8))
    return student
  }

  private func sitDown(_ student: Student, _ extra: [String: String]) throws -> PseudoTerminal {
    let terminal = try student.sitDown(["open", "tub.md"], extra: extra)
    try terminal.expect("Your student id")
    try terminal.expect(": ")
    try terminal.send("\r")
    try terminal.expect("› ")
    return terminal
  }

  /// The student's folder is there until now.
  private func leave(_ terminal: PseudoTerminal, of student: Student) throws {
    try terminal.expect("› ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!student.read("tub.answers.md").isEmpty)
  }

  @Test func aPictureIsShownOnceItIsAskedFor() throws {
    let student = try student()
    let terminal = try sitDown(student, ["KITTY_WINDOW_ID": "1"])
    #expect(!terminal.hasShown("Ga=T"))
    try terminal.send(":image tub\r")
    try terminal.expect("Ga=T,f=100,q=2,m=0;iVBORw0KGgo")
    try terminal.expect("A tub")
    try terminal.expect("› ")
    try terminal.send(":image 2\r")
    try terminal.expect("no pictures of its format")
    try leave(terminal, of: student)
  }

  @Test(arguments: [
    ("1", "No picture can be shown"), ("gone", "The file is not there"),
    ("secret", "not within the exercise's folder"), ("", "Which picture?"),
    ("x.png", "There is no picture"),
  ])
  func whereItCannotBeShownThatIsSaid(_ name: String, _ said: String) throws {
    let student = try student()
    let terminal = try sitDown(student, [:])
    try terminal.send(":image \(name)\r")
    try terminal.expect(said)
    #expect(!terminal.hasShown("Ga=T"))
    try leave(terminal, of: student)
  }

  @Test func formulasReachEveryPlaceWhereTextsAreShown() throws {
    let student = try student()
    let shown = try student.run(["open", "tub.md"], input: ":hint\n").output
    #expect(shown.contains("The energy is E = V · c/η, so\n\n        Vc\n    η = ──\n        E\n"))
    #expect(shown.contains("Use E = P · t."))
    try student.write("tub.answers.md", "---\nexercise: tub\n---\n")
    for (name, expected) in [
      ("a.html", "<mfrac><mrow><mi>V</mi><mo>·</mo><mi>c</mi></mrow><mi>η</mi></mfrac>"),
      ("a.md", "$E = \\frac{V \\cdot c}{\\eta}$"),
      ("a.ipynb", "$E = \\\\frac{V \\\\cdot c}{\\\\eta}$"),
    ] {
      _ = try student.run(["convert", "tub.answers.md", "--exercises", ".", "-o", name])
      #expect(student.read(name).contains(expected), "\(name)")
    }
  }
}
