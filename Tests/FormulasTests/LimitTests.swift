import Testing

@testable import Formulas
@testable import Quantities

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let limit: Int
    let id: String
    /// What has as many as that.
    let text: @Sendable (Int) -> String

    init(_ name: String, _ limit: Int, _ id: String, _ text: @escaping @Sendable (Int) -> String) {
      (testDescription, self.limit, self.id, self.text) = (name, limit, id, text)
    }
  }

  private static func times(_ count: Int, _ piece: String) -> String {
    String(repeating: piece, count: count)
  }

  private static let ofStatements = [
    Case("length", Parser.lengthLimit, "too-long") { "1" + times($0 - 1, " ") },
    Case("nesting", Parser.nestingLimit, "too-deep") { times($0, "(") + "1" + times($0, ")") },
    Case("chain", Parser.chainLimit, "too-deep") { "1" + times($0, "+1") },
    Case("elements", Budget.standard.elements, "too-many-elements") { "len(range(\($0)))" },
    Case("parts of a plot", PlotStatement.argumentLimit, "argument-count") {
      "x = range(3); plot(" + Array(repeating: "x", count: $0).joined(separator: ", ") + ")"
    },
  ]

  @Test(arguments: ofStatements)
  func aStatementIsTakenUpToItsLimitAndToldBeyond(_ limit: Case) {
    let told = "error \(limit.id)"
    #expect(NotebookPage().type(limit.text(limit.limit)).last != told)
    #expect(NotebookPage().type(limit.text(limit.limit + 1)).last == told)
  }

  /// A notebook of 4 MB may hold as many.
  @Test func statementsAreReadUpToTheirLimit() {
    func last(_ count: Int) -> String? {
      let text = Self.times(count, "1;")
      guard case .problem(let problem, _)? = Parser.parse(text, limit: text.utf8.count).items.last
      else { return nil }
      return problem.diagnostic.id
    }
    #expect(last(Parser.itemLimit) == nil)
    #expect(last(Parser.itemLimit + 1) == "too-many-statements")
  }

  @Test func stepsCallsAndKeptElementsAreBounded() {
    let page = NotebookPage(budget: Budget(steps: 10_000, elements: 1000, calls: 60, kept: 2500))
    #expect(page.last("x = range(1000); y = range(1000); 1") == "1")
    #expect(page.last("z = range(1000)") == "error too-many-kept")
    #expect(page.last("def f(n) = n if n < 1 else f(n - 1); f(58)") != "error too-many-calls")
    #expect(page.last("f(61)") == "error too-many-calls")
    let few = NotebookPage(budget: Budget(steps: 2000, elements: 1000, calls: 60))
    #expect(
      few.last("sum(range(1000)) + sum(range(1000)) + sum(range(1000))") == "error too-many-steps")
  }

  @Test func unitsAreDeclaredUpToTheirLimit() {
    var units = UnitSystem()
    let names = (0...UnitSystem.declarationLimit).map { "widget\($0)q" }
    let taken = names.map { units.declareCounted($0) != nil }
    #expect(taken == names.indices.map { $0 < UnitSystem.declarationLimit })
  }
}
