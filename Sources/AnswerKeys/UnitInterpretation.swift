import Formulas

/// How a student's value is read in the unit that an answer asks for.
public struct UnitInterpretation {
  /// How the unit of a value was understood.
  public enum Manner: Hashable {
    /// Of the dimension asked for.
    case converted
    /// In another unit that the author accepts.
    case accepted
    /// Differs in counted units that were left out, and in labels.
    case counted
    /// Differs in counted units, some of which were typed or computed wrongly.
    case miscounted
    /// A number without unit, taken in the unit asked for.
    case bare
    /// The unit falls short because bare numbers took part.
    case fallsShort
    /// Of another dimension: the bare figures are compared.
    case otherDimension
    /// No numbers at all.
    case notNumbers
  }

  /// How its unit was understood.
  public var manner: Manner
  /// The numbers in the unit asked for; nil where there are none.
  public var value: Value?
  /// The value that later formulas use; nil where it stays as it is.
  public var adopted: Value?

  /// Why it is of another dimension: a quotient that was read otherwise than it is meant.
  public var ambiguity: AmbiguousQuotient?

  /// Whether a unit that was typed may be what is wrong, where one is: a formula whose figures have
  /// the model's units does something else with them than it should.
  public var blamesTypedUnit = false

  /// - Parameter provenance: of its unit, where that is not the one asked for.
  init(_ raw: Value, _ provenance: UnitProvenance) {
    let answer = provenance.answer
    guard let own = raw.unit else {
      manner = .notNumbers
      return
    }
    let unit = answer.unit
    let rules = answer.spec.rules
    if let converted = raw.converted(to: unit) {
      manner = .converted
      value = converted
      // 25 where 25 % is asked for: 0.25 is right too, but 25 lacks its unit. No figure typed for
      // an angle in degrees is one in radians.
      let named = raw.relabelled(unit)
      let lacksUnit =
        unit.isDegree ? provenance.isBare() : !answer.accepts(converted) && answer.accepts(named)
      if own.isPlain, !unit.isPlain, lacksUnit {
        manner = .bare
        value = named
        if rules.bare != .refuse { adopted = named }
      }
      return
    }
    for accepted in answer.accepts {
      if let converted = raw.converted(to: accepted) {
        manner = .accepted
        value = converted.relabelled(unit)
        adopted = value
        return
      }
    }
    if own.dimension == .one {
      manner = .bare
      value = (raw.converted(to: .one) ?? raw).relabelled(unit)
      // Counts may always be typed bare where counts are forgiving.
      if rules.counts == .forgiving, unit.isOnlyCounts { manner = .counted }
      if rules.bare != .refuse || manner == .counted { adopted = value }
      return
    }
    if rules.counts == .forgiving, own.differsOnlyInCounts(from: unit),
      let measured = raw.relabelled(own.withoutCounts).converted(to: unit.withoutCounts)
    {
      let isLeftOut = own.countsAreWithin(unit) || provenance.excusesCounts()
      manner = isLeftOut ? .counted : .miscounted
      value = measured.relabelled(unit)
      if manner == .miscounted || answer.isWithheld || answer.accepts(value) { adopted = value }
      if manner == .miscounted { blamesTypedUnit = provenance.blamesTypedUnit() }
      return
    }
    value = raw.relabelled(unit)
    manner = .otherDimension
    if answer.isWithheld {
      if rules.bare != .refuse, provenance.fallsShort() { manner = .fallsShort }
      return
    }
    guard answer.accepts(value) else { return }
    if rules.bare != .refuse, provenance.fallsShort() {
      manner = .fallsShort
      adopted = value
    } else {
      blamesTypedUnit = provenance.blamesTypedUnit()
    }
  }
}

extension CompiledExercise {
  /// A value read in the unit that an answer asks for, by what the formula of a key says of its own.
  public func interpretation(
    of value: Value, _ answer: AnswerKey.Answer, at key: Worksheet.Key, on sheet: Worksheet
  ) -> UnitInterpretation {
    let answer = opened(answer, by: value, formula: sheet.formula(of: key)).answer
    return UnitInterpretation(
      value, UnitProvenance(compiled: self, sheet: sheet, key: key, answer: answer))
  }
}
