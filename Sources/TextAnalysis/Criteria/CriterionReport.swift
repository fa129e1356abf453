/// What is found of one criterion of a text.
public struct CriterionReport: Sendable {
  /// The raw values are those of `check --json`.
  public enum Kind: String, Sendable {
    case mentions, figures, person
    /// The number of sentences, which is told and not marked.
    case length
  }

  /// The author's word for it, which may be the very word that is looked for: not for students.
  public var id: String
  public var kind: Kind
  /// Nil where a person decides.
  public var met: Bool?
  /// What it adds once a person has confirmed it.
  public var points: Double
  /// A sentence for the student, which never gives a reference value away.
  public var message: String
  /// Figures of the text that contradict what was computed, a sentence for each.
  public var contradictions: [String] = []

  public init(
    id: String, kind: Kind, met: Bool? = nil, points: Double, message: String,
    contradictions: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.met = met
    self.points = points
    self.message = message
    self.contradictions = contradictions
  }

  /// What was looked for and not found, for authors: terms, or values with their rows.
  public var notFound: [String] = []

  /// What the figures of the text were taken for, in their order, for a criterion of figures.
  public var figures: [FigureReading] = []

  /// Whether the message says what is asked for where no term may be named.
  public var saysWhatIsAsked = false

  /// Whether there are fewer sentences than are asked, for a criterion of length.
  public var isTooShort = false

  /// The message with the contradictions, for where these are not shown on lines of their own.
  public var wholeMessage: String { ([message] + contradictions).joined(separator: " ") }
}

extension [CriterionReport] {
  /// Those that say the same one after the other as one, with their count, for where the author's
  /// words for them are not shown.
  public var saidOnce: [CriterionReport] {
    var groups: [(report: CriterionReport, count: Int)] = []
    for report in self {
      if let last = groups.last?.report, last.message == report.message, last.met == report.met,
        last.contradictions.isEmpty, report.contradictions.isEmpty
      {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((report, 1))
      }
    }
    return groups.map { report, count in
      var report = report
      if count > 1 { report.message = CriteriaWording.repeated(report.message, count) }
      return report
    }
  }
}
