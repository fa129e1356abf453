import Formulas
import Testing

@Suite struct WorksheetTests {
  @Test func aNewFormulaIsFollowedEverywhere() throws {
    let page = NotebookPage()
    page.type("power = 450 W; time = 2 h; energy = power * time; double = 2 * energy")
    let item = try #require(Parser.parse("power = 900 W").items.first)
    guard case .statement(let statement) = item else { return }
    let entered = page.sheet.enter(statement)
    #expect(entered.changed.map(\.description) == ["energy", "double"])
    #expect(page.last("double") == "3600 Wh")
  }

  @Test func whatReadsANameThroughAColumnFollowsIt() {
    let page = NotebookPage()
    page.type("own = models[models.Model == \"Model 1\"]")
    page.type("x = own[\"Training Time (GPU hours)\"].sum()")
    #expect(page.last("x") == "1000 GPU h")
    page.type("own = models[models.Model == \"Model 2\"]")
    #expect(page.last("x") == "2000 GPU h")
  }

  @Test func whatReadsThroughAFunctionFollowsIt() {
    let page = NotebookPage()
    page.type("rate = 2; def f(a) = a * rate; def g(a) = f(a) + 1; x = g(10); y = x + 1")
    page.type("rate = 3")
    #expect(page.type("x; y") == ["31", "32"])
  }

  @Test(arguments: [
    ("c = a + b\nb = 2 * a\na = 3", ["9", "6", "3"]),
    ("x = 2 trip\nunit tour = 2 trip\nunit trip = 12 km", ["2 trip", "-", "-"]),
    ("y = f(2)\ndef f(a) = a * k\nk = 5", ["10", "-", "5"]),
    ("a = b\nb = a\nc = a\nd = 1", ["error circle", "error circle", "error circle", "1"]),
    ("a = b\nb = c\nc = a\nd = 2", ["error circle", "error circle", "error circle", "2"]),
    ("a = 5\na = a / 1000\nb = a", ["5", "error self-reference", "5"]),
    ("a = 1\na = 2\nb = a", ["-", "2", "2"]), ("a\na = 1\na = 2", ["2", "-", "2"]),
    ("a = b + 1\nb = 1 kg", ["error dimensions-differ", "1 kg"]),
    ("b = 2 * a\na = foo", ["error no-value", "error unknown-name"]),
    ("models[\"E\"] = models[\"D\"] * 2\nmodels[\"D\"] = 3", ["[6, 6, 6]", "[3, 3, 3]"]),
    ("t = models[\"D\"].sum()\nmodels[\"D\"] = 3", ["9", "[3, 3, 3]"]),
    ("n = len(models[models.D > 1])\nmodels[\"D\"] = 3", ["3", "[3, 3, 3]"]),
  ]) func aNotebookLoadsInAnyOrder(_ text: String, _ shown: [String]) {
    #expect(NotebookPage().load(text) == shown)
  }

  @Test func aCircleMendedIsForgotten() {
    let page = NotebookPage()
    #expect(
      page.load("a = b\nb = c\nc = a\nx = a") == [
        "error circle", "error circle", "error circle", "error circle",
      ])
    page.type("c = 5")
    #expect(page.type("a; b; x") == ["5", "5", "5"])
  }

  @Test(arguments: [
    ("a = 1; b = a; a = b", "error circle"), ("a = 1; b = a; c = b; a = c + 1", "error circle"),
    ("x = x / 1000", "error self-reference"), ("x = 5; x = x / 1000", "error self-reference"),
    ("k = 2; def f(a) = a * k; y = f(1); k = y", "error circle"),
    ("y = 1; def f(a) = a * y; y = f(2)", "error circle"),
  ]) func circlesAreRefusedAndNothingChanges(_ text: String, _ shown: String) {
    let page = NotebookPage()
    #expect(page.last(text) == shown)
    #expect(
      page.sheet.keys.allSatisfy { key in
        if case .success? = page.sheet.value(of: key) { return true }
        return false
      })
  }

  @Test func aRefusedStatementLeavesTheOldValue() {
    let page = NotebookPage()
    #expect(
      page.type("x = 5; y = x + 1; x = 3 kg + 2 m; x; y") == [
        "5", "6", "error dimensions-differ", "5", "6",
      ])
  }

  @Test func enteringAndLoadingAgree() {
    let text = "a = 3 kg\nb = a * 2\nunit box = 5 kg\nc = b to box\nmodels[\"W\"] = c\nmodels.W"
    #expect(NotebookPage().load(text).last == NotebookPage().last(text))
  }
}

@Suite struct WorksheetGraphTests {
  private func keys(_ names: [String]) -> [Worksheet.Key] { names.map { .name($0) } }

  @Test func aFixedValueTakesTheFormulasPlaceAndWhatReadsItFollows() {
    let page = NotebookPage()
    page.type("a = 2; b = a + 1; models[\"E\"] = b; c = models[\"E\"].sum()")
    let sheet = page.sheet
    #expect(sheet.fix(.name("b"), to: .quantity(10, .one)))
    #expect(page.type("b; c; a") == ["10", "30", "2"])
    #expect(sheet.text(of: .name("b")) == nil)
    #expect(sheet.formula(of: .name("b")) == nil)
    page.type("a = 5")
    #expect(page.last("b") == "10")
    // A formula takes the place back.
    page.type("b = 2 * a")
    #expect(page.type("b; c") == ["10", "30"])
    page.type("a = 6")
    #expect(page.type("b; c") == ["12", "36"])
  }

  @Test func aNameThatWasNotThereYetIsFoundOnceItIsFixed() {
    let page = NotebookPage()
    #expect(page.load("x = later * 2") == ["error unknown-name"])
    page.sheet.fix(.name("later"), to: .quantity(4, .one))
    #expect(page.last("x") == "8")
  }

  @Test func aCircleEndsWhereAValueIsFixed() {
    let page = NotebookPage()
    #expect(page.load("a = b\nb = a") == ["error circle", "error circle"])
    page.sheet.fix(.name("a"), to: .quantity(3, .one))
    #expect(page.last("b") == "3")
  }

  @Test func aColumnIsFixedOnlyToAsManyNumbersAsItHasRows() {
    let page = NotebookPage()
    let key = Worksheet.Key.column(table: "models", column: "New")
    #expect(!page.sheet.fix(key, to: .column([1, 2], .one)))
    #expect(!page.sheet.fix(.column(table: "models", column: "Model"), to: .quantity(1, .one)))
    #expect(!page.sheet.fix(.column(table: "none", column: "New"), to: .quantity(1, .one)))
    #expect(page.sheet.fix(key, to: .quantity(7, .one)))
    #expect(page.last("models[\"New\"]") == "[7, 7, 7]")
  }

  @Test func whatAFormulaUsesIsToldByWhereItComesFrom() {
    let page = NotebookPage()
    page.sheet.provide(.quantity(3, .one), as: "given")
    page.type("k = 2; def f(p) = p * k")
    page.type("x = f(given) * models[\"Training Time (GPU hours)\"] * k")
    let uses = page.sheet.uses(of: .name("x"))
    #expect(uses.own == keys(["k", "f"]))
    #expect(uses.provided == ["given"])
    #expect(
      uses.shipped == [.column(table: "models", column: "Training Time (GPU hours)")])
    #expect(page.sheet.uses(of: .name("nothing")).own.isEmpty)
  }

  @Test func directDependentsAreThoseThatNameTheKeyThemselves() {
    let page = NotebookPage()
    page.type("a = 1; b = a; c = b; models[\"E\"] = a")
    #expect(
      page.sheet.directDependents(of: .name("a")) == [
        .name("b"), .column(table: "models", column: "E"),
      ])
    #expect(page.sheet.dependents(of: .name("a")).count == 3)
  }
}
