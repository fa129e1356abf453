/// What was said so far of texts with live figures and of debriefings, so that a line adds only
/// what is new.
struct Announcements {
  /// The text of each `show` block as it was last seen, by its place in the exercise.
  var texts: [Int: String] = [:]
  /// Those that were shown whole, as they read then: they need not be shown so again.
  var shownWhole: [Int: String] = [:]
  /// Questions with such texts that are done.
  var done: Set<String> = []
  /// Questions whose debriefing was offered or shown, or that could be read at the start.
  var debriefed: Set<String> = []
  /// The notebook's text for which this holds.
  var notebook: String
}
