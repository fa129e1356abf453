import Exercises

/// The part of an exercise from one numbered heading to the next.
struct Section {
  var id: String
  var title: String
  /// Of the heading.
  var line: Int
  var prompt = ""
  var question: Fence?
  var debriefs: [String] = []
  var charts: [SourcedText] = []
  var liveTexts: [LiveText] = []
}

/// A fenced block that is more than prompt.
struct Fence {
  /// The first word after the opening fence.
  var kind: String
  /// What follows that word.
  var argument: String
  var text: String
  /// Of the opening fence.
  var line: Int

  var firstLine: Int { line + 1 }

  /// The kinds of blocks that an exercise knows.
  static let kinds = ["question", "debrief", "chart", "show", "table", SealFile.fence]
}
