import Charts
import ItemAnalysis
import SectionedReports
import TextLayout

/// What the marks say, as sections: grades, questions by difficulty, the test as a whole.
struct StatisticSections {
  let statistics: TestStatistics
  /// Of the questions, by the name of their item.
  let titles: [String: String]

  init(_ statistics: TestStatistics, titles: [String: String]) {
    self.statistics = statistics
    self.titles = titles
  }

  func item(named name: String) -> ItemStatistics? { statistics.items.first { $0.name == name } }

  private func title(_ item: ItemStatistics) -> String {
    titles[item.name] ?? shortText(item.name, limit: 60)
  }

  /// What a debriefing opens with.
  var opening: [Debriefing.Section] {
    guard statistics.count > 0, !statistics.items.isEmpty else { return [] }
    return [grades, questions, whole]
  }

  // MARK: Grades

  private var grades: Debriefing.Section {
    let rows: [(String, String, ConfidenceInterval?)] = [
      ("Maximum possible", Figure.points(statistics.maximum), nil),
      ("Highest", statistics.highest.map(Figure.points) ?? Figure.none, nil),
      ("Lowest", statistics.lowest.map(Figure.points) ?? Figure.none, nil),
      ("Mean", Figure.text(statistics.mean.value, 2), statistics.mean.interval),
      ("Median", Figure.text(statistics.median.value, 2), statistics.median.interval),
      (
        "Standard deviation", Figure.text(statistics.standardDeviation.value, 2),
        statistics.standardDeviation.interval
      ),
    ]
    let chart = ScoreChart.chart(
      statistics.distribution,
      title: "Students by their total, of \(Figure.counted(statistics.maximum))",
      isOfTotals: true)
    return Debriefing.Section(
      anchor: "grades", title: "Grades",
      pieces: [chart.map { .chart($0) }, .table(table(rows, unit: "Points"))].compactMap { $0 })
  }

  /// A table of statistics with their intervals.
  private func table(
    _ rows: [(String, String, ConfidenceInterval?)], unit: String
  ) -> Debriefing.Table {
    let hasIntervals = rows.contains { $0.2 != nil }
    return Debriefing.Table(
      header: ["Statistic", unit] + (hasIntervals ? ["95 % interval"] : []),
      rows: rows.map { name, value, interval in
        let cells: [Sentence] = ["\(name)", "\(value)"]
        return cells + (hasIntervals ? ["\(interval.map { Figure.text($0, 2) } ?? "")"] : [])
      },
      alignments: [.left, .right, .right])
  }

  // MARK: Questions

  /// The hardest first; those without a facility last.
  private var ranked: [ItemStatistics] {
    statistics.items.enumerated().sorted { first, second in
      let own = first.element.facilityIndex.value ?? .infinity
      let other = second.element.facilityIndex.value ?? .infinity
      return (own, first.offset) < (other, second.offset)
    }.map(\.element)
  }

  private var questions: Debriefing.Section {
    let ranked = ranked
    let withFacility = ranked.filter { $0.facilityIndex.value != nil }
    let title = "Facility index (0 hard, 1 easy), hardest first"
    let chart = Chart(
      .bars, title: title, y: Chart.Axis(title),
      series: [
        Chart.Series(
          points: withFacility.map { item in
            let value = ((item.facilityIndex.value ?? 0) * 100).rounded() / 100
            return Chart.Point(x: 0, y: value, label: self.title(item))
          })
      ])
    var pieces: [Debriefing.Piece] = withFacility.isEmpty ? [] : [.chart(chart)]
    pieces.append(.table(indices(ranked)))
    if ranked.contains(where: isDubious) {
      let names = ranked.filter(isDubious).prefix(8).map { item in
        "\(strong: shortText(item.name, limit: 30))" as Sentence
      }
      pieces.append(
        .paragraph(
          """
          Look at \(Sentence.enumeration(Array(names))): who did well at the rest did worse here, as \
          far as this class can tell. The question, its marking or its model answer may be at fault.
          """))
    }
    if let caution = DebriefingWording.caution(students: statistics.count) {
      pieces.append(.aside(caution))
    }
    return Debriefing.Section(
      anchor: "questions", title: "Questions, hardest first", pieces: pieces)
  }

  /// Whether a question is against the rest beyond what chance may do.
  private func isDubious(_ item: ItemStatistics) -> Bool {
    (item.discriminationIndex.interval?.high ?? 0) < 0
  }

  private func indices(_ items: [ItemStatistics]) -> Debriefing.Table {
    Debriefing.Table(
      header: [
        "Question", "Of", "Mean", "SD", "Facility", "Disc. index", "Disc. eff.", "Weight",
      ],
      rows: items.map { item in
        [
          "\(shortText(item.name, limit: 30))", "\(Figure.points(item.maximum))",
          "\(Figure.text(item.mean, 2))", "\(Figure.text(item.standardDeviation, 2))",
          "\(Figure.text(item.facilityIndex.value, 2))",
          "\(Figure.text(item.discriminationIndex.value, 0))",
          "\(Figure.text(item.discriminativeEfficiency, 0))",
          "\(Figure.text(item.effectiveWeight, 0))",
        ]
      },
      alignments: [.left] + [ColumnAlignment](repeating: .right, count: 7))
  }

  // MARK: The whole

  private var whole: Debriefing.Section {
    let rows: [(String, Estimate, Int)] = [
      ("Cronbach's alpha (%)", statistics.cronbachAlpha, 1),
      ("Error ratio (%)", statistics.errorRatio, 1),
      ("Standard error (points)", statistics.standardError, 2),
      ("Skewness", statistics.skewness, 2), ("Kurtosis", statistics.kurtosis, 2),
    ]
    let hasIntervals = rows.contains { $0.1.interval != nil }
    let table = Debriefing.Table(
      header: ["Statistic", "Value"] + (hasIntervals ? ["95 % interval"] : []),
      rows: rows.map { name, estimate, decimals in
        let cells: [Sentence] = ["\(name)", "\(Figure.text(estimate.value, decimals))"]
        return cells + (hasIntervals ? ["\(Figure.text(estimate.interval, decimals))"] : [])
      },
      alignments: [.left, .right, .right])
    var pieces: [Debriefing.Piece] = [.table(table)]
    if let sentence = DebriefingWording.withoutIntervals(statistics) {
      pieces.append(.aside(sentence))
    }
    return Debriefing.Section(anchor: "whole", title: "The test as a whole", pieces: pieces)
  }

  // MARK: Points of each question

  /// Of marks from elsewhere, where no more is known of a question.
  var distributions: [Debriefing.Section] {
    guard statistics.count > 0, !statistics.items.isEmpty else { return [] }
    let head = Debriefing.Section(anchor: "each", title: "Question by question", pieces: [])
    return [head]
      + statistics.items.enumerated().map { place, item in
        Debriefing.Section(
          anchor: "question-\(place + 1)", level: 3, title: title(item),
          pieces: Self.scores(item, isDrawn: place < Self.mostCharts))
      }
  }

  /// Questions whose points are drawn; those of more are told.
  static let mostCharts = 60

  /// Mean and distribution of a question's points.
  static func scores(_ item: ItemStatistics, isDrawn: Bool) -> [Debriefing.Piece] {
    var sentence: Sentence = """
      Mean \(Figure.text(item.mean, 2)) of \(Figure.counted(item.maximum))
      """
    if let facility = item.facilityIndex.value {
      sentence = sentence + ", facility index \(Figure.fixed(facility, 2))"
    }
    if let interval = item.facilityIndex.interval {
      sentence = sentence + " (95 % interval \(Figure.text(interval, 2)))"
    }
    sentence = sentence + "." + indices(item)
    let values = item.distribution
    if isDrawn, values.count > 2, let chart = ScoreChart.chart(values, title: "Students by points")
    {
      return [.paragraph(sentence), .chart(chart)]
    }
    let told = values.prefix(12).map { "\(Figure.points($0.score)) (\($0.count))" }
    let more = values.count - told.count
    let list = told.joined(separator: ", ") + (more > 0 ? " and \(more) other scores" : "")
    return [.paragraph(sentence + " Points and students: \(list).")]
  }

  /// How a question tells students apart; nothing where it does not.
  private static func indices(_ item: ItemStatistics) -> Sentence {
    guard let index = item.discriminationIndex.value else { return "" }
    var sentence: Sentence = " Discrimination index \(Figure.fixed(index, 0)) %"
    if let interval = item.discriminationIndex.interval {
      sentence = sentence + " (95 % interval \(Figure.text(interval, 0)))"
    }
    if let efficiency = item.discriminativeEfficiency {
      sentence = sentence + ", efficiency \(Figure.fixed(efficiency, 0)) %"
    }
    if let weight = item.effectiveWeight {
      sentence = sentence + ", effective weight \(Figure.fixed(weight, 0)) %"
    }
    return sentence + "."
  }

  // MARK: Definitions

  /// What the numbers mean.
  var closing: [Debriefing.Section] {
    guard statistics.count > 0, !statistics.items.isEmpty else { return [] }
    let notes = (StatisticNotes.items + StatisticNotes.whole).map { note in
      "\(strong: note.name): \(note.text)" as Sentence
    }
    return [
      Debriefing.Section(
        anchor: "definitions", title: "What the numbers mean",
        pieces: [.list(notes), .list(StatisticNotes.sources)])
    ]
  }
}
