import Formulas
import Testing

/// The rules of foreign syntax, each by the example in its entry.
@Suite struct ForeignSyntaxTests {
  private func firstProblem(in text: String) -> FormulaProblem? {
    let page = CoursePage()
    _ = page.enter("n = 3")
    for item in Parser.parse(text).items {
      switch item {
      case .problem(let problem, _): return problem
      case .statement(let statement):
        if let problem = page.sheet.enter(statement).problem { return problem }
      }
    }
    return nil
  }

  @Test(arguments: ForeignSyntax.all.map(\.example.typed))
  func anExampleIsRecognisedByItsRuleAndMendedAsItSays(_ typed: String) throws {
    let rule = try #require(ForeignSyntax.all.first { $0.example.typed == typed })
    let problem = try #require(firstProblem(in: typed))
    if case .foreignSyntax(let found, _, _, _) = problem.kind {
      #expect(found.example.typed == typed)
    } else {
      #expect(rule.mendsOrdinaryMistake, "what is said: \(problem.diagnostic.id)")
    }
    let offered = problem.diagnostic.help.filter { $0.hasPrefix("`") }
    #expect(offered == rule.example.fixIts.map { "`\($0)`" })
    #expect(!problem.diagnostic.message.isEmpty)
  }

  @Test(arguments: ForeignSyntax.all.map(\.example.typed))
  func whatIsOfferedCanBeTyped(_ typed: String) throws {
    let rule = try #require(ForeignSyntax.all.first { $0.example.typed == typed })
    for fixIt in rule.example.fixIts where fixIt.first != "#" {
      #expect(firstProblem(in: fixIt)?.diagnostic.id == nil, "\(fixIt)")
    }
  }

  @Test func noTwoRulesHaveOneExample() {
    let typed = ForeignSyntax.all.map(\.example.typed)
    #expect(Set(typed).count == typed.count)
    #expect(typed.count > 50)
  }
}
