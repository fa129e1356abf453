/// `a, b and c`.
public func enumeration(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}

/// The name with `a` or `an` before it.
public func withArticle(_ name: String) -> String {
  let isVowel = name.first.map { "aeiou".contains($0) } ?? false
  return (isVowel ? "an " : "a ") + name
}
