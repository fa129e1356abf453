import Foundation
import Testing

@testable import Reports

/// Python's own judge of Jupyter's format, in a virtual environment below `.build` that is made
/// the first time and kept.
private enum Nbformat {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/nbformat")

  static let python = folder.appending(path: "bin/python").path

  /// Made once, by whichever test asks first.
  static let isReady: Bool = {
    if run([python, "-c", "import nbformat"], seconds: 30) == 0 { return true }
    // Python's own reason is printed above.
    if run(["python3", "-m", "venv", "--clear", folder.path], seconds: 60) == 0,
      run(
        [
          python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout",
          "15", "--retries", "1", "nbformat==5.10.4",
        ], seconds: 120) == 0
    {
      return true
    }
    let message = """
      ==> SKIPPED: Jupyter notebooks were NOT validated by nbformat. That needs python3 with venv, \
      and the network once, for pip.

      """
    FileHandle.standardError.write(Data(message.utf8))
    return false
  }()

  /// The exit status; nil where the program cannot be started or takes too long.
  static func run(_ command: [String], seconds: Double) -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.standardError
    guard (try? process.run()) != nil else { return nil }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > deadline {
        process.terminate()
        return nil
      }
      usleep(20_000)
    }
    return process.terminationStatus
  }
}

@Suite(
  .enabled("needs python3 and its package nbformat, see standard error") { Nbformat.isReady })
struct JupyterValidationTests {
  @Test(arguments: [true, false])
  func pythonTakesTheNotebookForValid(_ showsPrompts: Bool) throws {
    let notebook = try ConvertedLamps.converted(showsPrompts: showsPrompts)
    #expect(try validate(ConversionFormat.jupyter.text(of: notebook)) == 0)
  }

  @Test func pythonTakesChartsForValid() throws {
    #expect(try validate(ConversionFormat.jupyter.text(of: try ConversionTests.charted())) == 0)
  }

  @Test func pythonTakesAttachedPicturesForValid() throws {
    #expect(try validate(try ConvertedPicturesTests.jupyterNotebook()) == 0)
  }

  @Test func pythonTakesAnEmptyNotebookForValid() throws {
    let text = ConversionFormat.jupyter.text(of: try ConvertedLamps.converted(""))
    #expect(try validate(text) == 0)
  }

  @Test func pythonWouldHaveSaidWhatIsWrong() throws {
    let text = ConversionFormat.jupyter.text(of: try ConvertedLamps.converted(""))
    #expect(try validate(text.replacing("\"source\"", with: "\"sauce\"")) == 1)
  }

  /// Python's exit status: 1 where the notebook is not valid.
  private func validate(_ text: String) throws -> Int32? {
    let path = "/tmp/reckon-" + UUID().uuidString.prefix(8) + ".ipynb"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let program = """
      import json, nbformat, sys
      notebook = json.load(open(sys.argv[1], encoding="utf-8"))
      try:
          nbformat.validate(notebook, relax_add_props=False, version=4, version_minor=5)
      except nbformat.ValidationError as error:
          sys.exit(1)
      read = nbformat.read(sys.argv[1], as_version=4)
      sys.exit(0 if len(read.cells) == len(notebook["cells"]) else 3)
      """
    return Nbformat.run([Nbformat.python, "-c", program, path], seconds: 60)
  }
}
