import ItemAnalysis
import Reports
import SectionedReports
import TextLayout

/// The debriefing of a class, as a value that is shown in a terminal, as Markdown, as a page and as
/// JSON.
///
/// It names no student. What a student has typed is quoted only where at least
/// `fewestForQuotation` have it in common; examples that a person has chosen are shown as they are.
public struct Debriefing: Sendable {
  public let title: String
  /// What the marks say.
  public let statistics: TestStatistics
  let results: ClassResults?
  let options: Options
  let sections: [Section]
  /// Under the title.
  let lead: [Sentence]

  /// Students who have to have something in common before it is quoted.
  public static let fewestForQuotation = 3

  /// Of a class as it was graded.
  public init(_ results: ClassResults, options: Options = Options()) {
    let statistics = TestStatistics(results.marks, bootstrap: options.bootstrap)
    title = shortText(results.title.isEmpty ? results.exercise : results.title)
    self.statistics = statistics
    self.results = results
    self.options = options
    let numbers = StatisticSections(statistics, titles: Self.titles(results))
    lead = DebriefingWording.lead(results, zone: options.zone)
    sections =
      numbers.opening
      + results.questions.enumerated().flatMap { place, question in
        QuestionSections(
          question, place: place, statistics: numbers.item(named: question.id),
          students: results.counts.graded, modelAnswer: options.modelAnswers[question.id]
        ).sections
      } + AskedSections(results, showsAll: options.showsEverythingAsked).sections
      + DateSections(options).sections + numbers.closing
  }

  /// Of marks from elsewhere: grades, questions and statistics alone.
  public init(marks: MarkTable, title: String, options: Options = Options()) {
    let statistics = TestStatistics(marks, bootstrap: options.bootstrap)
    self.title = shortText(title)
    self.statistics = statistics
    results = nil
    self.options = options
    let numbers = StatisticSections(statistics, titles: [:])
    lead = DebriefingWording.lead(students: statistics.count)
    sections =
      numbers.opening + numbers.distributions + DateSections(options).sections + numbers.closing
  }

  private static func titles(_ results: ClassResults) -> [String: String] {
    Dictionary(
      results.questions.map { ($0.id, DebriefingWording.title(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Shown

  typealias Section = SectionedReport.Section
  typealias Piece = SectionedReport.Piece
  typealias Table = SectionedReport.Table

  /// Lines of a terminal, none of them wider than `width`.
  ///
  /// - Parameters:
  ///   - width: columns, 40 at least.
  ///   - unicode: whether it shows more than ASCII.
  ///   - plainMarks: whether Markdown's own marks show what colour would.
  public func lines(width: Int, unicode: Bool, plainMarks: Bool = false) -> [StyledText] {
    report(sections).lines(width: width, unicode: unicode, plainMarks: plainMarks)
  }

  /// GitHub's Markdown.
  public var markdown: String { report(showingPictures(in: .markdown)).markdown }

  /// One HTML page that needs nothing else.
  public var page: String { report(showingPictures(in: .page)).page }

  private func report(_ sections: [Section]) -> SectionedReport {
    SectionedReport(title: "\(title): debriefing", lead: lead, sections: sections)
  }

  private func showingPictures(in format: ConversionFormat) -> [Section] {
    guard let folder = options.exerciseFolder else { return sections }
    var pictures = PicturesOfPage(of: folder, in: format)
    var result = sections
    for (index, section) in sections.enumerated() {
      for (place, piece) in section.pieces.enumerated() {
        guard case .prose(let document) = piece else { continue }
        result[index].pieces[place] = .prose(pictures.added(to: document))
      }
    }
    return result
  }

  /// One object, with the names and units that `JSONDebriefing` tells.
  public var json: JSONValue { JSONDebriefing.value(self) }
}
