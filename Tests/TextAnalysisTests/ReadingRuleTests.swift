import Quantities
import Testing

@testable import TextAnalysis

/// The rules of reading, on texts of several subjects: what goes in, and what is understood.
@Suite struct ReadingRuleTests {
  private func figures(
    _ text: String, labels: [String] = [], synonyms: [[String]] = [], rows: [String] = []
  ) -> [TextFigure] {
    var units = UnitSystem()
    for label in labels { units.declareLabel(label) }
    let names = rows.compactMap { NumberedNames.Name($0) }
    let heads = Set(names.map(\.head))
    let tokens = TextTokens(text, heads: heads)
    return FigureReader(
      tokens, names: NumberedNames(tokens, names: KnownNames(names)),
      units: UnitVocabulary(units, synonyms: synonyms, heads: heads)
    ).figures()
  }

  /// `69 mm`, `?` for a unit that is not known.
  private func wording(_ figure: TextFigure) -> String {
    let number = NumberFormat(groupSeparator: nil).string(figure.number.value)
    switch figure.kind.measure {
    case .bare: return number
    case .unknown: return "\(number) ?"
    case .unit(let unit):
      let scaled = figure.number.scaled(by: figure.kind.factor).value
      return "\(NumberFormat(groupSeparator: nil).string(scaled)) \(unit.symbol)"
    }
  }

  // MARK: How a figure is meant

  @Test(arguments: [
    "about 69 mm", "the beam sags by roughly 69 mm", "nearly 23 years", "almost 355 MPa",
    "some 40 patients", "an estimated 12 kN", "approx. 9.6 m/s²", "ca. 5 mg", "~ 5 mg", "etwa 5 kg",
    "environ 22 ans", "close to 0.8 V",
  ])
  func hedgeMakesAFigureApproximate(_ text: String) throws {
    #expect(try #require(figures(text).first).manner == .about)
  }

  @Test(arguments: [
    "over 60 mm", "less than 355 MPa", "at most 10 mg", "at least 3 V", "up to 40 °C", "> 5 kg",
    "beyond 20 years", "below about 5 g", "exceeding 60 mm",
  ])
  func boundIsNoValue(_ text: String) throws {
    #expect(try #require(figures(text).first).manner == .bound)
  }

  @Test(arguments: [
    "69 mm", "it is 69 mm", "of 355 MPa", "exactly 5 mg", "and 5 mg", "(12 kN)", "only 3 V",
  ])
  func figureIsPlainOtherwise(_ text: String) throws {
    #expect(try #require(figures(text).first).manner == .plain)
  }

  // MARK: Rounding

  @Test(arguments: [
    // The figure as written, the value, whether a reader takes it for rounded from it.
    ("69", 69.43, true), ("69.4", 69.43, true), ("70", 69.43, true), ("68", 69.43, false),
    ("9.64", 9.6423, true), ("9.6", 9.6423, true), ("9.46", 9.6423, false), ("234", 233.9, true),
    ("0.23", 0.2339, true), ("0.66", 0.6589, true), ("0.34", 0.6589, false), ("5e-3", 0.0049, true),
    ("1870", 1871.1, true), ("1900", 1871.1, true), ("2000", 1871.1, false), ("187", 1871.1, false),
  ])
  func figureAgreesWithWhatItIsRoundedFrom(
    _ written: String, _ value: Double, _ agrees: Bool
  ) throws {
    let number = try #require(figures(written).first?.number)
    let isTaken = number.readings.contains {
      FigureComparison.agrees($0, with: value, isAbout: false)
    }
    #expect(isTaken == agrees)
  }

  @Test(arguments: [("about 625", 626.8, true), ("625", 626.8, false), ("about 613", 626.8, false)])
  func approximateFigureMayBeInStepsOfFive(
    _ written: String, _ value: Double, _ agrees: Bool
  ) throws {
    let figure = try #require(figures(written).first)
    let isTaken = figure.number.readings.contains {
      FigureComparison.agrees($0, with: value, isAbout: figure.manner == .about)
    }
    #expect(isTaken == agrees)
  }

  // MARK: Ranges and lists

  @Test(arguments: [
    ("60-69 mm", ["60 mm", "69 mm"]), ("60 to 69 mm", ["60 mm", "69 mm"]),
    ("between 60 and 69 mm", ["60 mm", "69 mm"]), ("5 mg to 10 mg", ["5 mg", "10 mg"]),
  ])
  func endsOfARangeShareTheUnitAndAreNoValues(_ text: String, _ expected: [String]) {
    let found = figures(text)
    #expect(found.map(wording) == expected)
    #expect(found.map { $0.marked(.range) } == [true, true])
  }

  @Test(arguments: [
    ("60 and 69 mm", false), ("60 or 69 mm", false), ("60 mm and 69 kN", false),
    ("60 instead of 69 mm", true), ("60, not 69 mm", true), ("60 rather than about 69 mm", true),
    ("60 against 69 mm", false), ("60 mm, and not 69 mm", true),
  ])
  func secondOfTwoMayBeSaidOfSomethingElse(_ text: String, _ isSetAside: Bool) throws {
    let found = figures(text)
    try #require(found.count == 2)
    #expect(!found[0].marked(.range))
    #expect(found[1].marked(.setAside) == isSetAside)
  }

  @Test(arguments: [
    ("9 mm more than allowed", true), ("9 mm deeper", true), ("by about 9 mm", true),
    ("an increase of 9 mm", true), ("9 °C colder", true), ("saves 1017 kWh", true),
    ("twice 5 mg", true), ("a further 5 mg", true), ("9 mm", false), ("9 mm of steel", false),
    ("the deep beam sags 9 mm", false),
  ])
  func byHowMuchSomethingDiffersIsNoValue(_ text: String, _ isDifference: Bool) throws {
    #expect(try #require(figures(text).first).marked(.difference) == isDifference)
  }

  @Test(arguments: [
    ("built in 1960", 0), ("since 1960", 0), ("from 1960 to 1975", 0), ("the year 1960", 0),
    ("1960 kWh", 1), ("1960 people", 1),
  ])
  func yearIsNoFigure(_ text: String, _ count: Int) {
    #expect(figures(text).count == count)
  }

  // MARK: Units in words

  @Test(arguments: [
    ("sixty-nine millimetres", "69 mm"), ("twenty-three years", "23 year"),
    ("nine point six four metres per second squared", "9.64 m/s²"),
    ("two and a half hours", "2.5 h"), ("18 months", "1.5 year"), ("3 litres a minute", "3 L"),
    ("80 grams per litre", "80 g/L"), ("66 per cent", "66 %"), ("66 Prozent", "66 %"),
    ("5 metric tons", "5 t"), ("20 degrees Celsius", "20 °C"), ("12 kilonewtons", "12 kN"),
    ("three thousand volts", "3000 V"), ("4 million litres", "4000000 L"),
    ("50 per box", "50"), ("12 francs", "12 CHF"),
  ])
  func unitIsReadAsItIsSpoken(_ text: String, _ expected: String) {
    #expect(figures(text).map(wording) == [expected])
  }

  @Test(arguments: [
    ("5 kg CO2 a year", ["CO2e"], "5 kg"), ("5 kgCO2eq", ["CO2e"], "5 kg"),
    ("5 kg CO2-equivalent per kWh", ["CO2"], "5 kg/kWh"), ("5 kg lime per m2", ["lime"], "5 kg/m²"),
    ("5 kg of lime per m2", ["lime"], "5 kg/m²"), ("5 kg lime per m2", [], "5 kg"),
  ])
  func labelOfTheExerciseStandsWithinAUnit(_ text: String, _ labels: [String], _ expected: String) {
    #expect(figures(text, labels: labels).map(wording) == [expected])
  }

  @Test func termsThatMeanALabelStandForIt() {
    let text = "5 kg of chalk per m2"
    #expect(figures(text, labels: ["lime"]).map(wording) == ["5 kg"])
    #expect(
      figures(text, labels: ["lime"], synonyms: [["lime", "chalk"]]).map(wording) == ["5 kg/m²"])
  }

  @Test func whatTheRowsAreSaysNothingInARate() {
    #expect(figures("5 kg per bridge").map { $0.marked(.perThing) } == [true])
    #expect(figures("5 kg per bridge", rows: ["Bridge 1"]).map { $0.marked(.perThing) } == [false])
  }

  @Test(arguments: [
    ("2 mg each", true), ("2 mg apiece", true), ("40 patients at 2 mg", true),
    ("12 beams of 2 t", true), ("patients at 2 mg", false), ("2 mg at noon", false),
  ])
  func figureForOneOfSeveralIsTold(_ text: String, _ isPerThing: Bool) throws {
    #expect(try #require(figures(text).last).marked(.ofEach) == isPerThing)
  }

  // MARK: Negation

  @Test(arguments: [
    ("no friction", true), ("not any friction", true), ("without any friction", true),
    ("kein friction", true), ("pas de friction", true), ("pas d' friction", true),
    ("aucune friction", true), ("not only friction", false), ("it is not the friction", false),
    ("friction, no doubt", false), ("without doubt friction", false), ("any friction", false),
    ("neither friction nor wind lose any heat", true), ("is neither cheap nor friction", true),
    ("We did not look at the friction", true), ("It makes no difference to the friction", true),
    ("I don't think the friction", true), ("makes no sense to use friction", true),
    ("It isn't necessary, nor any friction", true), ("friction would not give anything", true),
    ("friction does nothing", true), ("a morning says nothing about friction", false),
    ("We need neither a friction", true),
    ("No energy is lost as friction", true), ("We did not do friction", true),
    ("friction or a good lid makes no difference", true), ("friction can't be the reason", true),
    ("friction I did not evaluate", true), ("I wouldn't bother with friction", true),
    ("There is no help such as friction", true), ("friction won't bring anyone", true),
    ("friction does not make it stronger", true), ("no problem with the friction", true),
    ("neither the wind nor friction makes it hard", true), ("We haven't done friction", true),
    ("friction, farming and packaging are not relevant", true),
    ("friction, farming and packaging play no role", true), ("no wheelchairs or friction", true),
    ("I would not put the friction on it", true),
    ("It is low because friction was not considered", false),
    ("friction was not considered", true), ("not the wind because of friction", false),
    ("I see no reason to mistrust friction", true),
    ("neither is slow, so friction", false), ("cannot sleep with friction", false),
  ])
  func termIsDeniedByWhatStandsRightBeforeIt(_ text: String, _ isDenied: Bool) throws {
    let tokens = TextTokens(text)
    let search = TermSearch(
      tokens, names: NumberedNames(tokens, names: KnownNames()), terms: SearchTerms(["friction"]))
    let mention = try #require(search.mentions(ofAnyOf: ["friction"]).first)
    #expect(tokens.denies(mention) == isDenied)
  }

  // MARK: Rows

  /// Each figure with the row that it is said of.
  private func bindings(
    _ text: String, _ rows: [String], _ quantities: [String] = [], used: Set<String> = []
  ) -> [String] {
    let numbered = rows.compactMap { NumberedNames.Name($0) }
    let tokens = TextTokens(text, heads: Set(numbered.map(\.head)))
    let verbs = VerbsOfThings(quantities: quantities)
    let names = NumberedNames(tokens, names: KnownNames(numbered), verbs: verbs)
    let sentences = TextSentences(tokens)
    let called = RowNames(rows, lists: [], used: used).rows
    let search = TermSearch(
      tokens, names: names,
      families: FamilyNames(tokens, FamilyNames.Families(rows), verbs: verbs),
      terms: SearchTerms(called.flatMap(\.terms)))
    let mentions = RowMentions(
      tokens, sentences, search, rows: called, bareNumbers: names.bareNumbers)
    let figures = FigureReader(tokens, names: names, units: UnitVocabulary(UnitSystem())).figures()
    let binder = RowBinder(tokens, sentences, TextTables(tokens), mentions, figures)
    return figures.map { "\(wording($0)): \(binder.binding(of: $0)?.row ?? "?")" }
  }

  @Test(arguments: [
    ("The Flat takes 5 kWh.", ["5 kWh: Flat"]), ("5 kWh for the Flat", ["5 kWh: Flat"]),
    ("Flat (5 kWh), Farm (9 kWh)", ["5 kWh: Flat", "9 kWh: Farm"]),
    ("The Flat takes 5 kWh, but the Farm takes 9 kWh.", ["5 kWh: Flat", "9 kWh: Farm"]),
    ("Flat and Farm take 5 kWh and 9 kWh respectively.", ["5 kWh: Flat", "9 kWh: Farm"]),
    ("Flat and Farm take 5 kWh and 9 kWh.", ["5 kWh: ?", "9 kWh: ?"]),
    ("It is better than the Flat with 5 kWh.", ["5 kWh: ?"]),
    ("Unlike the Flat it takes 5 kWh.", ["5 kWh: ?"]),
    ("The Flat, while all others take 5 kWh.", ["5 kWh: ?"]),
    ("The Flat is old, and 5 kWh is much.", ["5 kWh: ?"]),
    ("The Flat is better (5 kWh against 9 kWh).", ["5 kWh: ?", "9 kWh: ?"]),
    ("Here it is 5 kWh.", ["5 kWh: ?"]),
  ])
  func figureIsOfTheRowThatItsClauseNames(_ text: String, _ expected: [String]) {
    #expect(bindings(text, ["Flat", "Farm"]) == expected)
  }

  @Test(arguments: [
    ("The Flat is old. It takes 5 kWh.", ["5 kWh: Flat"]),
    ("The Flat is old. It takes 5 kWh, less than the Farm.", ["5 kWh: Flat"]),
    ("Flat and Farm are old. It takes 5 kWh.", ["5 kWh: ?"]),
    ("The Flat is old. They take 5 kWh.", ["5 kWh: ?"]),
    ("Flat and Farm: 5 kWh for the former, 9 kWh for the latter.", ["5 kWh: Flat", "9 kWh: Farm"]),
    ("5 kWh by the Flat, 9 kWh by the Farm", ["5 kWh: Flat", "9 kWh: Farm"]),
    ("5 kWh on the Flat, 9 kWh on the Villa", ["5 kWh: Flat", "9 kWh: ?"]),
    (
      "5 kWh go into the Flat, 9 kWh into the Farm and not even 3 kWh elsewhere",
      ["5 kWh: Flat", "9 kWh: Farm", "3 kWh: ?"]
    ),
    ("5 kWh go into the Flat, just over 9 kWh into the Farm", ["5 kWh: Flat", "9 kWh: Farm"]),
    (
      "5 kWh with the Flat, 7 kWh with the Flat, and 9 kWh with the Farm",
      ["5 kWh: Flat", "7 kWh: Flat", "9 kWh: Farm"]
    ),
    (
      "They need 5 kWh of work to heat the Flat, 9 kWh to light the Farm and 7 kWh to go on.",
      ["5 kWh: Flat", "9 kWh: Farm", "7 kWh: ?"]
    ),
    ("For the Flat it's 2 · 5 = 10 kWh.", ["2: ?", "5: ?", "10 kWh: Flat"]),
    ("The Flat is small, a good one takes 50 kWh.", ["50 kWh: ?"]),
    ("| House | kWh |\n|---|---|\n| Flat | 5 |\n| Farm | 9 |", ["5: Flat", "9: Farm"]),
    ("| | Flat | Farm |\n|---|---|---|\n| kWh | 5 | 9 |", ["5: Flat", "9: Farm"]),
    ("| | Flat | Farm |\n| kWh | 5 | 9 |", ["5: Flat", "9: Farm"]),
    ("house;kWh;kg\nFlat;5;7\nFarm;9;8", ["5: Flat", "7: Flat", "9: Farm", "8: Farm"]),
    ("The Flat is old; it takes 5; the Farm 9.", ["5: ?", "9: Farm"]),
  ])
  func figureIsOfTheRowThatIsTakenUp(_ text: String, _ expected: [String]) {
    #expect(bindings(text, ["Flat", "Farm"]) == expected)
  }

  @Test(arguments: [
    ("Carbon takes 5 kg.", ["5 kg: Carbon fibre"]), ("The pump takes 5 kg.", ["5 kg: Heat pump"]),
    ("Heat takes 5 kg.", ["5 kg: ?"]), ("Steel takes 5 kg.", ["5 kg: Chromoly steel"]),
    ("Saturn's moon takes 5 kg.", ["5 kg: Saturn's moon Titan"]),
    ("The Earth takes 5 kg.", ["5 kg: ?"]), ("carbon fiber: 5 kg", ["5 kg: Carbon fibre"]),
  ])
  func rowIsNamedByAPartOfItsName(_ text: String, _ expected: [String]) {
    let rows = [
      "Carbon fibre", "Heat pump", "Chromoly steel", "Saturn's moon Titan", "Earth's Moon",
    ]
    #expect(bindings(text, rows, used: ["heat"]) == expected)
  }

  @Test(arguments: [
    ("Beams A, B and C carry 5 kN.", ["5 kN: ?"]),
    ("A: 5 kN. B: 9 kN.", ["5 kN: Beam A", "9 kN: Beam B"]),
    ("Beam A holds. C takes 9 kN.", ["9 kN: Beam C"]), ("Plan C takes 9 kN.", ["9 kN: ?"]),
    ("A house of 9 kN.", ["9 kN: ?"]), ("5 kN (Beams A to C)", ["5 kN: ?"]),
  ])
  func lastWordStandsForAName(_ text: String, _ expected: [String]) {
    #expect(bindings(text, ["Beam A", "Beam B", "Beam C"]) == expected)
  }

  @Test(arguments: [
    ("Trial 2 has 5 mg.", ["5 mg: Trial 2"]), ("The second trial has 5 mg.", ["5 mg: Trial 2"]),
    ("T2 has 5 mg.", ["5 mg: Trial 2"]), ("Trial two has 5 mg.", ["5 mg: Trial 2"]),
    ("Trails have 5 mg.", ["5 mg: ?"]), ("Trail 2 has 5 mg.", ["5 mg: Trial 2"]),
    ("1 gives 5 mg and 2 about 9 mg.", ["5 mg: Trial 1", "9 mg: Trial 2"]),
    ("1 absorbs 5 mg and 2 about 9 mg.", ["1: ?", "5 mg: ?", "2: ?", "9 mg: ?"]),
    ("Apollo 2 has 5 mg.", ["2: ?", "5 mg: ?"]),
    ("In both wards 2 has 5 mg.", ["5 mg: Trial 2"]),
  ])
  func numberStandsForAName(_ text: String, _ expected: [String]) {
    #expect(bindings(text, ["Trial 1", "Trial 2"]) == expected)
  }

  @Test func numbersOfANameTellItApart() {
    let rows = RowNames(
      ["Flask A", "Flask C"], lists: [["Flask A", "12 °C"], ["Flask C", "35 °C"]], used: []
    ).rows
    #expect(rows.map(\.terms) == [["Flask A", "12 °C"], ["Flask C", "35 °C"]])
  }

  @Test func verbOfAQuantityIsWhatItsThingsDo() {
    #expect(
      bindings("1 absorbs 5 mg and 2 about 9 mg.", ["Trial 1", "Trial 2"], ["absorption"])
        == ["5 mg: Trial 1", "9 mg: Trial 2"])
    let verbs = VerbsOfThings(quantities: ["emissions", "deflection"])
    #expect(["emits", "deflects", "takes", "is"].allSatisfy(verbs.contains))
    #expect(!["emissions", "deflections", "emitter", "beams"].contains(where: verbs.contains))
  }

  // MARK: Quantities

  @Test(arguments: [
    ("deflection", "deflected", true), ("emissions", "emit", true), ("accuracy", "accurate", true),
    ("transmission", "transmits", true), ("COP", "cop", true), ("total cost", "total", false),
    ("dose per patient", "patients", false), ("dose per patient", "dose", true),
    ("bridge load", "bridge", false), ("bridge load", "load", true),
  ])
  func quantityIsToldByRelatedWords(_ name: String, _ word: String, _ isTold: Bool) {
    let tokens = TextTokens(word)
    let words = QuantityWords(
      tokens, TextSentences(tokens),
      QuantityNames(
        names: [name], heads: ["bridge"], spelling: Spelling(words: [], stems: [])))
    #expect(words.said(inSentence: 0).formulas.isEmpty != isTold)
  }
}
