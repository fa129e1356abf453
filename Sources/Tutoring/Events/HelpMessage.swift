import Exercises
import Formulas

/// What `:why` and `:units` say beside figures.
public enum HelpMessage {
  case allIsGiven
  case allUnits
  case askOn
  case countedAndLabels
  case functionIsDefined(FunctionDefinition)
  case heading(String, row: String?)
  case notComputed(String)
  case nothingToExplain(Question)
  case ownUnits(isExercises: Bool)
  case refused(String, String)
}
