import Dates

/// When something was handed in, as the learning platform has it; zip files and worksheets tell
/// what a clock showed and not where it stood.
public enum SubmissionTime: Hashable, Sendable {
  case moment(Moment)
  /// What clocks of the course showed.
  case wall(WallTime)

  /// A time as ISO 8601 writes it, with or without a zone: `2024-12-01T23:59:00+01:00`,
  /// `2024-12-01T23:59`, `2024-12-01 23:59:00`.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    if let space = text.firstIndex(of: " ") { text.replaceSubrange(space...space, with: "T") }
    if let moment = Moment(text) {
      self = .moment(moment)
    } else if let moment = Moment(text + "Z") {
      self = .wall(Zone.utc.wallTime(at: moment))
    } else {
      return nil
    }
  }

  /// As ISO 8601 writes it; without a zone where none is known.
  public var text: String {
    switch self {
    case .moment(let moment): moment.text
    case .wall: String(instant(east: 0).text.dropLast())
    }
  }

  /// When it was, where clocks of the course are so many seconds east of Greenwich.
  public func instant(east offset: Int) -> Moment {
    switch self {
    case .moment(let moment): moment
    case .wall(let wall): Zone { _ in offset }.moment(of: wall)
    }
  }

  /// The later of the two, as far as that can be told.
  public func later(_ other: SubmissionTime) -> SubmissionTime {
    other.instant(east: 0) > instant(east: 0) ? other : self
  }
}
