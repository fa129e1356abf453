import Diagnostics

/// Sentences about habits from elsewhere, in the order of their names.
extension FormulaWording {
  static func habitual(
    _ problem: FormulaProblem, _ habit: Habit, _ mends: [String]
  ) -> Diagnostic {
    func say(_ id: String, _ message: String, else help: String...) -> Diagnostic {
      Diagnostic(
        id: id, message: message, labels: [Diagnostic.Label(problem.span)],
        help: mends.isEmpty ? help : mends.map { "`\(problem.mended($0))`" })
    }
    switch habit {
    case .assignment(let sign):
      return say(
        "assignment",
        sign.contains(where: { !$0.isLetter })
          ? "A name gets its value with `=`, not with `\(sign)`."
          : "A name gets its value with `=` alone: `\(sign)` is not needed.",
        else: "the name, `=` and the formula")
    case .bars: return say("bars", "`|` has no meaning here: the absolute value is `abs`.")
    case .braces:
      return say(
        "braces", "Formulas stand in `( )` and columns in `[ ]`, not in this bracket.",
        else: "`(` and `)`")
    case .bracketedUnit:
      return say("bracketed-unit", "A unit follows its number, without brackets or a comma.")
    case .cells:
      return say(
        "cells",
        "There are no cells such as `A1` here: values have names, and tables have columns.",
        else: "a name or a column, as in `sum([1, 2, 3])`")
    case .chainedAssignment:
      return say("chained-assignment", "One `=` a statement: this is a second one.")
    case .clock:
      return say("clock", "`:` has no meaning in a number. A duration is a sum.")
    case .comment(let sign): return say("comment", "A comment begins with `#`, not with `\(sign)`.")
    case .comparison(let found, let sign):
      return say("foreign-sign", "`\(found)` is written `\(sign)` here.")
    case .comprehension:
      return say(
        "python-word", "`for` is not needed: a formula goes through a column row by row.",
        else: "the column itself, as in `[1, 2, 3] * 2`")
    case .dictionary:
      return say("dictionary", "`{ }` has no meaning here: each value has a name of its own.")
    case .equality(let name):
      return say(
        "equality", "`==` compares two values, and \(code(name)) has none yet. `=` gives it one.")
    case .exponentApart: return say("exponent-apart", "A power of ten touches its number.")
    case .factorial:
      return say("factorial", "`!` has no meaning here: a factorial is written as a product.")
    case .foreignCall(let name):
      return say("foreign-call", "\(code(name)) is written otherwise here.")
    case .feetAndInches:
      return say("feet-and-inches", "`'` and `\"` are quotes here: feet are `ft`, inches `in`.")
    case .formattedText:
      return say(
        "python-word", "Texts are not filled in here: a formula shows its value with its unit.",
        else: "the formula alone")
    case .fullParameter:
      return say("full-parameter", "A parameter is a name alone, without type or value.")
    case .functionForm:
      return say("function-form", "A function is written `def f(a, b) = a * b`.")
    case .ifStatement:
      return say(
        "python-word", "`if` chooses between two values here, and both are given.",
        else: "a value for each case, as in `3 if 2 > 1 else 4`")
    case .increment(let sign):
      return say(
        "augmented", "`\(sign)` changes a name in place, and names here keep their formula.",
        else: "a new name for the new value")
    case .lambda:
      return say(
        "python-word", "`lambda` is not part of this language.",
        else: "a function of its own, as in `def double(x) = 2 * x`")
    case .leadingEqual:
      return say("leading-equal", "A formula has no `=` before it; a name may have one after it.")
    case .memberAssignment:
      return say(
        "member-assignment", "A new column stands in brackets and quotes; a name has no point.")
    case .multiple(let word):
      return say(
        "multiple", "\(code(word)) is no unit: a number is written out, or with a power of ten.")
    case .nameInPieces:
      return say("name-in-pieces", "A name is one word: its parts are joined with `_`.")
    case .nameWithDigit:
      return say("name-with-digit", "A name begins with a letter.", else: "a letter first")
    case .needless(let name):
      return say("needless", "\(code(name)) is not needed here: the value can be used as it is.")
    case .print:
      return say(
        "python-word", "`print` is not needed: a formula shows its value.",
        else: "the formula alone")
    case .prompt: return say("prompt", "`>` compares, and nothing stands before it.")
    case .questionNumber:
      return say(
        "question-number", "The number of a question is no name.",
        else: "the name that the question asks for, then `=` and its value")
    case .quotedColumn(let heading):
      return say(
        "quoted-name", "\"\(shortened(heading))\" is a text here: a column is read from its table.")
    case .quotedName(let name):
      return say("quoted-name", "\"\(shortened(name))\" is a text. A name has no quotes.")
    case .reversedAssignment:
      return say("reversed-assignment", "The name stands before the `=`, its value after it.")
    case .rootSign: return say("root-sign", "The square root is the function `sqrt`.")
    case .rowAccess:
      return say(
        "row-access", "A row is read from a column, by its number from 0.",
        else: "a column and the number of the row, as in `[7, 8, 9][0]`")
    case .semicolon: return say("semicolon", "Values are separated by `,`; `;` ends a statement.")
    case .separateValues(let name):
      return say(
        "separate-values", "\(code(name)) works on one list, and its values are apart here.")
    case .severalColumns:
      return say(
        "several-columns", "One column is read at a time, and here are several.",
        else: "one of them")
    case .singleEqual:
      return say("single-equal", "`=` gives a name its value. Two things are compared with `==`.")
    case .spoken(let word, let sign):
      return say(
        "spoken",
        sign.isEmpty ? "`\(word)` is not needed here." : "`\(word)` is written `\(sign)` here.")
    case .textWithoutQuotes: return say("text-without-quotes", "A text stands in quotes.")
    case .ternary: return say("foreign-sign", "`? :` is written with `if` and `else` here.")
    case .timesSign(let sign):
      return say("times-sign", "The sign of multiplication is `*`, not `\(sign)`.")
    case .tuple:
      return say("tuple", "Several values stand in `[ ]`, as a list.")
    case .unpacking:
      return say(
        "unpacking", "One name gets a value at a time.", else: "a statement for each name")
    case .wordsOfUnit(let words):
      return say("words-of-unit", "\(code(words)) is one unit, and is written as one word.")
    }
  }

  static func keyword(_ problem: FormulaProblem, _ word: String) -> Diagnostic {
    var message = "`\(word)` is not part of this language."
    let help: String
    switch word {
    case "import", "from":
      message = "Nothing needs to be imported here."
      help = "the functions by their names, as in `sqrt(2)` or `mean([1, 2, 3])`"
    case "pd", "plt", "os", "sys":
      message = "There are no modules here: functions and tables are at hand."
      help = "the table or function by its name, as in `mean([1, 2, 3])`"
    case "ureg":
      message = "Units need no module: they are words of the language."
      help = "the unit after its number, as in `450 W`"
    case "print":
      message = "`print` is not needed: a formula shows its value."
      help = "the formula alone"
    case "for", "while":
      help = "the column itself: formulas go through it row by row, as in `[1, 2, 3] * 2`"
    case "lambda": help = "a function of its own, as in `def double(x) = 2 * x`"
    case "None", "null", "nil", "nan", "NaN":
      message = "There is no `\(word)` here: a name without a value is left out."
      help = "a value, or no line for this name yet"
    case "let", "var":
      message = "A name gets its value with `=` alone: `\(word)` is not needed."
      help = "the name, `=` and the formula"
    case "if":
      message = "`if` chooses between two values here, and both are given."
      help = "a value for each case, as in `3 if 2 > 1 else 4`"
    case "and", "or", "not", "to", "in", "else", "def", "return", "unit":
      message = "`\(word)` has a meaning of its own and can be no name."
      help = "another name"
    default: help = "a formula, or a name with one, as in `x = 3 * 450 W`"
    }
    return Diagnostic(
      id: "python-word", message: message, labels: [Diagnostic.Label(problem.span)], help: [help])
  }
}
