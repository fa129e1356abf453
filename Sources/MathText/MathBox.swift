/// A piece of a formula drawn on lines of equal width.
struct MathBox {
  /// One at least.
  var rows: [String]
  /// Columns of each row.
  var width: Int
  /// The row, counted from 0, on which what stands beside it goes on.
  var baseline: Int

  static let empty = MathBox(rows: [""], width: 0, baseline: 0)

  var height: Int { rows.count }
  var isFlat: Bool { rows.count == 1 }
  private var below: Int { rows.count - 1 - baseline }

  private static func blank(_ width: Int) -> String { String(repeating: " ", count: max(0, width)) }

  /// The box with another to its right.
  func beside(_ other: MathBox, gap: Int = 0) -> MathBox {
    if isFlat, other.isFlat {
      return MathBox(
        rows: [rows[0] + Self.blank(gap) + other.rows[0]], width: width + gap + other.width,
        baseline: 0)
    }
    let above = max(baseline, other.baseline)
    let under = max(below, other.below)
    let rows = (0...(above + under)).map { row in
      (self.row(row - above + baseline) ?? Self.blank(width)) + Self.blank(gap)
        + (other.row(row - above + other.baseline) ?? Self.blank(other.width))
    }
    return MathBox(rows: rows, width: width + gap + other.width, baseline: above)
  }

  private func row(_ index: Int) -> String? { rows.indices.contains(index) ? rows[index] : nil }

  enum Side { case left, centre, right }

  /// The box in a width that is not less than its own.
  func padded(to width: Int, _ side: Side = .centre) -> MathBox {
    let room = max(0, width - self.width)
    let left = side == .left ? 0 : side == .right ? room : room / 2
    return MathBox(
      rows: rows.map { Self.blank(left) + $0 + Self.blank(room - left) }, width: self.width + room,
      baseline: baseline)
  }

  /// Boxes one below the other; the baseline is that of the one numbered.
  static func stacked(_ boxes: [MathBox], baselineOf index: Int, _ side: Side = .centre) -> MathBox
  {
    let width = boxes.map(\.width).max() ?? 0
    let padded = boxes.map { $0.padded(to: width, side) }
    let before = padded[..<index].reduce(0) { $0 + $1.height }
    return MathBox(
      rows: padded.flatMap(\.rows), width: width, baseline: before + padded[index].baseline)
  }

  /// So many lines more above and below.
  func extended(above: Int, below: Int) -> MathBox {
    let blank = Self.blank(width)
    return MathBox(
      rows: [String](repeating: blank, count: above) + rows
        + [String](repeating: blank, count: below), width: width, baseline: baseline + above)
  }
}

/// Brackets that grow.
enum MathBrackets {
  /// A bracket as high as a box, of one column.
  static func column(_ sign: String, like box: MathBox) -> MathBox {
    if sign.isEmpty {
      return MathBox(rows: box.rows.map { _ in "" }, width: 0, baseline: box.baseline)
    }
    let rows: [String]
    if box.isFlat {
      rows = [sign]
    } else if let parts = parts[sign] {
      let count = box.height
      rows = (0..<count).map { row in
        if row == 0 { return parts.top }
        if row == count - 1 { return parts.bottom }
        return row == count / 2 && count > 2 ? parts.middle : parts.body
      }
    } else {
      rows = box.rows.indices.map { $0 == box.baseline ? sign : " " }
    }
    return MathBox(rows: rows, width: 1, baseline: box.baseline)
  }

  /// Whether it may stand after `\left` and `\right`.
  static func isBracket(_ sign: String) -> Bool { parts[sign] != nil || sign == "↑" || sign == "↓" }

  private static let parts: [String: (top: String, middle: String, body: String, bottom: String)] =
    [
      "(": ("⎛", "⎜", "⎜", "⎝"), ")": ("⎞", "⎟", "⎟", "⎠"), "[": ("⎡", "⎢", "⎢", "⎣"),
      "]": ("⎤", "⎥", "⎥", "⎦"), "{": ("⎧", "⎨", "⎪", "⎩"), "}": ("⎫", "⎬", "⎪", "⎭"),
      "|": ("│", "│", "│", "│"), "‖": ("║", "║", "║", "║"), "⌊": ("│", "│", "│", "⌊"),
      "⌋": ("│", "│", "│", "⌋"), "⌈": ("⌈", "│", "│", "│"), "⌉": ("⌉", "│", "│", "│"),
      "⟨": ("╱", "⟨", "╱", "╲"), "⟩": ("╲", "⟩", "╲", "╱"),
    ]
}
