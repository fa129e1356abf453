import Dates
import Diagnostics

/// What is said of a notebook's history: what it says and the file does not. It costs nothing and
/// blames nobody.
extension Diagnostic {
  static func hintsTakenBack(_ name: String, shown: Int, said: Int, at time: Moment) -> Self {
    told(
      "history-hints",
      "\(shown == 1 ? "One hint" : "\(shown) hints") to \(shortened(name)) "
        + "\(shown == 1 ? "was shown, on" : "were shown, the last on") \(day(time)), and `hints` says "
        + "\(said == 0 ? "none" : "\(said)").",
      try: "`\(shortened(name)): \(shown)` under `hints`, if it went by mistake",
      as: .notice)
  }
  static func historyBroken(entry: Int, of count: Int) -> Self {
    told(
      "history-broken",
      "The history of the notebook does not hold from its \(entry == 1 ? "first entry" : "entry \(entry)")"
        + "\(count == 1 ? "" : " of \(count)") on: one was changed, taken out or put in.",
      try: "`history` as an earlier copy of the file has it, if that was a mistake", as: .notice)
  }
  static let historyMissing = told(
    "history-missing",
    "The notebook is of a format that keeps a history of what was skipped and of hints, and none "
      + "can be read in it.",
    try: "`history` as an earlier copy of the file has it, if it went by mistake", as: .notice)
  static func lateTakenBack(_ id: String, at time: Moment) -> Self {
    told(
      "history-late",
      "\(shortened(id)) was changed after the due date, on \(day(time)), and `late` does not say so any "
        + "more.", try: "`\(shortened(id)): \(time.text)` under `late`, if it went by mistake",
      as: .notice)
  }
  static func skipTakenBack(_ id: String, at time: Moment) -> Self {
    told(
      "history-skip",
      "\(shortened(id)) was skipped on \(day(time)), and `skipped` does not say so any more.",
      try: "\(shortened(id)) under `skipped`, if it went by mistake", as: .notice)
  }

  private static func shortened(_ name: String) -> String { plainLine(String(name.prefix(40))) }

  /// In UTC, as the file has it: who reads this may be anywhere.
  private static func day(_ time: Moment) -> String {
    "\(DateWording.day(Zone.utc.day(at: time))) at \(DateWording.clock(time, in: .utc)) UTC"
  }
}
