import Quantities

/// A figure in a text: a number, the unit it is given in, and how it is meant.
struct TextFigure {
  enum Measure: Hashable {
    case bare
    case unit(Unit)
    /// A unit that is not known, such as a currency.
    case unknown

    var unit: Unit? {
      if case .unit(let unit) = self { return unit }
      return nil
    }
  }

  /// How exactly it is meant.
  enum Manner: Hashable {
    case plain
    case about  // `about 200 t`, `~17'000`.
    case bound  // `over 150 t`, `less than 20 t`.
  }

  var number: WrittenFigure
  var measure: Measure
  var manner: Manner
  /// From its number to the end of its unit.
  var tokens: Range<Int>
  /// Whether it is an end of a range such as `70-80 t`.
  var isOfRange = false
  /// Whether it says by how much something differs: `8 t more`.
  var isDifference = false
  /// Whether words of comparing stand near enough to make its meaning doubtful.
  var mayBeDifference = false
  /// Whether a word that says of what it is goes with its unit: `kg CO2e`.
  var hasLabel = false
  /// Whether it is for one of something: `2 kg per user`.
  var isPerThing = false
  /// With all that its unit is divided by.
  var rate: UnitPhrase.Rate?
  /// The unit of a figure that a bare number is listed with, which it may be meant in.
  var borrowed: Measure?
  /// Whether it is one of a list, or set against another, of the borrowed unit.
  var isListed = false
  /// Whether it is said of something else: `instead of 294 t`.
  var isSetAside = false
  /// Whether it could be a year, if it stands for nothing else.
  var mayBeYear = false

  /// What it is of: that of the list that it stands in, for a bare number.
  var kind: Measure { isListed ? borrowed ?? measure : measure }

  /// The figure with what its unit is divided by, where a value is wanted in such a unit: `9600
  /// kWh/year` is else taken for the energy of a year.
  func taken(for wanted: Set<Unit>, isForEach: Bool) -> TextFigure {
    func isWanted(_ unit: Unit) -> Bool { wanted.contains { $0.conversion(to: unit) != nil } }
    var copy = self
    if isForEach { copy.isPerThing = false }
    guard let rate, isWanted(rate.unit) else { return copy }
    copy.isPerThing = false
    if borrowed == nil { copy.measure = .unit(rate.unit) } else { copy.borrowed = .unit(rate.unit) }
    if rate.factor != 1 { copy.number = number.scaled(by: rate.factor) }
    return copy
  }
}
