import Dates
import Files

extension HealthCheck {
  static let program = HealthCheck(id: "program", title: "Reckon") { _ in
    let own = Executable.path ?? ""
    guard let found = ChildProgram.path(of: "reckon") else { return DoctorWording.notInPath(own) }
    return FileSystem.isSame(found, own)
      ? DoctorWording.program(own) : DoctorWording.otherInPath(own, other: found)
  }

  /// What the other program prints of itself at most, and how long it may take.
  private static let (versionBytes, versionSeconds) = (200, 5)

  static let desk = HealthCheck(id: "desk", title: "Assistants") { _ in
    guard let path = DeskProgram.path, FileSystem.isExecutable(path) else {
      return DoctorWording.noDesk(DeskProgram.path ?? DeskProgram.name)
    }
    let printed = ChildProgram.output(
      of: path, ["--version"], limit: versionBytes, seconds: versionSeconds)
    guard case .all(let bytes) = printed else { return DoctorWording.deskDoesNotStart(path) }
    let version = String(decoding: bytes, as: UTF8.self).trimmingSuffix("\n")
    return version == Version.text
      ? DoctorWording.desk(path) : DoctorWording.otherDesk(path, version: version)
  }

  /// The program is no older.
  private static let earliest = Day(year: 2025, month: 1, day: 1)!

  static let clock = HealthCheck(id: "clock", title: "Clock") { _ in
    let clock = WallClock.system
    let now = clock.now()
    return clock.zone.day(at: now) < earliest
      ? DoctorWording.wrongClock(DateWording.moment(now, in: clock.zone))
      : DoctorWording.clock(DateWording.moment(now, in: clock.zone))
  }

  /// Where systems keep zones.
  private static let zones = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
  ]

  static let zone = HealthCheck(id: "zone", title: "Zone") { _ in
    let minutes = WallClock.system.zone.offset(WallClock.system.now()) / 60
    var named = Console.environment("TZ") ?? ""
    if named.isEmpty {
      return FileSystem.isTaken("/etc/localtime") || minutes != 0
        ? DoctorWording.zone(minutes) : DoctorWording.noZone
    }
    if named.hasPrefix(":") { named.removeFirst() }
    // `CET-1CEST` and its like say all by themselves.
    if named.contains(where: \.isNumber) || ["UTC", "GMT"].contains(named) {
      return DoctorWording.zone(minutes)
    }
    let places = named.hasPrefix("/") ? [named] : zones.map { "\($0)/\(named)" }
    return places.contains { FileSystem.realPath($0) != nil }
      ? DoctorWording.zone(minutes)
      : DoctorWording.unknownZone(named, hasZones: zones.contains(where: FileSystem.isFolder))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
