/// Names among `candidates` that are made of the same words as `name`, whatever their order, case
/// and joints: `gpu_power` for `power_gpu` and `gpuPower`. A plural counts as its singular.
/// Candidates equal to `name` are left out.
public func namesOfSameWords(as name: String, among candidates: some Sequence<String>) -> [String] {
  names(among: candidates, for: name) { own, wanted in own == wanted }
}

/// Names that hold all the words of `name`, or whose words (two at least) it holds: `gpu_power`
/// for `power`. None where more than three would do.
public func namesSharingWords(
  with name: String, among candidates: some Sequence<String>
) -> [String] {
  names(among: candidates, for: name) { own, wanted in
    own != wanted && (own.isSuperset(of: wanted) || own.count >= 2 && wanted.isSuperset(of: own))
  }
}

/// How many words two names have in common, plurals counted as singulars.
public func countOfSharedWords(of name: String, with other: String) -> Int {
  words(of: name).intersection(words(of: other)).count
}

/// Names that differ from `name` in nothing but case, what parts their words, and the
/// `s` of a plural: `Days` and `day_s` for `days`. Where a part has one letter or two, case tells: `T_out` is a
/// temperature and `t_out` a time.
///
/// - `addingDigits`: whether digits at its end make no difference, as in `gpu_power2`.
public func namesSpeltAlike(
  _ name: String, among candidates: some Sequence<String>, addingDigits: Bool = false
) -> [String] {
  var spellings = [spelling(of: name)]
  if addingDigits, let last = name.last, last.isNumber {
    spellings.append(spelling(of: String(name.reversed().drop { $0.isNumber }.reversed())))
  }
  let letters = spellings.map { Array($0.letters.utf8) }
  return candidates.filter { candidate in
    guard candidate != name, candidate.utf8.count <= 256 else { return false }
    // Among many names few are alike.
    if let other = lettersOfASCII(candidate), !letters.contains(other) { return false }
    let other = spelling(of: candidate)
    return spellings.contains { own in
      own.letters == other.letters && own.letters.count >= 3 && own.short == other.short
    }
  }.sorted()
}

/// A name's letters in small and without plurals, and the capitals of its short parts.
private func spelling(of name: String) -> (letters: String, short: Set<Substring>) {
  let parts = name.prefix(128).split { !$0.isLetter && !$0.isNumber }
  let letters = singular(parts.map { singular($0.lowercased()) }.joined())
  return (letters, Set(parts.filter { $0.count <= 2 && $0.contains(where: \.isUppercase) }))
}

/// The letters of a spelling, for a name of ASCII alone; nil for any other.
private func lettersOfASCII(_ name: String) -> [UInt8]? {
  var letters: [UInt8] = []
  letters.reserveCapacity(name.utf8.count)
  func close(_ start: Int) {
    let isPlural = letters.count - start > 3 && letters.last == UInt8(ascii: "s")
    if isPlural, letters[letters.count - 2] != UInt8(ascii: "s") { letters.removeLast() }
  }
  var start = 0
  for (place, byte) in name.utf8.enumerated() {
    guard byte < 0x80 else { return nil }
    // Nothing behind it is compared.
    if place == 128 { break }
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte + 32)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      letters.append(byte)
    default:
      close(start)
      start = letters.count
    }
  }
  close(start)
  close(0)
  return letters
}

private func singular(_ word: String) -> String {
  word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
}

private func names(
  among candidates: some Sequence<String>, for name: String,
  where fits: (_ own: Set<String>, _ wanted: Set<String>) -> Bool
) -> [String] {
  let wanted = words(of: name)
  guard wanted.contains(where: { $0.count >= 3 }), wanted.count <= 12 else { return [] }
  let parts = wanted.map { Array($0.utf8) }
  var found: Set<String> = []
  for candidate in candidates where candidate != name && candidate.utf8.count <= 256 {
    // Among many names few have a word in common.
    if lacksAll(parts, candidate) { continue }
    let own = words(of: candidate)
    if own.count <= 12, fits(own, wanted) { found.insert(candidate) }
  }
  return found.count <= 3 ? found.sorted() : []
}

/// Whether a name is of ASCII alone and holds none of some words.
private func lacksAll(_ words: [[UInt8]], _ name: String) -> Bool {
  var small: [UInt8] = []
  small.reserveCapacity(name.utf8.count)
  for byte in name.utf8 {
    guard byte < 0x80 else { return false }
    small.append((0x41...0x5A).contains(byte) ? byte + 32 : byte)
  }
  return !words.contains { small.holds($0) }
}

/// The words of a name in small letters: `gpu` and `power` for `gpu_power`, `gpuPower` and
/// `GPU power`; longer ones without the `s` at their end.
private func words(of name: String) -> Set<String> {
  var result: Set<String> = []
  var current = ""
  var wasLower = false
  func close() {
    if !current.isEmpty { result.insert(singular(current)) }
    current = ""
  }
  for character in name.prefix(128) {
    guard character.isLetter || character.isNumber else {
      close()
      wasLower = false
      continue
    }
    if character.isUppercase, wasLower { close() }
    wasLower = character.isLowercase
    current += character.lowercased()
  }
  close()
  return result
}
