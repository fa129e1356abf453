import Foundation

/// Short texts grouped by the words that they share.
///
/// A text is the set of its word stems, each weighted by how rare it is among the texts (inverse
/// document frequency). Two texts are alike by the cosine of these vectors (Salton and McGill,
/// Introduction to Modern Information Retrieval, 1983). A stem is the beginning of a word without
/// accents, which works for many languages and needs no dictionary. A group has a centre, the text that is most like all others,
/// and every member is like the centre, so that no chain of likenesses joins what is unlike.
struct TextGroups {
  struct Group: Hashable {
    /// The place of the text that is most like the others.
    var centre: Int
    /// Places, in order.
    var members: [Int]
  }

  /// The largest first.
  let groups: [Group]

  /// From 0, no word in common, to 1: from where on two texts are alike.
  private static let threshold = 0.5
  /// Characters of a stem.
  private static let stemLength = 5
  /// Texts that are compared with one another, and words of each.
  private static let mostTexts = 3000
  private static let mostWords = 60

  init(_ texts: [String]) {
    let stems = texts.prefix(Self.mostTexts).map(Self.stems)
    let vectors = Self.vectors(stems)
    var near = [[Int]](repeating: [], count: stems.count)
    var closeness = [Double](repeating: 0, count: stems.count)
    var holders: [String: [Int]] = [:]
    for (place, vector) in vectors.enumerated() {
      // Only texts with a word in common can be alike.
      var products: [Int: Double] = [:]
      for (stem, weight) in vector.sorted(by: { $0.key < $1.key }) {
        for other in holders[stem] ?? [] {
          products[other, default: 0] += weight * (vectors[other][stem] ?? 0)
        }
        holders[stem, default: []].append(place)
      }
      for (other, product) in products.sorted(by: { $0.key < $1.key })
      where product >= Self.threshold - 1e-9 {
        near[place].append(other)
        near[other].append(place)
        closeness[place] += product
        closeness[other] += product
      }
    }
    var isTaken = [Bool](repeating: false, count: stems.count)
    var groups: [Group] = []
    // The most central first; which others are like it is settled as the groups are made.
    while true {
      var best: (place: Int, members: [Int])?
      for place in stems.indices where !isTaken[place] {
        let members = near[place].filter { !isTaken[$0] } + [place]
        guard let known = best else {
          best = (place, members)
          continue
        }
        if (members.count, closeness[place], -place) > (
          known.members.count, closeness[known.place], -known.place
        ) {
          best = (place, members)
        }
      }
      guard let best else { break }
      if best.members.count == 1 {
        // All that are left stand alone.
        for place in stems.indices where !isTaken[place] {
          groups.append(Group(centre: place, members: [place]))
        }
        break
      }
      for member in best.members { isTaken[member] = true }
      groups.append(Group(centre: best.place, members: best.members.sorted()))
    }
    for place in texts.indices.dropFirst(stems.count) {
      groups.append(Group(centre: place, members: [place]))
    }
    self.groups = groups.enumerated().sorted { first, second in
      (-first.element.members.count, first.offset) < (-second.element.members.count, second.offset)
    }.map(\.element)
  }

  /// Beginnings of the words, in lower case and without accents.
  static func stems(_ text: String) -> Set<String> {
    let start = String(text.unicodeScalars.prefix(2000))
    let plain = start.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let words = plain.split { !$0.isLetter && !$0.isNumber }.prefix(mostWords)
    return Set(words.map { String($0.prefix(stemLength)) })
  }

  /// Stems with their weights, of length 1.
  private static func vectors(_ stems: [Set<String>]) -> [[String: Double]] {
    var frequency: [String: Int] = [:]
    for own in stems { for stem in own { frequency[stem, default: 0] += 1 } }
    let count = Double(stems.count)
    return stems.map { own in
      var vector: [String: Double] = [:]
      var squares = 0.0
      for stem in own.sorted() {
        // Short words are mostly those that hold a sentence together.
        let length = stem.count <= 3 && !stem.contains(where: \.isNumber) ? 0.5 : 1
        let weight = length * (1 + log(count / Double(frequency[stem] ?? 1)))
        vector[stem] = weight
        squares += weight * weight
      }
      let norm = squares.squareRoot()
      return norm > 0 ? vector.mapValues { $0 / norm } : [:]
    }
  }
}
