import Diagnostics
import TextLayout
import Tutoring

/// The arithmetic of names and formulas.
extension TutorTerminal {
  func lines(_ shown: ShownDerivation) -> [StyledText] {
    headingLines(shown) + derivationLines(shown)
      + (shown.adopted.map {
        wrap(StyledText("  ") + HelpWording.takenAs(display.text($0)), indent: 2)
      } ?? [])
      + sourceLines(shown) + otherRows(shown)
  }

  private func headingLines(_ shown: ShownDerivation) -> [StyledText] {
    if let name = shown.name {
      return wrap(HelpMessage.heading(name, row: shown.row).text, indent: 2)
    }
    return shown.row.map { wrap(HelpWording.forRow($0)) } ?? []
  }

  private func derivationLines(_ shown: ShownDerivation) -> [StyledText] {
    let layout = DerivationLayout(
      derivation: shown.derivation, display: display, asked: shown.asked)
    guard let problem = shown.derivation.problem else { return layout.lines() }
    return layout.lines()
      + (shown.isJudged
        ? layout.paragraph("  ", HelpWording.stops(problem), hanging: 2)
        : lines(LocatedDiagnostic(problem.diagnostic, in: SourceText(shown.text))))
  }

  private func sourceLines(_ shown: ShownDerivation) -> [StyledText] {
    let layout = DerivationLayout(derivation: shown.derivation, display: display, asked: nil)
    let writer = layout.writer
    var lines: [StyledText] = []
    func add(_ text: StyledText, _ start: String = "        ") {
      lines += layout.paragraph(start, text, hanging: 10)
    }
    for source in shown.sources {
      var text =
        StyledText(source.name, .name) + " = " + StyledText(writer.short(source.formula, 72), .code)
      if let value = source.value {
        text += (source.isList ? HelpWording.here : " = ") + writer.figure(value)
      }
      add(text, lines.isEmpty ? "  where " : "        ")
    }
    if shown.moreSources > 0 { add(HelpWording.moreSources(shown.moreSources)) }
    if let command = shown.nextCommand { add(HelpWording.shows(command)) }
    return lines
  }

  private func otherRows(_ shown: ShownDerivation) -> [StyledText] {
    guard !shown.otherRows.isEmpty else { return [] }
    let writer = FigureWriter(display: display)
    var text = StyledText()
    for row in shown.otherRows {
      if !text.isEmpty { text += ", " }
      text += writer.name(row.name) + "\u{A0}" + writer.figure(row.value)
      if let verdict = row.verdict { text += "\u{A0}" + symbols.rows([verdict])[0] }
    }
    if shown.moreRows > 0 { text += ", " + StyledText(HelpWording.moreRows(shown.moreRows)) }
    return wrap(StyledText("  others  ", .dim) + text, indent: 10).map(writer.unglued)
  }
}
