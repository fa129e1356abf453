import Testing

/// What is offered at the prompt: it is of the kind that is asked for, can be typed as it stands and
/// leads on.
@Suite struct SessionTryTests {
  /// What is shown of a line, and what is offered for it.
  private func offers(
    _ typed: String, at question: String, of exercise: String, after before: [String] = []
  ) throws -> (harness: SessionHarness, shown: String, offered: [String]) {
    let harness = try SessionHarness(exercise, width: 240)
    harness.type(":goto \(question)")
    harness.type(lines: before)
    let shown = harness.type(typed)
    let offered = shown.split(separator: "\n").compactMap { line -> String? in
      guard let start = line.firstRange(of: "try: `") else { return nil }
      return String(line.suffix(from: start.upperBound).prefix { $0 != "`" })
    }
    return (harness, shown, offered)
  }

  private static let power = ["gpu_power = 450 W", "carbon_intensity = 260 g CO2e/kWh"]

  @Test(arguments: [
    // Words of other languages for units, of the dimension that is asked for.
    ("1.2.1", "total_duration = 365 j", ["total_duration = 365 day"]),
    ("1.2.1", "total_duration = 52 Wochen", ["total_duration = 52 week"]),
    ("1.2.1", "total_duration = 1 anno", ["total_duration = 1 year"]),
    ("1.2.1", "total_duration = 8760 Stunden", ["total_duration = 8760 h"]),
    (
      "1.2.1", "average_token_per_request = 1000 jetons/request",
      ["average_token_per_request = 1000 token/request"]
    ),
    (
      "1.2.1", "nb_request_per_user_per_day = 5 Anfragen/utilisateur/jour",
      ["nb_request_per_user_per_day = 5 request/user/day"]
    ),
    ("1.2.1", "nb_user_per_day = 10000 utilisateurs", ["nb_user_per_day = 10000 user"]),
    // Months
    (
      "1.2.1", "total_duration = (12 month)",
      ["total_duration = (1 year)", "total_duration = (12 * 30 day)"]
    ),
    (
      "1.2.1", "total_duration = 24 mois",
      ["total_duration = 2 year", "total_duration = 24 * 30 day"]
    ),
    // Headings
    (
      "1.2.2", "training_emissions = Training Time (GPU hours) * gpu_power * carbon_intensity",
      ["training_emissions = models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity"]
    ),
    (
      "1.2.2", "training_emissions = models[Training Time] * gpu_power * carbon_intensity",
      ["training_emissions = models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity"]
    ),
    (
      "1.2.2",
      "training_emissions = models[\"Training time (gpu hours)\"] * gpu_power * carbon_intensity",
      ["training_emissions = models[\"Training Time (GPU hours)\"] * gpu_power * carbon_intensity"]
    ),
  ]) func isWhatIsAskedForInTheChatbotAnalysis(
    _ question: String, _ typed: String, _ expected: [String]
  ) throws {
    let found = try offers(
      typed, at: question, of: "chatbot-model-analysis", after: Self.power)
    #expect(found.offered == expected)
    for line in found.offered {
      #expect(!found.harness.type(line).contains("error:"), "\(line)")
    }
  }

  @Test(arguments: [
    (
      "2.1.1", "total_number_queries = sum(usage)",
      ["total_number_queries = sum(usage[\"Number of queries\"])"]
    ),
    (
      "2.1.1", "total_character_year = usage.sum()",
      ["total_character_year = usage[\"Number of characters\"].sum()"]
    ),
    (
      "2.1.1", "total_number_queries = sum(usage[Number of queries])",
      ["total_number_queries = sum(usage[\"Number of queries\"])"]
    ),
    ("2.1.1", "average_query_day = 5 requêtes/jour", ["average_query_day = 5 query/day"]),
    // Where a plain number is meant, the word goes.
    ("2.2.1", "pue = 1.2 fois", ["pue = 1.2"]),
    (
      "2.2.1",
      "footprint_per_token = 8 cartes * 0.407 kW * 1.2 * 262 g CO2e/kWh / (107.5 token/s)",
      ["footprint_per_token = 8 * 0.407 kW * 1.2 * 262 g CO2e/kWh / (107.5 token/s)"]
    ),
    // Several words that are wrong
    (
      "2.2.1", "3 kg CO2-equivalent + 2 kg CO2eq + 500 gr CO2 equiv",
      ["3 kg CO2e + 2 kg CO2e + 500 g CO2e"]
    ),
  ]) func isWhatIsAskedForInTheFootprint(
    _ question: String, _ typed: String, _ expected: [String]
  ) throws {
    let found = try offers(typed, at: question, of: "chatgpt-footprint")
    #expect(found.offered == expected)
    for line in found.offered {
      #expect(!found.harness.type(line).contains("error:"), "\(line)")
    }
  }

  @Test func aLabelOfAnAnswerTakesThePlaceOfAnUnknownWord() throws {
    let found = try offers("number_students = 7500 étudiants", at: "2.3.1", of: "epfl-estimate")
    #expect(found.offered == ["number_students = 7500 student"])
    #expect(found.harness.type(found.offered[0]).contains("Right."))
  }

  @Test func theGPUsOfTheFootprintMayHaveTheirLabel() throws {
    let harness = try SessionHarness("chatgpt-footprint")
    harness.type(":goto 2.2.1")
    #expect(harness.type("number_of_gpus = 8 GPU").contains("8 GPU"))
    let verdict = harness.type(
      "footprint_per_token = number_of_gpus * 0.407 kW * 1.2 * 262 g CO2e/kWh / (107.5 token/s)")
    #expect(verdict.contains("Right"))
  }

  @Test func aMisreadQuotientIsToldOnceWithTheWholeLine() throws {
    let line = "footprint_per_token = 8 * 0.407 kW * 1.2 * 262 g CO2e/kWh / 107.5 token/s"
    let found = try offers(line, at: "2.2.1", of: "chatgpt-footprint")
    #expect(found.shown.ranges(of: "was read as").count == 1)
    let meant = line.replacing("107.5 token/s", with: "(107.5 token/s)")
    let words = found.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("type `\(meant)`"))
    #expect(found.harness.type(meant).contains("Right."))
  }

  @Test func aFormulaOfSymbolsIsOfferedTheirNames() throws {
    let found = try offers(
      "training_embodied_emissions = M_H * T_S * R_S", at: "2.4.1b", of: "epfl-estimate",
      after: [
        "hardware_emissions = 48 * 2500 kg CO2e + 385 * 150 kg CO2e",
        "time_share = 2820 h / (44676 h)", "resource_share = 100%",
      ])
    #expect(
      found.offered
        == ["training_embodied_emissions = hardware_emissions * time_share * resource_share"])
    #expect(found.harness.type(found.offered[0]).contains("Right."))
  }

  /// At the prompt for a unit.
  @Test(arguments: [
    ("g CO2/token", "g CO2e/token"), ("g CO₂e par token", "g CO₂e/token"),
    ("g CO2e pro token", "g CO2e/token"), ("g CO2e per token", "g CO2e/token"),
    ("gr CO2-eq/token", "g CO2e/token"), ("grammes pétrole", "g CO2e/token"),
  ]) func aUnitIsOfferedWhole(_ typed: String, _ expected: String) throws {
    let found = try offers(
      typed, at: "2.2.1", of: "chatgpt-footprint", after: ["footprint_per_token = 0.0026"])
    #expect(found.offered == [expected])
    #expect(found.harness.type(expected).contains("Right."))
  }

  // MARK: Commands

  @Test(arguments: [
    (":prev", "This is the first question."), (":previous", "This is the first question."),
    (":list", "0 of 10 points so far."), (":show", "1.2.1 Problem variables"),
    (":text", "1.2.1 Problem variables"), (":menu", ":hint"), (":tables models", "Model 1"),
    (":clear", "try: `:reset`"), (":prevoius", "try: `:back`"),
    ("q:table models", "Model 1"), ("q :table models more", "Model 1"),
  ]) func aCommandUnderAnotherWord(_ typed: String, _ expected: String) throws {
    let harness = try SessionHarness("chatbot-model-analysis")
    #expect(harness.type(typed).contains(expected))
  }

  @Test func anAnswerGivenAsAColumnIsEditedUnderItsName() throws {
    let harness = try SessionHarness(isInteractive: false)
    harness.type(lines: [
      "power = 60 W", "hours = 1000 h", "rooms[\"Energy\"] = rooms[\"Lamps\"] * power * hours",
    ])
    #expect(harness.type(":edit room_energy").contains("rooms[\"Energy\"] = rooms"))
    #expect(harness.type(":edit powr").contains("`:edit power`"))
  }

  @Test func onlyLinesOfOnesOwnAreOfferedToBeEdited() throws {
    let harness = try SessionHarness("chatbot-model-analysis")
    let shown = harness.type(":edit car_emision")
    #expect(shown.contains("no name") && !shown.contains(":edit car_emissions"))
  }

  @Test(arguments: [
    ("Weakness = emissions", true), ("Strength = high accuracy", true),
    ("weakness = 5 kg", false), ("gpu_power = 450 W", false), ("factor = gpu_power", false),
  ]) func aRemarkWithAnEqualSignIsProse(_ typed: String, _ isProse: Bool) throws {
    let harness = try SessionHarness("chatbot-model-analysis")
    harness.type(lines: ["gpu_power = 450 W", ":goto 1.3.1"])
    harness.type(typed)
    #expect(harness.file.contains("> \(typed)") == isProse)
  }
}
