extension BindingRule {
  /// The last name before a figure, if it is the only one of its clause and the figure is said of
  /// it: `the Flat takes about 5 kWh`, `Flat (5 kWh)`, `Flat: 5 kWh`. Not so: `better than the Flat,
  /// with 5 kWh`, `the Flat, while all others take 5 kWh`, `the Flat (5 kWh against 9 kWh)`.
  static let nameBefore = BindingRule(name: "name before it") { binder, figure in
    let text = binder.text
    guard let place = binder.nameBefore(figure) else { return .silent }
    let mention = binder.mentions[place]
    let gap = mention.tokens.upperBound..<figure.tokens.lowerBound
    guard gap.count <= 25 else { return .open }
    let isPartedFromName =
      gap.contains { text.isSign($0, ";") || text.isWord($0, [.versus, .contrast, .collective]) }
      || figure.rivals.contains {
        gap.contains($0.lowerBound) && $0.upperBound <= gap.upperBound
      }
    if isPartedFromName || binder.hasOwnSubject(gap) { return .open }
    // `5 kWh by the Flat, 9 kWh by the Farm`: the name is that of the figure before it.
    if text.isSign(figure.tokens.lowerBound - 1, ","),
      let last = figure.rivals.last(where: { $0.upperBound <= mention.tokens.lowerBound }),
      mention.tokens.lowerBound - last.upperBound < 4, binder.nameAfter(last, figure) != nil
    {
      return .open
    }
    // Words that say nothing.
    let isTight = gap.allSatisfy {
      text.word($0) == nil || text.isWord($0, [.hedge, .focus, .being, .having])
    }
    let bracket = binder.brackets.opened(at: gap.lowerBound)
    let inBrackets =
      text.isSign(gap.lowerBound, "(") && bracket?.contains(figure.tokens.lowerBound) != false
    let isCompared = binder.isAfter([.versus, .opposition, .oblique], mention)
    // `than the second (198 t instead of 294 t)`
    let holdsTwo = figure.rivals.count { (bracket ?? 0..<0).contains($0.lowerBound) } > 1
    if inBrackets, isCompared, holdsTwo { return .open }
    if binder.isWeighed(figure) || binder.isSubject(figure) { return .open }
    if binder.isAfter([.versus, .opposition], mention) { return .open }
    let isAlone = figure.names.allSatisfy { binder.mentions[$0].row == mention.row }
    // `the emissions of the Flat are 72 t`
    let mayBeOfOther = isCompared && (!isTight || inBrackets)
    if !isAlone, mayBeOfOther || binder.isJoined(figure.tokens, to: figure.alike) { return .open }
    if !inBrackets, mayBeOfOther || binder.clauseHasOther(place, figure) { return .open }
    return .row(RowBinding(row: mention.row, isTight: isTight))
  }
}

extension RowBinder {
  /// The place of the last name before a figure that is not shut away in brackets.
  func nameBefore(_ figure: Figure) -> Int? {
    figure.names.last {
      mentions[$0].tokens.upperBound <= figure.tokens.lowerBound
        && !isPast(mentions[$0], at: figure.tokens.lowerBound)
    }
  }

  /// Whether something else is spoken of after a comma: `the Flat is small, a good one takes 50 kWh`.
  fileprivate func hasOwnSubject(_ gap: Range<Int>) -> Bool {
    guard let comma = gap.last(where: { text.isSign($0, ",") }) else { return false }
    let clause = comma + 1..<gap.upperBound
    guard let verb = clause.first(where: { text.isWord($0, [.being, .verb, .having]) }),
      verb > comma + 1
    else { return false }
    // `, and it takes`, `, which takes`
    return (comma + 1..<verb).contains {
      text[$0].kinds.isEmpty || text.isWord($0, [.indefinite, .common]) || text.word($0) == "one"
    } && !text.isWord(comma + 1, [.subject, .coordinating])
  }

  /// Whether a name stands in brackets that say more than the name and end before a place: what
  /// comes after `(model 2: 294 t)` is said of another.
  private func isPast(_ mention: RowMentions.Mention, at place: Int) -> Bool {
    guard let bracket = brackets.innermost(around: mention.tokens), bracket.upperBound <= place
    else { return false }
    return bracket.lowerBound + 1 < mention.tokens.lowerBound
      || mention.tokens.upperBound + 1 < bracket.upperBound
  }

  /// Whether a figure is set against another of its kind that no name follows: whose each of the
  /// two is stays open, as in `its accuracy is higher (81.0 % against 78.4 %)`.
  func isWeighed(_ figure: Figure) -> Bool {
    figure.rivals.contains { other in
      let gap = text.gap(figure.tokens, other)
      guard other != figure.tokens, gap.count <= 3, !isNamed(in: gap, figure) else { return false }
      let last = figure.tokens.lowerBound < other.lowerBound ? other : figure.tokens
      return gap.contains { text.isWord($0, [.versus, .instead]) || text.isSign($0, "<>") }
        && nameAfter(last, figure) == nil
    }
  }

  /// Whether a clause begins with the figure: `and 78.4 % accuracy is enough`.
  fileprivate func isSubject(_ figure: Figure) -> Bool {
    let (start, end) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    let begins = text.isSign(start - 1, ",") || text.isWord(start - 1, .clause)
    let next = (end..<end + 2).prefix { text.word($0) != nil }
    return begins && next.contains { text.isWord($0, .being) || text.word($0) == "suffices" }
  }

  /// Whether one of the few words before a name is of some kind: `better than the Flat`.
  fileprivate func isAfter(_ kinds: WordKinds, _ mention: RowMentions.Mention) -> Bool {
    (0..<mention.tokens.lowerBound).suffix(4).reversed().prefix { text.word($0) != nil }
      .contains { text.isWord($0, kinds) }
  }

  /// Whether another row is named before this one since the clause began.
  fileprivate func clauseHasOther(_ place: Int, _ figure: Figure) -> Bool {
    guard
      let before = figure.names.last(where: {
        $0 < place && mentions[$0].row != mentions[place].row
      })
    else { return false }
    return !text.gap(mentions[before].tokens, mentions[place].tokens).contains {
      text.isSign($0, ",;:)") || text.isWord($0, .clause)
    }
  }
}
