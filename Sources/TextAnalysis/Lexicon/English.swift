extension Language {
  static let english = Language(
    kinds: [
      // How a figure is meant.
      (.hedge, "almost approximately around circa close estimated nearly roughly"),
      ([.hedge, .abbreviation], "approx ca"),
      ([.hedge, .preposition], "about"),
      ([.hedge, .pronoun], "some"),
      (.focus, "even exactly slightly"),
      ([.focus, .absorbing], "just only"),
      (.bound, "beyond exceed exceeding exceeds least most up"),
      ([.bound, .opposition, .comparative], "above below"),
      ([.bound, .comparative], "under"),
      ([.bound, .versus], "than"),
      ([.bound, .preposition, .oblique], "over"),

      // By how much something differs.
      (.comparative, "bigger cheaper cleaner colder dearer deeper faster fewer greater heavier"),
      (
        .comparative, "higher hotter larger lighter missing shorter slower smaller stiffer stronger"
      ),
      (.comparative, "taller thicker thinner warmer weaker wider worse"),
      ([.comparative, .absorbing], "longer"),
      ([.comparative, .plain], "off short"),
      ([.comparative, .function, .absorbing], "less more"),
      ([.comparative, .selecting], "lower"),
      ([.comparative, .selecting, .common], "better"),
      ([.comparative, .beforeDifference], "additional extra further"),
      (
        .difference,
        "decrease deficit deviation difference differences discrepancy drop error excess"
      ),
      (.difference, "gain gap growth increase loss reduction rise savings surplus"),
      ([.difference, .beforeDifference], "saving"),
      (.change, "double doubles half halves increases ratio reduces triple"),
      (.beforeDifference, "deviate deviates fell grew grown grows rose save twice"),
      ([.beforeDifference, .minus], "minus"),
      (.beforeDifference, "plus"),
      ([.beforeDifference, .verb], "saves"),
      ([.beforeDifference, .preposition, .belonging, .beforeYear], "by"),
      (.times, "fold times"),

      // What is set against what.
      ([.versus, .preposition], "against"),
      ([.versus, .joint], "versus"),
      ([.versus, .joint, .abbreviation], "vs"),
      ([.versus, .involving], "compared"),
      (.instead, "instead rather"),
      ([.not, .instead, .oblique], "not"),
      (.opposition, "beats"),
      ([.opposition, .contrast], "unlike"),
      ([.oblique, .common], "like"),
      ([.contrast, .clause], "whereas while"),
      (.collective, "others"),
      ([.collective, .sum], "all"),
      ([.collective, .remainder], "rest"),
      ([.collective, .selecting, .remainder, .modifier], "other"),
      ([.collective, .statistic, .modifier], "average"),
      ([.collective, .together, .sum], "both"),
      ([.collective, .distributive, .selecting], "each every"),
      (.distributive, "apiece"),
      (
        .remainder,
        "fail fails incorrect left lost wasted margin mistake mistakes remain remaining remains"
      ),
      (.remainder, "reserve wrong"),
      (.sum, "combined sum"),
      ([.sum, .result], "altogether"),
      ([.sum, .function], "together"),

      // What joins words.
      ([.coordinating, .clause, .joint], "and"),
      ([.coordinating, .clause], "but"),
      ([.coordinating, .joint], "or"),
      ([.neither, .joint], "nor"),
      (.clause, "because so"),
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
      (.per, "per"),
      (.inOrder, "respectively"),
      ([.inOrder, .abbreviation], "resp"),

      // What things are and do.
      (.being, "are be equals is was were"),
      ([.having, .verb], "has"),
      (.having, "have having"),
      ([.function, .verb], "would"),
      (.verb, "causes consumes costs gets gives lasts lies lives needs produces reaches"),
      (.verb, "scores stands suffices takes uses weighs wins"),
      ([.verb, .ranking], "comes"),
      (.ranking, "ranks"),
      ([.modal, .function], "can could may might"),
      ([.modal, .conditional], "should"),
      (.conditional, "assume assuming imagine suppose supposing unless"),
      ([.conditional, .clause], "if"),

      // What is denied.
      (.neither, "neither"),
      (.negation, "lack without"),
      ([.negation, .numberSign, .numbered, .abbreviation], "no"),
      (.nothing, "nobody none nothing nowhere"),
      (.not, "arent cannot cant couldnt didnt doesnt dont isnt neednt never wasnt wont wouldnt"),
      (
        .involving,
        "affect blame change changed compute computed consider considered count depend depends"
      ),
      (.involving, "include included involve involved measured mention mentioned require required"),
      (.involving, "help helps used using work works"),
      ([.involving, .result], "need needed use"),
      (.absorbing, "alone doubt idea matter problem way wonder"),
      (
        .influence,
        "chance concern connection danger effect impact importance influence issue link relation risk role"
      ),
      (.influence, "sense sign trace"),
      (
        .negligible,
        "absent ignored irrelevant negligible neglect neglected unimportant unnecessary"
      ),

      // What stands before things.
      (.article, "the"),
      ([.article, .indefinite], "a an"),
      (.pronoun, "her him i me my our their them they us we you your"),
      ([.pronoun, .subject], "he his it its she that this"),
      (.selecting, "another bottom first latter second upper"),
      ([.selecting, .function], "last next"),
      ([.selecting, .numbered], "top"),
      ([.modifier, .selecting], "former"),
      (.modifier, "accepted admissible allowable allowed expected initial label labelled limit"),
      (
        .modifier,
        "literature maximum maximal minimum minimal nominal normal old original permitted"
      ),
      (
        .modifier,
        "planned previous recommended reference standard target textbook theoretical true"
      ),
      (.modifier, "typical usual yield"),
      (.numbered, "article chapter criterion equation exercise generation group item level line"),
      (.numbered, "option page phase point principle row scenario scope section series step"),
      (.numbered, "table tier version"),
      ([.numbered, .common], "answer case figure sentence"),
      ([.numbered, .common, .absorbing], "question"),
      ([.numbered, .influence], "part"),
      ([.numbered, .abbreviation], "fig"),
      ([.numbered, .numberSign, .abbreviation], "nr"),
      (.numberSign, "n"),
      (.ordinalEnding, "nd rd th"),
      ([.ordinalEnding, .plain, .abbreviation], "st"),

      // Words without a subject.
      (
        .function, "after again also always am among any been before being between did do does down"
      ),
      (
        .function,
        "either else go had hence here however into many much must often once one such then"
      ),
      (.function, "there therefore these those thus upon very what when where whether which will"),
      (.function, "early enough far late new too within yes"),
      ([.common, .involving], "compare"),
      (.common, "best describe example explain following give given good high kind know long"),
      ([.common, .absorbing], "reason"),
      (.common, "make name quote really same show still take thing think time unit want whole"),
      (.common, "word"),
      ([.common, .beforeYear], "year"),
      ([.common, .plural], "people"),
      ([.statistic, .sum], "total"),
      (.statistic, "value values"),
      ([.statistic, .numbered, .numberSign], "number"),
      (.result, "amount calculated calculation came come cost equal found gave get got obtain"),
      (.result, "obtained result says solution took"),

      // How words are written and used.
      (.plain, "bar foot lot mine pm rad turn x"),
      (.abbreviation, "bn fr frs mn rp std"),
      (.abbreviation, "al appr avg cf co dr eg excl figs ie incl max min mr mrs prof ref tab viz"),
      ([.equivalent, .abbreviation], "eq equiv"),
      (.equivalent, "e equivalent equivalents"),
      (.mass, "electricity energy food fuel heat heating waste water"),
      ([.percent, .abbreviation], "pp"),
      (.percent, "pct percent percentage percents"),
      (.degree, "deg degree degrees"),
      (.month, "month months"),
      (.power, "cubed cubic metric square squared"),
    ],
    cardinals: [
      (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"),
      (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"), (12, "twelve dozen"),
      (13, "thirteen"), (14, "fourteen"), (15, "fifteen"), (16, "sixteen"), (17, "seventeen"),
      (18, "eighteen"), (19, "nineteen"), (20, "twenty"), (30, "thirty"), (40, "forty fourty"),
      (50, "fifty"), (60, "sixty"), (70, "seventy"), (80, "eighty"), (90, "ninety"),
      (100, "hundred"), (1000, "thousand"),
    ],
    ordinals: [
      (1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (5, "fifth"), (6, "sixth"),
      (7, "seventh"), (8, "eighth"), (9, "ninth"), (10, "tenth"),
    ],
    denominators: [(2, "half"), (4, "quarter")],
    scales: [
      (1e3, "thousand thousands"), (1e6, "million millions mn"), (1e9, "billion billions bn"),
    ],
    point: "point",
    units: [
      ("kg", "kg kgs kilo kilos kilogram kilograms"), ("g", "g gr gram grams"),
      ("t", "t ton tons tonne tonnes"), ("kt", "kt kiloton kilotons kilotonne kilotonnes"),
      ("km", "kms"), ("h", "hours hrs hr"), ("min", "mins"), ("s", "sec secs"),
      ("year", "y yr yrs"), ("week", "wk wks"), ("kWh", "kwh"), ("MWh", "mwh"), ("GWh", "gwh"),
      ("dB", "decibel decibels"), ("mL", "ml mls"), ("L", "ltr ltrs"),
      ("CHF", "chf franc francs fr frs sfr"),
      ("Rp", "centime centimes cts rappen"), ("EUR", "eur euro euros"),
      ("USD", "usd dollar dollars"), ("%", "percent"),
    ],
    rates: [
      ("h", "hourly"), ("day", "daily"), ("week", "weekly"), ("year", "annually yearly"),
    ],
    powers: [(1, "metric"), (2, "square squared sq"), (3, "cubic cu cubed")])
}
