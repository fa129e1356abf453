import Diagnostics
import Grading
import Prose

/// The criteria of a text with what is found of each: met, not met, or left to a person.
public struct CriteriaText {
  private let width: Int
  private let unicode: Bool

  public init(width: Int, unicode: Bool) {
    self.width = width
    self.unicode = unicode
  }

  public func lines(_ criteria: [CriterionReport]) -> [StyledText] {
    let idWidth = min(criteria.map { displayWidth($0.id) }.max() ?? 0, 16)
    let marks = criteria.map(mark)
    let markWidth = marks.map { displayWidth($0.plain) }.max() ?? 1
    return zip(criteria, marks).flatMap { criterion, mark -> [StyledText] in
      let id =
        criterion.id + String(repeating: " ", count: max(0, idWidth - displayWidth(criterion.id)))
      let gap = String(repeating: " ", count: markWidth - displayWidth(mark.plain))
      let head = StyledText("  ") + mark + StyledText(gap + " ") + StyledText(id, .name)
      return wrapped(
        head + StyledText("  " + criterion.message), width: width,
        indent: min(markWidth + idWidth + 5, width / 2))
        + criterion.contradictions.flatMap { sentence in
          wrapped(
            StyledText("  ! ", .warning) + StyledText(sentence), width: width, indent: 4)
        }
    }
  }

  private func mark(_ criterion: CriterionReport) -> StyledText {
    switch criterion.met {
    case true?: StyledText(Marks(unicode: unicode).tick, .success)
    case false?: StyledText(unicode ? "·" : "-", .warning)
    case nil: StyledText("?", .dim)
    }
  }
}
