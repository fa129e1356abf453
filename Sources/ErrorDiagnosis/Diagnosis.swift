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
    var causes: [Cause] = []
    for cause in errors.map(\.cause) {
      if let place = causes.firstIndex(where: { $0.kind == cause.kind }) {
        for name in cause.names where !causes[place].names.contains(name) {
          causes[place].names.append(name)
        }
      } else if areTogether || causes.isEmpty {
        causes.append(cause)
      }
    }
    var cause = causes[0]
    cause.further = causes.dropFirst().map {
      Cause.Further(kind: $0.kind, names: $0.names, factor: $0.factor)
    }
    return cause
  }

  /// Whether it explains the number alone, and not the unit.
  public var isOfNumbers: Bool { !areTogether && errors.allSatisfy { $0.factor != nil } }
}
