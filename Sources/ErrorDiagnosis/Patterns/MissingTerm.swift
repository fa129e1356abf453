/// A term of a sum is left out.
struct MissingTerm: ErrorPattern {
  let origin: FormulaTree.Origin

  static func vary(_ node: Int, in variations: inout Variations) {
    guard let part = variations.term(node) else { return }
    variations.add(
      Self(origin: part.origin), node, bare: part.bare { _ in 0 },
      measured: part.numbers.map { _ in 0 }, lacking: [part.origin])
  }

  var cause: Cause { Cause(.termMissing, names: origin.names) }
  var rank: Int { 2 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    wording.leftOut(origin, isAlone: isAlone)
  }

  func mayBeFirst(isComputed: Bool) -> Bool { true }
}
