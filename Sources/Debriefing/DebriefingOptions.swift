import Dates
import Exercises
import ItemAnalysis

extension Debriefing {
  /// What a debriefing shows beside the results.
  public struct Options: Sendable {
    /// Dates of the course, in any order.
    public var dates: [Course.Event] = []
    /// Dates that are over by then are left out; nil for none.
    public var now: Moment?
    /// In which dates are told.
    public var zone = Zone.utc
    /// Markdown by the question's id, shown where given.
    public var modelAnswers: [String: String] = [:]
    /// Where the pictures of the model answers lie; nil where none are shown.
    public var exerciseFolder: String?
    /// Whether every noted question is quoted: for the assistant's own screen, not for a class.
    public var showsEverythingAsked = false
    /// How intervals are made; nil for none.
    public var bootstrap: Bootstrap? = Bootstrap()

    public init() {}
  }
}
