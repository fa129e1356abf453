import Testing

@Suite struct ColumnTests {
  typealias Case = (typed: String, shown: String)

  @Test(
    arguments: [
      ("[1, 2, 3] * 2 kg", "[2, 4, 6] kg"), ("[1 km, 500 m]", "[1, 0.5] km"),
      ("[1 kg, 2 m]", "error cannot-convert"), ("[1, \"a\"]", "error kinds"),
      ("models[\"Training Time (GPU hours)\"]", "[1000, 2000, 500] GPU h"),
      ("df[\"Training Time (GPU hours)\"] * 450 W to kWh", "[450, 900, 225] kWh"),
      ("models.Model", "[\"Model 1\", \"Model 2\", \"Model 3\"]"),
      ("models[\"Training Time (GPU hours)\"][0]", "1000 GPU h"),
      ("models[\"Training Time (GPU hours)\"][-1]", "500 GPU h"),
      ("models[\"Training Time (GPU hours)\"][3]", "error index"),
      ("models[\"Training Time (GPU hours)\"][0.5]", "error whole-number"),
      (
        "models[models[\"Training Time (GPU hours)\"] > 600 h]",
        "table of 2 rows: Model, Training Time (GPU hours), Accuracy (%)"
      ),
      ("models[models.Model == \"Model 2\"][\"Training Time (GPU hours)\"][0]", "2000 GPU h"),
      ("models[\"Nope\"]", "error unknown-column"), ("models.Modl", "error unknown-column"),
      ("models[\"Accuracy (%)\"]", "[72.1, missing, 68]"),
      ("models[\"Accuracy (%)\"].mean()", "70.05"), ("models[\"Accuracy (%)\"].count()", "2"),
      ("len(models)", "3"), ("len(models.Model)", "3"), ("[1, 2] + [1, 2, 3]", "error lengths"),
      ("models[\"Training Time (GPU hours)\"].sum()", "3500 GPU h"),
      ("[3, 1, 2].median()", "2"), ("[1, 2, 3, 4].std()", "1.29099"), ("[1, 2].min()", "1"),
      ("[1, 2].max()", "2"), ("[1.234, 2.345].round(2)", "[1.23, 2.35]"),
      ("[1, 2, 3].cumsum()", "[1, 3, 6]"),
      ("sum([1, 2, 3])", "6"), ("mean([1, 2, 3] kg)", "2 kg"), ("np.sum([1, 2])", "3"),
      ("np.pi * 2", "6.28319"), ("range(4)", "[0, 1, 2, 3]"), ("range(1, 7, 2)", "[1, 3, 5]"),
      ("linspace(0, 1, 3)", "[0, 0.5, 1]"), ("where([1, 5] > 2, 10 kg, 20 g)", "[0.02, 10] kg"),
      ("sqrt([1, 4] m^2)", "[1, 2] m"), ("[1, 2] > 1", "[False, True]"),
      ("[1, 2] > 1 and [1, 2] < 2", "[False, False]"), ("not [1, 2] > 1", "[True, False]"),
      ("[1, 0] ^ -1", "error division-by-zero"), ("1 / [1, 0]", "error division-by-zero"),
      ("sum(5)", "error column-expected"), ("[].mean()", "error empty-column"),
      ("[1].foo()", "error unknown-member"),
      ("[1].sum", "error not-called"), ("mod(7, 4)", "3"), ("hypot(3 m, 400 cm)", "5 m"),
      ("sin(30 deg)", "0.5"), ("log(e)", "1"), ("log10(1000)", "3"), ("log2(8)", "3"),
      ("exp(1 m)", "error needs-plain-number"), ("sqrt(-1)", "error domain"),
      ("round(2.675, 2)", "2.68"),
      ("max(1 km, 2 m)", "1 km"), ("abs(-3 kg)", "3 kg"), ("floor(2.7 h)", "2 h"),
      ("ceil(2.1)", "3"),
    ] as [Case]) func columnsWorkElementByElement(_ item: Case)
  {
    #expect(NotebookPage().last(item.typed) == item.shown)
  }

  @Test func addedColumnsArePartOfTheTable() {
    let page = NotebookPage()
    #expect(
      page.last("models[\"Total\"] = models[\"Training Time (GPU hours)\"] * 0.45 kW")
        == "[450, 900, 225] kWh")
    #expect(page.last("df[\"Total\"].sum()") == "1575 kWh")
    #expect(page.last("models.Total[1]") == "900 kWh")
    #expect(page.last("models[\"n\"] = 3") == "[3, 3, 3]")
    #expect(page.last("models[models.n > 2][\"Total\"].sum()") == "1575 kWh")
    #expect(page.last("models[\"bad\"] = [1, 2]") == "error lengths")
    #expect(page.sheet.addedColumns(of: "models") == ["Total", "n"])
  }

  @Test func shippedColumnsCannotBeChanged() {
    let page = NotebookPage()
    #expect(page.last("models[\"Model\"] = 3") == "error shipped")
    #expect(page.last("df[\"Model\"] = 3") == "error shipped")
    #expect(page.last("models = 3") == "error shipped")
    #expect(page.last("def models(a) = a") == "error shipped")
    #expect(
      page.last("best = models[models.Model == \"Model 1\"]; best[\"x\"] = 1")
        == "error unsupported")
    #expect(page.last("nope[\"x\"] = 1") == "error unknown-name")
  }

  @Test func aColumnIsANodeOfItsOwn() {
    let page = NotebookPage()
    page.type("power = 450 W")
    page.type("models[\"E\"] = models[\"Training Time (GPU hours)\"] * power to kWh")
    page.type("models[\"C\"] = df[\"E\"] * 2 g/kWh; total = models.C.sum()")
    #expect(page.last("total") == "3150 g")
    page.type("power = 900 W")
    #expect(page.last("total") == "6300 g")
    #expect(page.last("models[\"E\"] = models.C / (2 g/kWh)") == "error circle")
    #expect(page.last("models[\"E\"] = df[\"E\"] * 2") == "error self-reference")
  }
}
