import Foundation
import ShippedExercises
import Testing

@testable import TutorTerminal
@testable import Tutoring

/// Texts with live figures, constants and `:concrete`.
@Suite struct SessionConcreteTests {
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\n", with: " ")
  }

  // MARK: Texts

  @Test func aTextWaitsForItsNamesAndSaysWhich() throws {
    let harness = try SessionHarness("trip")
    let shown = plain(harness.type(":question"))
    #expect(shown.contains("shown here once you have trip_emissions."))
    #expect(!shown.contains("A year of trips"))
    #expect(plain(harness.welcome).contains("once you have trip_emissions"))
  }

  @Test func aTextIsShownWhenItIsCompleteAndAgainWhenItChanges() throws {
    let harness = try SessionHarness("trip")
    #expect(!harness.type("distance = 50 km").contains("A year"))
    let first = plain(harness.type("trip_emissions = distance * car"))
    #expect(first.contains("So far 10 kg."))
    #expect(first.contains("A year of trips: 2 t, which is 100 % of a budget."))
    #expect(!first.contains("now:"))
    let changed = plain(harness.type("distance = 40 km"))
    #expect(changed.contains("1.1, now: A year of trips: 1.6 t, which is 80 % of a budget."))
    #expect(changed.contains("Now: So far 8 kg."))
    // Before the line on how to go on.
    #expect(changed.hasSuffix("`:next` goes on to 1.2 Practice."))
    #expect(!harness.type("people = 4").contains("A year"))
    #expect(plain(harness.type(":goto 1.1")).contains("1.6 t"))
    #expect(plain(harness.type("distance = 2 kg")).contains("kg"))
    #expect(plain(harness.type(":undo")).contains("A year of trips: 1.6 t"))
  }

  @Test func aTextWithFiguresThatDoNotFitSaysWhy() throws {
    let harness = try SessionHarness("trip")
    harness.type("trip_emissions = 3 h")
    let shown = plain(harness.type(":question"))
    #expect(shown.contains("cannot be shown here yet: Time (h) cannot be converted"))
  }

  @Test func aTextThatRestsOnAWrongAnswerSaysSo() throws {
    let harness = try SessionHarness("trip")
    let wrong = plain(harness.type("trip_emissions = 10 kg"))
    #expect(wrong.contains("A year of trips: 2 t"))
    #expect(wrong.contains("This rests on `trip_emissions`, which is not right yet."))
    #expect(plain(harness.type(":question")).contains("This rests on `trip_emissions`"))
    #expect(!harness.type("trip_emissions = 8 kg").contains("This rests on"))
    // What follows from an error leads back to it.
    harness.type("distance = 50 km")
    let follows = plain(harness.type("trip_emissions = distance * car"))
    #expect(follows.contains("This rests on `distance`, which is not right yet."))
  }

  @Test func aLongTextThatChangesIsNamedAndNotShownWhole() throws {
    let opened = try ShippedExercises.open("epfl-estimate")
    let path = "/tmp/rk-\(UUID().uuidString.prefix(8)).answers.md"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let session = TerminalSession(opened, notebook: path)
    func type(_ line: String) -> String {
      session.handle(line).map(\.plain).joined(separator: "\n")
    }
    for line in (ShippedExercises.answers["epfl-estimate"] ?? "").split(separator: "\n") {
      _ = type(String(line))
    }
    #expect(
      type("def yearly_carbon_emissions_chatgpt(p, t, e): return p * t * e").contains("by train"))
    let changed = type("number_students = 5000 student")
    #expect(!changed.contains("by train"))
    #expect(plain(changed).contains("has changed; `:"))
    let id = try #require(
      opened.exercise.questions.first {
        !$0.liveTexts.isEmpty && type(":goto \($0.id)").contains("by train")
      })
    #expect(
      plain(type("number_students = 6000 student")).contains("\(id.id) has changed; `:question`"))
  }

  @Test func aPasteShowsATextOnce() throws {
    let harness = try SessionHarness("trip")
    #expect(!harness.type("trip_emissions = 3 kg", isPasted: true).contains("A year"))
    #expect(!harness.type("distance = 4 km", isPasted: true).contains("A year"))
    #expect(plain(harness.type("trip_emissions = 10 kg")).contains("A year of trips: 2 t"))
  }

  @Test func whatWasThereAtTheStartIsNotSaidAgain() throws {
    let harness = try SessionHarness(
      "trip", notebook: "## 1.1\n```reckon\ntrip_emissions = 3 kg\n```\n")
    #expect(!harness.type("people = 4").contains("A year"))
    #expect(plain(harness.type("trip_emissions = 10 kg")).contains("1.1, now:"))
  }

  // MARK: Constants

  @Test func constantsAreListedWithWhatTheyAreOfAndTheirSource() throws {
    let harness = try SessionHarness("trip")
    let all = plain(harness.type(":vars"))
    #expect(all.contains("Figures that come with Trips"))
    #expect(all.contains("car     0.2 kg CO2e/km  a small car; the maker"))
    let one = plain(harness.type(":vars car"))
    #expect(one.contains("of      a small car"))
    #expect(one.contains("source  the maker"))
    #expect(plain(harness.type(":why car")).contains("source  the maker"))
  }

  @Test func aNameOfOnesOwnHidesAConstantAndThisIsSaidOnce() throws {
    let harness = try SessionHarness("trip")
    harness.type("trip_emissions = 40 km * car")
    let shown = plain(harness.type("car = 0.1 kg CO2e/km"))
    #expect(shown.contains("`car` comes with the exercise as 0.2 kg CO2e/km."))
    #expect(shown.contains("trip_emissions recomputed"))
    #expect(!harness.type("car = 0.3 kg CO2e/km").contains("comes with the exercise"))
    #expect(!plain(harness.type(":vars")).contains("a small car"))
    harness.type(lines: [":undo", ":undo"])
    #expect(plain(harness.type("trip_emissions")).contains("8 kg"))
  }

  // MARK: :concrete

  @Test(arguments: [
    (":concrete 3 t CO2e", "3 t CO2e • 15'000 km by car • 150 % of a budget"),
    (":concrete 5 kg + 1 kg", "5 kg + 1 kg  6 kg • 30 km by car"),
    (":concrete 5 kg", "Taken as an amount in kg CO2e."),
    (":concrete 3 kg CO2e", "Sources: the maker; the course."),
    (":concrete 0.0026 g CO2e", "0.0026 g CO2e • 1.3 cm by car It is too small for the other"),
    (":concrete 30 g", "30 g • 0.15 km by car • 0.0015 % of a budget"),
    (":concrete 1e-9 g", "1e-9 g   Too small to picture"),
    (":concrete 0 kg", "It is zero"),
    (":concrete -5 kg", "only amounts above zero can be pictured"),
    (":concrete 5 kg CO2", "5 kg CO2e • 25 km by car"),
    (":concrete 5 kg CO₂", "`CO2` is taken as `CO2e` here."),
    (":concrete 3 h", "`3 h` is a time. Amounts in kg CO2e or kWh can be made concrete here."),
    (":concrete 3", "`3` is a plain number. With its unit it can be compared"),
    (":concrete car", "`car` is in kg CO2e/km."),
    (":concrete rooms", "`rooms` is a table."),
    (":concrete nothing", "`nothing` is not known"),
    (":concrete 3 kg +", "Something is missing after `+`"),
    (":concrete 12 kWh", "Nothing here to compare it with."),
    (":concrete", "`:concrete 5 kg CO2e` compares an amount"),
    (
      ":concrete rooms[\"Lamps\"] * 1 kg CO2e",
      "Hall  4 kg CO2e • 20 km by car • 0.2 % of a budget  Attic  1 kg CO2e"
    ),
    (
      ":concrete [1, 2, 3, 4, 5, 6, 7] kg",
      "The sum of the 7 rows of [1, 2, 3, 4, 5, 6, 7] kg  28 kg • 140 km by car"
    ),
  ]) func amountsAreComparedOrItIsSaidWhyNot(_ line: String, _ expected: String) throws {
    let harness = try SessionHarness("trip")
    #expect(plain(harness.type(line)).contains(expected))
    #expect(harness.file.isEmpty)
  }

  @Test func whatIsNotComparedHasNoSources() throws {
    let shown = plain(try SessionHarness("trip").type(":concrete -5 kg"))
    #expect(!shown.contains("Sources") && !shown.contains("Taken as"))
  }

  @Test func whatIsTheStudentsOwnTakesPart() throws {
    let harness = try SessionHarness("trip")
    harness.type("intensity = 260 g CO2e/kWh")
    #expect(plain(harness.type(":concrete 12 kWh")).contains("• 3.1 kg CO2e of yours"))
    harness.type("intensity = 3 h")
    #expect(plain(harness.type(":concrete 12 kWh")).contains("Nothing here to compare"))
  }

  @Test func withoutAnAmountTheLastValueIsCompared() throws {
    let harness = try SessionHarness("trip")
    harness.type("trip_emissions = 10 kg CO2e")
    #expect(plain(harness.type(":concrete")).contains("trip_emissions  10 kg CO2e • 50 km by car"))
    harness.type("20 kg CO2e")
    #expect(plain(harness.type(":concrete")).contains("20 kg CO2e • 100 km by car"))
    harness.type("distance = 3 km")
    let listed = plain(harness.type(":concrete"))
    #expect(listed.contains("What can be made concrete:   trip_emissions  10 kg CO2e"))
    #expect(!listed.contains("distance"))
  }

  @Test func anExerciseWithoutComparisonsSaysSo() throws {
    #expect(try SessionHarness().type(":concrete 3 kg").contains("nothing to compare"))
  }

  // MARK: What Reckon ships

  /// The published figures, rounded as the text does.
  @Test func theEstimateForEPFLIsMadeConcrete() throws {
    let opened = try ShippedExercises.open("epfl-estimate")
    let path = "/tmp/rk-\(UUID().uuidString.prefix(8)).answers.md"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let session = TerminalSession(opened, notebook: path)
    for line in (ShippedExercises.answers["epfl-estimate"] ?? "").split(separator: "\n") {
      _ = session.handle(String(line), isPasted: true)
    }
    let shown = session.handle(
      "def yearly_carbon_emissions_chatgpt(p, t, e): return p * t * e"
    ).map(\.plain).map { $0.split(separator: " ").joined(separator: " ") }
    for row in [
      "CO2e a year 7000 kg 23'000 kg 2.3 million kg",
      "by car 43'000 km 142'000 km 14 million km",
      "by plane 38'000 km 125'000 km 12.4 million km",
      "by train 1.6 million km 5.2 million km 520 million km",
      "person-years 3.5 11.6 1150",
    ] { #expect(shown.contains(row), "\(row)") }
    #expect(shown.joined(separator: " ").contains("15 % of each student's yearly budget"))
    for line in [
      "hardware_emissions = 48 * 2500 kg CO2e + 385 * 150 kg CO2e",
      "time_share = 2820 h / (44676 h)", "resource_share = 100%",
    ] { _ = session.handle(line) }
    let bloom = session.handle(
      "training_embodied_emissions = hardware_emissions * time_share * resource_share"
    ).map(\.plain).joined(separator: " ")
    #expect(bloom.contains("2.4.1b is complete (practice)"))
    #expect(bloom.contains("11.2 t for the hardware beside it, 31 % of the whole"))
  }
}
