import TextAnalysis
import TextLayout

/// The criteria of a text with what is found of each: met, not met, or left to a person.
public struct CriteriaText {
  private let width: Int
  private let unicode: Bool
  private let showsIDs: Bool
  private let inWords: Bool

  /// - `showsIDs`: whether the author's words for the criteria stand before them, which
  ///   students must not see.
  public init(width: Int, unicode: Bool, showsIDs: Bool = false, inWords: Bool = false) {
    self.width = width
    self.unicode = unicode
    self.showsIDs = showsIDs
    self.inWords = inWords
  }

  /// A line each, with its contradictions beneath.
  public func lines(_ reports: [CriterionReport]) -> [StyledText] {
    let criteria = showsIDs ? reports : reports.saidOnce
    let ids = criteria.map { showsIDs ? $0.id : "" }
    let idWidth = min(ids.map(displayWidth).max() ?? 0, 16)
    let marks = criteria.map(mark)
    let markWidth = inWords ? 0 : marks.map { displayWidth($0.plain) }.max() ?? 1
    return zip(criteria, zip(ids, marks)).flatMap { criterion, head -> [StyledText] in
      let (id, mark) = head
      var line = "  " + mark
      line += StyledText(padded("", to: markWidth - displayWidth(mark.plain)))
      if showsIDs {
        let gap = String(repeating: " ", count: max(0, idWidth - displayWidth(id)) + 1)
        line += " " + StyledText(id, .name) + StyledText(gap)
      }
      return wrapped(
        line + StyledText(" " + criterion.message), width: width,
        indent: min(markWidth + 3 + (showsIDs ? idWidth + 2 : 0), width / 2))
        + criterion.contradictions.flatMap { sentence in
          wrapped(
            StyledText(inWords ? "  But: " : "  ! ", .warning) + StyledText(sentence), width: width,
            indent: 4)
        }
    }
  }

  private func mark(_ criterion: CriterionReport) -> StyledText {
    if inWords {
      return StyledText(criterion.met.map { $0 ? "Met:" : "Not met:" } ?? "Open:")
    }
    return sign(criterion)
  }

  private func sign(_ criterion: CriterionReport) -> StyledText {
    switch criterion.met {
    case true?: StyledText(StatusSymbols(unicode: unicode).tick, .success)
    case false?: StyledText(unicode ? "·" : "-", .warning)
    case nil: StyledText("?", .dim)
    }
  }
}
