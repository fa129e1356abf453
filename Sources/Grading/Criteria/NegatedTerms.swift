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
      sign.enumerated().allSatisfy { offset, word in
        text.word(term.lowerBound - sign.count + offset) == word
      } || isElided(sign, before: term.lowerBound, in: text)
    }
  }

  /// `pas d'énergie`, with the apostrophe as a sign of its own.
  private static func isElided(_ sign: [String], before place: Int, in text: TextTokens) -> Bool {
    sign.last == "d" && text.at(place - 1)?.sign == "'"
      && sign.enumerated().allSatisfy { offset, word in
        text.word(place - 1 - sign.count + offset) == word
      }
  }
}
