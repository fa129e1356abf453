/// What the quantities that are asked for are told by, made of their names once for all texts.
final class QuantityNames {
  /// What a word says.
  struct Telling {
    /// Formulas that it is the symbol of.
    var symbolOf: Set<Int>?
    /// Formulas whose quantity it tells.
    var formulas: Set<Int>?
    /// Whether it is of another quantity of the same kind.
    var isOfOther = false
  }

  /// What the quantity of each formula is told by, by the formula's place.
  let stems: [Int: Set<String>]
  let allStems: Set<String>
  /// How many words each name is told by.
  let nameLengths: [Int]
  /// What the word of each name is told by that the others qualify: the level of a level behind the
  /// barrier.
  let heads: [Int: String]
  /// Names that are a symbol, such as `g`, by how they are written.
  let symbols: [String: Set<Int>]
  /// Formulas that give a total.
  let totals: Set<Int>
  /// Formulas by what tells them.
  private let byStem: [String: Set<Int>]
  /// What tells other quantities of the same kind.
  private let different: Set<String>
  private let spelling: Spelling
  private var known = WordMemory<Telling>()

  /// - Parameters:
  ///   - names: what each formula gives, by its place.
  ///   - synonyms: lists of terms that mean the same.
  ///   - others: names of other quantities of the same kind.
  ///   - heads: words that the names of rows share, which tell no quantity.
  ///   - common: what tells no other quantity, as words of the rows and of what is asked for.
  ///   - spelling: corrects slips towards the names.
  init(
    names: [String?], synonyms: [[String]] = [], others: [String] = [], heads: Set<String>,
    common: Set<String> = [], spelling: Spelling
  ) {
    self.spelling = spelling
    let headStems = Set(heads.compactMap(QuantityWords.stem))
    let lists = synonyms.map { Set($0.flatMap(QuantityWords.stems)) }
    let ownStems = names.map { Set($0.map(QuantityWords.stems) ?? []) }
    nameLengths = ownStems.map(\.count)
    stems = Dictionary(
      uniqueKeysWithValues: ownStems.enumerated().map { formula, stems in
        let own = stems.subtracting(headStems)
        let alike = lists.filter { !$0.isDisjoint(with: own) }
        return (formula, alike.reduce(own) { $0.union($1) })
      })
    self.heads = names.enumerated().reduce(into: [:]) { heads, entry in
      heads[entry.offset] = entry.element.flatMap(QuantityWords.head)
    }
    allStems = stems.values.reduce(into: []) { $0.formUnion($1) }
    totals = Set(names.indices.filter { names[$0]?.contains("total") == true })
    symbols = names.enumerated().reduce(into: [:]) { symbols, entry in
      guard let name = entry.element else { return }
      // `g`, and the U of `U-value`
      let capital = name.count > 3 ? name.split { !$0.isLetter }.first { $0.count == 1 } : nil
      let symbol = capital.map { String($0) } ?? name
      guard symbol.count <= 3, !symbol.contains(" "), capital?.first?.isUppercase != false else {
        return
      }
      symbols[symbol, default: []].insert(entry.offset)
    }
    var byStem = stems.reduce(into: [String: Set<Int>]()) { formulas, entry in
      for stem in entry.value { formulas[stem, default: []].insert(entry.key) }
    }
    for (formula, name) in names.enumerated() {
      for verb in name.map(QuantityWords.verbs) ?? [] { byStem[verb, default: []].insert(formula) }
    }
    self.byStem = byStem
    different = Set(others.flatMap(QuantityWords.stems)).subtracting(allStems)
      .subtracting(common)
  }

  /// What a word of a text says.
  func telling(_ word: Word) -> Telling {
    known.of(word) {
      var telling = Telling(symbolOf: symbols[word.spelling])
      let meant = spelling.corrected(word.singular)
      guard let stem = byStem[meant] != nil ? meant : QuantityWords.stem(meant) else {
        return telling
      }
      telling.isOfOther = different.contains(stem)
      telling.formulas = byStem[stem]
      return telling
    }
  }

  /// Whether a word is one of a quantity's.
  func isName(_ word: String) -> Bool {
    allStems.contains(QuantityWords.stem(word.singular) ?? word)
  }
}
