import Files
import Synchronization
import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for files to be saved, by looking at them a few times a second, until Ctrl-C.
final class FileWatch {
  /// Files that are looked at.
  private var stamps: [String: FileStamp?] = [:]
  /// Those that an editor may take away or empty for a moment while it saves them.
  private let edited: Set<String>
  private var previous = sigaction()

  private static let pause: Int32 = 150
  /// Looks without a change after which a save counts as finished.
  private static let patience = 1
  /// The same where a file is missing or empty, which then is what it has become.
  private static let longPatience = 8
  /// Looks after which a file that never rests is taken as it is.
  private static let mostLooks = 60

  /// Catches Ctrl-C from here on.
  init(edited: [String]) {
    self.edited = Set(edited)
    interruption.store(false, ordering: .sequentiallyConsistent)
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = noteInterruption
    #else
      action.__sigaction_u.__sa_handler = noteInterruption
    #endif
    sigaction(SIGINT, &action, &previous)
  }

  deinit { sigaction(SIGINT, &previous, nil) }

  private var isInterrupted: Bool { interruption.load(ordering: .sequentiallyConsistent) }

  /// Takes files as they are now for what has been seen, before they are read.
  func look(at paths: some Sequence<String>) {
    for path in paths { stamps[path] = .some(FileStamp(of: path)) }
  }

  /// Looks at more files from here on; those that it looks at already stay as they were seen.
  func add(_ paths: Set<String>) { look(at: paths.filter { stamps[$0] == nil }) }

  /// Returns once one of the files has another content and rests; false after Ctrl-C.
  func waitForSave() -> Bool {
    var isPending = false
    var quiet = 0
    var looks = 0
    while !isInterrupted {
      poll(nil, 0, Self.pause)
      if isInterrupted { break }
      if takeChanges() {
        isPending = true
        quiet = 0
      } else if isPending {
        quiet += 1
      }
      guard isPending else { continue }
      looks += 1
      if quiet >= (isUnfinished ? Self.longPatience : Self.patience) || looks > Self.mostLooks {
        return true
      }
    }
    return false
  }

  private func takeChanges() -> Bool {
    var hasChanged = false
    for (path, old) in stamps {
      let new = FileStamp(of: path)
      if new != old {
        stamps[path] = .some(new)
        hasChanged = true
      }
    }
    return hasChanged
  }

  private var isUnfinished: Bool {
    stamps.contains { path, stamp in edited.contains(path) && (stamp?.size ?? 0 == 0) }
  }
}

extension FileWatch {
  /// Shows something at once and after each save of what it is made of, until Ctrl-C.
  ///
  /// - Parameters:
  ///   - isCleared: whether each round begins a new screen.
  ///   - round: shows it, and returns the files that it was made of.
  static func rounds(
    editing files: [String], _ console: Console, clearing isCleared: Bool,
    round: () throws -> Set<String>, sayHowItGoesOn: () -> Void
  ) throws {
    let watch = FileWatch(edited: files)
    watch.look(at: files)
    repeat {
      if isCleared { console.clearScreen() }
      // Before anybody can read the result and save anew.
      watch.add(try round())
      sayHowItGoesOn()
      try console.finish()
    } while watch.waitForSave()
    if isCleared, console.isTerminal { console.show(StyledText()) }
    try console.finish()
  }
}

private let interruption = Atomic(false)

private func noteInterruption(_ signal: Int32) {
  interruption.store(true, ordering: .sequentiallyConsistent)
}
