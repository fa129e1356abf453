import Dates
import Synchronization

/// A clock that a test sets, in UTC.
final class SetClock: Sendable {
  private let seconds: Mutex<Int>

  init(_ text: String) {
    seconds = Mutex(Moment(text)?.seconds ?? 0)
  }

  func set(_ text: String) { seconds.withLock { $0 = Moment(text)?.seconds ?? 0 } }

  var clock: WallClock {
    WallClock(zone: .utc) { [self] in Moment(seconds: seconds.withLock { $0 }) }
  }
}
