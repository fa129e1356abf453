import AnswerKeys
import Quantities

/// A list of terms that mean the same, of which a criterion asks for one, with all that is the same for
/// every text.
struct SoughtList {
  let terms: [String]
  let written: String
  let search: [SearchTerm]
  /// The one row that the terms are of.
  let row: String?
  /// Whether it is a row, or something with a number.
  let isOfThing: Bool
  /// Whether the first term is in the question, or a row of its tables: to name others would give the
  /// answer.
  let isInQuestion: Bool
  /// Figures that are asked for in a unit of their own, of the rows, whose quantity is the first term.
  let figures: [FigureFormula]

  init(_ terms: [String], _ search: SearchTerms, in question: TextQuestion) {
    self.terms = terms
    written = terms.joined(separator: ", ")
    self.search = terms.map { search[$0] }
    row = question.row(named: terms)
    isOfThing = row != nil || terms.first?.contains(where: \.isNumber) == true
    isInQuestion =
      terms.first.map { first in
        question.rows.contains { $0.name == first }
          || !question.prompt.mentions(ofAnyOf: [first]).isEmpty
      } ?? true
    let stems = Set(terms.first.map(QuantityWords.stems) ?? [])
    figures =
      stems.isEmpty
      ? []
      : question.asked.filter { formula in
        formula.unit.dimension != .one && formula.rows != nil
          && stems == Set(formula.name.map(QuantityWords.stems) ?? [])
      }
  }
}
