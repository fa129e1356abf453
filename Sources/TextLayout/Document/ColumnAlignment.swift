/// On which side of a column its cells stand.
public enum ColumnAlignment: Hashable, Sendable {
  case left, centre, right
  /// Right where every cell that is filled is a bare number, left otherwise.
  case automatic

  /// What it comes to for the cells of a column, without its heading; never `automatic`.
  func resolved(for cells: some Sequence<String>) -> ColumnAlignment {
    guard self == .automatic else { return self }
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(isNumber) ? .right : .left
  }
}

/// Whether the text is a number on its own, as people write them: `10'000`, `−3.5`, `85.2 %`,
/// `1 000 000`, `1.825e10`, `72†`.
func isNumber(_ text: String) -> Bool {
  var hasDigit = false
  var previous: Character = " "
  for character in text {
    switch character {
    case "0"..."9": hasDigit = true
    case "+", "-", "−", "~", "≈":
      guard !hasDigit || previous == "e" || previous == "E" else { return false }
    case ".", " ", "\u{A0}", "\u{202F}": break
    case "_", "'", "’", ",", "%", "e", "E", "†", "*": guard hasDigit else { return false }
    default: return false
    }
    previous = character
  }
  return hasDigit
}
