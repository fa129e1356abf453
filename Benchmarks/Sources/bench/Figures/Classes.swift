import Foundation

/// A class graded into a gradebook: notebooks a second and core, and the memory of it.
enum ClassFigures: FigureSet {
  static let title = "class"

  static func measure(_ bench: Workbench) throws -> [Figure] {
    let size = bench.isQuick ? 200 : 4_000
    let settings = ["RECKON_EXERCISES": bench.root + "/Exercises"]
    let folder = bench.file("class")
    _ = Command(
      bench.desk, "simulate", "chatbot-model-analysis", "-n", "\(size)", "--seed", "1", "-o",
      folder,
      environment: settings
    ).run()
    func grading(_ round: Int) -> Command {
      Command(
        bench.desk, "grade", folder + "/submissions", "--roster", folder + "/students.csv",
        "--into", bench.file("class-\(round).sqlite"), environment: settings)
    }
    let costs = (0..<bench.rounds(3)).map { grading($0).run() }
    let peak = grading(costs.count).peak()
    try? FileManager.default.removeItem(atPath: folder)
    let cpu = costs.map(\.cpu).median
    return [
      Figure(
        name: "`grade`, a made-up class of \(size) (chatbot), causes searched",
        reckon: "\(Int(Double(size) / cpu)) notebooks a second and core, "
          + (peak?.megabytes ?? "–"))
    ]
  }
}
