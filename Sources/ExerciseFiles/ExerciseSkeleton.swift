/// The file that an author begins with: a small exercise that works, with a question of each kind,
/// a table, a chart, hints and misconceptions, and remarks that say what may be changed.
public struct ExerciseSkeleton {
  /// The id that it is given.
  public let id: String
  /// As students read it.
  public let title: String

  /// - Parameter id: as `isExerciseID` wants it.
  public init(id: String) {
    self.id = id
    let words = id.split(separator: "-").joined(separator: " ")
    title = words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The words of a text as an id; nil where it has neither letters nor digits.
  public static func id(from text: String) -> String? {
    let plain = text.lowercased().split { !isExerciseID(String($0)) || $0 == "-" }
    let id = plain.joined(separator: "-")
    return isExerciseID(id) ? id : nil
  }

  /// The whole file.
  public var text: String {
    """
    ---
    # Lines that begin with # are for you; students do not see them.
    reckon: 1                     # the version of the format
    id: \(id)   # names the file of each student's answers
    title: "\(title)"
    # due: 2030-12-01T23:59:00+01:00    # a time with its zone
    # requires: [another-exercise]      # exercises whose answers may be used here
    # tables: {heads: heads.csv}        # a larger table, in a CSV file beside this one
    units: {mug: counted, CO2e: label}  # words of your own: what is counted, or a mere label
    constants:                          # figures that students may use by name
      grid_intensity: {value: 100 g CO2e/kWh, what: electricity of the grid, source: your source}
    ---
    # \(title)

    <!-- A comment like this one is hidden from students. Change or delete what you do not need, and
    look at the result as you write:

        reckon preview --watch FILE

    What stands before the first question is the introduction. -->

    How much energy does it take to make tea, and what does the kettle matter?

    <!-- A small table stands in place. A heading may end with its unit in brackets: the column is
    then `kettles["Power"]`, in watts. -->

    ```table kettles
    Kettle,Power [W],Price
    Old,1800,20
    Plain,2000,35
    Fast,3000,60
    ```

    <!-- A heading that opens with a number is a question, and the number is its id. -->

    ## 1 Values

    The water of a mug needs 24 Wh to boil, and you drink 3 mugs a day. Name:

    | Name | What it is | Unit |
    |---|---|---|
    | `energy_per_mug` | energy for a mug | Wh/mug |
    | `daily_energy` | energy for a day | Wh |
    | `boiling_time` | time that each kettle takes for a mug | s/mug |

    ```question
    points: 3
    given: {mugs: 3 mug}          # names for the formulas below alone; students do not see them
    answers:
      energy_per_mug: 24 Wh/mug   # a name and the formula of its model answer
      daily_energy:               # the same with more to say:
        expect: mugs * energy_per_mug
        unit: Wh                  # asked for; other units are converted
        tolerance: 1%             # or ±2 Wh, or `sigfigs: 2`, or `range: [70 Wh, 74 Wh]`
        # weight: 2               # its share of the points, where that is not the same for all
        # also: [energy_of_a_day] # other names under which it is taken
        # bare: adopt             # takes a number without its unit
      boiling_time:               # a column: one value for each row of the table
        expect: energy_per_mug / kettles["Power"]
        unit: s/mug
    hints:                        # shown one by one; more are derived from the formulas
      - What goes into `boiling_time` is an energy and a power.
    misconceptions:               # likely wrong answers, with what to say to them
      - when: energy_per_mug
        for: daily_energy
        say: That is one mug. How many do you drink in a day?
    solution: |
      Energy for one mug, times mugs. Energy divided by power is a time.
    # hint_cost: 10%              # what each hint takes off
    # skip: yes                   # lets students give the question up
    # practice: yes               # judged, but counts for nothing
    ```

    <!-- A chart is drawn from the student's own values. Other kinds: scatter, lines,
    histogram. -->

    ```chart
    kind: bars
    title: Time for a mug
    y: boiling_time
    labels: kettles.Kettle
    y_label: Time
    ```

    <!-- A debriefing is shown once the question is done. -->

    ```debrief
    A fast kettle saves time, and no energy.
    ```

    ## 2 A function

    Define `yearly_emissions(energy)`, which takes the energy of a day and gives the emissions of a year,
    365 days, with the electricity of `grid_intensity`.

    ```question
    points: 1
    function: yearly_emissions(energy)
    expect: energy * 365 * grid_intensity
    unit: kg CO2e
    tests:                        # points on which the student's function is tried
      - [72 Wh]
      - [2 kWh]
    ```

    ## 3 A choice

    What makes the energy of a mug of tea smaller?

    ```question
    points: 1
    choose: 1                     # a number, or `any` for all that apply
    options:                      # a text alone is a wrong one
      - {text: "Less water in the kettle", right: yes, because: Only what is heated takes energy.}
      - {text: "A kettle of more power", because: "It takes less time, and as much energy."}
      - A kettle that costs more
    ```

    ## 4 A text

    Which kettle would you buy? Quote the energy of a day.

    ```question
    points: 2
    text: {sentences: 1..3}       # told, not marked
    criteria:                     # their points add up to those of the question
      - id: figures               # compared with values, rounded as a reader would
        points: 1
        asks: the energy of a day
        figures: [daily_energy]
      - id: choice                # lists of terms, one of each list; terms of one list mean the
        points: 0.5               # same, save rows of a table, each of which stands for itself
        asks: which kettle
        mentions: [[Old kettle, Plain kettle, Fast kettle]]
      - {id: reason, points: 0.5, person: Time or price is weighed.}   # for a person to judge
    model_answers:                # tried by `reckon lint` and shown to assistants
      full: >-
        I would buy the Plain kettle: my tea takes 72 Wh a day with any of them, and the few seconds
        that the Fast kettle saves are not worth the price.
      weak: The cheapest one will do.
    ```

    <!-- All that can be said is in docs/exercise-format.md. -->

    """
  }
}
