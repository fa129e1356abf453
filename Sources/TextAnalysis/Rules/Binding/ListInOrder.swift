/// Lists of as many figures as the sentence or one of the two before names rows, most of which agree
/// in that order, or of which the text says so: `Flat, Farm and Villa take 1.96, 5.6 and 3.66 MWh`.
/// What is compared with has to be known, so that this is no rule of the binder's.
struct ListInOrder {
  static let rule = "list in order"

  /// The rows that figures are said of, by their first tokens.
  private(set) var rows: [Int: RowBinding] = [:]

  init(_ scene: FigureScene) {
    guard scene.isAboutRows else { return }
    for sentence in scene.reading.sentences.ranges.indices {
      let figures = scene.binder.figures(inSentence: sentence).filter {
        $0.kind.unit != nil && !$0.marked([.difference, .setAside, .ratio])
      }
      for list in Dictionary(grouping: figures, by: { $0.kind.unit?.dimension }).values
      where list.count > 2 {
        for above in 0...2 { bind(list, sentence, above, scene) }
      }
    }
  }

  private mutating func bind(
    _ list: [TextFigure], _ sentence: Int, _ above: Int, _ scene: FigureScene
  ) {
    let named = scene.binder.rows.rows(inSentence: sentence - above)
    let own = scene.binder.rows.places(inSentence: sentence).map { scene.binder.mentions[$0] }
    guard named.count == list.count, above == 0 || own.isEmpty,
      // All figures stand after all names, and none is plainly said of a row.
      own.allSatisfy({ $0.tokens.lowerBound < list[0].tokens.lowerBound }),
      list.allSatisfy({ scene.binder.binding(of: $0) == nil && rows[$0.tokens.lowerBound] == nil })
    else { return }
    let asked = scene.candidates.filter { candidate in
      candidate.row != nil && list.allSatisfy { !candidate.values(for: $0.kind).isEmpty }
    }
    guard Set(asked.map(\.quantity)).count == 1 else { return }
    let hits = zip(named, list).count { row, figure in
      asked.contains { $0.row == row && $0.agrees(figure, as: figure.kind) }
    }
    let text = scene.text
    let isStated = scene.tokens(ofSentence: sentence).contains {
      text.isWord($0, [.inOrder, .order])
    }
    guard hits * 2 > list.count || isStated && hits > 0 else { return }
    for (row, figure) in zip(named, list) {
      rows[figure.tokens.lowerBound] = RowBinding(
        row: row, isTight: true, isInOrder: true, rule: Self.rule)
    }
  }
}
