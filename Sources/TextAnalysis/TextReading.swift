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
  private let question: TextQuestion
  private let search: TermSearch
  private let compiled: CompiledExercise
  /// Without those of copied sentences.
  private let ownFigures: [TextFigure]
  /// Whether the text has a word of the prompt, or all that a criterion asks to mention.
  let isOnSubject: Bool

  var promptNumbers: Set<Double> { question.promptNumbers }

  /// - Parameter units: those of the student's sheet.
  public init(
    _ reply: String, to question: TextQuestion, _ compiled: CompiledExercise, in units: UnitSystem
  ) {
    self.compiled = compiled
    self.question = question
    let lists = question.mentionLists.flatMap { $0 }
    let heads = question.heads
    self.units = UnitVocabulary(units, synonyms: lists, heads: heads)
    text = TextTokens(reply, heads: heads)
    sentences = TextSentences(text)
    tables = TextTables(text)

    let named = question.asked.compactMap(\.name)
    let spelling = question.spelling
    let speaksOfAll =
      named.count == question.asked.count
      && QuantityWords(text, sentences, names: named, heads: heads, spelling: spelling).areAllTold
    let verbs = VerbsOfThings(quantities: named)
    names = NumberedNames(
      text, names: question.numbered, verbs: verbs, listsAreOfNames: speaksOfAll)

    let copies = CopiedText(text, sentences, from: question.copied)
    isCopied = copies.isAll
    search = TermSearch(
      text, names: names,
      families: FamilyNames(
        text, names: question.rowNames + lists.compactMap(\.first), verbs: verbs),
      spelling: spelling, without: copies.tokens)
    ownFigures = FigureReader(text, names: names, units: self.units).figures()
      .filter { !copies.tokens.contains($0.tokens.lowerBound) }
    let subject = SubjectWords(text: question.promptText, units: self.units).words
    let said = SubjectWords(text: text, units: self.units).words
    isOnSubject =
      subject.isEmpty || !subject.isDisjoint(with: said)
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
    let missing = lists.filter {
      search.mentions(ofAnyOf: $0).allSatisfy(text.denies) && !isNamedByUnit($0)
    }
    let named = named(missing)
    var report = CriterionReport(
      id: criterion.id, kind: .mentions, met: missing.isEmpty, points: criterion.points,
      message: CriteriaWording.mentions(
        found: lists.count - missing.count, of: lists.count, missing: named, asks: criterion.asks))
    report.saysWhatIsAsked = !missing.isEmpty && (named ?? []).isEmpty && criterion.asks != nil
    return report
  }

  /// Whether the terms are of a quantity that a figure is given of, in a unit of its own: who
  /// gives tonnes of a model speaks of its emissions.
  private func isNamedByUnit(_ terms: [String]) -> Bool {
    guard !search.mentions(ofAnyOf: question.rows.flatMap(\.synonyms)).isEmpty else { return false }
    let stems = Set(terms.flatMap(QuantityWords.stems))
    return question.asked.contains { formula in
      formula.unit.dimension != .one
        && !stems.isDisjoint(with: formula.name.map(QuantityWords.stems) ?? [])
        && ownFigures.contains {
          !$0.isDifference && $0.measure.unit.flatMap { formula.unit.conversion(to: $0) } != nil
        }
    }
  }

  /// The first term of each list, where all of them are in the question or are rows of its tables:
  /// to name others would give the answer.
  private func named(_ lists: [[String]]) -> [String]? {
    let names = Set(question.rows.map(\.row))
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
    let wanted = Set(formulas.map(\.formula.unit))
    let names = formulas.compactMap(\.formula.name)
    let finding = FigureCriterion(
      reading: self,
      figures: ownFigures.map {
        $0.taken(for: wanted, isForEach: names.contains { $0.contains(" per ") })
      },
      rows: RowMentions(
        text, sentences, search, terms: question.rows, bareNumbers: self.names.bareNumbers),
      candidates: candidates(formulas), others: others,
      quantities: quantities(formulas.map(\.formula)),
      plainLength: SubjectWords(text: text, units: units).lengthWithout(
        ownFigures, allowing: Set(names.flatMap { TextTokens($0).words }))
    ).finding()
    // Slips are told, and leave the criterion met where no more figures are wrong than right.
    let isMet = finding.quoted >= atLeast && finding.contradictions.count <= finding.quoted
    var report = CriterionReport(
      id: criterion.id, kind: .figures, met: isMet, points: criterion.points,
      message: CriteriaWording.figures(finding, atLeast: atLeast, met: isMet, asks: criterion.asks))
    let shown = finding.contradictions.prefix(Self.contradictionLimit)
    report.contradictions = shown.map(CriteriaWording.contradiction)
    let more = finding.contradictions.count - shown.count
    if more > 0 { report.contradictions.append(CriteriaWording.contradictionsMore(more)) }
    return report
  }

  private func candidates(
    _ formulas: [(formula: FigureFormula, own: [Double])]
  ) -> [FigureCriterion.Candidate] {
    formulas.enumerated().flatMap { place, one in
      Self.references(
        one.formula.values, one.formula.unit, one.formula.rows, name: one.formula.name,
        formula: place
      ).enumerated().compactMap { index, reference in
        guard reference.value.isFinite else { return nil }
        let own = one.own.dropFirst(index).prefix(1)
        return FigureCriterion.Candidate(
          reference: reference, values: [reference.value] + own, stated: one.formula.stated,
          statedFactor: one.formula.statedFactor)
      }
    }
  }

  /// Values with the rows that they are of, where these are named.
  private static func references(
    _ values: [Double], _ unit: Unit, _ rows: [String]?, name: String? = nil, formula: Int = -1
  ) -> [ReferenceFigure] {
    values.enumerated().map { index, value in
      ReferenceFigure(
        name: name, row: rows?.dropFirst(index).first, value: value, unit: unit, formula: formula)
    }
  }

  /// The exercise's other values, row by row.
  private var others: [FigureCriterion.Candidate] {
    func figures(_ value: Value, _ rows: [String]?) -> [FigureCriterion.Candidate] {
      guard let unit = value.unit, let numbers = value.numbers else { return [] }
      return Self.references(Array(numbers.prefix(TextQuestion.rowLimit)), unit, rows).map {
        FigureCriterion.Candidate(reference: $0, values: [$0.value], stated: unit)
      }
    }
    let tables = compiled.tables.map(\.table)
    return compiled.answerKey.answers.flatMap { answer -> [FigureCriterion.Candidate] in
      guard case .column = answer.value else { return figures(answer.value, nil) }
      return figures(
        answer.value, tables.first { $0.rowCount == answer.value.numbers?.count }?.rowNames)
    } + tables.flatMap { table in table.columns.flatMap { figures($0.cells, table.rowNames) } }
  }

  private func quantities(_ formulas: [FigureFormula]) -> QuantityWords {
    let dimensions = Set(formulas.map(\.unit.dimension))
    return QuantityWords(
      text, sentences, names: formulas.map(\.name), synonyms: question.mentionLists.flatMap { $0 },
      others: compiled.answerKey.answers.filter { dimensions.contains($0.unit.dimension) }.map(
        \.spec.name), heads: names.heads, spelling: question.spelling)
  }
}
