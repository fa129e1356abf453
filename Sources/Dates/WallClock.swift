/// The time and the zone of a reader, passed in to what says them.
public struct WallClock: Sendable {
  /// Asked for each time that the time matters.
  public var now: @Sendable () -> Moment
  /// In which dates are told.
  public var zone: Zone

  public init(zone: Zone, now: @escaping @Sendable () -> Moment) {
    self.zone = zone
    self.now = now
  }
}
