import CColumns
import Quantities

/// An operation on whole columns, which comes to the same as the one on numbers that it goes with.
struct ColumnOperation {
  var sign: reckon_operation
  /// Of a product or quotient; of the right side of a sum or difference.
  var conversion: Conversion
}

/// A side of an operation on columns: its numbers, or the one that stands for every row.
struct ColumnSide {
  var column: [Double]?
  var number = 0.0

  /// Whether nothing else holds the numbers, so that others may take their place. Where this cannot be
  /// told they may not.
  mutating func isTemporary() -> Bool {
    #if canImport(ObjectiveC)
      return false  // An array may be one of Objective-C's there.
    #else
      guard column != nil else { return false }
      return withUnsafeMutablePointer(to: &column) {
        $0.withMemoryRebound(to: AnyObject.self, capacity: 1) {
          isKnownUniquelyReferenced(&$0.pointee)
        }
      }
    #endif
  }

  /// Its numbers, leaving none behind.
  mutating func taken() -> [Double] {
    defer { column = nil }
    return column ?? []
  }

  func withOperand<Result>(_ body: (reckon_operand) -> Result) -> Result {
    guard let column else {
      return withUnsafePointer(to: number) { body(reckon_operand(numbers: $0, step: 0)) }
    }
    return column.withUnsafeBufferPointer {
      body(reckon_operand(numbers: $0.baseAddress, step: 1))
    }
  }
}

extension reckon_operand {
  func from(_ row: Int) -> reckon_operand {
    reckon_operand(numbers: numbers + row * step, step: step)
  }
}

extension [Double] {
  /// Numbers that a body puts where they are to stand.
  static func filled(
    _ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    guard count > 0 else { return [] }
    if count >= largeColumn { _ = keepsMemory }
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      body(start)
      filled = count
    }
  }

  /// Elements from which the system would clear new memory for a column each time.
  private static let largeColumn = 1 << 14
  private static let keepsMemory: Void = reckon_keep_memory()

  /// Whether all are numbers, and none is infinite.
  var areFinite: Bool { withUnsafeBufferPointer { reckon_all_finite($0.baseAddress, $0.count) } }

  /// Those that are not missing.
  var present: [Double] {
    [Double](unsafeUninitializedCapacity: count + 1) { buffer, kept in
      for number in self {
        buffer[kept] = number
        kept += number.isNaN ? 0 : 1
      }
    }
  }

  /// In ascending order, those that are missing last. Equal ones stay in their order.
  var inOrder: [Double] {
    var sorted = areFinite ? self : present
    let found = sorted.count
    if found > Self.few {
      let spare = UnsafeMutablePointer<Double>.allocate(capacity: found)
      defer { spare.deallocate() }
      sorted.withUnsafeMutableBufferPointer { reckon_sort($0.baseAddress, spare, found) }
    } else {
      sorted.sort()
    }
    return found == count ? sorted : sorted + repeatElement(.nan, count: count - found)
  }

  /// The number at a place in ascending order; none may be missing.
  func number(atPlace place: Int) -> Double {
    guard count > Self.few else { return sorted()[place] }
    let spare = UnsafeMutablePointer<Double>.allocate(capacity: count + 1)
    defer { spare.deallocate() }
    return withUnsafeBufferPointer { reckon_select($0.baseAddress, spare, $0.count, place) }
  }

  /// Numbers for which the ordinary ways are the fastest.
  private static let few = 64

  /// The compensated sum: the order of the numbers does not show. Not finite where one is missing.
  var total: Double { withUnsafeBufferPointer { reckon_sum($0.baseAddress, $0.count) } }

  /// That of the squares of their distances from a number.
  func squares(around centre: Double) -> Double {
    withUnsafeBufferPointer { reckon_sum_of_squares($0.baseAddress, centre, $0.count) }
  }

  /// The first of those that are the smallest, which may be 0 or -0; nil where there is no number.
  var smallest: Double? { extreme(reckon_smallest) }

  var largest: Double? { extreme(reckon_largest) }

  private func extreme(_ find: (UnsafePointer<Double>?, Int) -> Double) -> Double? {
    let found = withUnsafeBufferPointer { find($0.baseAddress, $0.count) }
    if found == 0 { return first { $0 == 0 } }
    return found.isFinite ? found : first { $0 == found }
  }
}

extension [Bool] {
  /// Truth values that a body puts where they are to stand, 1 for one that holds.
  static func filled(_ count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) -> [Bool] {
    guard count > 0 else { return [] }
    return [Bool](unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.withMemoryRebound(to: UInt8.self) { if let start = $0.baseAddress { body(start) } }
      filled = count
    }
  }

  func withBytes<Result>(_ body: (UnsafePointer<UInt8>?) -> Result) -> Result {
    withUnsafeBufferPointer { $0.withMemoryRebound(to: UInt8.self) { body($0.baseAddress) } }
  }

  /// How many hold.
  var holding: Int { withBytes { reckon_count($0, count) } }

  /// Row by row with as many others.
  func joined(with others: [Bool], _ join: (Bool, Bool) -> Bool) -> [Bool] {
    [Bool](unsafeUninitializedCapacity: count) { buffer, filled in
      for row in 0..<Swift.min(count, others.count) { buffer[row] = join(self[row], others[row]) }
      filled = count
    }
  }

  /// The items at which it holds.
  func kept(of numbers: [Double]) -> [Double] {
    let found = holding
    return [Double](unsafeUninitializedCapacity: found + 1) { buffer, kept in
      withBytes { reckon_keep(buffer.baseAddress, numbers, $0, count) }
      kept = found
    }
  }

  func kept<Item>(of items: [Item]) -> [Item] {
    var kept: [Item] = []
    kept.reserveCapacity(holding)
    for (item, holds) in zip(items, self) where holds { kept.append(item) }
    return kept
  }
}
