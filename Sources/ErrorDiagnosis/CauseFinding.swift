/// What a search for the slip has found: one, two that explain it equally well, or two that go
/// together.
public enum CauseFinding {
  case one(Slip)
  case either([Slip])
  case both(Slip, Slip)
}

extension CauseFinding {
  public var cause: Cause {
    switch self {
    case .one(let slip): return slip.cause
    case .either(let slips):
      var cause = slips[0].cause
      for slip in slips.dropFirst() where slip.cause.kind == cause.kind {
        cause.names += slip.cause.names
      }
      return cause
    case .both(let first, let second):
      var cause = first.cause
      let other = second.cause
      cause.second = Cause.Second(kind: other.kind, names: other.names, factor: other.factor)
      return cause
    }
  }

  /// Whether it explains the number alone, and not the unit.
  public var isOfNumbers: Bool {
    switch self {
    case .one(let slip): slip.factor != nil
    case .either(let slips): slips.allSatisfy { $0.factor != nil }
    case .both: false
    }
  }
}
