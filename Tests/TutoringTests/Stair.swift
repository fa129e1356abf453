@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

extension SessionHarness {
  /// Hints that cost, and questions that may be skipped.
  static let stair = """
    ---
    reckon: 1
    id: stair
    title: Stairs
    tables: {rooms: rooms.csv}
    hint_cost: 10%
    skip: yes
    ---
    ## 1.1 Figures

    ```question
    points: 2
    answers:
      height: {expect: 3 m}
      mass: {expect: 60 kg}
    hints:
      - Measure the stairs.
      - Weigh yourself.
      - Three metres.
    solution: |
      *Measured*, as follows:

          height = 3 m
    ```

    ## 1.2 Energy

    ```question
    points: 1
    answers:
      energy: {expect: mass * 10 N/kg * height, unit: J}
    hints:
      - Mass times gravity times height.
    ```

    ## 1.3 Rooms

    ```question
    points: 1
    answers:
      room_energy:
        expect: rooms["Lamps"] * energy
        unit: J
        also: ['rooms["Energy"]']
    ```

    ## 1.4 Function

    ```question
    points: 1
    function: climb(people, floors)
    expect: people * floors * 2
    tests:
      - [2, 3]
      - [1, 5]
    ```

    ## 1.5 Practice

    ```question
    practice: yes
    answers:
      steps: {expect: 20}
    hints:
      - Count them.
    ```

    ## 1.6 Sum

    ```question
    points: 1
    skip: no
    hint_cost: 0
    answers:
      total: {expect: room_energy.sum(), unit: kJ}
    hints:
      - Add them up.
    ```

    ## 1.7 Poll

    ```question
    points: 1
    choose: 1
    options: [{text: Light, right: yes}, Noise]
    ```

    ## 1.8 Text

    ```question
    points: 1
    text: {sentences: 1..2}
    criteria: [{id: said, points: 1, person: It is said.}]
    model_answers: {full: Climbing takes *energy*., weak: Hm.}
    ```

    """
}
