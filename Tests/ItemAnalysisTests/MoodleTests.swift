import Testing

@testable import ItemAnalysis

/// The statistics are those of Moodle.
@Suite struct MoodleTests {
  private let states = TestStatistics(MoodleClasses.states, bootstrap: nil)
  private let quiz = TestStatistics(MoodleClasses.quiz, bootstrap: nil)

  private func expect(
    _ found: [Double?], toBe expected: [Double?],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (place, pair) in zip(found, expected).enumerated() {
      switch pair {
      case (nil, nil): break
      case (let found?, let expected?):
        #expect(
          abs(found - expected) <= 1e-6 * max(1, abs(expected)), "question \(place + 1)",
          sourceLocation: sourceLocation)
      default:
        Issue.record(
          "question \(place + 1): \(String(describing: pair))", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func theItemsOfAClassAreAsInMoodle() {
    typealias Expected = MoodleClasses.Expected
    let items = states.items
    expect(items.map { $0.facilityIndex.value.map { $0 * 100 } }, toBe: Expected.facility)
    expect(items.map { $0.standardDeviation.map { $0 * 1000 } }, toBe: Expected.standardDeviation)
    expect(items.map(\.effectiveWeight), toBe: Expected.effectiveWeight)
    expect(items.map(\.discriminationIndex.value), toBe: Expected.discriminationIndex)
    expect(items.map(\.discriminativeEfficiency), toBe: Expected.discriminativeEfficiency)
  }

  @Test func theTotalsOfAClassAreAsInMoodle() {
    expect(
      [
        quiz.mean.value, quiz.median.value, quiz.standardDeviation.value, quiz.skewness.value,
        quiz.kurtosis.value, quiz.cronbachAlpha.value, quiz.errorRatio.value,
        quiz.standardError.value,
      ],
      toBe: [
        4.617333332, 4.5, 0.8117265554, -0.092502502, -0.7073968557, -87.2230935542,
        136.8294900795, 1.1106813066,
      ])
    #expect(quiz.count == 25)
    #expect(quiz.maximum == 7)
    #expect(quiz.highest == 6)
    #expect(quiz.lowest == 3)
  }

  @Test func marksAreCountedFromTheLowest() {
    #expect(
      states.items[9].distribution == [
        ScoreCount(score: 0.3, count: 8), ScoreCount(score: 0.9, count: 7),
        ScoreCount(score: 1, count: 7),
      ])
  }
}
