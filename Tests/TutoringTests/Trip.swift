@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

extension SessionHarness {
  /// Constants, texts with live figures, comparisons, debriefings and practice.
  static let trip = """
    ---
    reckon: 1
    id: trip
    title: Trips
    due: 2999-12-01T23:59:00+01:00
    units: {CO2e: label}
    tables: {rooms: rooms.csv}
    skip: yes
    constants:
      car: {value: 0.2 kg CO2e/km, what: a small car, source: the maker}
      budget: 2 t CO2e
    concrete:
      - {for: kg CO2e, text: "{amount / car to km} by car"}
      - {for: kg CO2e, text: "{amount / budget to %} of a budget", source: the course}
      - for: kWh
        text: "{amount * intensity to kg CO2e} of yours"
        uses: {intensity: g CO2e/kWh}
    ---
    # Trips

    ```show
    So far {trip_emissions to kg}.
    ```

    ## 1.1 A trip

    ```question
    points: 1
    answers:
      distance: 40 km
      trip_emissions: {expect: distance * car, unit: kg CO2e}
    ```

    ```show
    per_year = 200 * trip_emissions
    ---
    A year of trips: {per_year to t}, which is {per_year / budget to %} of a budget.
    ```

    ```debrief
    Eight kilograms.
    ```

    ## 1.2 Practice

    ```question
    practice: true
    answers: {people: 3}
    ```

    ## 1.3 Words

    ```question
    points: 1
    text: {sentences: 1..2}
    criteria: [{id: said, points: 1, person: It is said.}]
    ```

    ```debrief
    One might have said so.
    ```

    ## 1.4 Poll

    ```question
    points: 0
    choose: 1
    options: [{text: Car, right: yes}, Train]
    ```

    ```debrief
    - one

    - two

    - three

    - four

    - five
    ```

    """
}
