/// Whether a text names a term to deny it.
///
/// Before it: `no pier`, `without any pier`, `no support or pier`, `kein Pfeiler`, `does not depend on
/// the pier`. After it: `the pier plays no role`, `was not computed`, `can be neglected`. Not so: `no
/// doubt the pier`, `not only the pier`, `it is not the pier that counts`.
extension TextTokens {
  func denies(_ term: Range<Int>) -> Bool {
    // `energy counts, and muscle neither`
    if word(term.upperBound) == "neither" { return true }
    if isWord(term.upperBound, .remaining) { return false }
    let before = isWord(term.lowerBound - 1, .article) ? term.lowerBound - 2 : term.lowerBound - 1
    return isDeniedBefore(term.lowerBound)
      || isDeniedAfter(listEnd(term.upperBound), isNegated: isWord(before, .neither))
  }

  /// Whether a thing is denied to be there or to have been looked at: a bus that is no option is named all
  /// the same.
  func isLeftOut(_ term: Range<Int>) -> Bool {
    guard denies(term) else { return false }
    let around = term.lowerBound - Self.reach..<term.upperBound + Self.reach
    return isAbsent(term) || around.contains { isWord($0, .considering) }
  }

  /// Whether a criterion asks for what was left out, which is told by denying it.
  var asksForOmissions: Bool {
    indices.contains { isWord($0, .omitting) || isWord($0, .leaving) && word($0 + 1) == "out" }
  }

  /// Whether a term is said not to be there: `no friction`, `without any friction`.
  func isAbsent(_ term: Range<Int>) -> Bool {
    let before = (0..<term.lowerBound).suffix(3).last { !isWord($0, [.article, .any]) }
    return before.map { isWord($0, [.negation, .neither]) } ?? false
  }

  /// Where a list ends that a term begins: `farming, roasting and packaging are not relevant`.
  private func listEnd(_ end: Int) -> Int {
    var place = end
    while isSign(place, ","), word(place + 1) != nil, kinds(place + 1).isEmpty { place += 2 }
    guard place > end, isWord(place, .joint), word(place + 1) != nil, kinds(place + 1).isEmpty
    else {
      return end
    }
    return place + 2
  }

  private func kinds(_ place: Int) -> WordKinds { at(place)?.kinds ?? [] }

  /// Words before a term that are looked at.
  private static let reach = 9

  private func isDeniedBefore(_ start: Int) -> Bool {
    var between: [Int] = []
    var isOfMatter = false
    for place in (max(0, start - Self.reach)..<start).reversed() {
      if isSign(place, "-/'") { continue }
      guard word(place) != nil else { return false }
      // `no doubt the pier`, but `no question of the pier`
      if isWord(place, .absorbing) {
        // `no reason to mistrust the speed`, `no problem with the wind`
        guard isWord(place + 1, [.genitive, .span, .having]) else { return false }
        isOfMatter = true
        continue
      }
      if isWord(place, .negation) {
        // `without a subsidy it would be more`, `no oxygen left`
        let isSupposed = (start..<start + 8).contains {
          isWord($0, [.hypothetical, .perhapsHypothetical])
        }
        if isSupposed && isWord(place, .without) { return false }
        if isOfMatter { return true }
        // `no pier`, `no air resistance`, `no need for a pier`
        if ["use", "point"].contains(word(place + 1)) { return true }
        let said = between.filter { !isWord($0, [.article, .joint, .any, .together]) }
        let isOfNeed = said.last.map { isWord($0, .involving) } ?? false
        // `no link with blood pressure`
        if said.last.map({ isWord($0, .influence) }) == true {
          return !said.contains { isWord($0, [.being, .verb]) }
        }
        // `No energy is lost as heat`
        let isSubject =
          isWord(place + 2, .being) && !isWord(place + 1, .grammar) && startsClause(place)
        if isSubject, said.contains(place + 2) { return true }
        // `no wheelchairs or old people`
        let isList = between.contains { isWord($0, .joint) && !isWord($0, .preposition) }
        return said.count { !isWord($0, [.preposition, .involving]) } <= (isList ? 3 : 1)
          && (isOfNeed || !said.contains { isWord($0, [.preposition, .being, .having, .verb]) })
      }
      if isWord(place, .not) {
        // `I wouldn't bother with it`
        if isWord(place, .hypothetical) || isWord(place - 1, .hypothetical) { return true }
        guard let first = between.last else { return word(start)?.hasSuffix("er") == true }
        // `does not get darker`
        let isBecoming =
          word(start)?.hasSuffix("er") == true
          && between.allSatisfy { isWord($0, .becoming) }
        // `We did not do lead`
        let isDone = between.count == 1 && isWord(first, .acting)
        // `were not chosen at random`
        let isPassive =
          between.count == 2 && isWord(between[0], .preposition) && kinds(first).isEmpty
          && isWord(place - 1, .being)
        return isBecoming || isDone || isPassive || isOfMatter
          || isWord(first, [.preposition, .indefinite])
          || between.contains { isWord($0, [.involving, .influence, .any]) }
      }
      // `a morning says nothing about the night` speaks of it.
      if isWord(place, .nothing) { return !isWord(place + 1, .hedge) }
      // `and neither do wind or dust`
      if isWord(place, .neither), isWord(place + 1, [.acting, .any]) { return true }
      // `is neither safe nor cheap`
      if isWord(place, .neither), between.allSatisfy({ isWord($0, [.comparative, .article]) }),
        isPredicate(place)
      {
        return true
      }
      if isWord(place, .clause), !isWord(place, .joint) { return false }
      between.append(place)
    }
    return false
  }

  private func startsClause(_ place: Int) -> Bool {
    at(place - 1) == nil || word(place - 1) == nil || isWord(place - 1, .clause)
  }

  /// Whether a term stands in a clause that gives a reason.
  private func isReason(_ end: Int) -> Bool {
    let clause = (0..<end).suffix(2 * Self.reach).reversed().prefix { word($0) != nil }
    return clause.first { isWord($0, .clause) }.map { isWord($0, .causal) } ?? false
  }

  /// Whether `neither`, or the one that `nor` goes on from, stands behind `is` or `has`.
  private func isPredicate(_ neither: Int) -> Bool {
    let first = (max(0, neither - Self.reach)...neither).first { isWord($0, .neither) }
    return first.map { isWord($0 - 1, [.being, .having, .verb, .involving]) } ?? false
  }

  private func isDeniedAfter(_ end: Int, isNegated: Bool) -> Bool {
    let isListed = isNegated
    var isNegated = isNegated
    for place in end..<end + (isListed ? 2 : 1) * Self.reach {
      guard word(place) != nil, !isWord(place, .clause) || place == end && isWord(place, .joint),
        !isWord(place, .absorbing) || isNegated || word(place) == "matter"
      else { return false }
      if isWord(place, .negligible) { return !isNegated }
      // `because the loss was not considered` tells it as a reason.
      if isNegated, !isListed, isWord(place, .considering), isReason(end) { return false }
      let isNothing = isWord(place, .involving) || isWord(place, .influence) && !isListed
      // `neither the ascent nor the distance makes it hard`
      if isListed, isWord(place, .acting), !isWord(place, [.being, .having, .function]) {
        return true
      }
      // `neither the door nor the walls lose any heat`, `windows don't pay either`
      // `cement does not make it stronger`
      if isNegated, word(place) == "either" || isWord(place, .comparative) { return true }
      if isNegated, isNothing || isWord(place, .any) || word(place) == "matter" { return true }
      // `has nothing to do with it`, `luggage I have none`, `trees do nothing`
      if isWord(place, .nothing) {
        return word(place) == "none" || word(place + 2) == "do" || isWord(place - 1, .acting)
      }
      if isWord(place, [.not, .negation]) {
        // `Clay I did not evaluate`
        if word(place + 1) == "either" || isWord(end, .pronoun) && !isWord(end, .subject) {
          return true
        }
        isNegated = true
      } else if isListed || place < end + 4,
        kinds(place).isEmpty || isWord(place, [.belonging, .common])
      {
        // `the price of gas does not matter`, `neither rent nor wages can be changed`
      } else if isListed && isWord(place, [.neither, .joint])
        || place == end && isWord(place, .joint)
          && !isWord(place + 1, WordKinds.grammar.subtracting(.article))
      {
        // `safety and speed play no role`
      } else if !isWord(
        place,
        [.being, .having, .modal, .function, .verb, .article, .hedge, .pronoun, .acting, .modifier]),
        !isNegated
      {
        return false
      }
    }
    return false
  }
}
