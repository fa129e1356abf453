import Formulas

/// A figure is another than the exercise has, or than the formula.
struct WrongNumber: ErrorPattern {
  /// What has another figure.
  let origin: FormulaTree.Origin

  /// Plain numbers that are left out of formulas, or stand in them for others.
  static let usual: [Double] = [2, 0.5, 4, 0.25, .pi, 1 / .pi, 8, 0.125, 3, 1 / 3]

  static func isUsual(_ number: Double) -> Bool {
    usual.contains { Conversions.isNear(number, $0) }
  }

  static func vary(_ node: Int, in variations: inout Variations) {
    let part = variations.tree.nodes[node]
    guard variations.factor(node) != nil, case .leaf = part.kind, part.unit == .one,
      case .literal = part.origin
    else { return }
    for factor in usual where factor != 1 / part.numbers[0] {
      variations.add(Self(origin: part.origin), node, bare: part.numbers.map { $0 * factor })
    }
  }

  var cause: Cause { Cause(.number, names: origin.names) }
  var rank: Int { 9 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch origin {
    case .name, .column, .row, .formula, .madeOf:
      "the figure for \(wording.thing(origin)) is another than the exercise has"
    case .literal(_, let unit) where !unit.isEmpty:
      "\(wording.thing(origin)) is another than it should be"
    case .literal, .unit, .part: "a plain number of the formula is another"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.single
  }

  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { false }
}

/// A plain number of the usual ones is one factor too many in the whole: ½, 2, π.
struct ExtraNumber: ErrorPattern {
  let factor: Double?

  static func varyWhole(in variations: inout Variations) {
    guard variations.whole.zero == 0 else { return }
    for factor in [2, 0.5, 4, 0.25, .pi, 1 / .pi] {
      variations.add(
        Self(factor: factor), variations.tree.root,
        bare: variations.whole.numbers.map { $0 * factor }
      )
    }
  }

  var cause: Cause { Cause(.number, factor: factor) }
  var rank: Int { 12 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let (word, size): (String, String) =
      switch factor ?? 0 {
      case 2: ("twice", "large")
      case 0.5: ("half", "large")
      case 4: ("four times", "large")
      case 0.25: ("a quarter", "")
      case Double.pi: ("π times", "large")
      case _: ("", "")
      }
    guard let factor else { return "a plain number is in it that does not belong there" }
    switch factor {
    case 0.5: return "it is half of what it should be: look for a 2 that is missing, or too many"
    case 0.25: return "it is a quarter of what it should be: look for a 2 within a square"
    case 1 / Double.pi: return "it lacks a factor of π"
    case _: return "it is \(word) as \(size) as it should be: look at the plain numbers"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
  }
}
