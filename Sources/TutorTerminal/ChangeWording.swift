import Formulas
import Tutoring

/// What a change has brought with it.
enum ChangeWording {
  /// What a change has brought with it, on one line.
  static func effects(_ effects: ChangeSummary) -> String {
    func names(_ keys: [Worksheet.Key]) -> String { NameWording.shortened(keys.map { "\($0)" }) }
    func are(_ things: [String]) -> String {
      "\(NameWording.shortened(things)) \(things.count == 1 ? "is" : "are")"
    }
    var parts: [String] = []
    if !effects.recomputed.isEmpty { parts.append("\(names(effects.recomputed)) recomputed") }
    if !effects.right.isEmpty { parts.append("\(are(effects.right)) right now") }
    if !effects.following.isEmpty {
      parts.append(
        "\(NameWording.shortened(effects.following)) \(effects.following.count == 1 ? "follows" : "follow")"
          + " from your own values")
    }
    if !effects.open.isEmpty { parts.append("\(are(effects.open)) open again") }
    if !effects.wrong.isEmpty { parts.append("\(are(effects.wrong)) not right any more") }
    guard let first = effects.failing.first else {
      if !effects.stranded.isEmpty {
        parts.append("\(names(effects.stranded)) cannot be computed now")
      }
      return parts.joined(separator: "; ") + "."
    }
    let reason = first.problem.diagnostic.message
    let alike = effects.failing.filter { $0.problem.diagnostic.message == reason }.map(\.key)
    let others = effects.failing.map(\.key).filter { !alike.contains($0) } + effects.stranded
    parts.append("\(names(alike)) cannot be computed now")
    let rest = others.isEmpty ? "" : ", nor can \(names(others))"
    return "\(parts.joined(separator: "; "))\(rest). \(reason)"
  }
}
