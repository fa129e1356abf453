import Foundation

/// The student's program as it is installed.
enum SizeFigures: FigureSet {
  static let title = "size"

  static func measure(_ bench: Workbench) throws -> [Figure] {
    let stripped = bench.file("stripped")
    _ = Command("strip", "-o", stripped, bench.reckon).run()
    let size = try FileManager.default.attributesOfItem(atPath: stripped)[.size] as? Int ?? 0
    let libraries = bench.file("libraries")
    _ = Command("readelf", "-d", stripped).run(output: libraries)
    let names = try String(contentsOfFile: libraries, encoding: .utf8)
      .split(separator: "\n").filter { $0.contains("(NEEDED)") }
      .compactMap { $0.split(separator: "[").last?.dropLast() }
    return [
      Figure(
        name: "`reckon`, stripped",
        reckon: "\(size.megabytes); shared libraries: "
          + (names.isEmpty ? "none" : names.joined(separator: ", ")))
    ]
  }
}
