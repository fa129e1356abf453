@testable import Exercises

let frontMatterMistakes: [Mistake] = [
  Mistake("front-matter-missing", in: "# Title ◀\n\nText\n"),
  Mistake("front-matter-unclosed", in: "--- ◀\nreckon: 1\nid: test\n"),
  Mistake("key-missing", "key-missing", in: "---\nreckon: 1 ◀◀\n---\n"),
  Mistake("unknown-key", in: header("tabels: {a: a.csv} ◀")),
  Mistake("bad-version", in: "---\nreckon: 2 ◀\nid: test\ntitle: Test\n---\n"),
  Mistake("bad-exercise-id", in: "---\nreckon: 1\nid: My Test ◀\ntitle: Test\n---\n"),
  Mistake("wrong-type", in: "---\nreckon: 1\nid: test\ntitle: [a, b] ◀\n---\n"),
  Mistake("wrong-type", in: "---\nreckon: 1\nid: test\ntitle: ◀\n---\n"),
  Mistake("bad-date", in: header("due: 2024-12-01 ◀")),
  Mistake("bad-date", in: header("due: 2023-02-29T10:00:00Z ◀")),
  Mistake("bad-date", in: header("due: tomorrow ◀")),
  Mistake("bad-number", in: header("hint_cost: 10 ◀")),
  Mistake("wrong-type", in: header("skip: [1.1] ◀")),
  Mistake("unit-kind", in: header("units:\n  token: counted\n  GPU: lable ◀")),
  Mistake("unit-kind", in: header("units:\n  query: {conted: queries} ◀")),
  Mistake("bad-name", in: header("units:\n  2user: counted ◀")),
  Mistake("requires-itself", in: header("requires: [test] ◀")),
  Mistake("bad-exercise-id", in: header("requires:\n  - a-b\n  - A b ◀")),
  Mistake("unreadable", in: header("tables: {a: missing.csv} ◀")),
  Mistake("table-outside", in: header("tables:\n  a: ../a.csv ◀")),
  Mistake("table-outside", in: header("tables:\n  a: {file: /etc/passwd, also: [b]} ◀")),
  Mistake("key-missing", in: header("tables:\n  a: {also: [b]} ◀")),
  Mistake("bad-name", in: header("constants:\n  2a: 1 km ◀")),
  Mistake("wrong-type", in: header("constants:\n  a: [1 km] ◀")),
  Mistake("key-missing", in: header("constants:\n  a: {what: a walk} ◀")),
  Mistake("unknown-key", in: header("constants:\n  a: {value: 1, sorce: me} ◀")),
  Mistake("wrong-type", in: header("constants: [a] ◀")),
  Mistake("wrong-type", in: header("concrete:\n  - far away ◀")),
  Mistake("key-missing", in: header("concrete:\n  - text: '{amount} far' ◀")),
  Mistake("unknown-key", in: header("concrete:\n  - {for: km, text: '{amount}', factor: 2} ◀")),
  Mistake("comparison-without-figure", in: header("concrete:\n  - {for: km, text: far} ◀")),
  Mistake("show-unclosed", in: header("concrete:\n  - {for: km, text: '{amount'} ◀")),
  Mistake("bad-name", in: header("concrete:\n  - {for: km, text: '{amount}', uses: {a-b: m}} ◀")),
]

let yamlMistakes: [Mistake] =
  [
    Mistake("key-twice", in: header("due: 2024-12-01T10:00Z\ntitle: Again ◀")),
    Mistake("yaml-colon", in: question("points: 1\nhints: [a]\nsolution: Note: this ◀")),
    Mistake("yaml-no-colon", in: question("points: 1\nanswers ◀")),
    Mistake("yaml-indentation", in: question("points: 1\nanswers:\n  a: 1\n b: 2 ◀")),
    Mistake("yaml-tab", in: question("points: 1\nanswers:\n\ta: 1 ◀")),
    Mistake("yaml-tab", in: question("points: 1\nanswers:\n  a: 1\n\tb: 2 ◀")),
    Mistake("yaml-tab", in: question("points: 1\nhints:\n\t- Look. ◀\nanswers: {a: 1}")),
    Mistake("yaml-tab", in: question("points: 1\nanswers:\n  a:\n  \texpect: 1 ◀")),
    Mistake("yaml-tab", in: header("units:\n\ttoken: counted ◀")),
    Mistake("yaml-bracket", in: question("points: 1\nhints: [a, b ◀\nanswers: {a: 1}")),
    Mistake("yaml-brace", in: question("points: 1\nanswers: {a: 1 W ◀\n")),
    Mistake("yaml-start", in: question("points: 1\nanswers:\n  a: @home ◀")),
    Mistake("yaml-quote", in: question("points: 1\nanswers:\n  a: \"1 W ◀")),
    Mistake("yaml-escape", in: question("points: 1\nanswers:\n  a: \"1 \\W\" ◀")),
    Mistake("yaml-star", in: question("points: 1\nanswers:\n  a: *b ◀")),
    Mistake("yaml-second-part", in: question("points: 1\n--- ◀\nanswers: {a: 1}")),
    Mistake("yaml-control-character", in: question("points: 1\nanswers: {a: \u{1}1} ◀")),
    Mistake("anchor", in: question("points: 1\nanswers:\n  a: &x 1 W\n  b: *x ◀")),
    Mistake("yaml-key", in: question("points: 1\nanswers:\n  a: 1\n  [b]: 2 ◀")),
    Mistake(
      "yaml-lost-rest", in: question("points: 1\nanswers: {a: 1}\nhints:\n  - See table #2 ◀")),
    Mistake(
      "yaml-lost-rest",
      in: question("points: 1\nanswers: {a: 1}\nsolution: See ◀\n  the table\n  there #2 of it")),
    Mistake("yaml-lost-rest", in: header("units: {token: counted} #words\nhint_cost: 0 #later ◀")),
  ]
  + [
    "$\\theta$", "a $x \\nu$", "$\\beta$", "$\\frac{a}{b}$", "so \\rho", "\\vec", "\\alpha",
    "$\\epsilon$",
    "one\\newline two", "a \\times b",
  ].map {
    Mistake(
      "yaml-lost-command", in: question("points: 1\nanswers: {a: 1}\nhints:\n  - \"\($0)\" ◀"))
  }

let blockMistakes: [Mistake] = [
  Mistake("unclosed-block", in: body("## 1.1 A\n\n```question ◀\npoints: 0\noptions: [a]\n")),
  Mistake(
    "unclosed-block",
    in: body(
      "## 1.1 A\n```question ◀\npoints: 0\noptions: [a]\n\n```debrief\nSo.\n```\n\n## 1.2 B\nText")),
  Mistake("unclosed-block", in: body("## 1.1 A\n``` ◀\nx = 1\n\n## 1.2 B\nText")),
  Mistake("question-twice", in: body("## 1.1 A\n\n## 1.1 B ◀\n")),
  Mistake(
    "second-question",
    in: body("## 1.1 A\n```question\n\(poll)\n```\n```question ◀\n\(poll)\n```\n")),
  Mistake("block-outside-question", in: body("# A\n```question ◀\n\(poll)\n```\n")),
  Mistake("block-outside-question", in: body("# A\n```debrief ◀\nSo.\n```\n")),
  Mistake("misspelt-block", in: body("## 1.1 A\n```tabel t ◀\na,b\n1,2\n```\n")),
  Mistake("show-unclosed", in: body("```show\nText.\nIt is {x to kg. ◀\n```\n")),
  Mistake("show-unclosed", in: body("## 1 A\n```show\n{a {b} ◀\n```\n")),
  Mistake("show-empty", in: body("```show\nIt is { }. ◀\n```\n")),
  Mistake("show-option", in: body("```show\nIt is {x | round}. ◀\n```\n")),
  Mistake("show-option", in: body("```show\nIt is {x | 0 figures}. ◀\n```\n")),
  Mistake("show-names-unclosed", in: body("```show\na = 3 ◀\nb = 2\n```\n")),
  Mistake("show-name", in: body("```show\na = 3\nIt is {a}. ◀\n---\n```\n")),
  Mistake("table-unnamed", in: body("```table ◀\na,b\n1,2\n```\n")),
  Mistake("ragged-row", in: body("```table t\na,b\n1,2\n1 ◀\n```\n")),
  Mistake("column-twice", in: body("```table t\na [kg],a [t] ◀\n1,2\n```\n")),
  Mistake("empty-heading", in: body("```table t\na, ◀\n1,2\n```\n")),
  Mistake("empty-table", in: body("```table t\n◀```\n")),
  Mistake("empty-table", in: body("```table t\na,b ◀\n```\n")),
  Mistake("table-separator", in: body("```table t\na|b ◀\n1|2\n```\n")),
  Mistake("cell-is-no-number", in: body("```table t\na [kg]\n1\nn/a ◀\n```\n")),
  Mistake("table-quotes", in: body("```table t\na,b\n\"1\"2,3 ◀\n```\n")),
  Mistake("table-quotes", in: body("```table t\na,b\n1,2\n\"1,3 ◀\n```\n")),
  Mistake("table-separator", in: body("```table t\na;b ◀\n1;2\n```\n")),
  Mistake("table-twice", in: body("```table t\na\n1\n```\n```table t ◀\na\n1\n```\n")),
]

/// Blocks that students would see with their answers.
let shownQuestions: [Mistake] =
  ["Question", "quesiton", "{question}", "yaml question", "debreif", "Debrief"].map {
    Mistake("misspelt-block", in: body("## 1.1 A\n```\($0) ◀\n\(poll)\n```\n"))
  }
  + ["- a\n\n  ", "1. a\n   - ", "- ", "> ", "Text\n\n    ", "* > "].map { before in
    let marks = before.split(separator: "\n").last ?? ""
    let rest = marks.map { $0 == ">" ? ">" : " " as String }.joined()
    let lines = poll.replacing("\n", with: "\n" + rest)
    return Mistake(
      "unread-block",
      in: body("## 1.1 A\n\(before)```question ◀\n\(rest)\(lines)\n\(rest)```\n"))
  } + [
    Mistake("unread-block", in: body("## 1.1 A\n```yaml ◀\n\(poll)\n```\n")),
    Mistake("unread-block", in: body("## 1.1 A\n\npoints: 1 ◀\nanswers: {a: 5}\n")),
    Mistake("comment-unclosed", in: body("## 1.1 A\n\n<!-- For me ◀\n\n## 1.2 B\n")),
    Mistake("comment-unclosed", in: body("## 1.1 A\n\nText <!-- for me ◀\n\nand --> more\n")),
  ]

let valueMistakes: [Mistake] = [
  Mistake("key-as-answer", in: question("points: 1\nanswers:\n  a: 5 MPa\n  unit: MPa ◀")),
  Mistake(
    "key-as-answer", "key-as-answer",
    in: question("points: 1\nanswers:\n  a: {expect: 5}\n  tolerance: 1% ◀\n  weight: 2 ◀")),
  Mistake("key-as-answer", in: question("points: 1\nanswers:\n  bare: adopt ◀\n  a: 5 MPa")),
  Mistake("key-as-answer", in: question("points: 1\nanswers:\n  a: 5\n  range: [4, 6] ◀")),
  Mistake("key-missing", in: opened("question ◀\nanswers: {a: 1 W}")),
  Mistake("kind-missing", in: opened("question ◀\npoints: 1")),
  Mistake("kinds-mixed", in: question("points: 1\nanswers: {a: 1 W}\noptions: [a, b] ◀")),
  Mistake("bad-number", in: question("points: -1 ◀\nanswers: {a: 1 W}")),
  Mistake("bad-number", in: question("points: 1\nhint_cost: 120% ◀\nanswers: {a: 1 W}")),
  Mistake("bad-number", in: question("points: 1\nhint_cost: -5% ◀\nanswers: {a: 1 W}")),
  Mistake("bad-word", in: question("points: 1\nskip: perhaps ◀\nanswers: {a: 1 W}")),
  Mistake("bad-number", in: question("points: 1e308 ◀\nanswers: {a: 1 W}")),
  Mistake("bad-number", in: question("points: 10001 ◀\nanswers: {a: 1 W}")),
  Mistake("bad-number", in: answer("weight: 1e308 ◀")),
  Mistake("bad-number", in: answer("weight: 1e-320 ◀")),
  Mistake("bad-number", in: question("points: many ◀\nanswers: {a: 1 W}")),
  Mistake("wrong-type", in: question("points: [1] ◀\nanswers: {a: 1 W}")),
  Mistake("bad-word", in: question("points: 1\npractice: maybe ◀\nanswers: {a: 1 W}")),
  Mistake("wrong-type", in: question("points: 1\nanswers: 450 W ◀")),
  Mistake("wrong-type", in: question("points: 1\nanswers: [a, b] ◀")),
  Mistake("empty-list", in: question("points: 1\nanswers: {} ◀")),
  Mistake("bad-name", in: question("points: 1\nanswers:\n  gpu power: 450 W ◀")),
  Mistake("key-missing", in: question("points: 1\nanswers:\n  a: {unit: W} ◀")),
  Mistake("key-missing", in: question("points: 1\nanswers:\n  a: ◀")),
  Mistake("key-twice", in: question("points: 1\nanswers:\n  a: 1 W\n  b: 2 W\n  a: 3 W ◀")),
  Mistake(
    "answer-twice",
    in: question("points: 1\nanswers:\n  a: 1 W\n  b: {expect: 2 W, also: [a]} ◀")),
  Mistake("answer-twice", in: question("points: 1\ngiven: {a: 2 W}\nanswers:\n  a: 1 W ◀")),
  Mistake("key-misplaced", in: question("points: 1\nunit: kg ◀\nanswers: {a: 1 kg}")),
  Mistake("several-tolerances", in: answer("tolerance: 1%\n    sigfigs: 2 ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: 5 ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: -1% ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: small ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: ±0 ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: ±-0.1 ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: ± ◀")),
  Mistake("bad-tolerance", in: answer("tolerance: 5 ±0.1 ◀")),
  Mistake("distance-of-percent", in: answer("tolerance: ±10% ◀")),
  Mistake("wrong-type", in: answer("or: {a: 2 kg} ◀")),
  Mistake("unknown-key", in: question("points: 1\nor: 2 W ◀\nanswers: {a: 1 W}")),
  Mistake("bad-written", in: answer("written: 3 ◀")),
  Mistake("bad-written", in: answer("written: 0 figures ◀")),
  Mistake("bad-written", in: answer("written: 16 decimals ◀")),
  Mistake("bad-written", in: answer("written: 2.5 figures ◀")),
  Mistake("bad-written", in: answer("written: 2 decimal places ◀")),
  Mistake("wrong-type", in: answer("written: [2 decimals] ◀")),
  Mistake("bad-number", in: answer("shares: {other-form: 120%} ◀")),
  Mistake("bad-number", in: answer("sigfigs: 0 ◀")),
  Mistake("bad-number", in: answer("within: 1x ◀")),
  Mistake("bad-range", in: answer("range: [1 kg] ◀")),
  Mistake("bad-number", in: answer("weight: 0 ◀")),
  Mistake("bad-word", in: answer("units: conver ◀")),
  Mistake("bad-word", in: answer("bare: yes ◀")),
  Mistake("bad-word", in: answer("counts: lax ◀")),
  Mistake("bad-number", in: answer("shares: {unit-missing: 2} ◀")),
  Mistake("unknown-key", in: answer("shares: {unit-mising: 1} ◀")),
  Mistake("bad-other-name", in: answer("also: ['models[Total]'] ◀")),
  Mistake("wrong-type", in: answer("accepts: {a: b} ◀")),
  Mistake("bad-name", in: question("points: 1\ngiven:\n  a b: 1 ◀\nanswers: {a: 1 W}")),
  Mistake("wrong-type", in: question("points: 1\nhints:\n  - Note: this ◀\nanswers: {a: 1 W}")),
  Mistake(
    "key-missing", in: question("points: 1\nmisconceptions:\n  - when: a ◀\nanswers: {a: 1}")),
]

let functionMistakes: [Mistake] = [
  Mistake("bad-function", in: question("points: 1\nfunction: f ◀\nexpect: a\ntests: [[1]]")),
  Mistake("bad-function", in: question("points: 1\nfunction: f() ◀\nexpect: a\ntests: [[1]]")),
  Mistake(
    "parameter-twice",
    in: question("points: 1\nfunction: f(a, a) ◀\nexpect: a\ntests: [[1, 2]]")),
  Mistake("key-missing", in: opened("question ◀\npoints: 1\nfunction: f(a)\ntests: [[1]]")),
  Mistake("key-missing", in: opened("question ◀\npoints: 1\nfunction: f(a)\nexpect: a")),
  Mistake("empty-list", in: question("points: 1\nfunction: f(a)\nexpect: a\ntests: [] ◀")),
  Mistake(
    "test-length",
    in: question("points: 1\nfunction: f(a, b)\nexpect: a\ntests:\n  - [1, 2]\n  - [1] ◀")),
  Mistake(
    "key-misplaced",
    in: question("points: 1\nfunction: f(a)\nexpect: a\ntests: [[1]]\nchoose: 2 ◀")),
  Mistake(
    "key-misplaced",
    in: question("points: 1\nfunction: f(a)\nexpect: a\ntests: [[1]]\nwritten: 2 decimals ◀")),
  Mistake(
    "unknown-key",
    in: question(
      "points: 1\nfunction: f(a)\nexpect: a\ntests: [[1]]\nshares: {other-form: 1} ◀")),
]

let choiceMistakes: [Mistake] = [
  Mistake("empty-list", in: question("points: 0\nchoose: 1\noptions: [] ◀")),
  Mistake("choose-too-many", in: question("points: 0\nchoose: 3 ◀\noptions: [a, b]")),
  Mistake("bad-number", in: question("points: 0\nchoose: some ◀\noptions: [a, b]")),
  Mistake("bad-word", in: question("points: 0\noptions:\n  - {text: a, right: perhaps} ◀")),
  Mistake("key-missing", in: question("points: 0\noptions:\n  - {right: yes} ◀")),
  Mistake("unknown-key", in: question("points: 0\noptions:\n  - {text: a, rihgt: yes} ◀")),
  Mistake("no-right-option", in: question("points: 1\noptions: [a, b] ◀")),
  Mistake("no-right-option", in: question("practice: yes\noptions: [a, b] ◀")),
  Mistake(
    "no-wrong-option",
    in: question("points: 1\nchoose: any\noptions: ◀\n  - {text: a, right: yes}")),
  Mistake("option-twice", in: question("points: 0\noptions:\n  - a  b\n  - c\n  - A b ◀")),
]

let textMistakes: [Mistake] = [
  Mistake("criteria-points", in: text("points: 2\ncriteria: ◀\n  - {id: a, points: 1, person: x}")),
  Mistake("bad-sentences", in: question("points: 0\ntext: {sentences: 6..1} ◀")),
  Mistake("unknown-key", in: question("points: 0\ntext: {sentence: 3} ◀")),
  Mistake("criterion-kind", in: text("points: 1\ncriteria:\n  - {id: a, points: 1} ◀")),
  Mistake(
    "criterion-kind",
    in: text("points: 1\ncriteria:\n  - {id: a, points: 1, person: x, mentions: [y]} ◀")),
  Mistake("key-missing", in: text("points: 1\ncriteria:\n  - {points: 1, person: x} ◀")),
  Mistake(
    "criterion-twice",
    in: text(
      "points: 2\ncriteria:\n  - {id: a, points: 1, person: x}\n"
        + "  - {id: a, points: 1, person: y} ◀")),
  Mistake("wrong-type", in: text("points: 1\ncriteria:\n  - {id: a, points: 1, mentions: x} ◀")),
  Mistake(
    "key-missing", in: text("points: 1\ncriteria:\n  - {id: a, points: 1, figures: {name: x}} ◀")),
  Mistake(
    "unknown-key",
    in: text("points: 1\ncriteria:\n  - {id: a, points: 1, figures: [{value: x, nam: y}]} ◀")),
  Mistake(
    "wrong-type", in: text("points: 1\ncriteria:\n  - {id: a, points: 1, figures: [[x]]} ◀")),
  Mistake(
    "bad-number",
    in: text("points: 1\ncriteria:\n  - {id: a, points: 1, figures: [x], at_least: 0} ◀")),
  Mistake("wrong-type", in: question("points: 0\ntext: {}\nmodel_answers: [a] ◀")),
]

private let poll = "points: 0\noptions: [a, b]"

private func header(_ lines: String) -> String {
  "---\nreckon: 1\nid: test\ntitle: Test\n\(lines)\n---\n"
}

private func body(_ text: String) -> String { withFrontMatter(text) }

private func question(_ block: String) -> String { withQuestion(block) }

private func text(_ block: String) -> String { withQuestion("text: {sentences: 1..3}\n" + block) }

private func answer(_ line: String) -> String {
  withQuestion("points: 1\nanswers:\n  a:\n    expect: 1 kg\n    \(line)")
}

/// A question whose opening fence ends with what is given.
private func opened(_ block: String) -> String {
  withFrontMatter("## 1.1 Question\n\n```" + block + "\n```\n")
}
