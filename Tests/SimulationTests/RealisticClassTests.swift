import Grading
import NotebookGrading
import ShippedExercises
import Simulation
import Testing

/// A class of two hundred on one exercise looks as real ones do.
@Suite struct RealisticClassTests {
  /// Graded once for all tests.
  private static let graded = (try? ShippedExercises.open("chatbot-model-analysis")).map {
    GradedClass($0, count: 200)
  }
  private let graded: GradedClass

  init() throws { graded = try #require(Self.graded) }

  @Test func marksAreSpread() {
    let scores = zip(graded.notebooks, graded.reports).filter { $0.0.extent == .all }
      .map { $0.1.score / $0.1.maximum }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let deviation = deviation(of: scores)
    // Texts wait for a person, and have nothing yet.
    #expect((0.2...0.8).contains(mean), "\(mean)")
    #expect((0.06...0.3).contains(deviation), "\(deviation)")
  }

  @Test(arguments: ["1.2.1", "1.2.2", "1.2.3", "1.2.4"])
  func questionsAreNeitherEasyNorHopelessAndTellStudentsApart(_ question: String) {
    let own = graded.shares(of: question)
    let facility = own.reduce(0, +) / Double(own.count)
    #expect((0.3...0.95).contains(facility), "\(facility)")
    let others = ["1.2.1", "1.2.2", "1.2.3", "1.2.4"].filter { $0 != question }
      .map(graded.shares(of:))
    let rest = own.indices.map { row in others.reduce(0) { $0 + $1[row] } }
    #expect(correlation(own, rest) > 0.1, "\(correlation(own, rest))")
  }

  @Test func theCommonestSlipIsTheCauseThatIsNamedMostOften() throws {
    var summary = ClassSummary()
    for notebook in graded.notebooks { summary.add(notebook) }
    let seeded = try #require(summary.commonest.first { $0.answer == "inference_emissions" })
    #expect(seeded.count >= 20)
    let causes = graded.pairs.filter { $0.meant.answer == "inference_emissions" }
      .compactMap(\.found.cause).filter { $0.kind != .follows }
    let counts = Dictionary(causes.map { ($0, 1) }, uniquingKeysWith: +)
    let most = try #require(counts.max { $0.value < $1.value })
    #expect(seeded.slips.count == 1 && seeded.slips[0].isNamed(by: most.key), "\(most)")
    #expect(most.value * 10 >= seeded.count * 6)
  }

  @Test func anErrorIsInherited() {
    let inherited = graded.pairs.filter { $0.meant.intent == .right && !$0.meant.inherits.isEmpty }
    #expect(inherited.count > 20)
    let credited = inherited.count { [.follows, .correct].contains($0.found.verdict) }
    #expect(credited * 10 >= inherited.count * 7, "\(credited) of \(inherited.count)")
  }

  @Test func textsAreOfSeveralLevels() {
    let met = graded.reports.flatMap(\.questions).filter { $0.id == "1.3.1" }
      .flatMap(\.answers).compactMap(\.criteria).map { $0.count { $0.met == true } }
    #expect(Set(met).count > 2)
  }

  private func deviation(of numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(numbers.count - 1)).squareRoot()
  }

  private func correlation(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (
      one.reduce(0, +) / Double(one.count), other.reduce(0, +) / Double(other.count)
    )
    let product = zip(one, other).reduce(0) { $0 + ($1.0 - first) * ($1.1 - second) }
    return product / Double(one.count - 1) / deviation(of: one) / deviation(of: other)
  }
}
