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
/// - Parameter addingDigits: whether digits at its end make no difference, as in `gpu_power2`.
public func namesSpeltAlike(
  _ name: String, among candidates: some Sequence<String>, addingDigits: Bool = false
) -> [String] {
  var spellings = [spelling(of: name)]
  if addingDigits, let last = name.last, last.isNumber {
    spellings.append(spelling(of: String(name.reversed().drop { $0.isNumber }.reversed())))
  }
  return candidates.filter { candidate in
    guard candidate != name, candidate.utf8.count <= 256 else { return false }
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

private func singular(_ word: String) -> String {
  word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
}

private func names(
  among candidates: some Sequence<String>, for name: String,
  where fits: (_ own: Set<String>, _ wanted: Set<String>) -> Bool
) -> [String] {
  let wanted = words(of: name)
  guard wanted.contains(where: { $0.count >= 3 }), wanted.count <= 12 else { return [] }
  var found: Set<String> = []
  for candidate in candidates where candidate != name && candidate.utf8.count <= 256 {
    let own = words(of: candidate)
    if own.count <= 12, fits(own, wanted) { found.insert(candidate) }
  }
  return found.count <= 3 ? found.sorted() : []
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
