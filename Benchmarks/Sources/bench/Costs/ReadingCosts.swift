import Foundation

/// What each reader takes for texts of every shape, from 1 kB to 4 MB, and how that grows.
///
/// Seconds are the processor's, less those that the command takes for no text. Growth is the exponent
/// of the length between a text and one four times as long, the largest of all shapes that take a
/// noticeable time; 1 is in proportion.
struct ReadingCosts {
  let bench: Workbench
  /// Names of readers begin with it; all where it is empty.
  var only = ""

  private static let lengths = [1 << 10, 1 << 14, 1 << 18, 1 << 22]
  /// Between which growth is measured.
  private static let growthLengths = (1 << 14, 1 << 16)
  /// Shapes of a reader that are measured at every length: those that took longest.
  private static let worstCount = 1
  /// Seconds below which a time says nothing of growth.
  private static let noise = 0.02

  private struct Found {
    var shape: TextShape
    var seconds: Double
    var growth: Double?
  }

  /// The rows of the page, printed as they come.
  func rows() throws -> [String] {
    try Reader.all.filter { $0.name.contains(only) }.flatMap { reader in
      let rows = try rows(of: reader)
      for row in rows { print(row) }
      fflush(nil)
      return rows
    }
  }

  private func rows(of reader: Reader) throws -> [String] {
    let start = try (0..<3).map { _ in try reader.command("", bench).run().cpu }.median
    func seconds(_ shape: TextShape, _ length: Int) throws -> Double {
      try max(0, reader.command(shape.text(bytes: length), bench).run().cpu - start)
    }
    let shapes = bench.isQuick ? Array(TextShape.all.prefix(6)) : TextShape.all
    var found: [Found] = []
    for shape in shapes {
      let (short, long) = Self.growthLengths
      var entry = Found(shape: shape, seconds: try seconds(shape, long))
      if entry.seconds > Self.noise {
        let less = try max(seconds(shape, short), 1e-3)
        entry.growth = log(entry.seconds / less) / log(Double(long) / Double(short))
      }
      found.append(entry)
    }
    let growth = found.compactMap { entry in entry.growth.map { ($0, entry.shape.name) } }
      .max { $0.0 < $1.0 }
    let worst = found.sorted { $0.seconds > $1.seconds }.prefix(Self.worstCount)
    return try worst.enumerated().map { place, entry in
      let times = try Self.lengths.map { try Self.shown(seconds(entry.shape, $0)) }
      let peak = try reader.command(entry.shape.text(bytes: 1 << 22), bench).peak()
      let steepest = growth.map { "\($0.0.short) (\($0.1))" } ?? "–"
      let cells =
        [place == 0 ? reader.name : "", entry.shape.name] + times + [
          peak?.megabytes ?? "–", place == 0 ? steepest : "", place == 0 ? reader.bound : "",
        ]
      return "| \(cells.joined(separator: " | ")) |"
    }
  }

  private static func shown(_ seconds: Double) -> String { seconds < 5e-4 ? "0" : seconds.duration }

  static let head = [
    "",
    "| reader | shape of the text | 1 kB | 16 kB | 256 kB | 4 MB | memory at 4 MB | steepest growth | bound |",
    "|---|---|---|---|---|---|---|---|---|",
  ]
}
