import Foundation

/// Short texts grouped by the words that they share.
///
/// A text is the set of its word stems, each weighted by how rare it is among the texts (inverse
/// document frequency). Two texts are alike by the cosine of these vectors (Salton and McGill,
/// Introduction to Modern Information Retrieval, 1983). A stem is the beginning of a word without
/// accents, which works for many languages and needs no dictionary. A group has a centre, the text that is most like all others,
/// and every member is like the centre, so that no chain of likenesses joins what is unlike.
public struct TextGroups {
  /// Texts that are like one of them.
  public struct Group: Hashable, Sendable {
    /// The place of the text that is most like the others.
    public var centre: Int
    /// Places, in order.
    public var members: [Int]
  }

  /// The largest first.
  public let groups: [Group]

  /// Characters of a stem.
  private static let stemLength = 5
  /// Texts that are compared with one another.
  private static let mostTexts = 2000

  /// - `threshold`: from where on two texts are alike, from 0, no word in common, to 1.
  /// - `words`: of each text, those that are compared.
  public init(_ texts: [String], threshold: Double = 0.4, words: Int = 60) {
    let wordings = Self.wordings(
      texts.prefix(Self.mostTexts).map { Self.stems($0, words: words) })
    let (near, closeness) = Self.likeness(wordings, threshold)
    var isTaken = [Bool](repeating: false, count: wordings.count)
    /// Texts that a group around each would have.
    var sizes = wordings.indices.map { place in
      near[place].reduce(wordings[place].places.count) { $0 + wordings[$1].places.count }
    }
    var groups: [Group] = []
    // The largest first, around the most central; what is in one group is in no other.
    while let centre = wordings.indices.filter({ !isTaken[$0] }).max(by: { first, second in
      (sizes[first], closeness[first], -first) < (sizes[second], closeness[second], -second)
    }) {
      let members = [centre] + near[centre].filter { !isTaken[$0] }
      for member in members {
        isTaken[member] = true
        for other in near[member] { sizes[other] -= wordings[member].places.count }
      }
      groups.append(
        Group(
          centre: wordings[centre].places[0],
          members: members.flatMap { wordings[$0].places }.sorted()))
    }
    for place in texts.indices.dropFirst(Self.mostTexts) {
      groups.append(Group(centre: place, members: [place]))
    }
    self.groups = groups.enumerated().sorted { first, second in
      let (own, other) = (first.element, second.element)
      return (-own.members.count, own.members[0]) < (-other.members.count, other.members[0])
    }.map(\.element)
  }

  /// The texts that have the same stems.
  private struct Wording {
    var stems: [String]
    /// At least one.
    var places: [Int]
  }

  private static func wordings(_ texts: [Set<String>]) -> [Wording] {
    var known: [[String]: Int] = [:]
    var wordings: [Wording] = []
    for (place, stems) in texts.enumerated() {
      let sorted = stems.sorted()
      // Texts without words have nothing in common.
      if !sorted.isEmpty, let index = known[sorted] {
        wordings[index].places.append(place)
      } else {
        known[sorted] = wordings.count
        wordings.append(Wording(stems: sorted, places: [place]))
      }
    }
    return wordings
  }

  /// For each wording, those that are like it, and how near all these texts are to it together.
  private static func likeness(
    _ wordings: [Wording], _ threshold: Double
  ) -> ([[Int]], [Double]) {
    let vectors = vectors(wordings)
    var near = [[Int]](repeating: [], count: wordings.count)
    var closeness = wordings.map { Double($0.places.count - 1) }
    var holders: [String: [(Int, Double)]] = [:]
    for (place, vector) in vectors.enumerated() {
      // Only texts with a word in common can be alike.
      var products: [Int: Double] = [:]
      for (stem, weight) in vector {
        for (other, others) in holders[stem] ?? [] {
          products[other, default: 0] += weight * others
        }
        holders[stem, default: []].append((place, weight))
      }
      for (other, product) in products.sorted(by: { $0.key < $1.key })
      where product >= threshold - 1e-9 {
        near[place].append(other)
        near[other].append(place)
        closeness[place] += product * Double(wordings[other].places.count)
        closeness[other] += product * Double(wordings[place].places.count)
      }
    }
    return (near, closeness)
  }

  /// Beginnings of the words, in lower case and without accents.
  static func stems(_ text: String, words: Int = 60) -> Set<String> {
    let start = String(text.unicodeScalars.prefix(30 * words))
    let plain = start.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let found = plain.split { !$0.isLetter && !$0.isNumber }.prefix(words)
    return Set(found.map { String($0.prefix(stemLength)) })
  }

  /// Stems with their weights, of length 1.
  private static func vectors(_ wordings: [Wording]) -> [[(String, Double)]] {
    var frequency: [String: Int] = [:]
    for wording in wordings {
      for stem in wording.stems { frequency[stem, default: 0] += wording.places.count }
    }
    let count = Double(wordings.reduce(0) { $0 + $1.places.count })
    return wordings.map { wording in
      let weights = wording.stems.map { stem in
        // Short words are mostly those that hold a sentence together.
        let length = stem.count <= 3 && !stem.contains(where: \.isNumber) ? 0.5 : 1
        return length * (1 + log(count / Double(frequency[stem] ?? 1)))
      }
      let norm = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return zip(wording.stems, weights).map { ($0, $1 / norm) }
    }
  }
}
