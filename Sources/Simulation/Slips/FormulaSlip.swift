import ErrorDiagnosis
import Formulas

/// A slip, by what a diagnosis may call it.
public struct FormulaSlip: Hashable, Sendable, CustomStringConvertible {
  /// Any of which is true of it.
  public var kinds: Set<Cause.Kind>
  /// One of them is to be said; none where what it is about has no name.
  public var names: Set<String>

  public init(kinds: Set<Cause.Kind>, names: Set<String>) {
    self.kinds = kinds
    self.names = names
  }

  /// In one order, whatever the run.
  public var description: String {
    let kinds = kinds.map(\.rawValue).sorted().joined(separator: "|")
    return names.isEmpty ? kinds : "\(kinds) \(names.sorted().joined(separator: ", "))"
  }

  public func isCalled(_ kind: Cause.Kind, _ said: [String]) -> Bool {
    // Of `people` for `people * (1 + rate)` the rate may be said to be missing either way.
    let missing: Set<Cause.Kind> = [.termMissing, .factorMissing]
    let isMissing = missing.contains(kind) && !kinds.isDisjoint(with: missing)
    return (kinds.contains(kind) || isMissing)
      && (names.isEmpty || !names.isDisjoint(with: said) || kind == .inverted && said.isEmpty)
  }

  /// Whether a cause names it, be it as one of several.
  public func isNamed(by cause: Cause) -> Bool {
    isCalled(cause.kind, cause.names)
      || cause.further.contains { isCalled($0.kind, $0.names) }
  }
}

/// A formula with slips in it, and what these are.
public struct SlippedFormula {
  public var formula: Expression
  public var slips: [FormulaSlip]
}
