/// Names among `candidates` that a hurried person may have meant by `name`, best first.
///
/// Distance is the optimal string alignment distance (insert, delete, replace, swap two
/// neighbours), with a change of case counting a quarter; at most a third of the letters may
/// differ. Candidates equal to `name` are left out.
public func nearestNames(
  to name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let target = Array(name.unicodeScalars.prefix(64))
  guard !target.isEmpty else { return [] }
  var found: [(distance: Int, name: String)] = []
  var seen: Set<String> = []
  for candidate in candidates where candidate != name && seen.insert(candidate).inserted {
    let scalars = Array(candidate.unicodeScalars)
    let longest = max(scalars.count, target.count)
    // In quarters of an edit: a third of the letters, but one edit at least for short names.
    let allowed = max(4 * longest / 3, longest > 2 ? 4 : 2)
    guard scalars.count <= 64, 4 * abs(scalars.count - target.count) <= allowed else { continue }
    let distance = alignmentDistance(target, scalars)
    if distance <= allowed { found.append((distance, candidate)) }
  }
  found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  guard let best = found.first?.distance else { return [] }
  return found.prefix(limit).filter { $0.distance <= best + 4 }.map(\.name)
}

/// Optimal string alignment distance in quarters of an edit.
private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = (0...right.count).map { $0 * 4 }
  for row in 1..<(left.count + 1) {
    var current = [row * 4] + [Int](repeating: 0, count: right.count)
    for column in 1..<(right.count + 1) {
      let first = left[row - 1]
      let second = right[column - 1]
      let change: Int
      if first == second {
        change = 0
      } else if first.properties.lowercaseMapping == second.properties.lowercaseMapping {
        change = 1
      } else {
        change = 4
      }
      var best = min(previous[column] + 4, current[column - 1] + 4, previous[column - 1] + change)
      if row > 1, column > 1, first == right[column - 2], left[row - 2] == second {
        best = min(best, beforePrevious[column - 2] + 4)
      }
      current[column] = best
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
