import Diagnostics

extension ExportNotice {
  /// What an assistant is told of it.
  public var diagnostic: Diagnostic {
    let (id, message, help) = said
    return Diagnostic(
      id: "export-\(id)", severity: leavesStudentsOut ? .warning : severity, message: message,
      help: help)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .image, .newAssignment, .replaced, .commented: .notice
    case _: .warning
    }
  }

  /// In alphabetical order.
  private var said: (id: String, message: String, help: [String]) {
    switch self {
    case .aboveHundred(let names):
      return (
        "above-hundred",
        "Moodle takes no mark above 100 unless the site allows it, and then stops the whole import:"
          + " left out are \(ExportWording.list(names)).", ["`--maximum 100`"]
      )
    case .aboveMaximum(let names, let maximum):
      return (
        "above-maximum",
        "Above the worksheet's maximum of \(maximum), which Moodle passes over without a word: left"
          + " as they were are \(ExportWording.list(names)).", ["`--maximum \(maximum)`"]
      )
    case .commented(let names):
      return (
        "commented",
        "A comment stood there already and stays as it is: \(ExportWording.list(names)).",
        ["`--as feedback` has what is said of each answer"]
      )
    case .guessed(let columns):
      let found = columns.map { "`\(plainLine($0))`" }
      return (
        "guessed",
        "The worksheet is in a language that is not known here. By what stands in the columns, the"
          + " identifiers are in \(found[0]), the grades in \(found[1]), the maximum in"
          + " \(found.last ?? "").",
        ["look at the file before you upload it"]
      )
    case .image(let image):
      return ("image", "It runs on the image \(image.name) (\(image.docker)).", [])
    case .locked(let names):
      return (
        "locked",
        "Moodle says that these grades cannot be changed (locked or set in the gradebook), and would"
          + " pass them over without a word: \(ExportWording.list(names)).",
        ["unlock them in Moodle, and download the worksheet anew"]
      )
    case .maybeLocked(let column):
      return (
        "maybe-locked",
        "Rows differ in `\(plainLine(column))`, which may say that a grade cannot be changed: Moodle"
          + " passes over those without a word.", ["look at them before you upload it"]
      )
    case .newAssignment(let title):
      return (
        "new-assignment",
        "Canvas makes a new assignment `\(plainLine(title))` of it, and asks whom it does not know.",
        ["`--gradebook-csv` with Canvas' own export fills in an assignment that is there"]
      )
    case .otherAssignment(let names, let list):
      return (
        "other-assignment",
        "In \(plainLine(list)) the numbers of their submissions are other students': left out are"
          + " \(ExportWording.list(names)).",
        ["the worksheet of the assignment that the notebooks come from"]
      )
    case .otherMaximum(let theirs, let own):
      return (
        "other-maximum",
        "The platform gives \(theirs) points at most, and the marks go up to \(own).",
        ["`--maximum \(theirs)` makes them fit"]
      )
    case .raggedRows(let rows, let list):
      let shown = ExportWording.list(rows.map(String.init))
      return (
        "ragged-rows",
        "Rows of \(plainLine(list)) have more or fewer cells than its headings, and were left as they"
          + " are: \(shown).", []
      )
    case .replaced(let names, let isWorksheet):
      return (
        "replaced",
        "\(names.count) mark\(names.count == 1 ? "" : "s") that stood there already"
          + " \(names.count == 1 ? "is" : "are") another now: \(ExportWording.list(names)).",
        isWorksheet
          ? ["Moodle passes over grades that were changed after the worksheet was downloaded"] : []
      )
    case .sharedKey(let names, let key):
      return (
        "shared-key",
        "Several students have the same \(key.words): left out are \(ExportWording.list(names)).",
        []
      )
    case .unclear(let names, let list):
      return (
        "unclear",
        "More than one row of \(plainLine(list)) may be meant, or one row by several: left out are"
          + " \(ExportWording.list(names)).",
        ["a roster with numbers or addresses: `reckon grade … --roster`"]
      )
    case .unknown(let names, let list):
      let place = list.map { "in \(plainLine($0))" } ?? "on the roster"
      return (
        "unknown",
        "Not \(place), and left out, since one stranger may stop the whole import:"
          + " \(ExportWording.list(names)).",
        list == nil
          ? ["`--participants` with Moodle's export of grades or participants"] : []
      )
    case .unmarked(let names):
      return (
        "unmarked",
        "They have handed in something, and have no mark: \(ExportWording.list(names)).",
        ["`reckon grade … --files` says what became of it"]
      )
    case .unsettled(let count, let rule):
      let whom = ExportWording.students(count)
      let what =
        switch rule {
        case .counted: "provisional points count"
        case .left: "only sure points count"
        case .withoutMark: "they get no mark yet"
        }
      return (
        "unsettled",
        "\(whom) \(count == 1 ? "has" : "have") points that a person has yet to give or to confirm;"
          + " \(what).",
        rule == .counted
          ? ["`--confirmed-only` leaves them out, `--without-provisional` counts sure points only"]
          : []
      )
    case .withoutComments:
      return (
        "without-comments",
        "Nothing tells for sure in which column the comments stand; they are left as they were.", []
      )
    case .withoutKey(let names, let key):
      return (
        "without-key",
        "Without \(key.article) that Moodle could know them by: left out are"
          + " \(ExportWording.list(names)).", ["`--by` with another of email, id, username"]
      )
    case .withoutSubmission(let names):
      return (
        "without-submission",
        "Without a number of a submission, by which Moodle tells whose a file is: left out are"
          + " \(ExportWording.list(names)).", ["`--worksheet` with Moodle's grading worksheet"]
      )
    }
  }
}

extension MarkOrder.Key {
  fileprivate var words: String {
    switch self {
    case .email: "e-mail address"
    case .id: "ID number"
    case .username: "user name"
    }
  }

  fileprivate var article: String { self == .username ? "a \(words)" : "an \(words)" }
}
