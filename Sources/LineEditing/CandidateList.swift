import TextLayout

/// Lays out the list that Tab shows: columns of equal width, read downwards.
public struct CandidateList: Sendable {
  /// Columns of the terminal; the last of them is left free.
  public var width: Int
  /// Rows of the list, among them the one that tells how many were left out.
  public var rows: Int
  /// Whether the terminal shows more than ASCII.
  public var unicode: Bool

  public init(width: Int, rows: Int = 12, unicode: Bool = true) {
    self.width = max(2, width)
    self.rows = max(2, rows)
    self.unicode = unicode
  }

  private var dots: String { unicode ? "…" : "..." }

  /// The lines to print. What does not fit is counted: "… and 37 more".
  public func lines(of labels: [String]) -> [String] {
    guard !labels.isEmpty else { return [] }
    let room = width - 1
    // No label takes less than a column, so no more than these can be seen.
    let shown = labels.prefix(rows * room + 1).map { cut($0, to: room) }
    let all = layOut(shown, room: room)
    if all.count <= rows { return all }
    // Leaving out the widest may make room for more: the largest count that fits.
    var count = shown.count - 1
    while count > 1, layOut(Array(shown.prefix(count)), room: room).count > rows - 1 {
      count -= 1
    }
    return layOut(Array(shown.prefix(count)), room: room)
      + [cut("\(dots) and \(labels.count - count) more", to: room)]
  }

  private func layOut(_ labels: [String], room: Int) -> [String] {
    let gap = 2
    let column = (labels.map { displayWidth($0) }.max() ?? 0) + gap
    let columns = max(1, (room + gap) / column)
    let height = (labels.count + columns - 1) / columns
    return (0..<height).map { row in
      var line = ""
      for index in stride(from: row, to: labels.count, by: height) {
        let isLast = index + height >= labels.count
        line += isLast ? labels[index] : padded(labels[index], to: column)
      }
      return line
    }
  }

  /// A label of at most `room` columns.
  private func cut(_ label: String, to room: Int) -> String {
    if displayWidth(label) <= room { return label }
    let left = room - displayWidth(dots)
    return left < 0 ? "" : StyledText(label).shortened(to: left).plain + dots
  }
}
