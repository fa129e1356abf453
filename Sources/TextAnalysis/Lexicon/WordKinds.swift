/// What a word does in a sentence about figures. A word may be of several kinds.
struct WordKinds: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ place: UInt64) { rawValue = 1 << place }

  // How a figure is meant.
  static let hedge = Self(0)  // `about 200 t`
  static let focus = Self(1)  // `only 200 t`
  static let bound = Self(2)  // `over 150 t`: no value, but what it is on one side of.

  // By how much something differs.
  static let comparative = Self(3)  // `8 t more`
  static let additional = Self(4)  // `8 t extra`, `a further 8 t`
  static let difference = Self(5)  // `8 t difference`, `a saving of 8 t`
  static let change = Self(6)  // Near a difference: `halves`, `triple`.
  static let beforeDifference = Self(7)  // `saves 8 t`, `by 8 t`, `twice 8 t`

  // What is set against what.
  static let versus = Self(8)  // `198 against 294 t`
  static let instead = Self(9)  // `198 instead of 294 t`: the second is said of something else.
  static let opposition = Self(10)  // `beats Model 2`: the name is the other side.
  static let oblique = Self(11)  // Before a name that the sentence is not about: `to Model 2`.
  static let contrast = Self(12)  // `whereas`, `unlike`
  static let collective = Self(13)  // `both`, `the others`: more than the thing that was named.
  static let distributive = Self(14)  // `2 t each`

  // What joins words.
  static let coordinating = Self(15)  // `and`, `or`
  static let joint = Self(16)  // In a list of names: `1 and 4`, `1 to 4`.
  static let span = Self(17)  // `1 to 4`
  static let together = Self(18)  // With joints in lists of names: `as well as`.
  static let clause = Self(19)  // Begins a clause: `but`, `since`.
  static let preposition = Self(20)
  static let belonging = Self(21)  // Between a figure and what it is said of: `78 % for Model 2`.
  static let having = Self(22)  // `with 78 %`, `at 78 %`
  static let beforeYear = Self(23)  // `in 1960`
  static let per = Self(24)  // `per`, `par`, `pro`

  // What things are and do.
  static let being = Self(25)
  static let verb = Self(26)  // What a named thing does to a figure: `A takes 5 kWh`.
  static let ranking = Self(27)  // `comes second`: an ordinal after it is no name.

  // What stands before things.
  static let article = Self(28)
  static let indefinite = Self(29)
  static let pronoun = Self(30)
  static let selecting = Self(31)  // `the lower half`: which of several it is.
  static let negation = Self(32)  // `no rebound`, `kein Rückprall`
  static let numbered = Self(33)  // What a number after it tells apart: `question 2`.
  static let numberSign = Self(34)  // `no. 2`
  static let ordinalEnding = Self(35)  // `2nd`

  // Words without a subject.
  static let function = Self(36)  // Any other word of grammar.
  static let common = Self(37)  // Words of all questions and answers: `explain`, `reason`.
  static let statistic = Self(38)  // `total`, `average`: of which quantity stays open.
  static let result = Self(39)  // Words of a sentence that gives a result: `computed`, `solution`.

  // How words are written and used.
  static let plain = Self(40)  // A word that is a unit elsewhere.
  static let abbreviation = Self(41)  // The full stop after it ends no sentence.
  static let equivalent = Self(42)  // `5 t oil equivalent`
  static let mass = Self(43)  // Takes no article: `3 kWh of heat`.
  static let plural = Self(44)  // More than one without an ending: `people`.
  static let percent = Self(45)
  static let degree = Self(46)
  static let month = Self(47)

  /// Words that stand in any text.
  static let grammar: Self = [
    .hedge, .focus, .bound, .versus, .instead, .oblique, .contrast, .collective, .coordinating,
    .joint, .clause, .preposition, .having, .per, .being, .article, .pronoun, .negation, .function,
  ]
}
