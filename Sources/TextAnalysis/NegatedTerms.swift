/// Terms that a text names to deny them: "no embodied emissions", "pas de rebond", "kein Rückprall".
///
/// Only what stands right before a term denies it: "not only" and "it is not the energy that counts"
/// do not.
enum NegatedTerms {
  /// Words, folded, of which the last stands right before the term.
  private static let signs: [[String]] = [
    ["no"], ["not", "any"], ["without", "any"], ["aucun"], ["aucune"],
    ["pas", "de"], ["pas", "d"], ["kein"], ["keine"], ["keinen"], ["keiner"], ["keinem"],
    ["keines"],
  ]

  static func denies(_ term: Range<Int>, in text: TextTokens) -> Bool {
    signs.contains { sign in
      // `pas d'énergie`, with the apostrophe as a token of its own.
      let isElided = sign.last == "d" && text.at(term.lowerBound - 1)?.sign == "'"
      let start = term.lowerBound - sign.count - (isElided ? 1 : 0)
      return sign.enumerated().allSatisfy { offset, word in text.word(start + offset) == word }
    }
  }
}
