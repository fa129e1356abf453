/// What a command of TeX does beyond standing for a sign, by its name. This is the table of all that
/// are known, with `TeXSigns` and `SIUnits`.
enum TeXCommand {
  case fraction(hasBar: Bool)
  case binomial
  case root
  case font(MathFont)
  case words(MathFont?)
  case accent(MathAccent)
  case space(Int)
  /// Something small above or below the second argument.
  case stack(isAbove: Bool)
  case arrow(MathSign)
  /// The next sign, struck through.
  case not
  case modulo
  case number
  case unit
  case quantity
  case angle
  /// A number of the equation, at its end.
  case tag
  /// Only for the eye of a typesetter.
  case ignored
  /// The argument as it is.
  case passed

  static func named(_ name: String) -> TeXCommand? { all[name] }

  static var names: [String] { all.keys.sorted() }

  private static let all: [String: TeXCommand] = [
    "frac": .fraction(hasBar: true), "dfrac": .fraction(hasBar: true),
    "tfrac": .fraction(hasBar: true), "cfrac": .fraction(hasBar: true),
    "binom": .binomial, "dbinom": .binomial, "tbinom": .binomial, "sqrt": .root,

    "mathrm": .font(.upright), "operatorname": .font(.upright), "mathbf": .font(.bold),
    "boldsymbol": .font(.bold), "bm": .font(.bold), "mathbb": .font(.doubleStruck),
    "mathcal": .font(.calligraphic), "mathscr": .font(.calligraphic),
    "mathfrak": .font(.fraktur), "mathit": .font(.italic), "mathnormal": .font(.italic),
    "mathsf": .font(.sansSerif), "mathtt": .font(.monospace),
    "text": .words(nil), "textrm": .words(nil), "textit": .words(nil), "textsf": .words(nil),
    "textnormal": .words(nil), "mbox": .words(nil), "hbox": .words(nil),
    "textbf": .words(.bold), "texttt": .words(.monospace),

    "hat": .accent(.hat), "widehat": .accent(.hat), "vec": .accent(.vec),
    "overrightarrow": .accent(.vec), "bar": .accent(.bar), "overline": .accent(.overline),
    "underline": .accent(.underline), "dot": .accent(.dot), "ddot": .accent(.ddot),
    "tilde": .accent(.tilde), "widetilde": .accent(.tilde), "overbrace": .accent(.overbrace),
    "underbrace": .accent(.underbrace), "cancel": .accent(.cancel), "bcancel": .accent(.cancel),
    "xcancel": .accent(.cancel),

    ",": .space(3), "thinspace": .space(3), ":": .space(4), ">": .space(4),
    "medspace": .space(4), ";": .space(5), "thickspace": .space(5), " ": .space(6),
    "enspace": .space(9), "quad": .space(18), "qquad": .space(36), "!": .space(-3),
    "negthinspace": .space(-3), "nobreakspace": .space(6),

    "overset": .stack(isAbove: true), "stackrel": .stack(isAbove: true),
    "underset": .stack(isAbove: false),
    "xrightarrow": .arrow(MathSign("→", ascii: "->", .relation)),
    "xleftarrow": .arrow(MathSign("←", ascii: "<-", .relation)),

    "not": .not, "pmod": .modulo, "num": .number, "si": .unit, "unit": .unit, "SI": .quantity,
    "qty": .quantity, "ang": .angle, "tag": .tag, "boxed": .passed, "ensuremath": .passed,
    "mathop": .passed, "mathrel": .passed, "mathbin": .passed, "mathord": .passed,

    "displaystyle": .ignored, "textstyle": .ignored, "scriptstyle": .ignored,
    "scriptscriptstyle": .ignored, "limits": .ignored, "nolimits": .ignored,
    "nonumber": .ignored, "notag": .ignored, "big": .ignored, "Big": .ignored,
    "bigg": .ignored, "Bigg": .ignored, "bigl": .ignored, "bigr": .ignored, "Bigl": .ignored,
    "Bigr": .ignored, "biggl": .ignored, "biggr": .ignored, "Biggl": .ignored,
    "Biggr": .ignored, "bigm": .ignored, "Bigm": .ignored, "middle": .ignored,
    "hline": .ignored, "allowbreak": .ignored, "protect": .ignored,
  ]

  /// Signs that a backslash only guards.
  static let guarded: Set<Character> = ["%", "$", "#", "&", "_", "{", "}"]
}

/// What `\begin` may open.
enum TeXEnvironment {
  static func grid(named name: String) -> MathGrid? {
    switch name {
    case "matrix", "smallmatrix": MathGrid(rows: [])
    case "array": MathGrid(isLeft: true, rows: [])
    case "pmatrix": MathGrid(opening: "(", closing: ")", rows: [])
    case "bmatrix": MathGrid(opening: "[", closing: "]", rows: [])
    case "Bmatrix": MathGrid(opening: "{", closing: "}", rows: [])
    case "vmatrix": MathGrid(opening: "|", closing: "|", rows: [])
    case "Vmatrix": MathGrid(opening: "‖", closing: "‖", rows: [])
    case "cases", "dcases": MathGrid(opening: "{", isLeft: true, rows: [])
    case "rcases": MathGrid(closing: "}", isLeft: true, rows: [])
    case "aligned", "align", "align*", "split", "eqnarray", "eqnarray*", "alignat", "alignat*",
      "alignedat", "flalign", "flalign*":
      MathGrid(isAligned: true, rows: [])
    case "gathered", "gather", "gather*", "equation", "equation*", "multline", "multline*",
      "displaymath", "math":
      MathGrid(rows: [])
    default: nil
    }
  }

  /// Environments whose name is followed by columns in braces.
  static let withColumns: Set<String> = ["array", "alignat", "alignat*", "alignedat"]
}
