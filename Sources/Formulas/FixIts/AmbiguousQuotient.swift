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
  /// The statement that it stands in, with those; the other reading alone where that is long.
  public var line: String

  init(typed: String, read: String, meant: String) {
    (self.typed, self.read, self.meant, line) = (typed, read, meant, meant)
  }
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
    return FormulaLinter.combinations(of: ambiguousPlaces(from: key)) { Spot($0) }.first { choice in
      let copy = copy(fixing: [:], provided: [:])
      copy.looksForAmbiguity = false
      copy.adjustment = adjustment
      guard copy.readAnew(choice), case .success(let value)? = copy.rawValue(of: key) else {
        return false
      }
      return value.unit.map(isMeant) ?? false
    }?.first.map { place in
      var ambiguity = place.quotient.ambiguity
      let text = StatementText(text: place.text)
      if text.isShort { ambiguity.line = text.replacing(place.quotient.fixIt) ?? ambiguity.line }
      return ambiguity
    }
  }

  private struct Place {
    var key: Key
    /// What the key is bound to, with the places of its own text.
    var text: String
    var quotient: FormulaLinter.Quotient
  }

  private struct Spot: Hashable {
    var key: Key
    var span: Span

    init(_ place: Place) {
      key = place.key
      span = place.quotient.span
    }
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
        let linter = FormulaLinter(StatementText(text: definition.text), units: units) { _ in nil }
        found += linter.quotients(in: formula).map {
          Place(key: key, text: definition.text, quotient: $0)
        }
      }
      waiting += direct(definition.dependencies).filter { seen.insert($0).inserted }
    }
    return Array(found.prefix(Self.ambiguityLimit))
  }

  /// Gives keys their formulas with the other reading; false where that is no formula.
  private func readAnew(_ places: [Place]) -> Bool {
    for (key, own) in Dictionary(grouping: places, by: \.key) {
      guard let text = StatementText(text: own[0].text).replacing(own.map(\.quotient.fixIt)),
        let formula = Self.formula(in: text)
      else { return false }
      define(key, .value(formula), text: text)
    }
    return true
  }

  /// The formula that a statement gives a name or column; nil for any other.
  static func formula(in text: String) -> Expression? {
    guard case .statement(let statement)? = Parser.parse(text).items.first else { return nil }
    return statement.isBinding ? statement.formula : nil
  }
}
