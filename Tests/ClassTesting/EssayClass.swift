import Foundation

extension TestClass {
  /// An exercise with a text that a person has to read, and two values.
  package static let essay = """
    ---
    reckon: 1
    id: essay
    title: Essay
    ---
    ## 1 Heat
    Say what makes a kettle warm, with its power and its current.

    ```question
    points: 2
    text: {}
    criteria:
      - {id: cause, points: 0.5, mentions: [[resistance, resistor]], asks: what the current meets}
      - {id: figure, points: 0.5, figures: ['230 V * 10 A'], at_least: 1}
      - {id: argued, points: 1, person: The steps follow from one another.}
    ```

    ## 2 Power
    Voltage is 230 V, current 10 A.

    ```question
    points: 1
    hint_cost: 20%
    hints: [Power is voltage times current.]
    answers:
      power: {expect: 230 V * 10 A, unit: kW, weight: 3}
      energy: {expect: power * 2 min, unit: kJ}
    ```

    """

  /// A notebook for it.
  package static func essay(
    _ text: String, power: String = "230 V * 10 A", energy: String = "power * 2 min",
    hints: Int = 0
  ) -> String {
    let quote = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
    return """
      ---
      reckon: 1
      exercise: essay
      \(hints > 0 ? "hints: {\"2\": \(hints)}" : "tries: {}")
      ---
      ## 1
      \(quote.joined(separator: "\n"))

      ## 2
      ```reckon
      power = \(power)
      energy = \(energy)
      ```

      """
  }

  /// A class that has written an essay, graded.
  ///
  /// - Parameter texts: by student.
  package static func ofEssays(_ texts: [String: String]) throws -> TestClass {
    let course = try TestClass()
    try course.add(exercise: essay, as: "essay")
    for (student, text) in texts {
      try course.write(essay(text), to: "\(student)/essay.answers.md")
    }
    try course.grade()
    return course
  }
}
