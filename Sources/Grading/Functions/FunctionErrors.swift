import ErrorDiagnosis
import Exercises
import Formulas

/// Errors in how a function is put together, found by mending it: a mended function that is right
/// at every point names the error.
struct FunctionErrors {
  enum Kind: Hashable {
    /// A name from outside stands where a parameter belongs.
    case outsideName(String, parameter: String)
    /// Right once its parameters, as the student calls them, are in this order.
    case otherOrder([String])
    case unused([String])
  }

  private let definition: FunctionDefinition
  private let spec: FunctionAnswer
  private let isRight: (FunctionDefinition) -> Bool
  private let unused: [String]
  private let outside: [String]

  /// Mended functions that are tried, each at every point.
  private static let limits = (parameters: 2, names: 3, orders: 6)

  init(
    _ definition: FunctionDefinition, _ spec: FunctionAnswer, in sheet: Worksheet,
    isRight: @escaping (FunctionDefinition) -> Bool
  ) {
    self.definition = definition
    self.spec = spec
    self.isRight = isRight
    let used = definition.usedNames
    unused = definition.parameters.filter { !used.contains($0) }
    let own = Set(definition.parameters + definition.locals.map(\.name))
    let known = Set(sheet.allNames)
    outside = used.subtracting(own).filter(known.contains).sorted()
  }

  /// A name from outside, or parameters of the names asked for in another order.
  func certain() -> Kind? {
    for parameter in unused.prefix(Self.limits.parameters) {
      for name in outside.prefix(Self.limits.names) {
        // Called by the name from outside, the parameter takes that name's place.
        let mended = definition.parameters.map { $0 == parameter ? name : $0 }
        if isRight(withParameters: mended) { return .outsideName(name, parameter: parameter) }
      }
    }
    let asked = spec.parameters
    guard definition.parameters != asked, Set(definition.parameters) == Set(asked),
      isRight(withParameters: asked)
    else { return nil }
    return .otherOrder(asked)
  }

  /// Parameters in another order where their names do not tell, or such as are not used.
  func possible() -> Kind? {
    let parameters = definition.parameters
    if unused.isEmpty, parameters.count > 1 {
      let orders = Self.orders(of: parameters).dropFirst().prefix(Self.limits.orders)
      if let order = orders.first(where: isRight(withParameters:)) { return .otherOrder(order) }
    }
    return unused.isEmpty ? nil : .unused(unused)
  }

  private func isRight(withParameters parameters: [String]) -> Bool {
    var mended = definition
    mended.parameters = parameters
    return isRight(mended)
  }

  /// Orders of up to three names, the given one first; of more, those in which two are exchanged.
  private static func orders(of names: [String]) -> [[String]] {
    var result = [names]
    for first in names.indices {
      for second in names.indices where second > first {
        var order = names
        order.swapAt(first, second)
        result.append(order)
      }
    }
    if names.count == 3 {
      result.append([names[1], names[2], names[0]])
      result.append([names[2], names[0], names[1]])
    }
    return result
  }
}
