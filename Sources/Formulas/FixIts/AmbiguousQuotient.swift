import Diagnostics
import Quantities

/// A quotient of a formula that was read otherwise than it may be meant.
public struct AmbiguousQuotient: Hashable, Sendable {
  /// As it stands in the formula, such as `1 / 107.5 token/s`.
  public var typed: String
  /// With the parentheses that show how it was read.
  public var read: String
  /// With the parentheses of the other reading.
  public var meant: String
}

extension Worksheet {
  /// Quotients that are read anew at most, through all names.
  private static let ambiguityLimit = 4

  /// The quotient in a key's formula, or in those of names that it uses, because of which the
  /// value is not of the unit asked for; nil where the other reading has another unit too.
  public func ambiguity(of key: Key, asked: Unit) -> AmbiguousQuotient? {
    ambiguity(of: key) { $0.differsOnlyInCounts(from: asked) }
  }

  /// The quotient without whose reading the unit would be another, of which `isMeant` tells that it
  /// is the one asked for.
  public func ambiguity(of key: Key, where isMeant: (Unit) -> Bool) -> AmbiguousQuotient? {
    guard looksForAmbiguity else { return nil }
    let places = ambiguousPlaces(from: key)
    let firsts = places.enumerated().filter { index, place in
      !places[..<index].contains {
        $0.key == place.key && $0.quotient.span == place.quotient.span
      }
    }.map(\.element)
    let choices = places.map { [$0] } + (firsts.count > 1 ? [firsts] : [])
    for choice in choices {
      let copy = copy(fixing: [:], provided: [:])
      copy.looksForAmbiguity = false
      copy.adjustment = adjustment
      guard copy.readAnew(choice), case .success(let value)? = copy.rawValue(of: key),
        let unit = value.unit, isMeant(unit)
      else { continue }
      return choice.first?.quotient.ambiguity
    }
    return nil
  }

  private struct Place {
    var key: Key
    /// What the key is bound to, with the places of its own text.
    var text: String
    var quotient: FormulaLinter.Quotient
  }

  /// Quotients that read in two ways, in the key's own formula first.
  private func ambiguousPlaces(from start: Key) -> [Place] {
    var found: [Place] = []
    var seen: Set<Key> = [start]
    var waiting = [start]
    while !waiting.isEmpty, found.count < Self.ambiguityLimit,
      seen.count < FormulaInputs.formulaLimit
    {
      let key = waiting.removeFirst()
      guard let definition = definitions[key] else { continue }
      // The places of a formula are those of the line that it was typed in.
      if case .value = definition.formula, let formula = Self.formula(in: definition.text) {
        found += FormulaLinter(text: definition.text, offset: 0, units: units) { _ in nil }
          .quotients(in: formula)
          .map { Place(key: key, text: definition.text, quotient: $0) }
      }
      waiting += direct(definition.dependencies).filter { seen.insert($0).inserted }
    }
    return Array(found.prefix(Self.ambiguityLimit))
  }

  /// Gives keys their formulas with the other reading; false where that is no formula.
  private func readAnew(_ places: [Place]) -> Bool {
    for (key, own) in Dictionary(grouping: places, by: \.key) {
      var bytes = Array(own[0].text.utf8)
      for place in own.sorted(by: { $0.quotient.span.start > $1.quotient.span.start }) {
        let span = place.quotient.span
        bytes.replaceSubrange(
          span.start..<span.end, with: Array(place.quotient.ambiguity.meant.utf8))
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let formula = Self.formula(in: text) else { return false }
      define(key, .value(formula), text: text)
    }
    return true
  }

  private static func formula(in text: String) -> Expression? {
    guard case .statement(let statement)? = Parser.parse(text).items.first else { return nil }
    switch statement.kind {
    case .assign(_, _, let formula), .assignColumn(_, _, _, let formula): return formula
    case .function, .show, .unit: return nil
    }
  }
}
