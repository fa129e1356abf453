import TextLayout
import Tutoring

/// What `:help` says, in Markdown; no topic takes more than a window of 24 lines.
extension HelpTopic {
  static let summary = """
    Type a formula with units, as on paper. What answers a question is judged at once.

        lamp_power = 60 W
        lamp_power * 24 h to kWh
    """

  static var list: StyledText {
    StyledText("Stuck? Say so: `what do I do`, `hint please`. More on ")
      + StyledText(allCases.map(\.rawValue).joined(separator: ", "), .name)
      + StyledText(": `:help units`, and so on.")
  }

  /// Under a topic that is shown of itself.
  static let more = StyledText(
    "`:task` says what is asked, `:help commands` lists all that there is.", .dim)

  var text: String {
    switch self {
    case .formulas:
      """
      **Formulas**

          lamp_power = 60 W               binds a name
          lamp_power * 24 h to kWh        shows a value in a unit
          def energy(p) = p * 24 h        defines a function

      - `+ - * / **`, brackets, `sqrt(x)`, `50%`, `1e6`, `10'000`.
      - A line that ends in an operator or an open bracket goes on with the next.
      - A name stands for its formula. Type it anew to mend it: all that use it are computed anew.
      - Tab completes names, columns and units. `:why NAME` lays the arithmetic out, `:vars` lists
        your names, `:undo` takes the last line back.
      """
    case .units: HelpWording.unitNote
    case .tables:
      """
      **Tables**

          models["Accuracy (%)"]          a column, row by row
          models["Accuracy (%)"].mean()   of all rows: sum, mean, max …
          models["Twice"] = …             adds a column

      - `:table` shows the table, and `:table NAME more` the rows after those shown.
      - `:table NAME word` shows the rows with a word, `:table NAME sort COLUMN` sorts them, and
        `:table NAME sort COLUMN down` begins with the largest.
      - Tab after `["` completes the headings.
      """
    case .charts:
      """
      **Charts**

          plot(x, y)                two columns, or a list of numbers, as points
          plot(x, y, "line")        joined by a line

      - `:plot` draws the charts of the question, from your own values.
      - `:plot NAME` draws a column of yours, and `:plot save name.svg` keeps the last as a picture.
      """
    case .choices:
      """
      **Choices**

      - Type the numbers of the options, as in `1 3`, or words of theirs.
      - `not 1` takes one back, `none` all of them.
      - `because …` notes why you have chosen so. `:why` says why options are right, once that may
        be said.
      """
    case .texts:
      """
      **Texts**

      - Type sentences: each line is added to your text, and what is found of it is told.
      - An empty line looks at it once more; `:edit` opens the whole in an editor.
      - `:undo` takes the last line out, `:reset` begins anew.
      - `= 2 kW * 3 h` computes, and is not put into the text. Of lines that are pasted, commands
        with their colon are followed and all else is added.
      - What only a person can judge waits for your assistants.
      """
    case .points:
      """
      **Points**

      - An answer counts as soon as it is right; a wrong try costs nothing.
      - What follows correctly from an earlier error of yours is credited.
      - A hint is free, unless it says what it takes off before it is shown.
      - `:skip` gives a question up for its answer, for no points, where that is allowed.
      - Points of a text are proposals: your assistants confirm them, or give those that only a
        person can give.
      - `:status` shows what is done, what is left, and what waits.
      """
    case .keys:
      """
      **Keys**

      - Tab completes, and the right arrow takes what stands dim behind the cursor. The arrow keys
        bring earlier lines back; Ctrl-R searches them.
      - Ctrl-A and Ctrl-E go to the beginning and the end, Ctrl-U clears what is left of the cursor,
        Ctrl-C leaves the line.
      - Ctrl-D on an empty line leaves; everything is saved.
      - Enter alone goes on, once a question is done.
      - Where more is shown than fits: Space for the next page, `b` for the one before, the arrows
        for a line, Home and End, `q` to leave. Any other key begins your line.
      """
    case .notebook:
      """
      **Your notebook**

      - Your work is in one file, saved after every line: readable text that any editor opens.
      - `:submit` says what is missing and names the file to hand in.
      - `reckon check` on the command line tells how you stand, `reckon convert` makes a page of it.
      - `:ask TEXT` notes a question for the next question session.
      """
    case .commands: "**All commands**"
    }
  }
}

extension Command {
  /// What `:help` adds on a command, beside what the list says of it.
  var more: String {
    switch name {
    case "table":
      "`:table usage more` shows the rows after these, `:table usage sort COLUMN` sorts, and"
        + " `:table usage sort COLUMN down` begins with the largest."
    case "why": "`:why NAME` does so for any of your names, `:why 2 W * 3 h` for a formula."
    case "units":
      "`:units power` lists units, `:units kWh` explains one, `:units note` how they work."
    default: ""
    }
  }
}
