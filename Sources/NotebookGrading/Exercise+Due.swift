import Dates
import Exercises

extension Exercise {
  /// When it is due; nil where it never is.
  public var dueMoment: Moment? { due.flatMap { Moment($0) } }

  /// Whether its due date lies before a moment; never, where it has none.
  public func isPastDue(at now: Moment) -> Bool { dueMoment.map { $0 < now } ?? false }

  /// Seconds east of Greenwich of the clock by which it is due; nil where it is not.
  public var dueOffset: Int? {
    guard let due, let moment = dueMoment else { return nil }
    let clock = due.last == "Z" ? due.dropLast() : due.dropLast(6)
    return Moment(clock + "Z").map { $0.seconds - moment.seconds }
  }
}
