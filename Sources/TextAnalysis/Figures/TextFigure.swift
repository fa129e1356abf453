import Quantities

/// A figure in a text: a number, the unit it is given in, and how it is meant.
struct TextFigure {
  /// A way of reading its unit.
  struct Form: Hashable {
    enum Measure: Hashable {
      case bare
      case unit(Unit)
      /// A unit that is not known, such as a currency.
      case unknown
    }

    var measure: Measure
    /// What the number is multiplied by to be in the unit: a twelfth for months, which are told in
    /// years.
    var factor = 1.0
    /// Whether it leaves out what the unit is divided by.
    var isLoose = false
    /// Whether it takes the word after the number for something that is counted.
    var isCount = false

    static let bare = Form(measure: .bare)

    var unit: Unit? {
      if case .unit(let unit) = measure { return unit }
      return nil
    }

    /// Whether it is a share or a plain number, which may be of anything: `%`, but not `kg/t`.
    var isShare: Bool {
      unit.map { $0.dimension == .one && !$0.symbol.contains("/") } ?? true
    }
  }

  /// How exactly it is meant.
  enum Manner: Hashable {
    case plain
    case about  // `about 200 t`, `~17'000`.
    case bound  // `over 150 t`, `less than 20 t`.
  }

  struct Marks: OptionSet {
    let rawValue: UInt16
    /// An end of a range such as `70-80 t`.
    static let range = Self(rawValue: 1)
    /// By how much something differs: `8 t more`, `-20 %`.
    static let difference = Self(rawValue: 2)
    /// Words of comparing stand near enough to make its meaning doubtful.
    static let nearDifference = Self(rawValue: 4)
    /// A word that says of what it is goes with its unit: `kg CO2e`.
    static let labelled = Self(rawValue: 8)
    /// For one of something: `2 kg per user`.
    static let perThing = Self(rawValue: 16)
    /// Said of something else: `instead of 294 t`.
    static let setAside = Self(rawValue: 32)
    /// Could be a year, if it stands for nothing else.
    static let year = Self(rawValue: 64)
    /// How many times something is something else: `six times as much`.
    static let ratio = Self(rawValue: 128)
    /// One of a list whose unit is written once.
    static let listed = Self(rawValue: 256)
    /// Of a list whose unit stands with another figure.
    static let borrowed = Self(rawValue: 512)
    /// For one of several: `2 t each`, `four ampoules of 2 mL`.
    static let ofEach = Self(rawValue: 2048)
    /// What is computed with: the 23'000 and the 1017 of `23'000 / 1017 = 22.6`.
    static let operand = Self(rawValue: 4096)
    /// Bare, after a figure with a unit or where the unit is said for all: `in grams: 5 and 9`.
    static let inherited = Self(rawValue: 1024)
  }

  var number: WrittenFigure
  /// Ways of reading it, the likeliest first; at least one.
  var forms: [Form]
  var manner: Manner
  /// From its number to the end of its unit.
  var tokens: Range<Int>
  var marks: Marks = []
  /// -1 after a minus, 1 after a plus; 0 without.
  var sign = 0.0

  /// What it is of, without what it is divided by; that of the list that it stands in, for a bare
  /// number.
  var kind: Form {
    let own = isBare && marked([.listed, .inherited]) ? forms.dropFirst() : forms[...]
    if isBare, own.count == forms.count { return forms[0] }
    return own.first { $0.isLoose && !$0.isCount } ?? own.first ?? forms[0]
  }

  var measure: Form.Measure { forms[0].measure }
  var isBare: Bool { measure == .bare }

  func marked(_ marks: Marks) -> Bool { !self.marks.isDisjoint(with: marks) }
}
