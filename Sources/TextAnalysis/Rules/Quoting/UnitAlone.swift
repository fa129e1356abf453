extension QuoteRule {
  /// No other value that is asked for has a unit of the figure's kind, shares and counts aside: `12.5
  /// years`, in a text on the question's subject or on none.
  static let unitAlone = QuoteRule(name: "unit of one value alone") {
    scene, figure, form, place, _ in
    guard !form.isShare,
      scene.reading.isOnSubject || scene.isPlain(figure) || scene.hasManyAgreements
    else { return false }
    let row = scene.candidates[place].row
    let sentence = scene.sentence(of: figure)
    return row.map { scene.binder.rows.namesOther(than: $0, inSentence: sentence) } != true
      && scene.candidates.indices.allSatisfy {
        $0 == place || scene.candidates[$0].values(for: form).isEmpty
      }
  }
}
