/// A course, a student's notebook and a class, with characters that act on a terminal in some of the
/// places where texts of others stand.
struct HostileWorld {
  /// Places that hold them; what stands in all others is harmless.
  let places: Set<String>

  /// The places in which any text is taken: title, prose, cells, answers …
  static let taken = words(
    """
    title prose question hint misconception debrief option because person asks term solution
    chart-title chart-label constant-what constant-source amount-source concrete cell remark course
    event course-text student-name student-id key comment text-value reply reason asked aside
    roster-name roster-id roster-heading folder file
    """)

  /// The places of an exercise in which they are a mistake, which is told.
  static let refusedInExercises = words(
    """
    id unit formula answer name table path csv-heading yaml yaml-raw header-key question-key requires
    criterion question-id reckon tolerance kind due
    """)

  /// The same of a notebook.
  static let refusedInNotebooks = words(
    """
    notebook-exercise notebook-tick notebook-section notebook-formula notebook-name notebook-column
    notebook-unit notebook-skipped notebook-history notebook-mark notebook-head
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// What stands in a place, harmless or not.
  private func at(
    _ place: String, _ harmless: String, _ form: ActingCharacters.Form = .line
  ) -> String {
    guard places.contains(place) else { return harmless }
    return ActingCharacters.text(Self.mark(place), form)
  }

  /// The word by which it is known where it is shown.
  static func mark(_ place: String) -> String {
    "mk" + place.utf8.filter { $0 != 0x2D }.map { String(UnicodeScalar($0)) }.joined()
  }

  /// A text with a formula in it.
  private var concrete: String {
    let text = at("concrete", "\"lamps\"", .quoted)
    return "\"{amount / (1 W)} " + text.dropFirst()
  }

  var exercise: String {
    """
    ---
    reckon: \(at("reckon", "1", .quoted))
    id: \(at("id", "lamp", .quoted))
    title: \(at("title", "Lamp", .quoted))
    due: \(at("due", "2024-12-01T23:59:00+01:00", .quoted))
    units: {\(at("unit", "bulb", .quoted)): counted}
    tables: {\(at("table", "rooms", .quoted)): \(at("path", "rooms.csv", .quoted))}
    requires: [\(at("requires", "", .quoted))]
    constants:
      price:
        value: 0.1 / W
        what: \(at("constant-what", "of a bulb", .quoted))
        source: \(at("constant-source", "a shop", .quoted))
    concrete:
      - for: W
        text: \(concrete)
        source: \(at("amount-source", "a label", .quoted))
      - {for: W, text: "{amount * price} of them"}
    \(places.contains("yaml-raw") ? "author: \(ActingCharacters.text("mkyamlraw", .line))" : "")
    \(at("header-key", "author", .quoted)): x
    \(at("yaml", "contact", .quoted)): [
    ]
    ---
    # Lamp

    \(at("prose", "Read this."))

    ## \(at("question-id", "1"))\(places.contains("question-id") ? "" : " ")\(at("question", "Power"))
    What do all lamps take?

    ```question
    points: 1
    hint_cost: 10%
    skip: yes
    answers:
      \(at("answer", "power", .quoted)):
        expect: '\(at("formula", "rooms[\"Power\"].sum()"))'
        unit: W
        tolerance: \(at("tolerance", "1%", .quoted))
      \(at("name", "half", .quoted)): {expect: power / 2, unit: W}
    hints:
      - \(at("hint", "Add them.", .quoted))
    misconceptions:
      - when: rooms["Power"].mean()
        say: \(at("misconception", "That is one.", .quoted))
    solution: \(at("solution", "Add all.", .quoted))
    \(at("question-key", "practice", .quoted)): no
    ```

    ```debrief
    \(at("debrief", "All of them."))
    ```

    ```chart
    kind: \(at("kind", "bars", .quoted))
    title: \(at("chart-title", "Lamps", .quoted))
    y: rooms["Power"]
    labels: rooms["Room"]
    y_label: \(at("chart-label", "Power", .quoted))
    ```

    ## 2 Kind
    Which one?

    ```question
    points: 1
    choose: 1
    options:
      - {text: \(at("option", "Warm", .quoted)), right: yes, because: \(at("because", "It is.", .quoted))}
      - {text: Cold}
    ```

    ## 3 Why
    Say why.

    ```question
    points: 2
    text: {}
    criteria:
      - {id: \(at("criterion", "cause", .quoted)), points: 1, mentions: [[\(at("term", "wire", .quoted))]], asks: \(at("asks", "what glows", .quoted))}
      - {id: argued, points: 1, person: \(at("person", "It follows.", .quoted))}
    ```

    """
  }

  var table: String {
    """
    \(at("csv-heading", "Room")),Power [W],Remark
    \(at("cell", "Hall")),40,\(at("remark", "old"))
    Kitchen,60,new

    """
  }

  var course: String {
    """
    ---
    reckon: 1
    title: \(at("course", "Light", .quoted))
    calendar:
      - {date: 2034-11-25, what: \(at("event", "First lesson", .quoted))}
    ---
    \(at("course-text", "On light."))

    """
  }

  var notebook: String {
    """
    ---
    reckon: 1
    exercise: \(at("notebook-exercise", "lamp", .quoted))
    student: {id: \(at("student-id", "4711", .quoted)), name: \(at("student-name", "Ada", .quoted))}
    \(at("key", "noted2", .quoted)): x
    tries: {1: 1}
    skipped: [\(at("notebook-skipped", "", .quoted))]
    history: [\(at("notebook-history", "", .quoted))]
    \(places.contains("notebook-head") ? ActingCharacters.text("mknotebookhead", .line) + ": [" : "")
    ---
    ## 1 Power
    \(at("aside", "As I think:"))

    ```reckon
    power = 90 W # \(at("comment", "mine"))
    note = "\(at("text-value", "x"))"
    note
    \(at("notebook-formula", "half")) = 45 W
    b = \(at("notebook-name", "power")) + 1
    c = 5 \(at("notebook-unit", "W"))
    d = rooms["\(at("notebook-column", "Room"))"]
    ```

    ```\(at("notebook-mark", "reckon"))
    e = 1
    ```

    ```ask 2024-11-27T09:30:00Z
    \(at("asked", "Which one?"))
    ```

    ## 2
    - [x] \(at("notebook-tick", "Warm"))
    > \(at("reason", "Because."))

    ## 3
    > \(at("reply", "The wire glows.")) It is hot.

    ## \(at("notebook-section", "1"))
    > Beside.

    """
  }

  var roster: String {
    """
    id,name,email,\(at("roster-heading", "group"))
    s1,Ada Lovelace,ada@x.example,a
    s2,"\(at("roster-name", "Bob"))",b@x.example,b
    "\(at("roster-id", "s3"))",Cem,c@x.example,a

    """
  }

  /// The folder of a student.
  var folder: String { at("folder", "s1", .system).replacing("/", with: "") }
  /// A file beside the notebook.
  var file: String { at("file", "other.txt", .system) }

  /// Marks of a quiz.
  var marks: String {
    """
    student,"\(at("roster-heading", "A"))",B
    max,1,2
    "\(at("roster-name", "x"))",1,1
    y,0,2

    """
  }

  func write(to desk: Desk) throws {
    try desk.write(exercise, to: "exercises/lamp.md")
    try desk.write(table, to: "exercises/rooms.csv")
    try desk.write(course, to: "exercises/course.md")
    try desk.write(notebook, to: "lamp.answers.md")
    try desk.write(notebook, to: "class/\(folder)/lamp.answers.md")
    try desk.write("no notebook", to: "class/\(folder)/\(file)")
    try desk.write(
      "---\nreckon: 1\nexercise: lamp\n---\n## 1\n```reckon\npower = 1 W\n```\n## 3\n> So.\n",
      to: "class/s2/lamp.answers.md")
    try desk.write(roster, to: "roster.csv")
    try desk.write(marks, to: "marks.csv")
    desk.set("RECKON_EXERCISES", desk.path + "/exercises")
  }
}
