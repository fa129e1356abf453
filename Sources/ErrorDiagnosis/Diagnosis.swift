/// What a search for the error has found: one, two that explain it equally well, or two that go
/// together.
public struct Diagnosis {
  let errors: [any ErrorPattern]
  /// Whether both errors were made, or else either.
  let areTogether: Bool

  init(_ errors: [any ErrorPattern], areTogether: Bool = false) {
    self.errors = errors
    self.areTogether = areTogether
  }

  public var cause: Cause {
    let causes = errors.map(\.cause)
    var cause = causes[0]
    for other in causes.dropFirst() {
      if areTogether {
        cause.second = Cause.Second(kind: other.kind, names: other.names, factor: other.factor)
      } else if other.kind == cause.kind {
        cause.names += other.names
      }
    }
    return cause
  }

  /// Whether it explains the number alone, and not the unit.
  public var isOfNumbers: Bool { !areTogether && errors.allSatisfy { $0.factor != nil } }
}
