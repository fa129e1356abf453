import Foundation
import Synchronization

/// Writes what came out into transcripts. Cases run at the same time, and each has its file to
/// itself while it writes.
enum TranscriptRecorder {
  private static let turn = Mutex(())

  /// Writes lines below what was typed; false where the file no longer has that place.
  static func record(_ lines: [String], of place: Int, in item: TranscriptCase) -> Bool {
    turn.withLock { _ in
      guard let text = try? String(contentsOfFile: item.path, encoding: .utf8),
        let known = Transcript(text, path: item.path).cases.first(where: { $0.title == item.title }
        ),
        known.exchanges.indices.contains(place)
      else { return false }
      let exchange = known.exchanges[place]
      guard exchange.typed == item.exchanges[place].typed, exchange.expected == nil else {
        return false
      }
      var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let below = exchange.lastTypedLine
      let isBlankNext = !all.indices.contains(below) || all[below].isEmpty
      all.insert(contentsOf: lines + (isBlankNext ? [] : [""]), at: below)
      let written = all.joined(separator: "\n")
      return
        (try? written.write(toFile: item.path, atomically: true, encoding: .utf8)) != nil
    }
  }
}
