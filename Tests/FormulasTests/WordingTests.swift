import Diagnostics
import Formulas
import Testing
import TextLayout

/// Sentences for what a transcript cannot bring about by typing.
@Suite struct WordingTests {
  /// The ids that only these tests bring about.
  static let ids = ["bound-elsewhere", "no-value", "symbol-of-name", "too-many-statements"]

  @Test func anAnswerGivenUnderAnotherName() {
    let page = CoursePage(answers: "sum_of_all = 3 kg")
    page.sheet.otherKey = { $0 == "total" ? .name("sum_of_all") : nil }
    #expect(
      page.show("2 * total").text == """
        error: `total` has no value: you gave this answer as
          `sum_of_all`.
          │ 2 * total
          │     ^^^^^
          try: `sum_of_all`
        """)
  }

  /// A text at the prompt is too long before it has so many.
  @Test func moreStatementsThanAreReadAtOnce() throws {
    let text = "1; 2; 3"
    guard case .problem(let problem, _)? = Parser.parse(text, itemLimit: 2).items.last else {
      Issue.record("All three were read.")
      return
    }
    #expect(
      SnippetRenderer(width: 60).render(problem.diagnostic, in: SourceText(text)).plain == """
        error: Only 50'000 statements are read at once; what follows
          is left as it is.
          │ 1; 2; 3
          │       ^
        """)
  }

  @Test func moreStepsThanAWholeNotebookMayUse() {
    let page = CoursePage()
    let shown = page.sheet.together(steps: 2000) {
      page.show("sum(range(900)); sum(range(900))").text
    }
    #expect(
      shown == """
        error: All formulas together take more steps than they may
          use.
          │ sum(range(900)); sum(range(900))
          │                      ^^^^^
          try: fewer rows, or a shorter way
        """)
  }

  @Test func aNameOfANotebookWhoseOwnFormulaHasAMistake() throws {
    let text = "a = b + 1\nb = 3 kg + 2 m"
    let statements = Parser.parse(text).items.compactMap { item in
      if case .statement(let statement) = item { return statement }
      return nil
    }
    let problem = try #require(CoursePage().sheet.load(statements).first?.problem)
    #expect(
      SnippetRenderer(width: 60).render(problem.diagnostic, in: SourceText(text)).plain == """
        error: `b` has no value yet, because its own formula has a
          mistake.
          │ a = b + 1
          │     ^
          try: to mend the formula of `b` first
        """)
  }
}
