import AnswerKeys
import Exercises
import Formulas
import Quantities

/// A student's text, read once for all criteria of its question.
public struct TextReading {
  /// Those of the reply.
  public let sentences: TextSentences
  /// Whether all of it is copied from the question.
  public let isCopied: Bool

  let text: TextTokens
  let tables: TextTables
  let names: NumberedNames
  let units: UnitVocabulary
  let question: TextQuestion
  /// Where the rows are named, and of which the figures are said.
  let binder: RowBinder
  /// Without those of copied sentences.
  let figures: [TextFigure]
  /// Whether the text has a word of the prompt, or all that a criterion asks to mention.
  let isOnSubject: Bool
  /// Units that the text names without a number: `a tonne`, `per day`.
  let divisors: [Unit]
  let search: TermSearch
  private let compiled: CompiledExercise

  /// - Parameter units: those of the student's sheet.
  public init(
    _ reply: String, to question: TextQuestion, _ compiled: CompiledExercise, in units: UnitSystem
  ) {
    self.compiled = compiled
    self.question = question
    let lists = question.mentionLists.flatMap { $0 }
    let heads = question.heads
    let wanted = question.asked.flatMap { [$0.unit, $0.stated] }
    self.units = UnitVocabulary(
      units, synonyms: lists, heads: heads, wanted: wanted, prompt: question.wording)
    text = TextTokens(reply, heads: heads)
    sentences = TextSentences(text)
    tables = TextTables(text)

    let named = question.asked.compactMap(\.name)
    let speaksOfAll =
      named.count == question.asked.count
      && QuantityWords(text, sentences, names: named, heads: heads, spelling: question.spelling)
        .areAllTold
    let verbs = VerbsOfThings(quantities: named)
    names = NumberedNames(
      text, names: question.numbered, verbs: verbs, listsAreOfNames: speaksOfAll)

    let copies = CopiedText(text, sentences, from: question.copied)
    isCopied = copies.isAll
    search = TermSearch(
      text, names: names,
      families: FamilyNames(
        text, names: question.rowNames + lists.compactMap(\.first), verbs: verbs),
      spelling: question.spelling, without: copies.tokens)
    figures = FigureReader(text, names: names, units: self.units).figures()
      .filter { !copies.tokens.contains($0.tokens.lowerBound) }
    var divisors: [Unit] = []
    for index in text.indices where text.isWord(index, [.per, .indefinite, .distributive]) {
      let isWhole = text.isWord(index + 1, .common) && text.word(index + 2) != nil
      let place = isWhole ? index + 2 : index + 1
      guard let token = text.at(place), token.spelling.count > 1 || text.isWord(index, .per),
        let unit = self.units.divisor(text, at: place)?.meaning.unit, unit != .one,
        !divisors.contains(unit), divisors.count < 3
      else { continue }
      divisors.append(unit)
    }
    self.divisors = divisors
    let rows = RowMentions(
      text, sentences, search, rows: question.rows, bareNumbers: names.bareNumbers)
    binder = RowBinder(text, sentences, tables, rows, figures)
    let said = SubjectWords(text: text, units: self.units).words
    isOnSubject =
      question.subject.isEmpty || !question.subject.isDisjoint(with: said)
      || said.contains { question.subject.contains(question.subjectSpelling.corrected($0)) }
      || question.mentionLists.contains { [search] lists in
        lists.allSatisfy { !search.mentions(ofAnyOf: $0).isEmpty }
      }
  }

  /// Contradictions that are told one by one.
  private static let contradictionLimit = 12

  // MARK: Mentions

  /// Whether the text has a term of each list; those that it denies do not count.
  ///
  /// - Parameter lists: terms that mean the same, a list each.
  public func mentions(_ lists: [[String]], _ criterion: TextAnswer.Criterion) -> CriterionReport {
    // Who says that something was not counted says what was left out.
    let asksForOmissions = question.omissions.contains(criterion.id)
    // One of several is named by what it is compared with; where it is asked for alone, it is the answer.
    let isOfOne = lists.count == 1 && !asksForOmissions
    let missing = lists.filter { terms in
      let row = question.row(named: terms)
      let isOfThing = row != nil || terms.first?.contains(where: \.isNumber) == true
      let isDenied =
        asksForOmissions ? text.isAbsent : row == nil ? text.denies : text.isLeftOut
      return search.mentions(ofAnyOf: terms)
        .allSatisfy { isDenied($0) || isOfOne && isOfThing && text.setsAside($0) }
        && !isNamedByUnit(terms) && row.map(hasFigure) != true
    }
    let named = named(missing)
    var report = CriterionReport(
      id: criterion.id, kind: .mentions, met: missing.isEmpty, points: criterion.points,
      message: CriteriaWording.mentions(
        found: lists.count - missing.count, of: lists.count, missing: named, asks: criterion.asks))
    report.saysWhatIsAsked = !missing.isEmpty && (named ?? []).isEmpty && criterion.asks != nil
    report.notFound = missing.map { $0.joined(separator: ", ") }
    return report
  }

  /// Whether a figure is given of a row, whatever is denied of it: `The bus is no option either, with
  /// its 12 h`.
  private func hasFigure(_ row: String) -> Bool {
    figures.contains { binder.binding(of: $0)?.row == row }
  }

  /// Whether the first of the terms is a quantity of the rows that a figure is given of, in a unit of
  /// its own: who gives tonnes of a model speaks of its emissions.
  private func isNamedByUnit(_ terms: [String]) -> Bool {
    guard !binder.mentions.isEmpty, let first = terms.first.map(QuantityWords.stems), !first.isEmpty
    else { return false }
    return question.asked.contains { formula in
      formula.unit.dimension != .one && formula.rows != nil
        && Set(first) == Set(formula.name.map(QuantityWords.stems) ?? [])
        && figures.contains { figure in
          !figure.marked(.difference)
            && figure.forms.contains { $0.unit.flatMap { formula.unit.conversion(to: $0) } != nil }
        }
    }
  }

  /// The first term of each list, where all of them are in the question or are rows of its tables:
  /// to name others would give the answer.
  private func named(_ lists: [[String]]) -> [String]? {
    let names = Set(question.rows.map(\.name))
    let terms = lists.compactMap(\.first)
    let isOpen = terms.allSatisfy {
      names.contains($0) || !question.prompt.mentions(ofAnyOf: [$0]).isEmpty
    }
    return isOpen ? terms : nil
  }

  // MARK: Figures

  /// Whether the text quotes the values of formulas, and which of its figures contradict them.
  ///
  /// - Parameters:
  ///   - formulas: with the student's own values where these were credited, in the same units.
  ///   - atLeast: how many distinct values are to be quoted.
  public func figures(
    _ formulas: [(formula: FigureFormula, own: [Double])], atLeast: Int,
    _ criterion: TextAnswer.Criterion
  ) -> CriterionReport {
    let names = formulas.compactMap(\.formula.name)
    let dimensions = Set(formulas.map(\.formula.unit.dimension))
    let own = Set(formulas.flatMap { $0.formula.formula.usedNames })
    let scene = FigureScene(
      reading: self, candidates: candidates(formulas, criterion), others: question.others,
      quantities: QuantityWords(
        text, sentences, names: formulas.map(\.formula.name),
        synonyms: question.mentionLists.flatMap { $0 },
        others: compiled.answerKey.answers.filter {
          dimensions.contains($0.unit.dimension) && !own.contains($0.spec.name)
        }.map(\.spec.name), heads: self.names.heads,
        common: question.commonStems[criterion.id] ?? [], spelling: question.spelling),
      plainLength: SubjectWords(text: text, units: units).lengthWithout(
        figures, allowing: Set(names.flatMap { TextTokens($0).words })))
    let finding = FigureFinding(scene)
    // Slips are told, and leave the criterion met where no more figures are wrong than right.
    let isMet = finding.quoted.count >= atLeast && finding.wrong.count <= finding.quoted.count
    var report = CriterionReport(
      id: criterion.id, kind: .figures, met: isMet, points: criterion.points,
      message: CriteriaWording.figures(finding, atLeast: atLeast, met: isMet, asks: criterion.asks))
    let shown = finding.wrong.prefix(Self.contradictionLimit)
    report.contradictions = shown.map(CriteriaWording.contradiction)
    let more = finding.wrong.count - shown.count
    if more > 0 { report.contradictions.append(CriteriaWording.contradictionsMore(more)) }
    report.figures = finding.readings
    report.notFound = scene.candidates.indices.filter { finding.quotes[$0] == nil }.map {
      CriteriaWording.value(scene.candidates[$0])
    }
    return report
  }

  private func candidates(
    _ formulas: [(formula: FigureFormula, own: [Double])], _ criterion: TextAnswer.Criterion
  ) -> [Candidate] {
    formulas.enumerated().flatMap { place, one -> [Candidate] in
      let formula = one.formula
      return formula.values.enumerated().compactMap { index, value in
        guard value.isFinite else { return nil }
        return Candidate(
          name: formula.name, row: formula.rows?.dropFirst(index).first,
          values: [value] + one.own.dropFirst(index).prefix(1), unit: formula.unit,
          stated: formula.stated, statedFactor: formula.statedFactor, formula: place,
          isDifference: question.isDifference[criterion.id]?[place] ?? false)
      }
    }
  }
}
