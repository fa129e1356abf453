/// The text as a sentence begins; a unit such as `kW` or `day` alone stays as it is.
public func capitalised(_ text: String) -> String {
  guard let first = text.first, text.dropFirst().first?.isUppercase != true,
    text.count > 3 || text.contains(" ")
  else { return text }
  return first.uppercased() + text.dropFirst()
}

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
