import Charts
import Dates
import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles

/// Something that a line at the prompt has brought about, as data: what it looks like, and in
/// which words it is told, is for whoever shows it.
public enum SessionEvent {
  /// What follows is of another matter.
  case gap

  // Sentences
  case said(TutorMessage)
  case work(WorkMessage)
  case choice(ChoiceMessage)
  case debrief(DebriefMessage)
  case file(FileMessage)
  case date(DateMessage)
  case equivalency(EquivalencyMessage)
  case help(HelpMessage)
  case chartMessage(ChartMessage)
  case picture(PictureMessage)
  case lines(LinesMessage)
  /// A sentence of the exercise or of its grading, beside what it is about.
  case remark(String)
  /// What an author has written, Markdown.
  case prose(String, droppingTitle: Bool = false)
  /// What is wrong with a text, or worth knowing of it.
  case diagnostic(LocatedDiagnostic)
  /// Those of a whole file, of which a reader takes in the first.
  case problems([LocatedDiagnostic], file: String)

  // Answers
  /// A value that was only looked at.
  case value(ShownValue)
  /// A value or function that answers a question, with its verdict.
  case judged(AnswerReport, ShownValue?)
  /// The verdict alone.
  case verdict(AnswerReport)
  /// What goes with a verdict that is not shown.
  case notes([String])
  case changes(ChangeSummary)
  /// All answers of a question are right now.
  case completed(QuestionReport)
  case options(ShownOptions)
  /// A poll was answered.
  case polled(AnswerReport)
  /// What is found of a text.
  case criteria(AnswerReport)
  /// Options that are right; a part of a model answer.
  case rightOptions([ChoiceAnswer.Option])
  case modelFunction(FunctionAnswer)
  case modelValue(name: String, ShownValue)
  /// Another value that is accepted for the answer before it.
  case modelAlternative(ShownValue)
  /// An answer of an exercise before this one.
  case provided(name: String, Value)

  // Questions
  case exerciseTitle(String)
  case question(Question, QuestionReport)
  /// What a question asks for, in short, and what is left of it.
  case task(Question, QuestionReport)
  case textSoFar(String)
  case hint(ShownHint)
  /// The debriefings of questions that the line has finished.
  case finished([Question], isHere: Bool)
  case debriefing(Question, String)
  case liveText(String, upstreamErrors: String?)
  /// A live text that was shown before and has other figures now.
  case liveTextAgain(LiveTextChange)
  case chart(Chart)

  // Overviews
  case commands
  case topic(HelpTopic)
  case commandHelp(Command)
  case status(ShownStatus)
  case due(DueDate, isOpening: Bool)
  case calendar(CourseDates, limit: Int, isWorkDue: Bool)
  case courseTitle(String)
  case questionsWanted(CourseDates)
  case asked(AskedQuestion, Zone)
  case names([NameGroup])
  case name(NameDetails)
  case constant(Constant)
  case table(TableView)
  case derivation(ShownDerivation)
  case equivalents(ShownEquivalents)
  /// `exerciseUnits` are those that the exercise has declared.
  case units(UnitTopic, exerciseUnits: Set<String>)
  case shortcoming(Shortcoming)
  case handedIn(file: String, ExerciseReport?)
}

/// A hint of the author's, or one that the model answer makes.
public struct ShownHint {
  /// Counted from 1, the author's first.
  public var number: Int
  /// Hints that there are, for the answer where it is derived.
  public var count: Int
  /// Markdown.
  public var text: String
  /// The answer that it is about, where the question asks for several.
  public var answer: String?
}

/// A value, with what its rows are called.
public struct ShownValue {
  public var value: Value
  /// Of a column, where its rows are those of a table.
  public var rowNames: [String]?
}

/// A choice with the student's ticks.
public struct ShownOptions {
  /// Its options, in the order of the exercise.
  public var choice: ChoiceReport
  /// Whether it is said of each option whether it is right, and why.
  public var withReasons: Bool
  /// Options whose reasons are shown; nil for all.
  public var only: Set<Int>?
  /// Why the student has chosen so, in own words.
  public var reason: String?
}

/// A live text of which something was shown before.
public struct LiveTextChange {
  /// As it reads now.
  public var text: String
  /// Nil for one of the introduction.
  public var question: Question?
  /// Whether it is the question at hand.
  public var isHere: Bool
  /// Whether the line has finished its question.
  public var isCompleted: Bool
  /// A sentence on answers that it rests on and that are not right.
  public var upstreamErrors: String?
}

/// How all questions stand.
public struct ShownStatus {
  /// What is found of each question.
  public var report: ExerciseReport
  /// Id of the question at hand.
  public var current: String
  /// Questions that were changed after the due date.
  public var late: Set<String>
}

/// When work is due, seen from a moment.
public struct DueDate: Sendable {
  /// The exercise's due date.
  public var due: Moment
  /// When it is looked at.
  public var now: Moment
  /// The reader's.
  public var zone: Zone

  /// How near it is.
  public enum Phase: Int, Comparable, Sendable {
    case far, lastHour, lastMinutes, over

    /// By how late it is.
    public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
  }

  /// Ten minutes are the last ones, an hour the last hour.
  public var phase: Phase {
    let left = due.seconds - now.seconds
    return left <= 0 ? .over : left <= 600 ? .lastMinutes : left < 3600 ? .lastHour : .far
  }
}

/// What is left before a notebook is handed in.
public enum Shortcoming {
  case left([String], of: Int)
  case inDoubt([String])
  case mistakes(Int, file: String)
  case noStudent(id: Bool, name: Bool)
  /// There is none.
  case nothing
}

extension SessionEvent {
  var isAddedToText: Bool {
    if case .said(.addedToText) = self { return true }
    return false
  }

  /// Whether it says that a line has a mistake, or that what it answers is not right.
  var isObjection: Bool {
    switch self {
    case .diagnostic(let located): located.diagnostic.severity == .error
    case .judged(let report, _), .verdict(let report):
      report.share < 1 && report.verdict != .unchecked
    case .said(.wordsForFormula): true
    default: false
    }
  }
}
