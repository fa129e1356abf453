import Quantities

/// All that a figure of a text is compared with: what the rules look at.
final class FigureScene {
  let reading: TextReading
  /// Values that are asked for.
  let candidates: [Candidate]
  /// Other values of the exercise, which a text may give for another reason.
  let others: [Candidate]
  /// Words for what each formula gives, by its place.
  let quantities: QuantityWords
  /// Tokens at the start of the text that are on no other subject.
  let plainLength: Int
  private var formsByStart: [Int: [TextFigure.Form]] = [:]
  /// What figures are said of, by their first tokens, once it was looked for.
  private var toldByStart: [Int: QuantityWords.Told?] = [:]
  /// Whether the text is in another language than the question.
  let isForeign: Bool
  /// What the text says that an amount is of one of: `a tonne`, `per day`.
  private let divisors: [Unit]
  /// Those that are asked for, by the formula they are of.
  let byFormula: [Int: [Candidate]]

  init(
    reading: TextReading, candidates: [Candidate], others: [Candidate], quantities: QuantityWords,
    plainLength: Int
  ) {
    self.reading = reading
    self.candidates = candidates
    self.others = others
    self.quantities = quantities
    self.plainLength = plainLength
    byFormula = Dictionary(grouping: candidates, by: \.formula)
    divisors = reading.divisors
    // Whether a text of another language is on the subject, its words do not tell.
    isForeign = reading.text.lexicon.language != reading.question.promptText.lexicon.language
    for figure in reading.figures {
      let forms = allForms(of: figure)
      if forms.count > figure.forms.count || forms[0] != figure.forms[0] {
        formsByStart[figure.tokens.lowerBound] = forms
      }
    }
    var agreeing: [Int: Int] = [:]
    for figure in reading.figures
    where figure.kind.unit != nil && figure.number.figures >= (isForeign ? 2 : 3)
      || figure.number.figures > 3 && figure.isBare && !figure.marked(.year)
    {
      for place in candidates.indices where agrees(figure, candidates[place]) {
        agreeing[place] = max(agreeing[place] ?? 0, figure.number.figures - 1)
        break
      }
    }
    let sum = agreeing.values.reduce(0, +)
    hasManyAgreements = isForeign && sum >= 2
  }

  /// The values of each column, those that are asked for first.
  private(set) lazy var columns: [[Candidate]] = {
    let ofRows = { (candidates: [Candidate]) in
      Dictionary(grouping: candidates.filter { $0.row != nil }, by: \.formula)
        .sorted { $0.key > $1.key }.map(\.value)
    }
    return ofRows(candidates) + ofRows(others)
  }()

  var text: TextTokens { reading.text }
  var units: UnitVocabulary { reading.units }
  var binder: RowBinder { reading.binder }
  var figures: [TextFigure] { reading.figures }

  func sentence(of figure: TextFigure) -> Int {
    reading.sentences.ofToken[figure.tokens.lowerBound]
  }

  func tokens(ofSentence sentence: Int) -> Range<Int> {
    reading.sentences.ranges.indices.contains(sentence) ? reading.sentences.ranges[sentence] : 0..<0
  }

  func says(_ kinds: WordKinds, inSentence sentence: Int) -> Bool {
    tokens(ofSentence: sentence).contains { text.isWord($0, kinds) }
  }

  /// Whether the words between the commas around a figure have one of some kinds.
  func says(_ kinds: WordKinds, inClauseOf figure: TextFigure) -> Bool {
    let tokens = tokens(ofSentence: sentence(of: figure))
    let start = (tokens.lowerBound..<figure.tokens.lowerBound).last { text.isSign($0, ",;:(") }
    let end = (figure.tokens.upperBound..<max(figure.tokens.upperBound, tokens.upperBound)).first {
      text.isSign($0, ",;:)")
    }
    return ((start ?? tokens.lowerBound)..<(end ?? tokens.upperBound)).contains {
      text.isWord($0, kinds)
    }
  }

  /// Whether the question has rows at all.
  var hasRows: Bool { candidates.contains { $0.row != nil } }

  /// A text that names none of the rows is about something else, unless it speaks of such rows and
  /// of all that is asked of them. Numbers alone name rows only where it does.
  var isAboutRows: Bool {
    binder.mentions.contains { !$0.isBareNumber }
      || quantities.areAllTold && (reading.names.saysHead || !binder.mentions.isEmpty)
      || hasManyAgreements
  }

  /// Whether so many exact figures agree that it is no accident, in a text of another language, of
  /// which the words do not tell whether it is on the subject.
  private(set) var hasManyAgreements = false

  /// The ways of reading a figure: as it is written, in the unit that heads its column or its row,
  /// for one of what the text speaks of, as in `for each tonne`.
  func forms(of figure: TextFigure) -> [TextFigure.Form] {
    formsByStart[figure.tokens.lowerBound] ?? figure.forms
  }

  private func allForms(of figure: TextFigure) -> [TextFigure.Form] {
    var forms = figure.forms
    if forms[0] == .bare, let first = reading.tables.firstCell(inRowOf: figure.tokens.lowerBound) {
      let heading = reading.tables.headingOf[figure.tokens.lowerBound] ?? 0..<0
      for cell in [heading, first] where !cell.contains(figure.tokens.lowerBound) {
        let said = unit(saidIn: cell)
        if !said.isEmpty {
          forms = said
          break
        }
      }
    }
    for form in forms where !form.isLoose && !form.isCount {
      guard let unit = form.unit else { continue }
      for divisor in divisors {
        guard let rate = try? unit.product(with: divisor, inverted: true, merged: false).unit else {
          continue
        }
        forms.append(.init(measure: .unit(rate), factor: form.factor))
      }
    }
    return forms
  }

  /// The unit that heads a column or a row: `Mass (kg)`, `Volume (mio m³)`.
  private func unit(saidIn cell: Range<Int>) -> [TextFigure.Form] {
    var scale = 1.0
    // `g in m/s²` has the unit behind the word or the bracket.
    let start =
      cell.last { ["in", "en"].contains(text.word($0)) }
      ?? cell.last { text.isSign($0, "([") && !text.isSign($0 - 1, "/") }
    for index in (start ?? cell.lowerBound)..<cell.upperBound {
      if let factor = text.meaning(index)?.scale { scale = factor }
      let forms = UnitPhrase(text, at: index, units: units).forms
      guard forms[0].unit != nil else { continue }
      return forms.map { form in
        var form = form
        form.factor *= scale
        return form
      }
    }
    return []
  }

  /// The first form of a figure in which a value can be given; nil where it is of another kind.
  func form(of figure: TextFigure, for candidate: Candidate) -> TextFigure.Form? {
    forms(of: figure).first { !candidate.values(for: $0).isEmpty }
  }

  func agrees(_ figure: TextFigure, _ candidate: Candidate) -> Bool {
    forms(of: figure).contains { candidate.agrees(figure, as: $0) }
  }

  /// Formulas of which a figure is a value in its likeliest form that has any.
  func likeliestFormulas(for figure: TextFigure) -> Set<Int> {
    for form in forms(of: figure) {
      let found = byFormula.filter { $0.value.first.map { !$0.values(for: form).isEmpty } ?? false }
      if !found.isEmpty { return Set(found.keys) }
    }
    return []
  }

  /// Formulas of which a figure can be a value, by its unit.
  func formulas(for figure: TextFigure) -> Set<Int> {
    let forms = forms(of: figure)
    return Set(
      byFormula.filter { entry in
        entry.value.first.map { first in forms.contains { !first.values(for: $0).isEmpty } }
          ?? false
      }.keys)
  }

  /// Whether a word is one of a subject, and neither the exercise, its rows nor what it asks for have
  /// it.
  func isUnknown(_ place: Int) -> Bool {
    guard let word = text.word(place), word.count > 2, text[place].kinds.isEmpty else {
      return false
    }
    return !reading.question.knows(word) && !quantities.isName(word) && !units.isLabel(word)
      && !binder.rows.isNamed(at: place) && !figures.contains { $0.tokens.contains(place) }
  }

  /// Whether a figure stands before anything else is spoken of: `It takes 5.25 kWh.`
  func isPlain(_ figure: TextFigure) -> Bool {
    let tokens = tokens(ofSentence: sentence(of: figure))
    return !tokens.isEmpty && tokens.upperBound <= plainLength
  }

  /// Whether the sentence of a figure says what is.
  func saysWhatIs(_ figure: TextFigure) -> Bool {
    !says([.conditional, .modal], inSentence: sentence(of: figure))
      && !says([.not, .negation], inClauseOf: figure)
  }

  /// Whether a figure is a time and would count something else: two weeks are no CHF.
  func countsTime(_ figure: TextFigure, _ claim: Claim) -> Bool {
    guard claim.form.isCount, units.isTime(figure.forms[0].unit) else {
      return false
    }
    return quantities.formulas(figure.tokens).isDisjoint(with: claim.own.map(\.formula))
      && !claim.own.contains { own in
        figure.tokens.contains {
          text.word($0).map { own.unit.symbol.contains($0.singular) } ?? false
        }
      }
  }

  /// Whether a figure may give a value, as a difference and a ratio may not give any.
  func mayGive(_ figure: TextFigure, _ candidate: Candidate, _ form: TextFigure.Form) -> Bool {
    // `24 times` is a number.
    if figure.marked(.ratio) {
      return form.isShare && candidate.unit.dimension == .one && !candidate.isShare
    }
    guard figure.marked(.difference), !candidate.isDifference else { return true }
    // `it rises 418 m above the lake`
    let isExact = candidate.row == nil && figure.number.figures >= 3 && !form.isShare
    return isExact || isByVerb(figure, candidate.formula)
  }

  /// Whether a verb of the quantity goes before a difference, which is then a value: `it sags by 7 cm`.
  func isByVerb(_ figure: TextFigure, _ formula: Int) -> Bool {
    var place = figure.tokens.lowerBound - 1
    while text.isWord(place, [.hedge, .focus]) && text.word(place) != "by" { place -= 1 }
    guard text.isWord(place, .beforeDifference), text.isWord(place, .preposition) else {
      return false
    }
    return quantities.formulas(max(0, place - 2)..<max(0, place)).contains(formula)
  }

  /// The quantity that a figure is said of, by the words beside it or the cells that head it.
  func told(of figure: TextFigure) -> QuantityWords.Told? {
    if let known = toldByStart[figure.tokens.lowerBound] { return known }
    let told = findTold(of: figure)
    toldByStart[figure.tokens.lowerBound] = .some(told)
    return told
  }

  private func findTold(of figure: TextFigure) -> QuantityWords.Told? {
    let possible = formulas(for: figure)
    let place = figure.tokens.lowerBound
    if let first = reading.tables.firstCell(inRowOf: place) {
      let heading = quantities.formulas(reading.tables.headingOf[place] ?? 0..<0).intersection(
        possible)
      let ofRow = quantities.formulas(first).intersection(possible)
      let both = ofRow.intersection(heading)
      // A row that is headed by something else is of that: `| cups | 46'000 | +15 % |`.
      let isRow = hasRows || !binder.rows.mentions(in: first).isEmpty || first.contains(place)
      if both.isEmpty, !ofRow.isEmpty, !heading.isEmpty {
        return .init(formulas: ofRow.union(heading), isTight: false)
      }
      let told = !both.isEmpty ? both : !ofRow.isEmpty ? ofRow : isRow ? heading : []
      // A column of other values: `literature`.
      let isOther = (reading.tables.headingOf[place] ?? 0..<0).contains {
        text.isWord($0, .modifier)
      }
      return told.isEmpty || isOther && heading.isEmpty ? nil : .init(formulas: told, isTight: true)
    }
    guard var told = quantities.told(of: figure.tokens, among: possible) else {
      return possible.count > 1 ? shared(figure) : nil
    }
    // `windows:` above `- payback 22 years`
    let above = quantities.heading(ofSentence: sentence(of: figure)).intersection(told.formulas)
    if !above.isEmpty { told.formulas = above }
    return told
  }

  /// What is said of the figure before, of which another row has this one: `charging takes 28 min with
  /// the Flat and 22 min with the Farm`.
  private func shared(_ figure: TextFigure) -> QuantityWords.Told? {
    guard let row = binder.binding(of: figure)?.row,
      let last = binder.figures(inSentence: sentence(of: figure)).last(where: {
        $0.tokens.upperBound <= figure.tokens.lowerBound && $0.kind == figure.kind
      }), let other = binder.binding(of: last)?.row, other != row,
      !text.gap(last.tokens, figure.tokens).contains(where: { text.isSign($0, ";:") }),
      let told = told(of: last)
    else { return nil }
    return .init(formulas: told.formulas, isTight: false)
  }

  /// The same quantity of other rows.
  func siblings(of mine: Candidate) -> some Sequence<Candidate> {
    (byFormula[mine.formula] ?? []).lazy.filter { $0.row != mine.row }.prefix(20)
  }
}
