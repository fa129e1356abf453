/// The time and the zone of a reader, passed in to what says them.
public struct WallClock: Sendable {
  public var now: @Sendable () -> Moment
  public var zone: Zone

  public init(zone: Zone, now: @escaping @Sendable () -> Moment) {
    self.zone = zone
    self.now = now
  }
}
