/// Widths for columns that share `room`: what each needs if that fits, else the widest are
/// narrowed to a common width, none below its floor. Nil where even the floors do not fit.
///
/// No floor may be above what its column needs.
func columnWidths(needs: [Int], floors: [Int], room: Int) -> [Int]? {
  func widths(cap: Int) -> [Int] {
    zip(needs, floors).map { need, floor in max(floor, min(need, cap)) }
  }
  func sum(_ widths: [Int]) -> Int { widths.reduce(0, +) }

  if sum(needs) <= room { return needs }
  guard sum(floors) <= room else { return nil }
  let cap = (0...room).last { sum(widths(cap: $0)) <= room } ?? 0
  var result = widths(cap: cap)
  var left = room - sum(result)
  // What the common width leaves over goes to the first columns that still want it.
  for index in result.indices where left > 0 && result[index] == cap && needs[index] > cap {
    result[index] += 1
    left -= 1
  }
  return result
}
