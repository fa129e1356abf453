import Quantities

/// What `:units` tells of.
public enum UnitTopic {
  /// The units that the exercise or the student has declared, each with where it is met.
  case overview([(unit: Unit, places: [String])], areExercises: Bool)
  /// How units work, in a few lines.
  case note
  /// A kind of quantity; declared are units that were declared as so much of any other.
  case quantity(QuantityTable.Row, asked: String, declared: [Unit])
  /// An amount of a unit, and where the unit is met.
  case unit(Unit, Double, places: [String])
  /// A word that is no unit, and why.
  case refused(String, reason: String)
}
