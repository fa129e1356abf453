/// Names among `candidates` that a hurried person may have meant by `name`, best first.
///
/// Distance is the optimal string alignment distance (insert, delete, replace, swap two
/// neighbours), with a change of case counting a quarter; at most a third of the letters may
/// differ, and one of three to five. Candidates equal to `name` are left out.
public func nearestNames(
  to name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let target = folded(name)
  guard !target.isEmpty else { return [] }
  let letters = LetterSet(name)
  var found: [(distance: Int, name: String)] = []
  var seen: Set<String> = []
  // An array, since another room's sequence is gone through by calls that are looked up one by one.
  for candidate in Array(candidates) where candidate.utf8.count <= 256 {
    let own = LetterSet(candidate)
    // In quarters of an edit: a third of the letters, but one edit for short names.
    let count = own.isASCII ? candidate.utf8.count : candidate.unicodeScalars.count
    let longest = max(count, target.count)
    let allowed = longest > 5 ? 4 * longest / 3 : longest > 2 ? 4 : 2
    guard count <= 64, 4 * abs(count - target.count) <= allowed, candidate != name,
      letters.edits(to: own) * 4 <= allowed, seen.insert(candidate).inserted
    else { continue }
    let distance = alignmentDistance(target, folded(candidate), within: allowed)
    if distance <= allowed { found.append((distance, candidate)) }
  }
  found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  guard let best = found.first?.distance else { return [] }
  return found.prefix(limit).filter { $0.distance <= best + 4 }.map(\.name)
}

/// Names among `candidates` that one slip of the finger makes of `name`: a letter left out, added or
/// changed, or two swapped, in a word of at least four letters, of names of six at least. What tells
/// names apart on purpose is no slip: a digit, a short word, as in `energy_a` and `energy_b`.
public func namesOneSlip(from name: String, among candidates: some Sequence<String>) -> [String] {
  let own = folded(name)
  guard own.count >= 6 else { return [] }
  return candidates.filter { candidate in
    guard candidate != name, candidate.utf8.count <= 256,
      abs(own.count - min(64, candidate.unicodeScalars.count)) <= 1
    else { return false }
    let other = folded(candidate)
    guard other.count >= 6, abs(own.count - other.count) <= 1,
      alignmentDistance(own, other, within: 4) <= 4
    else { return false }
    return differInLongWord(own, other)
  }.sorted()
}

/// Whether what stands between the common beginning and the common end of two names is of a word
/// of at least four letters in both.
private func differInLongWord(_ left: [Letter], _ right: [Letter]) -> Bool {
  func isAlike(_ pair: (Letter, Letter)) -> Bool { pair.0.lowercase == pair.1.lowercase }
  let shorter = min(left.count, right.count)
  let start = zip(left, right).prefix(while: isAlike).count
  let end = min(
    shorter - start, zip(left.reversed(), right.reversed()).prefix(while: isAlike).count)
  return [left, right].allSatisfy { name in
    func isLetter(_ place: Int) -> Bool {
      name.indices.contains(place) && name[place].scalar.properties.isAlphabetic
    }
    guard (start..<max(start, name.count - end)).allSatisfy(isLetter) else { return false }
    let before = (0..<start).reversed().prefix(while: isLetter).count
    let behind = (start..<max(start, name.count)).prefix(while: isLetter).count
    return before + behind >= 4
  }
}

/// Which ASCII letters a name has, whatever their case: most names are told apart by these at once.
private struct LetterSet {
  private var bits: UInt32 = 0
  private(set) var isASCII = true

  init(_ name: String) {
    for byte in name.utf8 {
      let letter = (byte | 0x20) &- UInt8(ascii: "a")
      if letter < 26 { bits |= 1 << UInt32(letter) }
      if byte >= 0x80 { isASCII = false }
    }
  }

  /// Edits that it takes at least to come from one to the other: each takes one letter away at most,
  /// and brings one in at most. Another alphabet's letters may fold to any.
  func edits(to other: LetterSet) -> Int {
    guard isASCII, other.isASCII else { return 0 }
    return max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
  }
}

/// A letter, and what stands for it where case does not matter.
private struct Letter: Equatable {
  var scalar: Unicode.Scalar
  var lowercase: Unicode.Scalar
}

private func folded(_ name: String) -> [Letter] {
  name.unicodeScalars.prefix(64).map { scalar in
    if scalar.isASCII {
      let isUpper = scalar.value >= 65 && scalar.value <= 90
      let value = UInt8(scalar.value) + (isUpper ? 32 : 0)
      return Letter(scalar: scalar, lowercase: Unicode.Scalar(value))
    }
    let lowercase = scalar.properties.lowercaseMapping.unicodeScalars.first
    return Letter(scalar: scalar, lowercase: lowercase ?? scalar)
  }
}

/// Optimal string alignment distance in quarters of an edit; any number over `limit` where it is
/// more than that.
private func alignmentDistance(_ left: [Letter], _ right: [Letter], within limit: Int) -> Int {
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = (0...right.count).map { $0 * 4 }
  var current = previous
  for row in 1..<(left.count + 1) {
    current[0] = row * 4
    var least = current[0]
    for column in 1..<(right.count + 1) {
      let first = left[row - 1]
      let second = right[column - 1]
      let change = first == second ? 0 : first.lowercase == second.lowercase ? 1 : 4
      var best = min(previous[column] + 4, current[column - 1] + 4, previous[column - 1] + change)
      if row > 1, column > 1, first == right[column - 2], left[row - 2] == second {
        best = min(best, beforePrevious[column - 2] + 4)
      }
      current[column] = best
      least = min(least, best)
    }
    // A swap reaches back two rows, but never gains more than an edit.
    if least > limit + 4 { return least }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[right.count]
}
