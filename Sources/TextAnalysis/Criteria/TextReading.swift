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

  /// Whether a text is longer than what is read of it.
  public static func isCut(_ text: String) -> Bool {
    text.utf8.count > lengthLimit && text.unicodeScalars.count > lengthLimit
  }

  /// Unicode scalars of a text that are read.
  public static var lengthLimit: Int { TextTokens.lengthLimit }

  /// - `units`: those of the student's sheet; nil where it declares none.
  public init(
    _ reply: String, to question: TextQuestion, _ compiled: CompiledExercise,
    in units: UnitSystem? = nil
  ) {
    self.compiled = compiled
    self.question = question
    self.units = units.map(question.unitVocabulary) ?? question.units
    text = TextTokens(reply, heads: question.heads, question.vocabulary)
    sentences = TextSentences(text)
    tables = TextTables(text)

    let speaksOfAll =
      question.allQuantities.map { [text, sentences] in
        QuantityWords(text, sentences, $0).areAllTold
      } ?? false
    names = NumberedNames(
      text, names: question.knownNames, verbs: question.verbs, listsAreOfNames: speaksOfAll)

    let copies = CopiedText(text, sentences, from: question.copied)
    isCopied = copies.isAll
    search = TermSearch(
      text, names: names,
      families: FamilyNames(text, question.families, verbs: question.verbs),
      terms: question.terms, without: copies.tokens)
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
    isOnSubject =
      !question.hasSubject
      || SubjectWords(text: text, units: self.units).contains(where: question.isOfSubject)
      || question.sought.values.contains { [search] lists in
        lists.allSatisfy { !search.mentions(ofAnyOf: $0.search).isEmpty }
      }
  }

  /// Contradictions that are told one by one.
  private static let contradictionLimit = 12

  // MARK: Mentions

  /// Whether the text has a term of each list that a criterion asks for; those that it denies do not
  /// count.
  public func mentions(_ criterion: TextAnswer.Criterion) -> CriterionReport {
    let lists = question.sought[criterion.id] ?? []
    // Who says that something was not counted says what was left out.
    let asksForOmissions = question.omissions.contains(criterion.id)
    // One of several is named by what it is compared with; where it is asked for alone, it is the answer.
    let isOfOne = lists.count == 1 && !asksForOmissions
    let missing = lists.filter { list in
      let isDenied =
        asksForOmissions ? text.isAbsent : list.row == nil ? text.denies : text.isLeftOut
      return search.mentions(ofAnyOf: list.search)
        .allSatisfy { isDenied($0) || isOfOne && list.isOfThing && text.setsAside($0) }
        && !isNamedByUnit(list) && list.row.map(hasFigure) != true
    }
    let named = named(missing)
    var report = CriterionReport(
      id: criterion.id, kind: .mentions, met: missing.isEmpty, points: criterion.points,
      message: CriteriaWording.mentions(
        found: lists.count - missing.count, of: lists.count, missing: named, asks: criterion.asks))
    report.saysWhatIsAsked = !missing.isEmpty && (named ?? []).isEmpty && criterion.asks != nil
    report.notFound = missing.map(\.written)
    return report
  }

  /// Whether a figure is given of a row, whatever is denied of it: `The bus is no option either, with
  /// its 12 h`.
  private func hasFigure(_ row: String) -> Bool {
    figures.contains { binder.binding(of: $0)?.row == row }
  }

  /// Whether the first of the terms is a quantity of the rows that a figure is given of, in a unit of
  /// its own: who gives tonnes of a model speaks of its emissions.
  private func isNamedByUnit(_ list: SoughtList) -> Bool {
    !binder.mentions.isEmpty
      && list.figures.contains { formula in
        figures.contains { figure in
          !figure.marked(.difference)
            && figure.forms.contains { $0.unit.flatMap { formula.unit.conversion(to: $0) } != nil }
        }
      }
  }

  /// The first term of each list, where all of them are in the question or are rows of its tables:
  /// to name others would give the answer.
  private func named(_ lists: [SoughtList]) -> [String]? {
    lists.allSatisfy(\.isInQuestion) ? lists.compactMap(\.terms.first) : nil
  }

  // MARK: Figures

  /// Whether the text quotes the values of formulas, and which of its figures contradict them.
  ///
  /// - `formulas`: with the student's own values where these were credited, in the same units.
  /// - `atLeast`: how many distinct values are to be quoted.
  public func figures(
    _ formulas: [(formula: FigureFormula, own: [Double])], atLeast: Int,
    _ criterion: TextAnswer.Criterion
  ) -> CriterionReport {
    let asked = question.asked(by: criterion, compiled)
    let scene = FigureScene(
      reading: self, candidates: candidates(formulas, criterion, asked), others: question.others,
      quantities: QuantityWords(text, sentences, asked.quantities),
      plainLength: SubjectWords(text: text, units: units).lengthWithout(
        figures, allowing: asked.words))
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
    _ formulas: [(formula: FigureFormula, own: [Double])], _ criterion: TextAnswer.Criterion,
    _ asked: TextQuestion.Asked
  ) -> [Candidate] {
    formulas.enumerated().flatMap { place, one -> [Candidate] in
      let formula = one.formula
      return formula.values.enumerated().compactMap { index, value in
        guard value.isFinite else { return nil }
        return Candidate(
          name: formula.name, row: formula.rows?.dropFirst(index).first,
          values: [value] + one.own.dropFirst(index).prefix(1), measure: asked.measures[place],
          formula: place, isDifference: question.isDifference[criterion.id]?[place] ?? false)
      }
    }
  }
}
