/// What `:concrete` says.
public enum EquivalencyMessage {
  case canBe
  case gas
  case howTo([String], example: String?)
  case misfit(String, kind: String, isPlain: Bool, units: [String])
  case missing
  case more(Int)
  case noComparisons
  case sources([String])
  case takenAs(String)
  case takesTogether(String)
  case tooSmallForOthers
}
