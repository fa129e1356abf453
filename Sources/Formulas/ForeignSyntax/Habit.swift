/// Ways of writing that people bring from Python, spreadsheets, calculators and paper, and that
/// formulas do not know.
public enum Habit: Sendable {
  /// `x := 3`, `x: 3`, `let x = 3`; the sign or word is named.
  case assignment(String)
  /// `abs` as `|x|`.
  case bars
  /// `{ }` around a formula or for a column.
  case braces
  /// `450 [W]`
  case bracketedUnit
  /// `x = y = 3`
  case chainedAssignment
  /// `12:30`
  case clock
  /// `A1`, `B2:B9`
  case cells
  /// `//` or `/* */`
  case comment(String)
  /// `===`, `<>`, `&&`, `||`, `!`, as the sign that is used here.
  case comparison(found: String, sign: String)
  /// `[x * 2 for x in …]`
  case comprehension
  /// `{"a": 1}`
  case dictionary
  /// `5!`
  case factorial
  /// A type or a value after a parameter's name.
  case fullParameter
  /// `pue == 1.2` for a name that has no value yet.
  case equality(String)
  /// `5 e6`
  case exponentApart
  /// `6' 2"`
  case feetAndInches
  /// `f"{x} W"`
  case formattedText
  /// `function f(x) = …`, `f(x) -> …`, `def f(x) return …`
  case functionForm
  /// `if x > 3: …`
  case ifStatement
  /// `=450*2`
  case leadingEqual
  /// `lambda x: x * 2`
  case lambda
  /// `models.price = 3`
  case memberAssignment
  /// `2nd = 3`
  case nameWithDigit
  /// `gpu power = 450 W`, `gpu-power = 450 W`
  case nameInPieces
  /// `print(x)`
  case print
  /// `> x`, `>>> x`
  case prompt
  /// `1.2.1 = 3`
  case questionNumber
  /// `"Accuracy (%)" * 2`
  case quotedColumn(String)
  /// `"gpu_power" * 2`
  case quotedName(String)
  /// `450 W = gpu_power`
  case reversedAssignment
  /// `√4`
  case rootSign
  /// `models.loc[0]`
  case rowAccess
  /// `max(3; 5)`
  case semicolon
  /// `models["Model", "Accuracy (%)"]`
  case severalColumns
  /// `=` where two things are compared.
  case singleEqual
  /// A word in the place of a sign: `per`, `of`, `as`, `mod`.
  case spoken(String, sign: String)
  /// `models["Model"] == Model 1`
  case textWithoutQuotes
  /// `c ? a : b`
  case ternary
  /// `3 x 4`
  case timesSign(String)
  /// `(1, 2)`
  case tuple
  /// `x, y = 3, 4`
  case unpacking
  /// `np.array(…)`, `float(…)`, `.tolist()`, `.head()`: nothing is needed.
  case needless(String)
  /// `10k`, `2 mio`
  case multiple(String)
  /// `sum(1, 2, 3)`
  case separateValues(String)
  /// Another language's function or member for what is written otherwise here.
  case foreignCall(String)
  /// `x++`
  case increment(String)
  /// Two words that people write for one unit: `degrees C`.
  case wordsOfUnit(String)
}
