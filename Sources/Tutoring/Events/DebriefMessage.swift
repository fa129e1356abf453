import Diagnostics
import Exercises

/// What is said of debriefings and of texts with live figures.
public enum DebriefMessage {
  case debriefHeading(Question)
  case debriefLater(Question, isDue: Bool)
  case foundInTable(String, rows: Int, of: Int)
  case moreTexts(Int)
  case noDebrief(String)
  /// - Parameter ids: nothing for the question at hand.
  case offersDebrief([String])
  case practiceLeft([Question])
  case showFails(Diagnostic)
  case showHasChanged(Question, isHere: Bool)
  case showWaits(for: [String])
  case showsNow(Question?)
  /// Which rows of a table are shown, and how to see others.
  case tableRows(TableView)
}
