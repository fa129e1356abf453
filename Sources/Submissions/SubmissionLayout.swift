import Dates

/// How the files of a class lie: whose each is, and whether its time is the learning platform's.
struct SubmissionLayout {
  /// Folders that all files lie in, whoever's they are.
  private let shared: Int
  /// Whether times of files on this disk are those at which they were handed in.
  private let keepsTimes: Bool
  /// Names that more than one submission of the platform has.
  private let namesakes: Set<String>

  /// Seconds within which files of a class were not handed in, but unpacked.
  private static let unpacking = 600

  init(of source: SubmissionSource) {
    var prefix: ArraySlice<String>?
    var times: ClosedRange<Int>?
    var ids: [String: String] = [:]
    var namesakes: Set<String> = []
    source.visit { item in
      // A file that is none of the students' says nothing of where theirs lie.
      guard SubmissionSource.isNotebook(item.path) else { return }
      let folders = item.parts.dropLast()
      prefix = prefix.map { zip($0, folders).prefix { $0 == $1 }.map { $0.0 }[...] } ?? folders[...]
      guard let moodle = item.parts.lazy.compactMap({ MoodleName($0) }).first else { return }
      if ids.updateValue(moodle.id, forKey: moodle.name) ?? moodle.id != moodle.id {
        namesakes.insert(moodle.name)
      }
      if item.isDiskTime, case .moment(let moment)? = item.time {
        let seconds = moment.seconds
        times =
          times.map { min($0.lowerBound, seconds)...max($0.upperBound, seconds) }
          ?? seconds...seconds
      }
    }
    shared = prefix?.count ?? 0
    keepsTimes = times.map { $0.upperBound - $0.lowerBound > Self.unpacking } ?? false
    self.namesakes = namesakes
  }

  func owner(of parts: [String], _ moodle: MoodleName?) -> SubmittedFile.Owner {
    if let moodle {
      // Marking is blind where all have one name.
      let name = namesakes.contains(moodle.name) ? "\(moodle.name) \(moodle.id)" : moodle.name
      return .platform(name: name, id: moodle.id)
    }
    return parts.count > shared + 1 ? .folder(parts[shared]) : .unknown
  }

  /// Whether the time at a file is that at which the platform took it in.
  func trusts(_ item: SubmissionSource.Item, _ moodle: MoodleName?) -> Bool {
    moodle != nil && (!item.isDiskTime || keepsTimes)
  }
}
