import Quantities
import TextLayout
import Tutoring

/// Units, and amounts beside what one knows.
extension TutorTerminal {
  func lines(_ topic: UnitTopic, _ exerciseUnits: Set<String>) -> [StyledText] {
    let unitHelp = UnitHelp(display: display, exerciseUnits: exerciseUnits)
    switch topic {
    case .overview(let units, let areExercises): return overview(units, areExercises)
    case .note: return prose(HelpWording.unitNote)
    case .quantity(let row, let asked, let declared):
      return unitHelp.lines(of: row, asked: asked, declared: declared)
    case .unit(let unit, let number, let places):
      return unitHelp.lines(of: unit, number: number)
        + (places.isEmpty
          ? [] : unitHelp.line("used in", StyledText(places.joined(separator: ", "))))
    case .refused(let word, let reason): return wrap(HelpMessage.refused(word, reason).text)
    }
  }

  private func overview(
    _ units: [(unit: Unit, places: [String])], _ areExercises: Bool
  ) -> [StyledText] {
    let rows = units.compactMap { unit, places -> [StyledText]? in
      guard let account = unit.accounts.first else { return nil }
      // A narrow window has no room for where it is met.
      let isMet = width >= 60 && !places.isEmpty
      return [
        StyledText("  \(unit.symbol)", .unit), StyledText(HelpWording.kind(account.origin)),
        StyledText(isMet ? "in \(places.joined(separator: ", "))" : "", .dim),
      ]
    }
    let own =
      units.isEmpty
      ? []
      : wrap(HelpMessage.ownUnits(isExercises: areExercises).text)
        + TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
        .lines(width: width, unicode: unicode, inWords: inWords)
        + wrap(HelpMessage.countedAndLabels.text)
    return own + wrap(HelpMessage.allUnits.text) + wrap(HelpMessage.askOn.text)
  }

  // MARK: Amounts

  func lines(_ shown: ShownEquivalents) -> [StyledText] {
    let title = wrap(title(of: shown), indent: 2)
    switch shown.found {
    case .missing: return title + wrap(EquivalencyMessage.missing.text)
    case .negative: return title + wrap(EquivalencyMessage.negative)
    case .zero: return title + wrap(EquivalencyMessage.zero)
    case .tooSmall: return title + wrap(EquivalencyMessage.tooSmall)
    case .nothing: return title + wrap(EquivalencyMessage.nothingFits)
    case .texts(let texts, let leavesOut):
      return title + prose(texts.map { "- " + $0 }.joined(separator: "\n"))
        + (leavesOut ? wrap(EquivalencyMessage.tooSmallForOthers.text) : [])
    }
  }

  private func title(of shown: ShownEquivalents) -> StyledText {
    let amount = display.text(shown.amount)
    switch shown.title {
    case .typed(let text):
      return text == amount.plain ? amount : StyledText(text, .name) + "  " + amount
    case .row(let name): return StyledText(name, .name) + "  " + amount
    case .sum(let text, let rows): return EquivalencyMessage.sum(text, amount, rows: rows)
    }
  }
}
