import Formulas
import Foundation
import Testing

/// The tables of functions and constants.
@Suite struct BuiltinFunctionTests {
  @Test(arguments: BuiltinFunction.all.indices)
  func anExampleComesToWhatItsEntrySays(_ index: Int) {
    let function = BuiltinFunction.all[index]
    #expect(NotebookPage().type(function.example.typed) == [function.example.shown])
    #expect(function.names.contains { function.example.typed.hasPrefix($0 + "(") })
  }

  @Test(arguments: BuiltinFunction.all.filter(\.isMethod).map(\.names[0]))
  func aMethodIsTheFunctionOfItsReceiver(_ name: String) throws {
    let page = NotebookPage()
    let asFunction = page.type("\(name)([3, 1, 2] kg)")
    #expect(page.type("([3, 1, 2] kg).\(name)()") == asFunction)
    #expect(page.type("np.\(name)([3, 1, 2] kg)") == asFunction)
  }

  @Test(arguments: BuiltinFunction.allNames)
  func aCallWithoutArgumentsIsToldHowManyThereAre(_ name: String) {
    #expect(NotebookPage().type("\(name)()") == ["error argument-count"])
  }

  @Test func oneAndAllAreNamedInTheLanguagePage() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/language.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    let words = Set(page.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    #expect(BuiltinFunction.allNames.filter { !words.contains($0) } == [])
  }

  @Test func anOptionMayBeNamedAndNothingElse() {
    let page = NotebookPage()
    #expect(page.type("round(2.675 kg, decimals=2)") == ["2.68 kg"])
    #expect(page.type("round(2.675 kg, digits=2)") == ["error argument-name"])
    #expect(page.type("max([1, 2], decimals=2)") == ["error argument-name"])
  }

  @Test(arguments: ["hypot", "atan2", "min", "max"])
  func whatIsNoNumberIsTheOneThatIsMarked(_ name: String) throws {
    for text in ["\(name)(3, models)", "\(name)(models, 3)"] {
      let item = try #require(Parser.parse(text).items.first)
      guard case .statement(let statement) = item else { continue }
      let problem = try #require(NotebookPage().sheet.enter(statement).problem)
      #expect(problem.diagnostic.message == "`\(name)` needs a number, and this is a table.")
      let place = try #require(problem.diagnostic.labels.first?.span)
      #expect(Array(text.utf8)[place.start..<place.end].elementsEqual("models".utf8))
    }
  }

  @Test(arguments: BuiltinConstant.allNames) func aConstantHasAValue(_ name: String) {
    #expect(NotebookPage().value(name)?.unit != nil)
  }
}
