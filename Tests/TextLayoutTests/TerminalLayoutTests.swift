import Testing

@testable import TextLayout

/// A page with every kind of block, on the course's subject.
private let page: [Block] = [
  .heading(level: 1, [.text("Training "), .code("CO₂")]),
  .paragraph([
    .text("Compute the "), .emphasis([.text("emissions")]), .text(" of training,"), .softBreak,
    .text("in "), .code("kg CO2e"), .text(", for "), .strong([.text("each")]),
    .text(" model; see "), .link(destination: "https://example.org/co2", [.text("the table")]),
    .text(" of 1 000 000 GPU hours."),
  ]),
  .list(
    start: nil, tight: true,
    items: [
      ListItem([.paragraph([.text("power is 450 W, drawn by each GPU in the datacentre")])]),
      ListItem([
        .paragraph([.text("intensity")]),
        .list(
          start: 9, tight: true,
          items: [
            ListItem([.paragraph([.text("Switzerland")])]),
            ListItem([.paragraph([.text("日本の電力")])]),
          ]),
      ]),
      ListItem([.paragraph([.text("done")])], checked: true),
      ListItem([.paragraph([.text("to do")])], checked: false),
    ]),
  .quote([.paragraph([.text("Units are always a pain, and numbers are hard to make concrete.")])]),
  .table(
    alignments: [.left, .right],
    header: [[.text("Model")], [.text("Emissions "), .code("(kg)")]],
    rows: [
      [[.text("模型 1")], [.text("117 000")]],
      [[.text("Model 2")], [.text("46 800")]],
    ]),
  .code(info: "reckon", text: "gpu_power = 450 W # of one GPU\n\n\tx\n", fenced: true),
  .rule,
]

private func laidOut(
  _ blocks: [Block], width: Int, unicode: Bool = true, plainMarks: Bool = false
) -> String {
  TerminalLayout(width: width, unicode: unicode, plainMarks: plainMarks).lines(blocks)
    .map(\.plain).joined(separator: "\n")
}

@Suite("A document in a terminal")
struct TerminalLayoutTests {
  @Test func fillsTheWidthOf80Columns() {
    #expect(
      laidOut(page, width: 80) == """
        Training CO₂

        Compute the emissions of training, in kg CO2e, for each model; see the table
        (https://example.org/co2) of 1 000 000 GPU hours.

        • power is 450 W, drawn by each GPU in the datacentre
        • intensity
           9. Switzerland
          10. 日本の電力
        [x] done
        [ ] to do

        │ Units are always a pain, and numbers are hard to make concrete.

        Model    Emissions (kg)
        ───────  ──────────────
        模型 1          117 000
        Model 2          46 800

            gpu_power = 450 W # of one GPU

                x

        ────────────────────────────────────────────────────────────────────────────────
        """)
  }

  @Test func isReadableWithoutColourAndUnicodeAt60Columns() {
    #expect(
      laidOut(page, width: 60, unicode: false, plainMarks: true) == """
        Training `CO₂`
        ==============

        Compute the *emissions* of training, in `kg CO2e`, for
        **each** model; see the table (https://example.org/co2) of
        1 000 000 GPU hours.

        - power is 450 W, drawn by each GPU in the datacentre
        - intensity
           9. Switzerland
          10. 日本の電力
        [x] done
        [ ] to do

        > Units are always a pain, and numbers are hard to make
        > concrete.

        Model    Emissions `(kg)`
        -------  ----------------
        模型 1            117 000
        Model 2            46 800

            gpu_power = 450 W # of one GPU

                x

        ------------------------------------------------------------
        """)
  }

  @Test func isReadableAt30Columns() {
    #expect(
      laidOut(page, width: 30) == """
        Training CO₂

        Compute the emissions of
        training, in kg CO2e, for each
        model; see the table
        (https://example.org/co2) of
        1 000 000 GPU hours.

        • power is 450 W, drawn by
          each GPU in the datacentre
        • intensity
           9. Switzerland
          10. 日本の電力
        [x] done
        [ ] to do

        │ Units are always a pain, and
        │ numbers are hard to make
        │ concrete.

        Model    Emissions (kg)
        ───────  ──────────────
        模型 1          117 000
        Model 2          46 800

            gpu_power = 450 W # of one
                GPU

                x

        ──────────────────────────────
        """)
  }

  @Test(arguments: [80, 60, 30, 16, 1], [true, false])
  func keepsEveryLineWithinTheWidth(width: Int, unicode: Bool) {
    for line in TerminalLayout(width: width, unicode: unicode).lines(page) {
      #expect(line.width <= max(16, width))
      #expect(line == line.trailingSpaceTrimmed)
    }
  }

  @Test func coloursHeadingsMarksCodeAndLinks() {
    let blocks: [Block] = [
      .heading(level: 2, [.text("A "), .code("x")]),
      .paragraph([
        .strong([.text("b")]), .text(" "), .emphasis([.text("c"), .strong([.text("d")])]),
        .text(" "), .link(destination: "u", [.text("e")]), .strikethrough([.text("f")]),
      ]),
    ]
    let text = TerminalLayout().lines(blocks).joined().rendered(colour: true)
    #expect(
      text.replacing("\u{1B}", with: "␛") == """
        ␛[1;34mA ␛[0m␛[36mx␛[0m

        ␛[1mb␛[0m ␛[3mc␛[0m␛[1md␛[0m ␛[4me␛[0m␛[2m (u)␛[0m~~f~~
        """)
  }

  @Test(arguments: [
    ("https://a.org", "https://a.org", "https://a.org"),
    ("http://www.a.org", "www.a.org", "www.a.org"),
    ("mailto:a@b.ch", "a@b.ch", "a@b.ch"),
    ("#units", "below", "below"),
    ("", "nowhere", "nowhere"),
    ("units.md", "units", "units (units.md)"),
  ])
  func showsADestinationThatSaysMoreThanItsText(
    destination: String, text: String, shown: String
  ) {
    let link = Inline.link(destination: destination, [.text(text)])
    #expect(laidOut([.paragraph([link])], width: 80) == shown)
  }

  @Test func namesAnImageByItsAlternativeText() {
    let image = Inline.image(destination: "a.svg", alt: "Accuracy against emissions")
    #expect(
      laidOut([.paragraph([image])], width: 80) == "[image: Accuracy against emissions] (a.svg)")
  }

  @Test(arguments: [
    ("CO<sub>2</sub>", "CO2"), ("10<sup>3</sup>", "10^3"), ("a<br/>b", "a\nb"),
    ("<!-- no -->x", "x"), ("open <file>", "open <file>"),
  ])
  func showsTagsAsAReaderMeansThem(source: String, shown: String) {
    var inlines: [Inline] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      inlines += [.text(String(rest[..<open])), .html(String(rest[open...close]))]
      rest = rest[rest.index(after: close)...]
    }
    inlines.append(.text(String(rest)))
    #expect(laidOut([.paragraph(inlines)], width: 80) == shown)
  }

  @Test func leavesNoBlankLinesForBlocksThatShowNothing() {
    let blocks: [Block] = [
      .html("<!-- for the author\nalone -->\n"), .paragraph([.text("a")]),
      .code(info: "", text: "", fenced: true), .paragraph([.html("<!-- x -->")]),
      .paragraph([.text("b")]), .html("<!-- end -->"),
    ]
    #expect(laidOut(blocks, width: 80) == "a\n\nb")
  }

  @Test func partsTheItemsOfALooseListByBlankLines() {
    let list = Block.list(
      start: 1, tight: false,
      items: [
        ListItem([.paragraph([.text("a")]), .paragraph([.text("b")])]), ListItem([]),
        ListItem([.paragraph([.text("c")])], checked: true),
      ])
    #expect(laidOut([list], width: 80) == "1. a\n\n   b\n\n2.\n\n3. [x] c")
  }

  @Test func keepsShortCodeAndGroupedNumbersOnOneLine() {
    let paragraph = Block.paragraph([
      .text("It emits 117 000 kg, at "), .code("260 g CO2e/kWh"), .text(" and 12 345 678 h"),
    ])
    #expect(
      laidOut([paragraph], width: 20) == """
        It emits 117 000 kg,
        at 260 g CO2e/kWh
        and 12 345 678 h
        """)
    #expect(
      laidOut([paragraph], width: 16) == """
        It emits 117 000
        kg, at
        260 g CO2e/kWh
        and 12 345 678 h
        """)
  }

  @Test func breaksCodeBetweenWordsAlone() {
    let code = Block.code(
      info: "", text: "emissions = tokens * per_token\nx = 1\n", fenced: true)
    #expect(
      laidOut([code], width: 26) == """
            emissions = tokens *
                per_token
            x = 1
        """)
  }

  @Test func givesNestedContainersNoMoreMarginThanThereIsRoomFor() {
    var block = Block.paragraph([.text("deep inside")])
    for level in 0..<100 {
      block =
        level.isMultiple(of: 2)
        ? .quote([block]) : .list(start: nil, tight: true, items: [ListItem([block])])
    }
    for line in TerminalLayout(width: 30).lines([block]) { #expect(line.width <= 30) }
  }

  @Test func letsNoControlCharacterThrough() {
    let evil = "a\u{1B}[2J\u{9B}31m\u{7}\u{0}b\u{202E}c\r\u{85}\u{2028}d\te"
    let inlines: [Inline] = [
      .text(evil), .code(evil), .link(destination: evil, [.text(evil)]), .html("<" + evil + ">"),
      .image(destination: evil, alt: evil), .emphasis([.text(evil)]),
    ]
    let blocks: [Block] = [
      .heading(level: 1, inlines), .paragraph(inlines), .quote([.paragraph(inlines)]),
      .code(info: evil, text: evil, fenced: true), .html(evil),
      .table(alignments: [.left], header: [inlines], rows: [[inlines]]),
    ]
    for line in TerminalLayout().lines(blocks) {
      for scalar in line.plain.unicodeScalars {
        #expect(scalar.properties.generalCategory != .control)
        #expect(scalar != "\u{202E}" && scalar != "\u{2028}")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func foldsAWordOf200000LettersInGoodTime() {
    let word = String(repeating: "é", count: 200_000)
    let lines = TerminalLayout(width: 80).lines([.paragraph([.text("an " + word)])])
    #expect(lines.count == 2501)
    #expect(lines.map(\.plain).joined() == "an" + word)
  }
}
