/// What a word does in a sentence about figures. A word may be of several kinds.
struct WordKinds: OptionSet {
  let rawValue: UInt128

  init(rawValue: UInt128) { self.rawValue = rawValue }

  private init(_ place: UInt128) { rawValue = 1 << place }

  // How a figure is meant.
  static let hedge = Self(0)  // `about 200 t`
  static let focus = Self(1)  // `only 200 t`
  static let bound = Self(2)  // `over 150 t`: no value, but what it is on one side of.

  // By how much something differs.
  static let comparative = Self(3)  // `8 t more`, `400 mL short`
  static let difference = Self(4)  // `8 t difference`, `a saving of 8 t`
  static let change = Self(5)  // Near a difference: `halves`, `triple`.
  static let beforeDifference = Self(6)  // `saves 8 t`, `by 8 t`, `a further 8 t`
  static let times = Self(7)  // `six times as much`
  static let minus = Self(8)  // `minus 400 mL`

  // What is set against what.
  static let versus = Self(9)  // `198 against 294 t`
  static let instead = Self(10)  // `198 instead of 294 t`: the second is said of something else.
  static let opposition = Self(11)  // `beats Model 2`: the name is the other side.
  static let oblique = Self(12)  // Before a name that the sentence is not about: `to Model 2`.
  static let contrast = Self(13)  // `whereas`, `unlike`
  static let collective = Self(14)  // `both`, `the others`: more than the thing that was named.
  static let distributive = Self(15)  // `2 t each`
  static let sum = Self(16)  // `together`, `in total`: of all that was named.
  static let remainder = Self(17)  // `the rest`, `a reserve of 34 %`

  // What joins words.
  static let coordinating = Self(18)  // `and`, `or`
  static let joint = Self(19)  // In a list of names: `1 and 4`, `1 to 4`.
  static let span = Self(20)  // `1 to 4`
  static let together = Self(21)  // With joints in lists of names: `as well as`.
  static let clause = Self(22)  // Begins a clause: `but`, `since`.
  static let preposition = Self(23)
  static let belonging = Self(24)  // Between a figure and what it is said of: `78 % for Model 2`.
  static let having = Self(25)  // `with 78 %`, `at 78 %`, `has 78 %`
  static let beforeYear = Self(26)  // `in 1960`
  static let per = Self(27)  // `per`, `par`, `pro`
  static let inOrder = Self(28)  // `respectively`

  // What things are and do.
  static let being = Self(29)
  static let verb = Self(30)  // What a named thing does to a figure: `A takes 5 kWh`.
  static let ranking = Self(31)  // `comes second`: an ordinal after it is no name.
  static let modal = Self(32)  // `could`, `might`: not said of what is.
  static let conditional = Self(33)  // `if`, `suppose`

  // What is denied.
  static let negation = Self(34)  // `no rebound`, `without a pier`
  static let not = Self(35)  // `it does not depend on that`
  static let involving = Self(36)  // What `not` denies the object of: `depend`, `need`.
  static let negligible = Self(37)  // `friction is negligible`

  // What stands before things.
  static let article = Self(38)
  static let indefinite = Self(39)
  static let pronoun = Self(40)
  static let subject = Self(41)  // A pronoun that takes the last subject up: `it`, `this`.
  static let selecting = Self(42)  // `the lower half`: which of several it is.
  static let modifier = Self(43)  // `the allowed stress`: another of its kind.
  static let numbered = Self(44)  // What a number after it tells apart: `question 2`.
  static let numberSign = Self(45)  // `no. 2`
  static let ordinalEnding = Self(46)  // `2nd`

  // Words without a subject.
  static let function = Self(47)  // Any other word of grammar.
  static let common = Self(48)  // Words of all questions and answers: `explain`, `reason`.
  static let statistic = Self(49)  // `total`, `average`: of which quantity stays open.
  static let result = Self(50)  // Words of a sentence that gives a result: `computed`, `solution`.

  // How words are written and used.
  static let plain = Self(51)  // A word that is a unit elsewhere.
  static let abbreviation = Self(52)  // The full stop after it ends no sentence.
  static let equivalent = Self(53)  // `5 t oil equivalent`
  static let mass = Self(54)  // Takes no article: `3 kWh of heat`.
  static let plural = Self(55)  // More than one without an ending: `people`.
  static let percent = Self(56)
  static let points = Self(82)  // `0.9 pp`
  static let degree = Self(57)
  static let month = Self(58)
  static let absorbing = Self(60)  // What `no` is said of and not what follows: `no doubt`.
  static let influence = Self(61)  // `plays no role`
  static let neither = Self(62)  // `neither a pier nor a column is needed`
  static let nothing = Self(63)  // `nobody has to wait`, `luggage I have none`
  static let without = Self(64)  // `without a subsidy it would be more` denies no subsidy.
  static let remaining = Self(65)  // `no oxygen left`
  static let becoming = Self(66)  // `does not get darker`
  static let any = Self(77)  // `loses no heat, nor any water`
  static let omitting = Self(78)  // `what the estimate ignores`
  static let leaving = Self(79)  // `what it leaves out`
  static let considering = Self(80)  // `because the loss was not considered`
  static let causal = Self(81)  // `because`
  static let acting = Self(67)  // `plays no role`, `neither do wind or dust`

  // Words of a few rules.
  static let hypothetical = Self(59)  // `would`: of what is not.
  static let perhapsHypothetical = Self(76)  // `würde` and `wurde` fold to one word.
  static let genitive = Self(68)  // `2 t of paper`
  static let around = Self(69)  // `72 t around the Farm`
  static let between = Self(70)  // `between 70 and 80 t`
  static let spanning = Self(71)  // `over 25 years`
  static let former = Self(72)
  static let latter = Self(73)
  static let order = Self(74)  // `in the same order`
  static let twofold = Self(75)  // `twice`, `a pair`

  /// Words that stand in any text.
  static let grammar: Self = [
    .hedge, .focus, .bound, .versus, .instead, .oblique, .contrast, .collective, .coordinating,
    .joint, .clause, .preposition, .having, .per, .being, .article, .pronoun, .negation, .not,
    .nothing,
    .function, .modal, .conditional, .inOrder,
  ]
}
