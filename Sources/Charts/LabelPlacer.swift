import TextLayout

/// A rectangle of an area in which `y` grows downwards.
struct Box: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }

  func isWithin(_ other: Box) -> Bool {
    x >= other.x && y >= other.y && x + width <= other.x + other.width
      && y + height <= other.y + other.height
  }
}

/// Finds places beside marks where labels cover neither marks nor one another.
struct LabelPlacer {
  let area: Box
  private(set) var taken: [Box]

  init(area: Box, marks: [Box]) {
    self.area = area
    taken = marks
  }

  /// The place of a label of that size beside a mark, or nil where there is none. It is sought to
  /// the right, to the left, above, below, and in the corners. `gap` is the room between them, and
  /// `clearance` that to its neighbours on both sides, for which it might be taken otherwise.
  mutating func place(
    width: Double, height: Double, beside mark: Box, gap: (x: Double, y: Double), clearance: Double
  ) -> Box? {
    let middle = (x: mark.x + mark.width / 2 - width / 2, y: mark.y + mark.height / 2 - height / 2)
    let right = mark.x + mark.width + gap.x
    let left = mark.x - gap.x - width
    let above = mark.y - gap.y - height
    let below = mark.y + mark.height + gap.y
    let places = [
      (right, middle.y), (left, middle.y), (middle.x, above), (middle.x, below), (right, above),
      (right, below), (left, above), (left, below),
    ]
    for (x, y) in places {
      let box = Box(x: x, y: y, width: width, height: height)
      let padded = Box(x: x - clearance, y: y, width: width + 2 * clearance, height: height)
      if box.isWithin(area), !box.overlaps(mark),
        !taken.contains(where: { $0 != mark && $0.overlaps(padded) })
      {
        taken.append(box)
        return box
      }
    }
    return nil
  }

  /// Places along a line that are at least `distance` apart and as near as can be to those wanted,
  /// in their order; nil where there is no room for all.
  static func spread(
    _ wanted: [Double], distance: Double, within range: ClosedRange<Double>
  ) -> [Double]? {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    guard Double(order.count - 1) * distance <= range.upperBound - range.lowerBound else {
      return nil
    }
    var places = wanted
    var next = range.lowerBound
    for index in order {
      places[index] = max(wanted[index], next)
      next = places[index] + distance
    }
    var last = range.upperBound
    for index in order.reversed() {
      places[index] = min(places[index], last)
      last = places[index] - distance
    }
    return places
  }
}
