import Diagnostics

/// Ids of exercises that may be meant: those that begin so, else those that are near as a whole, at
/// their beginning or in one of their words, as `chatgpt-footprint` is to `chatgtp`.
public func nearestIDs(to typed: String, among ids: [String]) -> [String] {
  let wanted = typed.lowercased()
  let beginning = ids.filter { !wanted.isEmpty && $0.lowercased().hasPrefix(wanted) }
  if !beginning.isEmpty { return beginning }
  let whole = nearestNames(to: typed, among: ids)
  if !whole.isEmpty { return whole }
  let parts = Dictionary(ids.map { ($0, Set(beginningsAndWords(of: $0))) }) { first, _ in first }
  let near = nearestNames(to: wanted, among: parts.values.reduce(into: Set()) { $0.formUnion($1) })
  let same = ids.filter { parts[$0]?.contains(wanted) == true }
  return same.isEmpty ? ids.filter { parts[$0]?.isDisjoint(with: near) == false } : same
}

/// `a`, `a-b`, `b` and `c` of `a-b-c`.
private func beginningsAndWords(of id: String) -> [String] {
  let words = id.lowercased().split(separator: "-").map(String.init)
  return words + words.indices.dropFirst().map { words[..<$0].joined(separator: "-") }
}
