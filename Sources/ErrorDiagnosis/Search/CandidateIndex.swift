import Diagnostics

/// What errors make of a model answer, in the order of the values that they come to, so that those
/// which may explain a value are found without going through all.
struct CandidateIndex {
  /// At the row that is looked at before the others: for bare numbers, and with units.
  private let bare: SortedNumbers
  private let measured: SortedNumbers
  private let row: Int
  private let count: Int
  /// The largest of theirs.
  private let nearness: Double

  init(_ model: VariedModel) {
    let candidates = model.candidates
    bare = SortedNumbers(candidates.map(\.probedBare))
    measured = SortedNumbers(candidates.map(\.probedMeasured))
    row = model.probe.row
    count = candidates.count
    nearness = candidates.reduce(0) { max($0, $1.nearness) }
  }

  /// Places of the candidates that may explain a response, the likeliest first.
  func candidates(for response: Response, _ demand: CauseSearch.Demand) -> [Int] {
    var places: [Int] = []
    func add(_ numbers: SortedNumbers, near target: [Double]?) {
      guard let target else { return }
      guard target.indices.contains(row), target[row].isFinite else {
        places += 0..<count
        return
      }
      // What is cut off may be as far away as its last figure.
      let slack = 2.00001 * max(response.closeness[row], nearness) * abs(target[row])
      numbers.add(to: &places, from: target[row] - slack, to: target[row] + slack)
    }
    switch demand {
    case .unit:
      if response.hasUnitAsked { add(bare, near: response.bare) }
      add(measured, near: response.raw)
      add(measured, near: response.measured)
    case .number: add(bare, near: response.bare)
    }
    var known: Set<Int> = []
    return places.sorted().filter { known.insert($0).inserted }
  }
}

/// The places of numbers, by their size.
private struct SortedNumbers {
  private let numbers: [Double]
  private let places: [Int]
  /// Of those that are near to anything.
  private let infinite: [Int]

  /// - Parameter all: nil at places that are near to nothing.
  init(_ all: [Double?]) {
    var sorted: [(number: Double, place: Int)] = []
    var infinite: [Int] = []
    for (place, number) in all.enumerated() {
      guard let number else { continue }
      if number.isFinite { sorted.append((number, place)) } else { infinite.append(place) }
    }
    sorted.sort { $0.number < $1.number }
    numbers = sorted.map(\.number)
    places = sorted.map(\.place)
    self.infinite = infinite
  }

  func add(to found: inout [Int], from least: Double, to most: Double) {
    found += infinite
    let first = numbers.partitioningIndex { !($0 < least) }
    let end = numbers.partitioningIndex { !($0 <= most) }
    found += places[first..<max(first, end)]
  }
}
