import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import Grading

/// Texts on subjects of other kinds: houses, vehicles and servers, with rates, short names and
/// values that stand alone.
@Suite struct TextSubjectTests {
  private static func figure(
    _ formula: String, name: String? = nil, unit: String? = nil
  ) -> TextAnswer.Figure {
    TextAnswer.Figure(
      AuthorFormula(formula, line: 1), name: name, unit: unit.map { AuthorFormula($0, line: 1) })
  }

  /// An open question on a table of three houses, with one criterion.
  private static func exercise(_ figures: [TextAnswer.Figure], names: [String]) -> Exercise {
    var exercise = SmallExercise.exercise([
      .values([SmallExercise.answer("payback", "12.5 year")]),
      .text(
        TextAnswer(
          sentences: nil,
          criteria: [.init(id: "figures", points: 1, kind: .figures(figures, atLeast: 1))],
          modelAnswers: [])),
    ])
    func column(_ heading: String, _ unit: String?, _ numbers: [Double]) -> DataColumn {
      DataColumn(
        heading: heading, unit: unit.map { AuthorFormula($0, line: 1) }, cells: .numbers(numbers))
    }
    exercise.tables = [
      DataTable(
        name: "houses", also: [],
        columns: [
          DataColumn(heading: "House", cells: .texts(names)), column("COP", nil, [3.2, 2.5, 4.1]),
          column("Electricity", "kWh", [1960, 9600, 3659]),
          column("Emissions", "kg CO2e/year", [300, 250, 120]),
          column("Dose", "g/day", [30, 25, 12]), column("Rent", "kg/m^2", [12.5, 13.5, 14.5]),
          column("Fuel", "L/km", [0.098, 0.054, 0.041]),
        ], rowCount: 3)
    ]
    exercise.questions[1].prompt = "Say whether the pump of the Farm should be replaced."
    return exercise
  }

  /// Figures that agree, and sentences on those that do not.
  private func report(
    _ text: String, _ figures: [TextAnswer.Figure], names: [String] = ["Flat", "Farm", "Villa"]
  ) throws -> (quoted: Int, wrong: [String], message: String) {
    let reference = CompiledExercise(Self.exercise(figures, names: names), units: UnitSystem())
    try #require(reference.problems.isEmpty)
    let grader = Grader(reference, sheet: reference.makeSheet(), written: ["1.2": .text(text)])
    let criteria = grader.report(on: reference.exercise.questions[1]).answers[0].criteria
    let found = try #require(criteria?.first)
    return (
      found.met == true ? Int(found.message.prefix { $0.isNumber }) ?? 0 : 0,
      found.contradictions, found.message
    )
  }

  private static let electricity = figure("houses[\"Electricity\"]", unit: "kWh")
  private static let both = [electricity, figure("houses[\"COP\"]")]
  private static let fuel = figure("houses[\"Fuel\"]", unit: "L/(100 km)")

  // MARK: Units said once

  @Test(arguments: [
    ("The Flat takes 1960 instead of 9600 kWh.", 2), ("Flat: 1960 rather than 9600 kWh.", 2),
    ("The Flat takes 1960 kWh, not 9600 kWh.", 2), ("The Flat takes 1960 against 9600 kWh.", 2),
    ("Flat, Farm and Villa take 1.96, 9.6 and 3.66 MWh.", 3),
    ("1960 kWh and a COP of 3.2 for the Flat, 9600 kWh and a COP of 2.5 for the Farm.", 4),
  ])
  func unitThatIsWrittenOnceIsOfAll(_ text: String, _ count: Int) throws {
    let report = try report(text, Self.both)
    #expect(report.quoted == count)
    #expect(report.wrong == [])
  }

  @Test(arguments: [
    "The Flat takes 1960 kWh instead of 5000 kWh.", "The Flat has 1960 rather than 5000 kWh.",
    "The Flat takes 1960 kWh, as 70 people at 28 kWh a year.",
    "The Flat takes as much as 70 lamps (28 kWh each), 1960 kWh.",
  ])
  func figureOfSomethingElseIsNotToldAsWrong(_ text: String) throws {
    let report = try report(text, Self.both)
    #expect(report.wrong == [])
    #expect(report.quoted == 1)
  }

  @Test func wrongFigureOfAListInOrderIsTold() throws {
    let wrong = try report(
      "Flat, Farm and Villa take 1.96, 5.6 and 3.66 MWh respectively.", Self.both
    ).wrong
    #expect(wrong.count == 1)
    #expect(wrong.first?.hasPrefix("You give Farm 5.6 of electricity") == true)
    // The order is plain where most of the list agrees in it.
    let unsaid = try report("Flat, Farm and Villa take 1.96, 5.6 and 3.66 MWh.", Self.both).wrong
    #expect(unsaid == wrong)
    #expect(try report("Flat, Farm and Villa take 1.9, 5.6 and 3.66 MWh.", Self.both).wrong == [])
  }

  // MARK: Names

  /// Rows that stand in one list of terms are no other names of each other.
  @Test(arguments: [
    ("I take the IPE 300 with 1960 kWh.", 1), ("I take the IPE 400 with 1960 kWh.", 0),
    ("I take the IPE 400. It takes 1960 kWh.", 0), ("I take the IPE 400: 9600 kWh.", 1),
    ("I take the large one: 3659 kWh.", 1),
  ])
  func rowsInOneListOfTermsStandForThemselves(_ text: String, _ count: Int) throws {
    let names = ["IPE 300", "IPE 400", "HEB 200"]
    var exercise = Self.exercise([Self.electricity], names: names)
    guard case .text(var spec) = exercise.questions[1].body else { return }
    spec.criteria.append(
      .init(
        id: "beam", points: 1, kind: .mentions([["IPE 300", "IPE 400"], ["HEB 200", "large"]])))
    exercise.questions[1].body = .text(spec)
    let reference = CompiledExercise(exercise, units: UnitSystem())
    let grader = Grader(reference, sheet: reference.makeSheet(), written: ["1.2": .text(text)])
    let found = grader.report(on: reference.exercise.questions[1]).answers[0].criteria?.first
    #expect(found?.met == (count > 0))
  }

  @Test(arguments: [
    ("Servers A, B and C take 1960 kWh, 9600 kWh and 3659 kWh.", 3),
    ("Server A and B take 1960 and 9600 kWh.", 2), ("A: 1960 kWh. B: 9600 kWh. C: 3659 kWh.", 3),
    ("Server A is best. C takes 3659 kWh.", 1), ("Plan C takes 3659 kWh.", 0),
  ])
  func lastWordOfANameStandsForIt(_ text: String, _ count: Int) throws {
    let report = try report(
      text, [Self.electricity], names: ["Server A", "Server B", "Server C"])
    #expect(report.quoted == count)
    #expect(report.wrong == [])
  }

  @Test(arguments: [
    ("The Flat has a COP of 3.2, the Farm a cop of 2.5.", 2), ("Flat: 3.2, Farm: 2.5.", 2),
    ("Flat: 4, Farm: 3.", 0), ("The pump is from 1960. The Farm is big.", 0),
    ("In electricity, the Flat takes 1960.", 1), ("The Flat has an electricity of 1960.", 1),
    ("The Flat was built in 1960.", 0),
    ("| | COP | electricity |\n|---|---|---|\n| Flat | 3,2 | 1960 |\n| Farm | 2,5 | 9600 |", 4),
    ("| | electricity (MWh) |\n|---|---|\n| Flat | 1.96 |\n| Farm | 9.6 |", 2),
    ("| | age |\n|---|---|\n| Flat | 1960 |", 0),
  ])
  func numberWithoutUnitNeedsItsQuantity(_ text: String, _ count: Int) throws {
    #expect(try report(text, Self.both).quoted == count)
  }

  // MARK: Values that stand alone

  @Test(arguments: [
    ("Replace it: after 12.5 years the pump is paid.", 1), ("The pump is paid in 150 months.", 1),
    ("The pump takes 9600 kWh, for 12.5 years.", 2), ("The Villa's pump takes 9600 kWh.", 0),
    ("The cat is 12.5 years old.", 0),
  ])
  func unitThatOneValueAloneHasTellsIt(_ text: String, _ count: Int) throws {
    let figures = [
      Self.figure("payback"), Self.figure("houses[\"Electricity\"][1]", name: "electricity"),
    ]
    let report = try report(text, figures)
    #expect(report.quoted == count)
    #expect(report.wrong == [])
  }

  @Test(arguments: [
    ("The pump is paid after 25 years.", true), ("The pump could be paid after 25 years.", false),
    ("If the pump were new, it would be paid after 25 years.", false),
    ("The pump is not paid after 25 years.", false), ("The pump is paid in over 5 years.", false),
    ("The pump is paid after 25 years. No, after 12.5 years.", false),
    ("In Berlin the pump is paid after 25 years.", false), ("My cat is 25 years old.", false),
  ])
  func wrongFigureIsToldByItsUnitInAPlainSentence(_ text: String, _ isTold: Bool) throws {
    let wrong = try report(text, [Self.figure("payback"), Self.electricity]).wrong
    #expect(
      wrong
        == (isTold
          ? ["You give a payback of 25 years, which does not agree with what was computed."] : []))
  }

  @Test(arguments: [
    ("It takes 12.5 years.", 1), ("12.5 years", 1), ("The answer is 12.5 years.", 1),
    ("I got about 12.5 years in total.", 1), ("It takes twelve and a half years.", 1),
    ("12.5 years. That is as long as my cat lives.", 1), ("After 150 months.", 1),
    ("It takes 13.5 years.", 0), ("It takes 12.5.", 0), ("My cat is 12.5 years old.", 0),
    ("My cat is nice. It is 12.5 years old.", 0),
  ])
  func onlyFigureNeedsNoOtherWord(_ text: String, _ count: Int) throws {
    let report = try report(text, [Self.figure("payback")])
    #expect(report.quoted == count)
    #expect(report.wrong == [])
  }

  @Test(arguments: [
    ("Half of the electricity is for the Flat.", 1), ("The share is 1/2.", 1),
    ("The share is ½ of it.", 1), ("Its share is one half.", 1), ("The share is a third.", 0),
    ("Half of the people know it.", 0), ("The share comes with the second half.", 0),
  ])
  func fractionIsAShare(_ text: String, _ count: Int) throws {
    let share = Self.figure("payback / (25 year)", name: "share of electricity", unit: "%")
    #expect(try report(text, [share]).quoted == count)
  }

  @Test(arguments: [
    ("It is 50 %.", 1), ("½", 1), ("½.", 1), ("50 %", 1), ("I got 0.5.", 1),
    ("The answer is half.", 1),
    ("About 50 percent.", 1), ("It is 50.", 1), ("It is 40 %.", 0), ("It is not 50 %.", 0),
    ("It is 50 % or 60 %.", 0), ("It is 50 people.", 0),
    ("Half of the people know it.", 0), ("My cat sleeps 50 % of the day.", 0),
    ("It is 50 % more.", 0), ("It is 50 t.", 0),
  ])
  func onlyFigureNeedsNoUnit(_ text: String, _ count: Int) throws {
    let share = Self.figure("payback / (25 year)", name: "share of electricity", unit: "%")
    let report = try report(text, [share])
    #expect(report.quoted == count)
    #expect(report.wrong == [])
  }

  @Test func onlyFigureOfTwoThatAreAskedForSaysOfWhatItIs() throws {
    let share = Self.figure("payback / (25 year)", name: "share of electricity", unit: "%")
    #expect(try report("It is 50 %.", [share, Self.figure("payback")]).quoted == 0)
  }

  // MARK: Rates

  @Test(arguments: [
    ("Emissions", "The Flat emits 300 kg a year."), ("Emissions", "Flat: 300 kg CO2e per year."),
    ("Emissions", "Flat: 0.3 t/year."), ("Emissions", "The Flat emits 25 kg a month."),
    ("Emissions", "The Flat emits 300 kg annually."), ("Dose", "Flat: 30 g a day."),
    ("Dose", "Flat: 30 g daily."), ("Dose", "Flat: 0.03 kg/day."), ("Rent", "Flat: 12.5 kg/m2."),
    ("Rent", "Flat: 12.5 kg per m²."), ("Fuel", "Flat: 9.8 L/100 km."),
    ("Fuel", "Flat: 9.8 l per 100 km."), ("Fuel", "Flat: 0.098 L/km."),
    ("Electricity", "Flat: 1960 kWh/year."), ("Electricity", "Flat: 1960 kWh a year."),
  ])
  func rateIsReadWithWhatItIsDividedBy(_ column: String, _ text: String) throws {
    #expect(try report(text, [Self.figure("houses[\"\(column)\"]")]).quoted == 1)
  }

  @Test(arguments: [
    ("Dose", "The Flat has a dose of 30 g."), ("Emissions", "The Flat emits 300 kg."),
    ("Rent", "The Flat has a rent of 12.5 kg."), ("Fuel", "The Flat takes 9.8 L/km."),
  ])
  func amountIsNoRate(_ column: String, _ text: String) throws {
    #expect(try report(text, [Self.figure("houses[\"\(column)\"]")]).quoted == 0)
  }

  @Test func bareNumberMayBeForAHundred() throws {
    #expect(try report("The fuel of the Flat is 9.8 and so on.", [Self.fuel]).quoted == 1)
    #expect(
      try report("The fuel of the Flat is 8.8 L/100 km.", [Self.fuel]).wrong == [
        "You give Flat 8.8 L/100 km of fuel, which does not agree with what was computed."
      ])
  }

  @Test func slashBetweenBlanksParts() throws {
    #expect(try report("Flat: 1960 kWh / COP 3.2\nFarm: 9600 kWh / COP 2.5", Self.both).quoted == 4)
  }

  // MARK: Wrong figures

  private static let several = [
    figure("houses[\"Electricity\"]", name: "electricity", unit: "kWh"),
    figure("houses[\"Electricity\"] * 3", name: "heat", unit: "kWh"),
  ]

  /// One is told where the row, the quantity or the digits say which value it is meant for.
  @Test(arguments: [
    // A quantity goes on with another row, a row with another quantity.
    ("Electricity is 1960 kWh for the Flat and 9900 kWh for the Farm.", "Farm", "9900 kWh"),
    ("The Flat has 1960 kWh of electricity and 5200 kWh of heat.", "Flat", "5200 kWh"),
    // The point is moved, or the unit is another.
    ("Electricity: the Flat takes 196 kWh.", "Flat", "196 kWh"),
    ("The Farm takes 9600 Wh. For the Flat I get 5880 kWh of heat.", "Farm", "9600 Wh"),
    // What is computed is said of the row.
    ("The Flat has an electricity of 2 · 700 = 1400 kWh.", "Flat", "1400 kWh"),
  ])
  func wrongFigureIsToldByItsPlace(_ text: String, _ row: String, _ written: String) throws {
    let wrong = try report(text, Self.several).wrong
    #expect(wrong.count == 1)
    #expect(wrong.first?.contains(row) == true && wrong.first?.contains(written) == true)
  }

  @Test(arguments: [
    "The Flat takes 1960 kWh, its heat is lower (5880 kWh against 28800 kWh).",
    "The Flat takes 1960 kWh, and 300 kWh of heat is little.",
    "With the pump the Flat would take 4000 kWh.",
    "- With the old pump the Flat would take 4000 kWh.",
    "In the first five months the Flat takes 800 kWh.",
    // Of another thing.
    "A kebab has an electricity of 12 kWh.", "My own lamp has an electricity of 12 kWh.",
    "A litre of petrol 9 kWh of electricity.",
    "1 kg of coal has 29 MJ, which is 8 kWh of electricity.",
    // On other terms than the exercise's.
    "A new pump would have 800 kWh of electricity.",
    "If I am there 220 days a year, the Flat takes 1181 kWh.",
    "Without heating the Flat has 800 kWh.",
    "One candle has an electricity of 0.02 kWh.",
    "A service every 2 years takes 30 kWh of electricity.",
    // A mean of values that are not asked for.
    "On average they pay a rent of 13.5 kg/m^2, the Flat takes 1960 kWh.",
    "On average it is 5073 kWh. The electricity of the Flat is 1960 kWh (1800 to 2100 kWh).",
  ])
  func figureOnOtherTermsIsNotTold(_ text: String) throws {
    #expect(try report(text, Self.several).wrong == [])
  }

  /// A value of the exercise is no excuse where it is called by another one's name.
  @Test(arguments: [
    ("The heating costs are 12.5 years.", 0), ("The payback time is 25 years.", 1),
    ("The cost of a loan is 12.5 years.", 1), ("The heating costs 12.5 years.", 0),
  ])
  func otherValueIsNotWhatItIsCalled(_ text: String, _ count: Int) throws {
    let figures = [
      Self.figure("payback * 3", name: "cost of a loan", unit: "year"),
      Self.figure("payback * 10", name: "payback time", unit: "year"),
    ]
    let found = try report(text, figures)
    #expect(found.wrong.count == count, "\(found)")
  }

  /// A row that is no option is named all the same; one that was not looked at is not.
  @Test(arguments: [
    ("The Farm isn't an option either.", true), ("The Flat and the Farm are no problem.", true),
    ("We did not look at the Farm.", false), ("There is no Farm.", false),
    ("The Farm takes 9600 kWh, but we did not look at the Farm.", true),
  ])
  func rowIsNamedUnlessItWasLeftOut(_ text: String, _ isMet: Bool) throws {
    var exercise = Self.exercise([], names: ["Flat", "Farm", "Villa"])
    exercise.questions[1].body = .text(
      TextAnswer(
        sentences: nil, criteria: [.init(id: "farm", points: 1, kind: .mentions([["Farm"]]))],
        modelAnswers: []))
    let reference = CompiledExercise(exercise, units: UnitSystem())
    let grader = Grader(reference, sheet: reference.makeSheet(), written: ["1.2": .text(text)])
    let criteria = grader.report(on: reference.exercise.questions[1]).answers[0].criteria
    #expect(criteria?.first?.met == isMet)
  }

  @Test func valueWithTheOtherSignIsTold() throws {
    let balance = [Self.figure("5 kWh - 7.5 kWh", name: "balance", unit: "kWh")]
    #expect(try report("The balance is -2.5 kWh.", balance).wrong == [])
    #expect(try report("We have a balance of +2.5 kWh.", balance).wrong.count == 1)
  }

  @Test(arguments: [
    ("The electricity of the whole village is 6959 kWh.", []),
    ("Electricity matters. I have 9060 kWh in all.", ["9060 kWh"]),
    ("Electricity matters. I have 9600 kWh, 1960 kWh and 3569 kWh.", ["3569 kWh"]),
    ("Electricity matters. There are 3569 kg of it.", []),
  ])
  func digitsInTurnAreTold(_ text: String, _ written: [String]) throws {
    let wrong = try report(text, [Self.electricity]).wrong
    #expect(wrong.count == written.count)
    #expect(zip(wrong, written).allSatisfy { $0.contains($1) })
  }

  @Test(arguments: [
    "The Flat has 12.5 kg/m2.", "The Flat has 12.5 kg/m^2.", "The Flat has 12.5 kg/ m²",
    "Flat 12.5, Farm 13.5 and Villa 14.5 kg/m².",
    "| | rent in kg/m² |\n|---|---|\n| Flat | 12.5 |",
  ])
  func unitThatIsAskedForIsReadHoweverItIsSetApart(_ text: String) throws {
    #expect(try report(text, [Self.figure("houses[\"Rent\"]")]).quoted > 0)
  }

  // MARK: What is left out

  /// Who says that something was not counted tells what was left out, not who says that it is not there.
  @Test(arguments: [
    ("We did not count the scaffolding.", "what the estimate leaves out", true),
    ("Nor is the scaffolding included.", "what the estimate leaves out", true),
    ("There is no scaffolding.", "what the estimate leaves out", false),
    ("We did not count the scaffolding.", "what the estimate contains", false),
  ])
  func omissionIsToldByDenyingIt(_ text: String, _ asks: String, _ isMet: Bool) throws {
    var exercise = Self.exercise([], names: ["Flat", "Farm", "Villa"])
    exercise.questions[1].body = .text(
      TextAnswer(
        sentences: nil,
        criteria: [
          .init(id: "omitted", points: 1, kind: .mentions([["scaffolding"]]), asks: asks)
        ], modelAnswers: []))
    let reference = CompiledExercise(exercise, units: UnitSystem())
    let grader = Grader(reference, sheet: reference.makeSheet(), written: ["1.2": .text(text)])
    let criteria = grader.report(on: reference.exercise.questions[1]).answers[0].criteria
    #expect(criteria?.first?.met == isMet)
  }

  // MARK: What is said

  @Test func figuresWithUnitsAreAskedForTheirRows() throws {
    let without = try report("It takes 1960 kWh and 9600 kWh.", [Self.electricity]).message
    #expect(without.hasSuffix("at least 1 is asked for. Say which row it belongs to."))
    let bare = try report("Some 9.6 or 1.2.", [Self.electricity]).message
    #expect(bare.hasSuffix("at least 1 is asked for, with its unit."))
    let none = try report("It takes a lot.", [Self.electricity]).message
    #expect(none == "No figures yet; at least 1 is asked for.")
  }
}
