import Dates
import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension WallClock {
  /// The system's time, in the zone that `TZ` or else the system names.
  public static let system: WallClock = {
    tzset()
    let zone = Zone { moment in
      var seconds = time_t(moment.seconds)
      var parts = tm()
      guard localtime_r(&seconds, &parts) != nil else { return 0 }
      return Int(parts.tm_gmtoff)
    }
    return WallClock(zone: zone) {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return Moment(seconds: Int(now.tv_sec))
    }
  }()
}
