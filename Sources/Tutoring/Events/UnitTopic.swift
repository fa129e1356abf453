import Quantities

/// What `:units` tells of.
public enum UnitTopic {
  /// The units that the exercise or the student has declared, each with where it is met.
  case overview([(name: String, places: [String])], areExercises: Bool)
  /// How units work, in a few lines.
  case note
  case quantity(QuantityTable.Row, asked: String)
  /// An amount of a unit, and where the unit is met.
  case unit(UnitID, Double, places: [String])
  /// A word that is no unit, and why.
  case refused(String, reason: String)
}
