extension TextTokens {
  /// Where the computation begins whose result stands at a place: the 154 of `154 · 6.3 = 970`. Nil
  /// where none stands before it.
  func computation(before result: Int) -> Int? {
    guard isSign(result - 1, "=≈") else { return nil }
    var start: Int?
    var computes = false
    var place = result - 2
    while let token = at(place), result - place < 40 {
      if token.number != nil {
        start = place
      } else if isSign(place, "*/×·+-") {
        computes = true
      } else if !isSign(place, "()^"), at(place - 1)?.number == nil, !isSign(place - 1, "/·") {
        break
      }
      place -= 1
    }
    return computes ? start : nil
  }
}
