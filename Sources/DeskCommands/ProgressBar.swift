import Diagnostics
import Foundation
import Gradebook
import ReckonCommands

/// How far a run is, at a terminal: files, a rate, the time that is left.
final class ProgressBar {
  private let console: Console
  private let isShown: Bool
  private var start = ContinuousClock.now
  private var last = ContinuousClock.now
  /// Since when notebooks are graded, and how many stood already.
  private var grading: (start: ContinuousClock.Instant, done: Int)?

  init(_ console: Console) {
    self.console = console
    isShown = console.showsProgress
  }

  /// Written over at most ten times a second.
  func show(_ progress: GradingRun.Progress) {
    guard isShown, ContinuousClock.now - last > .milliseconds(100) else { return }
    last = .now
    switch progress {
    case .reading(let files): console.showProgress("Reading: \(files) files")
    case .grading(let done, let count):
      let begun = grading ?? (.now, done)
      grading = begun
      let seconds = (ContinuousClock.now - begun.start) / .seconds(1)
      let rate = seconds > 0.2 ? Double(done - begun.done) / seconds : 0
      var line = "Grading \(bar(done, of: count)) \(done) of \(count)"
      if rate > 0 {
        line += ", \(Int(bounded: rate.rounded())) a second"
        line += ", \(Self.time(Double(count - done) / rate)) left"
      }
      console.showProgress(String(line.prefix(console.width - 1)))
    }
  }

  func clear() { if isShown { console.showProgress("") } }

  private func bar(_ done: Int, of count: Int) -> String {
    let width = 20
    let full = count > 0 ? done * width / count : width
    let (on, off) = console.unicode ? ("█", "░") : ("#", "-")
    return String(repeating: on, count: full) + String(repeating: off, count: width - full)
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(bounded: seconds.rounded(.up))
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
