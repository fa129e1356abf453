import Exercises
import Grading
import NotebookFiles
import NotebookGrading

/// What the tutor says of its own accord, or of a command that cannot be followed.
public enum TutorMessage {
  case accessible(isOn: Bool)
  case allDone(ExerciseReport, file: String)
  case answerAsked(Question, hasHints: Bool, maySkip: Bool)
  /// With the symbol of a unit that it may have.
  case asksUnit(String, in: String)
  case courseTables([String])
  case editNeedsTerminal
  case editTooLong(kept: String?)
  case first
  case formulaForID
  case formulaForName
  case formulaInText
  case functionDefined(String)
  case goesOn(String)
  /// Without a file where nothing has been written.
  case goodbye(String?, isSaved: Bool)
  case hintsOfText(QuestionReport)
  case howToIntroduce
  case howToAnswer(Question, hasHints: Bool)
  case isAnswered(String)
  /// With the command that is offered in place of it; nil where something was done.
  case keptOutOfText(String?)
  case knownFrom(NotebookNeighbours.Owner)
  case last
  case leftWithoutUnit
  case moreProblems(Int, file: String)
  case next(Question, isInteractive: Bool)
  case nextExercise(NextExercise)
  case noCourse
  case offersCommand(String)
  case openLineLeft
  case otherCounts(String, AnswerReport, than: String?)
  case remark(Intent.Remark, file: String)
  case restKept
  case source(RequiredAnswers.Source)
  case takesNothing(String)
  case textEmptied
  case textTooLong
  case total(ExerciseReport)
  case unchanged
  case unitDeclared(String)
  case usesUncounted(String, counted: String)
  case ways(Question, hasHints: Bool)
  case whoAreYou
  case wordsForFormula(HelpTopic?, hasHints: Bool)
}
