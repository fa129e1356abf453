import Diagnostics
import ReckonCommands

/// What the manual pages say beside the commands' own help and the pages of `docs`.
enum ManualWording {
  /// A part of `reckon.1` that lists things with what is said of each.
  struct Part {
    var title: String
    var entries: [(term: String, said: String)]
  }

  static let description =
    "Reckon is a notebook in the terminal for exercises with numbers and units: it asks, you type"
    + " formulas with units, and it tells at once whether the answer holds and, when it does not, why."

  /// Behind the program's name and its own options; source of the page.
  static let commandInShort = "[\\fIcommand\\fR [\\fIargument\\fR...]]"

  static let parts = [
    Part(
      title: "EXIT STATUS", entries: Status.allCases.map { ("\($0.rawValue)", meaning(of: $0)) }),
    Part(title: "ENVIRONMENT", entries: variables),
    Part(title: "FILES", entries: files),
  ]

  private static func meaning(of status: Status) -> String {
    switch status {
    case .fine: "All is right."
    case .short: "An answer, a check or an exercise fell short."
    case .usage: "The arguments do not fit."
    case .badInput: "A file or an exercise cannot be used as it is."
    case .io: "Something could not be read or written."
    }
  }

  /// Variables of the environment, in alphabetical order.
  private static let variables = [
    ("EDITOR, VISUAL", "The editor in which :edit opens a text; VISUAL goes before EDITOR."),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "Whether the terminal shows more than ASCII: the first that is set counts."
    ),
    ("LOCPATH", "Where locales are looked for, in the place of the system's folder."),
    ("LOGNAME, USER", "Who reviews, where neither --reviewer nor RECKON_REVIEWER says so."),
    ("NO_COLOR", "Anything in it takes the colours away."),
    ("PATH", "Where editors and the program that shows pictures are looked for."),
    ("RECKON_ACCESSIBLE", "With 1, all is said in words and nothing is drawn."),
    (
      "RECKON_EXERCISES",
      "A folder with exercises, searched before ./Exercises and the shipped ones."
    ),
    (
      "RECKON_PICTURES",
      "How the terminal takes pictures, where it is not known: kitty, iterm2, sixel or none."
    ),
    ("RECKON_REVIEWER", "The name under which decisions of a review are kept."),
    ("SOURCE_DATE_EPOCH", "The date of manual pages that are written, in seconds since 1970."),
    ("TERM", "The kind of terminal; with dumb, nothing is coloured or drawn over."),
    (
      "TERM_PROGRAM, LC_TERMINAL, TMUX, STY",
      "What the terminal is known by when a picture is to be shown."
    ),
    ("TERMINFO, TERMINFO_DIRS", "Where terminals are described, beside the system's folders."),
    ("TMPDIR", "Where a text lies while an editor has it; /tmp without it."),
    ("TZ", "The zone in which dates are told."),
    ("XDG_STATE_HOME, HOME", "Where earlier lines are kept."),
  ]

  private static let files = [
    (
      "EXERCISE.answers.md",
      "The notebook of an exercise, in the folder where one works. It is Markdown, and any editor may"
        + " change it; see reckon-notebook(5)."
    ),
    ("gradebook.sqlite", "What reckon grade keeps of a class, an SQLite database."),
    (
      "./Exercises, PREFIX/share/reckon/Exercises",
      "Exercises; see reckon-exercise(5). PREFIX is the folder above that of the program."
    ),
    (
      "$XDG_STATE_HOME/reckon/history, ~/.local/state/reckon/history",
      "Lines typed at the prompt, for later sessions."
    ),
  ]

  static let exerciseSummary = "the file of an exercise for Reckon"
  static let languageSummary = "the formula language of Reckon"
  static let notebookSummary = "a student's notebook of Reckon"

  static func volume(_ section: Int) -> String {
    switch section {
    case 1: "User Commands"
    case 5: "File Formats"
    default: "Miscellaneous"
    }
  }

  static let noDescription = Diagnostic(
    id: "no-description", message: "The parser of commands does not describe them as it used to.",
    help: ["the version of swift-argument-parser that Package.swift names"])

  static func noPage(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "no-page", message: "\(withoutControls(path)) is not there, and is a page of the manual.",
      help: ["the folder `docs` of the source"])
  }

  static func notWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "not-written", message: "\(withoutControls(path)) cannot be written.",
      help: ["another folder"])
  }

  static let howToGenerate = Diagnostic(
    id: "manual-usage", message: "The manual takes two folders.",
    help: ["`reckon \(DeskProgram.manualOption) docs FOLDER`"])
}
