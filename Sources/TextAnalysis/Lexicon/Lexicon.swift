/// The words that the room knows, each entered once with all that it does. None is of a subject:
/// what an exercise is about comes with the exercise.
enum Lexicon {
  static func kinds(of word: String) -> WordKinds { words[word] ?? [] }

  /// Each word with its kinds.
  private static let words = entries.reduce(into: [String: WordKinds]()) { words, entry in
    for word in entry.words.split(separator: " ") {
      words[String(word), default: []].formUnion(entry.kinds)
    }
  }

  /// Accents are left out, as in a folded text.
  static let entries: [(kinds: WordKinds, words: String)] = [
    // How a figure is meant.
    (.hedge, "almost approximately around circa close environ estimated etwa nearly roughly rund"),
    ([.hedge, .abbreviation], "approx ca"),
    ([.hedge, .preposition], "about"),
    ([.hedge, .pronoun], "some"),
    (.focus, "exactly just only slightly"),
    (.bound, "beyond exceeding exceeds least most under up"),
    ([.bound, .opposition], "above below"),
    ([.bound, .versus], "than"),
    ([.bound, .preposition, .oblique], "over"),

    // By how much something differs.
    (.comparative, "bigger cheaper cleaner colder deeper faster fewer greater heavier higher"),
    (.comparative, "hotter larger lighter longer shorter slower smaller taller warmer wider worse"),
    ([.comparative, .function], "less more"),
    ([.comparative, .selecting], "lower"),
    ([.comparative, .selecting, .common], "better"),
    ([.additional, .beforeDifference], "additional extra further"),
    (.difference, "difference differences gain gap increase reduction savings times"),
    ([.difference, .beforeDifference], "saving"),
    (.change, "double doubles half halves increases ratio reduces triple"),
    (.beforeDifference, "minus plus save twice"),
    ([.beforeDifference, .verb], "saves"),
    ([.beforeDifference, .preposition, .belonging, .beforeYear], "by"),

    // What is set against what.
    ([.versus, .preposition], "against"),
    ([.versus, .joint], "versus"),
    ([.versus, .joint, .abbreviation], "vs"),
    (.versus, "compared"),
    (.instead, "instead rather"),
    ([.instead, .oblique], "not"),
    (.opposition, "beats"),
    ([.opposition, .contrast], "unlike"),
    ([.oblique, .common], "like"),
    ([.contrast, .clause], "whereas while"),
    (.collective, "all others rest"),
    ([.collective, .selecting], "other"),
    ([.collective, .statistic], "average"),
    ([.collective, .together], "both"),
    ([.collective, .distributive, .selecting], "each every"),
    (.distributive, "apiece"),

    // What joins words.
    ([.coordinating, .clause, .joint], "and"),
    ([.coordinating, .clause], "but"),
    ([.coordinating, .joint], "or"),
    (.clause, "so"),
    ([.clause, .beforeYear], "since"),
    ([.together, .preposition, .ranking], "as"),
    ([.together, .common], "well"),
    ([.joint, .span, .preposition, .oblique, .beforeYear], "to"),
    ([.joint, .span, .preposition], "through"),
    ([.preposition, .belonging], "for"),
    ([.preposition, .belonging, .oblique], "of"),
    ([.preposition, .belonging, .beforeYear], "in"),
    ([.preposition, .oblique, .beforeYear], "from"),
    ([.preposition, .having], "at with"),
    (.preposition, "on"),
    ([.function, .beforeYear], "during until"),
    (.per, "par per pro"),

    // What things are and do.
    (.being, "are be is was were"),
    ([.having, .verb], "has"),
    (.having, "have having"),
    ([.function, .verb], "would"),
    (.verb, "causes consumes costs gets gives lasts lies lives needs produces reaches scores"),
    (.verb, "stands suffices takes uses wins"),
    ([.verb, .ranking], "comes"),
    (.ranking, "ranks"),

    // What stands before things.
    (.article, "the"),
    ([.article, .indefinite], "a an"),
    (.pronoun, "he her him his i it its me my our that their them they this us we you your"),
    (.selecting, "another bottom first latter second upper"),
    ([.selecting, .function], "last next"),
    ([.selecting, .numbered], "top"),
    (.negation, "aucun aucune kein keine keinem keinen keiner keines"),
    ([.negation, .numberSign, .numbered, .abbreviation], "no"),
    (.numbered, "article chapter criterion equation exercise generation group item level line"),
    (.numbered, "option page part phase point principle row scenario scope section series step"),
    (.numbered, "table tier version"),
    ([.numbered, .common], "answer case figure question sentence"),
    ([.numbered, .abbreviation], "fig"),
    ([.numbered, .numberSign, .abbreviation], "nr"),
    (.numberSign, "n"),
    (.ordinalEnding, "nd rd th"),
    ([.ordinalEnding, .plain, .abbreviation], "st"),

    // Words without a subject.
    (.function, "after again also always am among any because been before being between can could"),
    (.function, "did do does down either else even go had hence here however if into many may"),
    (.function, "much must never often once one should such then there therefore these those"),
    (.function, "together thus upon very what when where whether which will within without yes"),
    (.function, "cela das donc faut fait les sind soit une"),
    ([.function, .abbreviation], "est"),
    (.common, "best compare describe example explain following give given good high kind know"),
    (.common, "long make name need quote really reason same show still take thing think time unit"),
    (.common, "want whole word"),
    ([.common, .beforeYear], "year"),
    ([.common, .plural], "people"),
    (.statistic, "total value values"),
    ([.statistic, .numbered, .numberSign], "number"),
    (.result, "altogether amount calculated calculation came come computed cost equal found gave"),
    (.result, "get got needed obtain obtained required result says solution sum took use used"),

    // How words are written and used.
    (.plain, "bar far foot lot mine off pm rad turn x"),
    (.abbreviation, "al appr avg cf co dr eg excl figs ie incl max min mr mrs prof ref resp"),
    (.abbreviation, "tab viz"),
    ([.equivalent, .abbreviation], "eq equiv"),
    (.equivalent, "e equivalent equivalents"),
    (.mass, "electricity energy food fuel heat heating waste water"),
    ([.percent, .abbreviation], "pp"),
    (.percent, "pct percent percentage percents pourcent prozent"),
    (.degree, "deg degre degree degrees degres grad"),
    (.month, "month months"),
  ]
}
