import Formulas

/// A function stands where another belongs, or takes an angle in degrees.
struct WrongFunction: ErrorPattern {
  enum Manner: Hashable {
    case other(used: String, belongs: String)
    /// The figure of an angle in degrees counts as radians.
    case degrees(String)
    case leftOut(String)
  }

  let manner: Manner

  var isLeftOut: Bool { if case .leftOut = manner { true } else { false } }

  init(_ manner: Manner) { self.manner = manner }

  static func vary(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    switch part.kind {
    case .call(let function, let arguments):
      let own = arguments.map { tree.nodes[$0] }
      for name in FunctionKin.others(than: function.name) {
        guard let other = FormulaFunction(name, arguments: arguments.count),
          let numbers = other.value(of: own.map(\.numbers))
        else { continue }
        variations.add(
          Self(.other(used: name, belongs: function.name)), node, bare: numbers)
      }
      guard own.count == 1 else { return }
      if FunctionKin.ofAngles.contains(function.name),
        let numbers = function.value(of: [own[0].numbers.map { $0 * Conversions.radian }])
      {
        variations.add(Self(.degrees(function.name)), node, bare: numbers)
      }
      if !function.keepsUnit {
        variations.add(Self(.leftOut(function.name)), node, bare: own[0].numbers)
      }
      if function.name == "exp" {
        add(node, own[0].numbers, belongs: "e", &variations)
      }
    case .raised(let base, let exponent):
      let number = tree.nodes[base].numbers
      for (name, own) in FunctionKin.bases where number == [own] {
        add(node, tree.nodes[exponent].numbers, belongs: name, &variations)
      }
    case .leaf, .product, .sum, .power, .aggregate, .named: break
    }
  }

  private static func add(
    _ node: Int, _ exponent: [Double], belongs: String, _ variations: inout Variations
  ) {
    for (name, base) in FunctionKin.bases where name != belongs {
      variations.add(
        Self(.other(used: "\(name)^", belongs: "\(belongs)^")), node,
        bare: exponent.map { FormulaTree.power(base, $0) })
    }
  }

  var cause: Cause {
    switch manner {
    case .other(let used, let belongs): Cause(.function, names: [used, belongs])
    case .degrees(let name): Cause(.function, names: [name, "degrees"])
    case .leftOut(let name): Cause(.function, names: [name])
    }
  }

  var rank: Int {
    if case .leftOut = manner { 9 } else { 5 }
  }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch manner {
    case .other(let used, let belongs):
      "it looks as if `\(used)` stood in the place of `\(belongs)`"
    case .degrees(let name):
      "`\(name)` takes a plain number for radians: type an angle in degrees with its `°`"
    case .leftOut(let name): "`\(name)` is left out"
    }
  }

  func mayBeFirst(isComputed: Bool) -> Bool { isComputed }
}
