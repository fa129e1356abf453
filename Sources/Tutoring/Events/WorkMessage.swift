import Exercises
import Grading

/// What is said of hints, of skipping, of names, and of what is taken back.
public enum WorkMessage {
  case allHintsShown(Question, skips: Bool)
  case asksToSkip(Question)
  case cannotSkip(Question)
  case cleared(String)
  case commentDropped(String)
  case countsNoMore(String, isRight: Bool)
  case filledIn([String])
  case hintCosts(Double, of: Question)
  case hintCounted(QuestionReport, cost: Double)
  case hintNotShown(shown: [Int], count: Int)
  case noHintLeft(String)
  case noHints
  case noNames
  case nothingToRedo
  case nothingToReset(String)
  case nothingToSkip(String)
  case nothingToUndo(limit: Int?)
  case ofModelAnswer(String, String)
  case offersHint(Question, isHere: Bool, isFirst: Bool, cost: Double)
  case offersUnitNote
  case overwritten(String, String, isHere: Bool)
  case redone(String)
  case restIsThere(String)
  case skipStays(String)
  case skipped(Question)
  case skippedAlready(String)
  case undone(String)
  case usedByNothing
}
