/// Names among `candidates` that are made of the same words as `name`, whatever their order, case
/// and joints: `gpu_power` for `power_gpu` and `gpuPower`. A plural counts as its singular.
/// Candidates equal to `name` are left out.
public func namesOfSameWords(
  as name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  names(among: candidates, limit, for: name) { own, wanted in own == wanted }
}

/// Names that hold all the words of `name`, or whose words (two at least) it holds: `gpu_power`
/// for `power`. None where more than `limit` would do.
public func namesSharingWords(
  with name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  names(among: candidates, limit, for: name) { own, wanted in
    own != wanted && (own.isSuperset(of: wanted) || own.count >= 2 && wanted.isSuperset(of: own))
  }
}

private func names(
  among candidates: some Sequence<String>, _ limit: Int, for name: String,
  where fits: (_ own: Set<String>, _ wanted: Set<String>) -> Bool
) -> [String] {
  let wanted = words(of: name)
  guard wanted.contains(where: { $0.count >= 3 }), wanted.count <= 12 else { return [] }
  var found: Set<String> = []
  for candidate in candidates where candidate != name && candidate.utf8.count <= 256 {
    let own = words(of: candidate)
    if own.count <= 12, fits(own, wanted) { found.insert(candidate) }
  }
  return found.count <= limit ? found.sorted() : []
}

/// The words of a name in small letters: `gpu` and `power` for `gpu_power`, `gpuPower` and
/// `GPU power`; longer ones without the `s` at their end.
private func words(of name: String) -> Set<String> {
  var result: Set<String> = []
  var current = ""
  var wasLower = false
  func close() {
    if current.count > 3, current.hasSuffix("s"), !current.hasSuffix("ss") { current.removeLast() }
    if !current.isEmpty { result.insert(current) }
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
