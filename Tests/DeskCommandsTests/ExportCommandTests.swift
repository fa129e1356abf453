import Foundation
import TerminalTesting
import Testing

@Suite struct ExportCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Three students with marks, one without, and one whom the roster does not know.
  private func grade() throws {
    for number in 0..<3 {
      try desk.write(
        Desk.notebook(ofStudent: number),
        to: "class/Student \(number)_\(700 + number)_assignsubmission_file/a.answers.md")
    }
    try desk.write(
      Desk.notebook(ofStudent: 9), to: "class/Stranger_709_assignsubmission_file/a.answers.md")
    try desk.write(
      "id,name,email\n100000,Student 0,s0@x.org\n100001,Student 1,s1@x.org\n"
        + "100002,Student 2,s2@x.org\n100005,\"=Late, Zoë\",z@x.org\n", to: "students.csv")
    let run = try desk.run("grade", "class", "--roster", "students.csv")
    #expect(run.status == 0, "\(run.errors)")
  }

  private func text(_ name: String) throws -> String {
    // Byte for byte, with the mark of the byte order.
    String(decoding: try Data(contentsOf: URL(filePath: desk.path + "/" + name)), as: UTF8.self)
  }

  @Test func theTableHasEveryoneOfTheClass() throws {
    try grade()
    let run = try desk.run("export", "--as", "csv", "-o", "marks.csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    #expect(run.output == "Written: marks.csv, with 4 students.\n")
    #expect(
      try text("marks.csv") == """
        id,name,email,standing,late,score,maximum,waiting,2.1.1,2.2.1\r
        100005,"'=Late, Zoë",z@x.org,missing,,,2,,,\r
        Stranger,Stranger,,graded,,0.4,2,0,0.4,0\r
        100000,Student 0,s0@x.org,graded,,0.6,2,0,0.6,0\r
        100001,Student 1,s1@x.org,graded,,0.2,2,0,0.2,0\r
        100002,Student 2,s2@x.org,graded,,0.2,2,0,0.2,0\r

        """)
  }

  @Test func whoWouldStopTheImportIsToldAndTheStatusSaysSo() throws {
    try grade()
    let run = try desk.run(
      "export", "--as", "moodle", "--maximum", "6", "--decimal", "comma", "-o", "import.csv")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "Not on the roster, and left out, since one stranger may stop the whole\n  import: Stranger."
      ), "\(run.errors)")
    #expect(
      try text("import.csv") == """
        Email address,ChatGPT footprint,Feedback comments\r
        s0@x.org,"1,8","2.1.1: 0,6 of 1, 2.2.1: 0 of 1"\r
        s1@x.org,"0,6","2.1.1: 0,2 of 1, 2.2.1: 0 of 1"\r
        s2@x.org,"0,6","2.1.1: 0,2 of 1, 2.2.1: 0 of 1"\r

        """)
  }

  @Test func aWorksheetIsFilledInAndIsNeverWrittenOver() throws {
    try grade()
    let sheet = """
      \u{FEFF}Identifier,"Full name",Grade,"Maximum Grade","Last modified (grade)"\r
      "Participant 700","Student 0",,2.00,-\r
      "Participant 701","Student 1",,2.00,-\r
      "Participant 702","Student 2",,2.00,-\r
      "Participant 709",Stranger,,2.00,-\r

      """
    try desk.write(sheet, to: "sheet.csv")
    let same = try desk.run(
      "export", "--as", "moodle-worksheet", "--worksheet", "sheet.csv", "-o", "sheet.csv", "--force"
    )
    #expect(same.status == 2)
    #expect(try text("sheet.csv") == sheet)
    let run = try desk.run(
      "export", "--as", "moodle-worksheet", "--worksheet", "sheet.csv", "-o", "filled.csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try text("filled.csv")
        == sheet.replacing("0\",,2", with: "0\",0.6,2").replacing("1\",,2", with: "1\",0.2,2")
        .replacing("2\",,2", with: "2\",0.2,2").replacing("Stranger,,2", with: "Stranger,0.4,2"))
  }

  @Test func whatIsThereStaysUnlessItWasMadeHereOrIsForced() throws {
    try grade()
    try desk.write("mine", to: "marks.csv")
    try desk.write("mine", to: "feedback/mine.txt")
    try desk.write("mine", to: "feedback.zip")
    for (format, path) in [
      ("csv", "marks.csv"), ("feedback", "feedback"), ("moodle-feedback", "feedback.zip"),
    ] {
      #expect(try desk.run("export", "--as", format, "-o", path).status == 2)
      #expect(try desk.run("export", "--as", format, "-o", path, "--force").status == 0)
      // What this command has made it makes anew; of a table nothing tells.
      #expect(
        try desk.run("export", "--as", format, "-o", path).status == (format == "csv" ? 2 : 0))
    }
    #expect(try text("feedback/mine.txt") == "mine")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/feedback")
    #expect(names.filter { $0.hasSuffix(".html") }.count == 4)
  }

  @Test func aFileListedInAFolderLeadsNowhereElse() throws {
    try grade()
    try desk.write("mine", to: "mine.txt")
    try desk.write(
      "Made by reckon export\n../mine.txt\n/etc/hostname\n", to: "fb/reckon-export.txt")
    #expect(try desk.run("export", "--as", "feedback", "-o", "fb").status == 0)
    #expect(try text("mine.txt") == "mine")
  }

  @Test(arguments: [
    (["--as", "moodle-worksheet", "-o", "a.csv"], "needs --worksheet"),
    (["--as", "csv", "--worksheet", "a", "-o", "b.csv"], "--worksheet is of no use"),
    (["--as", "feedback", "--maximum", "6", "-o", "b"], "of no use for --as feedback"),
    (["--as", "gradescope", "-o", "a.zip"], "Name an exercise"),
    (["--as", "xls", "-o", "a"], "- csv"),
    (["--as", "csv", "--decimals", "9", "-o", "a"], "0 to 5"),
    (["--as", "moodle", "--by", "username", "-o", "a"], "needs --participants"),
    (["a.sqlite", "b.sqlite", "--as", "csv", "-o", "a"], "Name one gradebook"),
  ]) func whatDoesNotFitIsToldBeforeAnythingIsDone(arguments: [String], said: String) throws {
    let run = try desk.run(["export"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(said), "\(run.errors)")
  }

  @Test func aGradebookThatIsNotThereIsTold() throws {
    let run = try desk.run("export", "--as", "csv", "-o", "a.csv")
    #expect(run.status == 65)
    #expect(run.errors.contains("There is no gradebook gradebook.sqlite."))
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/gradebook.sqlite"))
  }

  // MARK: Graders

  #if os(Linux)
    /// Runs a command in a shell that knows nothing of this checkout.
    private func sh(_ script: String, timeout: Double = 120) throws -> ProgramRun {
      try ProgramRun.run(
        "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], in: desk.path,
        timeout: timeout)
    }

    private func results(_ path: String) throws -> [String: Any] {
      let data = try Data(contentsOf: URL(filePath: desk.path + "/" + path))
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// As Gradescope does it: unpacked to source, setup.sh run once, run_autograder copied beside.
    @Test func theAutograderGradesWhatGradescopeLaysBeforeIt() throws {
      let made = try desk.run(
        "export", "--as", "gradescope", "epfl-estimate", "-o", "autograder.zip", timeout: 300)
      // A newer system than the platform's is told.
      if made.status == 65 { return #expect(made.errors.contains("GLIBC")) }
      #expect(made.status == 0, "\(made.errors)")
      let setUp = try sh(
        """
        mkdir -p autograder/source autograder/submission autograder/results
        python3 -m zipfile -e autograder.zip autograder/source || exit 99
        chmod +x autograder/source/setup.sh
        autograder/source/setup.sh
        cp autograder/source/run_autograder autograder/run_autograder
        """)
      if setUp.status == 99 { return }
      #expect(setUp.status == 0, "\(setUp.errors)")
      try desk.write(
        "---\nreckon: 1\nexercise: epfl-estimate\n---\n```reckon\nnumber_students = 0.75 * 10000 student\n```\n",
        to: "autograder/submission/epfl-estimate.answers.md")
      #expect(try sh("autograder/run_autograder").status == 0)
      let graded = try results("autograder/results/results.json")
      #expect(graded["score"] as? Double ?? 0 > 0)
      #expect((graded["tests"] as? [Any])?.isEmpty == false)
      // A program that does not start leaves results too.
      #expect(try sh("rm autograder/source/bin/reckon-desk; autograder/run_autograder").status == 0)
      let failed = try results("autograder/results/results.json")
      #expect(failed["score"] as? Double == 0)
      #expect("\(failed["output"] ?? "")".contains("no judgement of your work"))
    }

    @Test func theQuestionGradesWhatPrairieLearnLaysBeforeIt() throws {
      let made = try desk.run(
        "export", "--as", "prairielearn", "chatgpt-footprint", "-o", "question", timeout: 300)
      #expect(made.status == 0, "\(made.errors)")
      let info = try results("question/info.json")
      let options = try #require(info["externalGradingOptions"] as? [String: Any])
      #expect(options["enabled"] as? Bool == true)
      #expect(options["entrypoint"] as? String == "/grade/tests/run.sh")
      #expect(options["image"] is String && options["timeout"] as? Double ?? 999 <= 600)
      let uuid = try #require(info["uuid"] as? String)
      #expect(UUID(uuidString: uuid) != nil)
      #expect(info["gradingMethod"] as? String == "External" && info["type"] as? String == "v3")
      try desk.write(
        Desk.notebook(ofStudent: 0), to: "grade/student/chatgpt-footprint.answers.md")
      try desk.write("{}", to: "grade/data/data.json")
      #expect(
        try sh("mv question/tests grade/tests; grade/tests/run.sh \"$PWD/grade\"").status == 0)
      let graded = try results("grade/results/results.json")
      #expect(graded["gradable"] as? Bool == true)
      #expect(abs((graded["score"] as? Double ?? 0) - 0.3) < 1e-9)
      #expect(try sh("rm -r grade/tests/bin; grade/tests/run.sh \"$PWD/grade\"").status == 0)
      #expect(try results("grade/results/results.json")["gradable"] as? Bool == false)
    }
  #endif
}
