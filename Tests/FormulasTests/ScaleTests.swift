import Formulas
import Testing

/// Long notebooks: what is done for each statement must not grow with all the others.
@Suite(.serialized) struct ScaleTests {
  private static func statements(_ lines: [String]) -> [Statement] {
    stride(from: 0, to: lines.count, by: 1000).flatMap { start in
      Parser.parse(lines[start..<min(start + 1000, lines.count)].joined(separator: "\n")).items
        .compactMap { item in
          if case .statement(let statement) = item { return statement }
          return nil
        }
    }
  }

  private static let reversedChain = statements(
    (0..<5000).reversed().map { $0 == 0 ? "n0 = 1 kg" : "n\($0) = n\($0 - 1) + 1 kg" })

  @Test func aChainDefinedInReverseHasItsValues() throws {
    let took = HostileTextTests.onASmallStack {
      let page = NotebookPage()
      let entries = page.sheet.load(Self.reversedChain)
      #expect(entries.allSatisfy { $0.problem == nil })
      #expect(page.last("n4999") == "5000 kg")
    }
    #expect(took < 20)
  }

  @Test func aCircleOfThousandsIsTold() {
    let took = HostileTextTests.onASmallStack {
      let page = NotebookPage()
      let entries = page.sheet.load(
        Self.statements((0..<5000).map { "n\($0) = n\(($0 + 1) % 5000) + 1" }))
      #expect(entries.allSatisfy { $0.problem?.diagnostic.id == "circle" })
    }
    #expect(took < 20)
  }

  @Test func tenThousandDefinitionsAreEnteredAndLoaded() {
    let lines = (0..<10_500).map {
      "name\($0) = \($0 % 7) kg + \($0 > 10 ? "name\($0 - 9)" : "1 kg")"
    }
    let took = HostileTextTests.onASmallStack {
      let statements = Self.statements(lines)
      let page = NotebookPage()
      let problems = statements.map { page.sheet.enter($0) }.filter { $0.problem != nil }
      #expect(problems.count == 500)
      #expect(problems.first?.problem?.diagnostic.id == "too-many-names")
      let other = NotebookPage()
      #expect(other.sheet.load(statements).count { $0.problem != nil } == 500)
      // All at once undefined, all at once defined again.
      _ = other.type("name0 = 5 kg; name0 = 6 kg")
      let third = NotebookPage()
      _ = third.sheet.load(statements.reversed())
    }
    #expect(took < 60)
  }

  @Test func aNotebookFullOfUnknownNamesLoadsSoon() {
    let lines = (0..<5000).map { "name\($0) = nume\($0) + 1" }
    let took = HostileTextTests.onASmallStack {
      let page = NotebookPage()
      #expect(page.sheet.load(Self.statements(lines)).allSatisfy { $0.problem != nil })
    }
    #expect(took < 30)
  }

  @Test func aNotebookOfHeavyFormulasHasOneBudget() {
    let lines = (0..<3000).map { "x\($0) = sum(range(200000) * 2)" }
    let took = HostileTextTests.onASmallStack {
      let page = NotebookPage()
      let entries = page.sheet.load(Self.statements(lines))
      #expect(entries.contains { $0.problem?.diagnostic.id == "too-many-steps" })
      #expect(entries.first?.problem == nil)
    }
    #expect(took < 60)
  }
}
