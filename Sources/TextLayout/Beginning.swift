/// A text where it fits, else its beginning, which ends between two words where one is near.
public func beginning(of text: String, within columns: Int, dots: String = "...") -> String {
  guard displayWidth(text) > columns else { return text }
  var (result, used) = ("", displayWidth(dots) + 1)
  for character in text {
    used += displayWidth(character)
    if used > columns { break }
    result.append(character)
  }
  let isCutInWord = text.dropFirst(result.count).first.map(isOfWord) ?? false
  if isCutInWord, let end = result.lastIndex(where: { !isOfWord($0) }),
    result.distance(from: result.startIndex, to: end) * 2 >= result.count
  {
    result = String(result[...end])
  }
  while result.last == " " { result.removeLast() }
  return result + " " + dots
}

private func isOfWord(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || "_'’.-".contains(character)
}
