import ExerciseFiles
import Testing

@testable import Exercises
@testable import Files

private let prompts = [
  Mistake("formula-unknown", in: withFrontMatter("Intro\nand $\\aplha$ ◀\n")),
  Mistake(
    "formula-unknown", in: withFrontMatter("## 1.1 One\n\nText\n\n$$\na\n= \\foo{b} ◀\n$$\n")),
  Mistake("formula-unread", in: withFrontMatter("- a\n- $\\frac{a}$ ◀\n")),
  Mistake("formula-unread", in: withFrontMatter("$\\begin{tikz} a \\end{tikz}$ ◀\n")),
  Mistake("formula-unread", in: withFrontMatter("$\\left( a$ ◀\n")),
  Mistake("formula-open", in: withFrontMatter("a $ \\frac{a}{b} $ ◀\n")),
  Mistake("formula-open", in: withFrontMatter("It costs $5\nand $\\alpha ◀\n")),
  Mistake("formula-open", in: withFrontMatter("a\nand $x = 3 of them ◀\n")),
  Mistake("formula-open", in: withFrontMatter("so $E_1 is more ◀\n")),
  Mistake("formula-open", in: withFrontMatter("- a\n- $$ ◀\n  a\n\n  b\n  $$\n")),
  Mistake("formula-open", in: withFrontMatter("a\n\n$$ ◀\na = b\n\n= c\n$$\n")),
  Mistake("formula-open", in: withFrontMatter("a\n- it is \\(x + 3 ◀\n- \\(y\\)\n")),
  Mistake("formula-open", in: withFrontMatter("a\n\\begin{align} ◀\na &= b\n\\end{align}\n")),
  Mistake("formula-bar", in: withFrontMatter("| a | b |\n|---|---|\n| c | $|x|$ ◀ |\n")),
  Mistake("formula-bar", in: withFrontMatter("| a | $P(A|B)$ | ◀\n|---|---|\n| c | d |\n")),
  Mistake("picture-undescribed", "picture-missing", in: withFrontMatter("a\n\n![](c.png) ◀◀\n")),
  Mistake("picture-elsewhere", in: withFrontMatter("a ![b](https://e.org/b.png) ◀\n")),
  Mistake("picture-unread", in: withFrontMatter("a\n\n<img src=\"c.png\"> ◀\n")),
  Mistake("picture-unread", in: withFrontMatter("a <IMG src=\"c.png\"> ◀\n")),
  Mistake("picture-unread", in: withFrontMatter("![b](my c.png) ◀\n")),
  Mistake("picture-unread", in: withFrontMatter("![[c.png]] ◀\n")),
  Mistake("picture-unknown", in: withFrontMatter("![b](exercise.md) ◀\n")),
  Mistake("picture-missing", in: withFrontMatter("a\n\n![b](c.png) ◀\n")),
  Mistake("picture-outside", in: withFrontMatter("![b](../c.png) ◀\n")),
  Mistake("formula-unknown", in: withFrontMatter("## 1.1 One\n\n```debrief\na\n$\\foo$ ◀\n```\n")),
  Mistake("formula-unknown", in: withFrontMatter("## 1.1 One\n\n```show\na\n$\\foo$ ◀\n```\n")),
]

private let keys = [
  "hints:\n  - a\n  - $\\foo$ ◀", "hints:\n  - |\n    a\n    $\\foo$ ◀", "solution: $\\foo$ ◀",
  "misconceptions:\n  - {when: 2, say: $\\foo$} ◀",
].map { Mistake("formula-unknown", in: withQuestion("points: 1\nanswers: {a: 1}\n" + $0)) }

private let options = [
  "options:\n  - {text: a, right: yes}\n  - {text: $\\foo$} ◀",
  "options:\n  - {text: a, right: yes, because: $\\foo$} ◀\n  - {text: b}",
].map { Mistake("formula-unknown", in: withQuestion("points: 1\n" + $0)) }

@Suite("Formulas and pictures of an exercise's texts")
struct TextCheckTests {
  @Test(arguments: prompts + keys + options)
  func thatAreNotShownAreToldWithTheirLine(_ mistake: Mistake) throws {
    let loaded = try load(mistake.text)
    #expect(loaded.summary == mistake.expected)
    #expect(!mistake.expected.isEmpty)
    #expect(loaded.isSound)
  }

  @Test func thatAreSoundAreNotSpokenOf() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], to: "figures/a.png")
    let path = try folder.write(
      withFrontMatter(
        "$\\frac{a}{b}$ costs $5, `$\\foo$` ![a](figures/a.png)\n"),
      to: "exercise.md")
    #expect(ExerciseLoader().load(path: path).summary == [])
  }

  @Test(arguments: [
    "$x = 3$ and $y_1$, `\\(` and `$x = 3`, US$ 3, $5 = CHF 4.40\n",
    "| a | b |\n|---|---|\n| $\\lvert x \\rvert$ | $P(A\\|B)$ |\n| $5 | $6 |\n",
    "\\(x\\) and \\\\(y\n\n```\n\\begin{align} $$ <!--\n```\n",
    "$$\n\\begin{align}\na &= b\n\\end{align}\n$$\n",
  ])
  func thatAreTypedRightAreNotSpokenOf(text: String) throws {
    #expect(try load(withFrontMatter(text)).summary == [])
  }

  @Test func aCommandThatIsNearlyKnownIsNamed() throws {
    let loaded = try load(withFrontMatter("$\\aplha$\n"))
    #expect(loaded.problems.first?.diagnostic.help == ["Did you mean `\\alpha`?"])
  }

  @Test(arguments: [
    ("$x = {{a to km}}$", "$x = {\\text{3\u{A0}km}}$"),
    ("$\\frac{{a to km}}{2}$", "$\\frac{\\text{3\u{A0}km}}{2}$"),
    ("$x_{1}$ and {a to km}, {{b}}", "$x_{1}$ and 3\u{A0}km, {b}"),
  ])
  func figuresStandInFormulasToo(_ text: String, _ expected: String) throws {
    let loaded = try load(withFrontMatter("## 1.1 One\n\n```show\n\(text)\n```\n"))
    let live = try #require(loaded.exercise?.questions.first?.liveTexts.first)
    let filled = live.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let place):
        place.isInFormula ? "{\\text{3\u{A0}km}}" : "3\u{A0}km"
      }
    }
    let places = live.placeholders.map(\.formula.text)
    #expect(places == ["a to km"])
    #expect(filled.joined() == expected + "\n")
  }
}
