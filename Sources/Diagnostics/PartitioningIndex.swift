extension Array {
  /// The place of the first element that something holds of, as of all after it; the end where there is
  /// none. Found by halves, of elements that are in order.
  @inlinable public func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
