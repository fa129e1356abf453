/// Whether a text names a thing only to say that another is meant: `not Model 1`, `Model 3, never
/// Model 1`, `anything but Model 1`. Not so: `not only Model 1`, `Model 1 is not bad`.
extension TextTokens {
  func setsAside(_ term: Range<Int>) -> Bool {
    var place = term.lowerBound - 1
    while isWord(place, .article) { place -= 1 }
    if isWord(place, .not) { return true }
    return isWord(place, .coordinating) && !isWord(place, .joint)
      && at(place - 1)?.kinds.contains(.any) == true
  }
}
