import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Quantities

/// What a question that asks for a text says to every reply: made once for all of them.
public final class TextQuestion {
  let id: String
  /// All that the criteria ask for in figures.
  let asked: [FigureFormula]
  /// Whether each figure that a criterion asks for is by how much something differs, by its name.
  let isDifference: [String: [Bool]]
  /// Criteria that ask for what was left out, which is told by denying it.
  let omissions: Set<String>
  /// What rows and each criterion's own words are told by, so that they tell no other quantity.
  let commonStems: [String: Set<String>]
  /// Lists of terms of each criterion that asks for such; those of one list mean the same.
  let mentionLists: [[[String]]]
  let rowNames: [String]
  let rows: [RowNames.Row]
  private let rowsByTerm: [String: Set<String>]
  /// Terms and rows that a number names.
  let knownNames: KnownNames
  let families: FamilyNames.Families
  /// What is asked of the rows, as what these do.
  let verbs: VerbsOfThings
  let spelling: Spelling
  /// What is found out of the words of replies.
  let vocabulary = Vocabulary()
  /// All that is looked for.
  let terms: SearchTerms
  /// By criterion, the lists of terms that it asks for.
  private(set) var sought: [String: [SoughtList]] = [:]
  /// Names of all that is asked for; nil where something has none.
  let allQuantities: QuantityNames?
  /// By criterion, once it was asked for.
  var askedBy: [String: Asked] = [:]
  /// Units of the exercise.
  private(set) lazy var units = unitVocabulary(system)
  private let system: UnitSystem
  let promptText: TextTokens
  /// All that the question says of what it asks for.
  let wording: TextTokens
  let prompt: TermSearch
  /// Whether it asks what would be.
  let supposes: Bool
  /// Words of the exercise in the singular, names left out.
  private let words: Set<String>
  private let beginnings: Set<String>
  /// Words of the exercise as they are, in small letters.
  private let properNouns: Set<String>
  /// The exercise's other values, row by row, and what parts of the model answers' formulas come to.
  let others: [Candidate]
  /// Stems of words of the question, of what its criteria ask for and of the rows.
  private let subject: Set<String>
  /// Corrects slips towards them: `lable`.
  private let subjectSpelling: Spelling
  private var areOfSubject = WordMemory<Bool>()
  var hasSubject: Bool { !subject.isEmpty }
  /// What a reply may be copied from.
  let copied: CopiedRuns
  /// Numbers that the exercise gives, with their units, in the student's reach.
  let given: [TextFigure]
  /// What of these is of a unit's kind, in it.
  var othersByUnit: [Unit: [Double]] = [:]

  /// Of a question, made when its first reply is read.
  public static func of(
    _ spec: TextAnswer, _ question: Question, _ compiled: CompiledExercise
  ) -> TextQuestion {
    let kept = compiled.kept("text of \(question.id)") { Self(spec, question, compiled) }
    return kept ?? Self(spec, question, compiled)
  }

  private init(_ spec: TextAnswer, _ question: Question, _ compiled: CompiledExercise) {
    id = question.id
    asked = spec.criteria.flatMap { compiled.figures(of: question.id, criterion: $0.id) }
    isDifference = spec.criteria.reduce(into: [:]) { known, criterion in
      known[criterion.id] = compiled.figures(of: question.id, criterion: criterion.id).map {
        $0.isDifference(compiled)
      }
    }
    omissions = Set(
      spec.criteria.filter { TextTokens($0.asks ?? "").asksForOmissions }.map(\.id))
    mentionLists = spec.criteria.map(\.lists).filter { !$0.isEmpty }
    let lists = mentionLists.flatMap { $0 }
    let exercise = compiled.exercise
    let background = [exercise.introduction, exercise.title] + exercise.questions.map(\.prompt)
    rowNames = compiled.tables.flatMap { ($0.table.rowNames ?? []).prefix(RowNames.limit) }
    let rowStems = Set(rowNames.flatMap(QuantityWords.stems))
    commonStems = spec.criteria.reduce(into: [:]) { stems, criterion in
      stems[criterion.id] = rowStems.union(criterion.asks.map(QuantityWords.stems) ?? [])
    }
    words = Self.words(of: background, without: rowNames)
    properNouns = Set(
      background.joined(separator: " ").split { !$0.isLetter }.map { $0.lowercased() })
    beginnings = Set(words.filter { $0.count >= 7 }.map { String($0.prefix(7)) })
    // What other questions call the rows serves here too.
    let otherLists = exercise.questions.filter { $0.id != question.id }.flatMap {
      other -> [[String]] in
      if case .text(let text) = other.body { return text.criteria.flatMap(\.lists) }
      return []
    }
    rows = RowNames(rowNames, lists: lists + otherLists, used: words).rows
    rowsByTerm = rows.reduce(into: [:]) { names, row in
      for term in row.terms { names[term, default: []].insert(row.name) }
    }
    knownNames = KnownNames((lists.joined() + rowNames).compactMap { NumberedNames.Name($0) })
    families = FamilyNames.Families(rowNames + lists.compactMap(\.first))
    let named = asked.compactMap(\.name)
    verbs = VerbsOfThings(quantities: named)
    let (vocabulary, stems) = TermSearch.vocabulary(
      of: lists.flatMap { $0 } + asked.compactMap(\.name) + rowNames)
    spelling = Spelling(words: vocabulary, stems: stems)
    let heads = knownNames.heads
    let sought = Array(lists.joined()) + rows.flatMap(\.terms)
    terms = SearchTerms(sought, spelling: spelling)
    allQuantities =
      named.count == asked.count
      ? QuantityNames(names: named, heads: heads, spelling: spelling) : nil
    promptText = TextTokens(question.prompt, heads: heads)
    prompt = TermSearch(
      promptText, names: NumberedNames(promptText, names: knownNames), terms: SearchTerms(sought))
    supposes = promptText.indices.contains { [promptText] in
      promptText.isWord($0, [.hypothetical, .modal])
    }
    let asks =
      [question.title, question.prompt] + spec.criteria.compactMap(\.asks)
      + asked.compactMap(\.name)
    wording = TextTokens(asks.joined(separator: ". "))
    subject =
      SubjectWords(
        text: TextTokens((asks + lists.joined() + rowNames).joined(separator: ". ")),
        units: UnitVocabulary(compiled.units)
      ).words
    subjectSpelling = Spelling(words: subject, stems: [])
    others = Self.values(of: compiled)
    copied = CopiedRuns(
      of: [question.prompt, question.title, exercise.introduction, exercise.title] + question.hints)
    system = compiled.units
    let units = UnitVocabulary(system, synonyms: lists, heads: heads)
    given = background.flatMap { source in
      let text = TextTokens(source, heads: heads)
      return FigureReader(text, names: NumberedNames(text, names: KnownNames()), units: units)
        .figures()
    }
    self.sought = spec.criteria.reduce(into: [:]) { sought, criterion in
      guard !criterion.lists.isEmpty else { return }
      sought[criterion.id] = criterion.lists.map { SoughtList($0, terms, in: self) }
    }
  }

  /// Words for units, with those that the question asks for.
  func unitVocabulary(_ system: UnitSystem) -> UnitVocabulary {
    UnitVocabulary(
      system, synonyms: mentionLists.flatMap { $0 }, heads: heads,
      wanted: asked.flatMap { [$0.unit, $0.stated] }, prompt: wording)
  }

  /// Whether a word is one of the question's subject, or a slip away from one.
  func isOfSubject(_ word: Word) -> Bool {
    areOfSubject.of(word) {
      subject.contains(word.stem) || subject.contains(subjectSpelling.corrected(word.stem))
    }
  }

  /// The one row that terms are of.
  func row(named terms: [String]) -> String? {
    let own = terms.reduce(into: Set<String>()) { $0.formUnion(rowsByTerm[$1] ?? []) }
    return own.count == 1 ? own.first : nil
  }

  /// Whether the exercise uses a word, or one that begins as it does, as in another language.
  func isWord(_ word: String) -> Bool {
    let singular = word.singular
    return words.contains(singular) || beginnings.contains(String(singular.prefix(7)))
  }

  /// Whether the exercise has a word at all.
  func knows(_ word: String) -> Bool { properNouns.contains(word) || isWord(word) }

  /// Words of the exercise that a number after them names something by.
  var heads: Set<String> { knownNames.heads }

  /// Words of some texts that stand in small letters, in the singular, names left out.
  private static func words(of texts: [String], without names: [String]) -> Set<String> {
    var words: Set<String> = []
    for text in texts {
      let bare = names.reduce(text) { text, name in
        [name, name.lowercased()].reduce(text) {
          !$1.utf8.allSatisfy { $0 < 128 } || $0.holds(bytesOf: $1)
            ? $0.replacing($1, with: " ") : $0
        }
      }
      words.formUnion(
        TextTokens(bare).tokens.compactMap { $0.isCapitalised ? nil : $0.word?.singular })
    }
    return words
  }
}

extension TextAnswer.Criterion {
  /// Lists of terms, if it asks for such.
  fileprivate var lists: [[String]] {
    if case .mentions(let lists) = kind { lists } else { [] }
  }
}
