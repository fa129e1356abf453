import Foundation
import TerminalTesting
import Testing

@testable import ReckonCommands

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

  @Test func aPictureThatIsTooLargeIsTold() throws {
    let student = try student()
    try student.write("tub.png", bytes: Self.png + [UInt8](repeating: 0, count: 4 << 20))
    let terminal = try sitDown(student, ["KITTY_WINDOW_ID": "1"])
    try terminal.send(":image tub\r")
    try terminal.expect("too large to be shown")
    #expect(!terminal.hasShown("Ga=T"))
    try leave(terminal, of: student)
  }

  @Test(arguments: [
    ("1", "No picture can be shown"), ("\(Int.min)", "There is no picture"),
    ("gone", "The file is not there"),
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

  // MARK: Sixels

  /// A script that stands for `img2sixel`, on a `PATH` of its own.
  private func install(_ script: String, for student: Student) throws -> [String: String] {
    let folder = student.path("bin")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try student.write("bin/img2sixel", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder + "/img2sixel")
    return ["RECKON_PICTURES": "sixel", "PATH": folder + ":/usr/bin:/bin"]
  }

  @Test func sixelsAreMadeByAnotherProgramThatGetsTheFileAndNothingElse() throws {
    let student = try student()
    let terminal = try sitDown(
      student,
      try install(
        """
        env | cut -d= -f1 | grep -v -e PWD -e SHLVL -e '^_$' > \(student.path("variables"))
        for last; do :; done
        cp "$last" \(student.path("copy"))
        echo "$@" > \(student.path("arguments"))
        cat >> \(student.path("arguments"))
        printf '\\033Pq"1;1;9;9#0~~\\033\\\\'
        """, for: student
      ).merging(["SIXEL_BGCOLOR": "#123", "TMPDIR": student.folder]) { $1 })
    try terminal.send(":image tub\r")
    try terminal.expect("q\"1;1;9;9#0~~\n")
    try terminal.expect("A tub")
    try leave(terminal, of: student)
    #expect(student.read("variables") == "PATH\n")
    #expect(
      student.read("arguments").hasPrefix("-S -B #fff \(student.folder)/reckon-"),
      "\(student.read("arguments"))")
    #expect(FileManager.default.contents(atPath: student.path("copy")) == Data(Self.png))
    // Nothing is left behind.
    let left = try FileManager.default.contentsOfDirectory(atPath: student.folder)
    #expect(!left.contains { $0.hasPrefix("reckon-") })
  }

  @Test func aPictureWiderThanTheWindowIsMadeNarrower() throws {
    let student = try student()
    let terminal = try sitDown(
      student,
      try install(
        """
        [ "$4" = -w ] && width=$5 || width=2000
        printf '\\033Pq"1;1;%s;9#0~~\\033\\\\' "$width"
        """, for: student))
    // Its file does not say how wide it is.
    try terminal.send(":image other\r")
    try terminal.expect("q\"1;1;640;9#0~~")
    #expect(!terminal.hasShown("1;1;2000"))
    try leave(terminal, of: student)
  }

  @Test(arguments: [
    ("exit 1", "could make nothing of it"),
    ("printf '\\033Pq~\\033\\\\'; exit 3", "could make nothing of it"),
    ("printf '\\033Pq~\\033\\\\\\033]0;evil\\007'", "could make nothing of it"),
    ("printf '\\033Pq'; yes '~~~~~~~~~~'", "too large to be shown"),
  ])
  func whatTheProgramDoesWrongReachesNoTerminal(_ script: String, _ said: String) throws {
    let student = try student()
    let terminal = try sitDown(student, try install(script, for: student))
    try terminal.send(":image tub\r")
    try terminal.expect(said, timeout: 30)
    #expect(!terminal.hasShown("evil") && !raw(terminal).contains("\u{1B}P"))
    try leave(terminal, of: student)
  }

  @Test func whereTheProgramIsMissingThatIsSaid() throws {
    let student = try student()
    // One that lies where the person is at work is not run.
    _ = try install("touch \(student.path("ran"))", for: student)
    let terminal = try sitDown(
      student, ["RECKON_PICTURES": "sixel", "PATH": "bin:./bin::/nowhere"])
    try terminal.send(":image tub\r")
    try terminal.expect("install `img2sixel` (on Debian")
    try leave(terminal, of: student)
    #expect(!FileManager.default.fileExists(atPath: student.path("ran")))
  }

  @Test func aTerminalThatNobodyKnowsIsAskedOnceAndWhatIsTypedMeanwhileStays() throws {
    let student = try student()
    let terminal = try sitDown(
      student,
      try install("printf '\\033Pq#0~\\033\\\\'", for: student)
        .merging(["RECKON_PICTURES": ""]) { $1 })
    #expect(!raw(terminal).contains("\u{1B}[c"))
    // With the answer among what is typed ahead.
    try terminal.send(":image tub\r:sta\u{1B}[?62;4;22ctus\r")
    try terminal.expect("q#0~")
    try terminal.expect("0 of 1")
    try terminal.expect("› ")
    try terminal.send(":image tub\r")
    try terminal.expect("q#0~")
    try leave(terminal, of: student)
    #expect(raw(terminal).components(separatedBy: "\u{1B}[c").count == 2)
  }

  private func raw(_ terminal: PseudoTerminal) -> String {
    String(decoding: terminal.output, as: UTF8.self)
  }

  /// Whether the program itself is there, which `reckon` does without.
  private static let real = ["/usr/bin/img2sixel", "/usr/local/bin/img2sixel"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled("img2sixel is not installed: libsixel-bin") { real != nil })
  func theRealProgramMakesAPicture() throws {
    let student = try student()
    // A GIF of one red point.
    let gif = try #require(
      Data(base64Encoded: "R0lGODdhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs="))
    try student.write("other.gif", bytes: [UInt8](gif))
    let terminal = try sitDown(
      student, ["RECKON_PICTURES": "sixel", "PATH": "/usr/bin:/usr/local/bin:/bin"])
    try terminal.send(":image other\r")
    try terminal.expect("q\"1;1;1;1#0;2;100;0;0")
    try terminal.expect("Another")
    try terminal.send(":image tub\r")
    try terminal.expect("`img2sixel` could make nothing of it")
    try leave(terminal, of: student)
  }

  @Test func aProgramIsHeldToItsBounds() {
    func run(_ script: String, limit: Int = 100, seconds: Int = 20) -> ChildProgram.Printed {
      ChildProgram.output(of: "/bin/sh", ["-c", script], limit: limit, seconds: seconds)
    }
    #expect(run("printf abc") == .all(Array("abc".utf8)))
    #expect(run("yes") == .tooMuch)
    #expect(run("exit 3") == .nothing)
    let start = ContinuousClock.now
    #expect(run("sleep 50", seconds: 1) == .nothing)
    // It goes on without an output.
    #expect(run("exec >&-; sleep 50", seconds: 1) == .nothing)
    #expect(run("while :; do :; done", seconds: 1) == .nothing)
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(
      ChildProgram.output(of: "/nowhere/img2sixel", [], limit: 100, seconds: 5) == .nothing)
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
