import Diagnostics
import Quantities

/// A unit that a statement of the sheet has declared.
struct OwnUnit {
  var name: String
  /// Nil for a counted unit.
  var definition: Expression?
  var words: Set<String>
}

extension Worksheet {
  /// Declares a unit, again where it was the student's own, and lets what is built on it follow.
  func declareUnit(_ name: String, _ span: Span, _ expression: Expression?) -> FormulaProblem? {
    if let problem = refusal(of: name, span, expression) { return problem }
    if let problem = make(name, span, expression) { return problem }
    let own = OwnUnit(
      name: name, definition: expression, words: expression.map { Dependencies($0).words } ?? [])
    var changed = Set(UnitSystem.forms(of: name))
    if let place = ownUnits.firstIndex(where: { $0.name == name }) {
      // Units that build on it, which stand behind it unless they are its parts now.
      ownUnits.remove(at: place)
      for other in ownUnits[place...] where !other.words.isDisjoint(with: changed) {
        if make(other.name, span, other.definition) == nil {
          changed.formUnion(UnitSystem.forms(of: other.name))
        }
      }
      let parts = ownUnits.lastIndex { own.words.contains($0.name) } ?? -1
      ownUnits.insert(own, at: max(place, parts + 1))
    } else {
      ownUnits.append(own)
    }
    revision += 1
    for word in changed { invalidate(readers(ofUnit: word)) }
    return nil
  }

  func refusal(of name: String, _ span: Span, _ expression: Expression?) -> FormulaProblem? {
    // A notebook may count its money itself.
    if UnitSystem.isInCatalogue(name), expression != nil || !UnitSystem.isMoney(name) {
      return FormulaProblem(.knownUnit(name), span)
    }
    let isOwn = ownUnits.contains { $0.name == name }
    if let declared = units.declared.first(where: { $0.name == name }), !isOwn {
      let isSame = expression == nil ? declared.kind == .counted : declared.kind == .derived
      if !isSame { return FormulaProblem(.shipped(.unit(name), fixIt: "my_\(name)"), span) }
    }
    guard let expression else { return nil }
    let dependencies = Dependencies(expression)
    if !dependencies.words.isDisjoint(with: UnitSystem.forms(of: name)) {
      return FormulaProblem(.selfReference(name: name, unit: nil), expression.span)
    }
    if dependencies.names.contains(where: { hasName($0) }) || !dependencies.columns.isEmpty {
      return FormulaProblem(.unsupported(.nameInUnit), expression.span)
    }
    return nil
  }

  private func make(_ name: String, _ span: Span, _ expression: Expression?) -> FormulaProblem? {
    guard let expression else {
      return units.declareCounted(name) == nil
        ? FormulaProblem(.tooManyNames(limit: Self.definitionLimit), span) : nil
    }
    switch evaluate(expression) {
    case .failure(let problem): return problem
    case .success(.quantity(let value, let unit)) where !unit.isTemperaturePoint:
      if units.declareDerived(name, value: value, unit: unit) != nil { return nil }
      return FormulaProblem(.unitDefinition, expression.span)
    case .success: return FormulaProblem(.unitDefinition, expression.span)
    }
  }

  /// The statements that declare units, each after those that it builds on.
  func unitOrder(_ statements: [Statement]) -> [Int] {
    var places: [String: Int] = [:]
    var words: [Int: [String]] = [:]
    for (index, statement) in statements.enumerated() {
      guard case .unit(let name, _, let expression) = statement.kind else { continue }
      words[index] = expression.map { Dependencies($0).words.sorted() } ?? []
      places[name] = index
      for form in UnitSystem.forms(of: name) where places[form] == nil { places[form] = index }
    }
    var result: [Int] = []
    var seen: Set<Int> = []
    for start in words.keys.sorted() {
      var trail = [start]
      while let index = trail.last {
        seen.insert(index)
        let next = words[index]?.lazy.compactMap { places[$0] }.first { !seen.contains($0) }
        if let next {
          trail.append(next)
        } else {
          trail.removeLast()
          if words.removeValue(forKey: index) != nil { result.append(index) }
        }
      }
    }
    return result
  }
}
