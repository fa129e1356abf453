import Foundation

/// Measures Reckon beside its peers: `bench [--quick] [--only NAME] PROGRAM-FOLDER [PAGE]`, or counts
/// instructions against their bounds: `bench counts PROGRAM-FOLDER BOUNDS`, or what reading texts of others
/// takes: `bench costs [--only NAME] PROGRAM-FOLDER [PAGE]`.
@main struct Bench {
  private static var sets: [any FigureSet.Type] {
    [
      StartFigures.self, PromptFigures.self, StatementFigures.self, ColumnFigures.self,
      NotebookFigures.self, ClassFigures.self, LineFigures.self, KeyFigures.self,
      SizeFigures.self,
    ]
  }

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isQuick = take("--quick", from: &arguments)
    var only: String?
    if let place = arguments.firstIndex(of: "--only"), place + 1 < arguments.count {
      only = arguments[place + 1]
      arguments.removeSubrange(place...place + 1)
    }
    let countsOnly = arguments.first == "counts"
    let costsOnly = arguments.first == "costs"
    if countsOnly || costsOnly { arguments.removeFirst() }
    guard let folder = arguments.first else {
      print("usage: bench [--quick] [--only NAME] PROGRAM-FOLDER [PAGE]")
      print("       bench counts PROGRAM-FOLDER BOUNDS")
      print("       bench costs [--only NAME] PROGRAM-FOLDER [PAGE]")
      exit(2)
    }
    let bench = try workbench(folder: absolute(folder), isQuick: isQuick)
    defer { try? FileManager.default.removeItem(atPath: bench.scratch) }
    if countsOnly {
      let isFine = try InstructionCounts(bench, bounds: arguments.dropFirst().first ?? "").check()
      exit(isFine ? 0 : 1)
    }
    if costsOnly {
      let rows = try ReadingCosts(bench: bench, only: only ?? "").rows()
      if arguments.count > 1 { try Page(path: arguments[1]).replaceTable(rows, .costs) }
      return
    }
    var rows: [String] = []
    for set in sets where only == nil || set.title == only {
      let figures = try set.measure(bench)
      rows += figures.map(\.row)
      for figure in figures { print(figure.row) }
      fflush(nil)
    }
    if arguments.count > 1 { try Page(path: arguments[1]).replaceTable(rows) }
  }

  private static func take(_ option: String, from arguments: inout [String]) -> Bool {
    guard let place = arguments.firstIndex(of: option) else { return false }
    arguments.remove(at: place)
    return true
  }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path
  }

  private static func workbench(folder: String, isQuick: Bool) throws -> Workbench {
    var peers: [String: String] = [:]
    let venv = FileManager.default.currentDirectoryPath + "/.build/bench-python/bin"
    let folders =
      [venv]
      + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map(String.init)
    for name in ["units", "qalc", "bc", "python3", "valgrind"] {
      peers[name] = folders.map { $0 + "/" + name }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
      if peers[name] == nil { print("\(name) is not installed: its figures are left out.") }
    }
    let scratch = NSTemporaryDirectory() + "/reckon-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    return Workbench(
      reckon: folder + "/reckon", desk: folder + "/reckon-desk", peers: peers, scratch: scratch,
      root: FileManager.default.currentDirectoryPath, isQuick: isQuick)
  }
}
