extension Int {
  /// The whole number that a double becomes without its decimals: of what is beyond ±2⁵³ that bound,
  /// which is far from an overflow of what is computed next; of what is no number, 0.
  ///
  /// The one way from a double to an integer, for Swift's own conversion ends the program where the
  /// double is too large. What stands below hides it from every room that sees this one, so that the
  /// compiler finds who uses it; `packaging/check-imports` sees to the others.
  @inlinable public init(bounded number: Double) {
    let whole = Swift.min(Swift.max(number, -0x1p53), 0x1p53).rounded(.towardZero)
    self = Int(exactly: whole) ?? 0
  }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension Int {
  public init(_ number: Double) { self = Int(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = Int(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension Int8 {
  public init(_ number: Double) { self = Int8(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = Int8(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension Int16 {
  public init(_ number: Double) { self = Int16(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = Int16(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension Int32 {
  public init(_ number: Double) { self = Int32(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = Int32(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension Int64 {
  public init(_ number: Double) { self = Int64(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = Int64(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension UInt {
  public init(_ number: Double) { self = UInt(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = UInt(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension UInt8 {
  public init(_ number: Double) { self = UInt8(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = UInt8(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension UInt16 {
  public init(_ number: Double) { self = UInt16(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = UInt16(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension UInt32 {
  public init(_ number: Double) { self = UInt32(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = UInt32(exactly: number) ?? 0 }
}

@available(*, deprecated, message: "It may end the program: use Int(bounded:).")
extension UInt64 {
  public init(_ number: Double) { self = UInt64(exactly: number) ?? 0 }
  public init(_ number: some BinaryFloatingPoint) { self = UInt64(exactly: number) ?? 0 }
}
