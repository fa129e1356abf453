import Exercises
import Formulas
import Grading
import NotebookFiles
import NotebookGrading

/// What the tutor says of its own accord, or of a command that cannot be followed.
public enum TutorMessage {
  case accessible(isOn: Bool)
  /// Whether what is found of it follows.
  case addedToText(isNews: Bool)
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
  case helpOnMore
  case hintsOfText(QuestionReport)
  case howToIntroduce
  case howToAnswer(Question, hasHints: Bool)
  case isAnswered(String)
  /// With the command that is offered in place of it; nil where something was done.
  case keptOutOfText(String?, isFirst: Bool)
  case knownFrom(NotebookNeighbours.Owner)
  case last
  case leftWithoutUnit
  case lineIsOpen(Parser.OpenEnd)
  case moreProblems(Int, file: String)
  /// With what is open of a question that lies behind; nil for one that lies ahead.
  case next(Question, back: OpenState?, isInteractive: Bool)
  case nextExercise(NextExercise)
  case noCourse
  case noID
  case offersCommand(String)
  case openLineLeft
  case otherCounts(String, AnswerReport, than: String?)
  case released(Release.Kind)
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

/// Why a question is gone back to.
public enum OpenState {
  case notBegun, notFinished
  /// It was right before in this session.
  case notRightAnyMore
}
