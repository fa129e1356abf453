import AnswerKeys
import Exercises
import Formulas

/// What a question that asks for a text says to every reply: made once for all of them.
public final class TextQuestion {
  /// All that the criteria ask for in figures.
  let asked: [FigureFormula]
  /// Lists of terms of each criterion that asks for such; those of one list mean the same.
  let mentionLists: [[[String]]]
  let rowNames: [String]
  /// Rows of tables with their synonyms.
  let rows: [(row: String, synonyms: [String])]
  /// Terms and rows that a number names.
  let numbered: [NumberedNames.Name]
  let spelling: Spelling
  let promptText: TextTokens
  let promptNumbers: Set<Double>
  let prompt: TermSearch
  /// What a reply may be copied from.
  let copied: CopiedRuns

  /// Names of rows that are looked at; a text tells no more apart.
  static let rowLimit = 200

  /// Of a question, made when its first reply is read.
  public static func of(
    _ spec: TextAnswer, _ question: Question, _ compiled: CompiledExercise
  ) -> TextQuestion {
    let kept = compiled.kept("text of \(question.id)") { Self(spec, question, compiled) }
    return kept ?? Self(spec, question, compiled)
  }

  private init(_ spec: TextAnswer, _ question: Question, _ compiled: CompiledExercise) {
    asked = spec.criteria.flatMap { compiled.figures(of: question.id, criterion: $0.id) }
    mentionLists = spec.criteria.compactMap { criterion in
      if case .mentions(let lists) = criterion.kind { lists } else { nil }
    }
    let lists = mentionLists.flatMap { $0 }
    rowNames = compiled.tables.flatMap { ($0.table.rowNames ?? []).prefix(Self.rowLimit) }
    rows = Self.rows(rowNames, lists)
    numbered = (lists.joined() + rowNames).compactMap(NumberedNames.Name.init)
    let (words, stems) = TermSearch.vocabulary(of: lists.flatMap { $0 } + asked.compactMap(\.name))
    spelling = Spelling(words: words, stems: stems)
    promptText = TextTokens(question.prompt, heads: Set(numbered.map(\.head)))
    promptNumbers = Set(promptText.tokens.compactMap { $0.number?.value })
    prompt = TermSearch(promptText, names: NumberedNames(promptText, names: numbered))
    let exercise = compiled.exercise
    copied = CopiedRuns(
      of: [question.prompt, question.title, exercise.introduction, exercise.title] + question.hints)
  }

  /// Words of the exercise that a number after them names something by.
  var heads: Set<String> { Set(numbered.map(\.head)) }

  /// Each row with the synonyms that a list of the criteria gives it.
  private static func rows(
    _ names: [String], _ lists: [[String]]
  ) -> [(row: String, synonyms: [String])] {
    let synonyms = Dictionary(
      lists.flatMap { list in list.map { ($0, list) } }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.map { ($0, synonyms[$0] ?? [$0]) }
  }
}
