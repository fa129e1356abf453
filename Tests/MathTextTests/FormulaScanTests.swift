import MathText
import Testing

/// What of a text is a formula.
@Suite struct FormulaScanTests {
  /// Formulas in brackets, `«` for those on lines of their own.
  private func marked(_ text: String) -> String {
    mathPieces(text).map { piece in
      switch piece {
      case .text(let text): text
      case .formula(let formula, _):
        formula.isDisplay ? "«\(formula.source)»" : "[\(formula.source)]"
      }
    }.joined()
  }

  @Test(arguments: [
    ("energy $E = P t$ here", "energy [E = P t] here"),
    ("$a$, $b$-axis ($c$)", "[a], [b]-axis ([c])"),
    ("$$x$$", "«x»"), ("a $$ x $$ b", "a «x» b"), ("\\(a_1\\) and \\(b\\)", "[a_1] and [b]"),
    ("\\[ x \\]", "«x»"), ("text\n\\[\nx\n= y\n\\]", "text\n«x = y»"), ("$`a`$", "[a]"),
    ("$\\text{at \\$5}$", "[\\text{at \\$5}]"), ("**$x$**", "**[x]**"),
    ("$a\n+ b$", "[a + b]"), ("`$5` and $x$ and ``$`$``", "`$5` and [x] and ``$`$``"),
  ])
  func isFound(_ text: String, _ expected: String) { #expect(marked(text) == expected) }

  @Test(arguments: [
    "It costs $5 and $6.", "$5/kg or $6/kg", "5$ and 6$", "US$5 and CA$6", "from $5k to US$ 6",
    "\\$x\\$ is text", "$ x $", "a $ b", "$", "$$", "$$$", "$$$x$$$", "echo `$HOME` $PATH", "$5–$6",
    "$10k and US$", "\\[not a link\\](x) text", "\\\\(a\\\\)", "f(x) [y]", "${a}/${b} kg", "\\(",
    "$a",
    "costs $1'000 (or $2'000)", "CHF 5.- and € 6",
  ])
  func moneyAndOtherTextIsNone(_ text: String) { #expect(marked(text) == text) }

  @Test func nothingOfATextIsLost() {
    let text = "a $b$ `c` \\(d\\) $$e$$ $5 \\$ f"
    let typed = mathPieces(text).map { piece in
      switch piece {
      case .text(let text), .formula(_, let text): text
      }
    }
    #expect(typed.joined() == text)
  }
}
