/// What the rows of a table may be called: their names, parts of these that no other row has, and
/// terms that the criteria list beside them.
struct RowNames {
  struct Row {
    var name: String
    /// The name first.
    var terms: [String]
  }

  let rows: [Row]

  /// Rows that are looked at; a text tells no more apart.
  static let limit = 200

  /// - Parameters:
  ///   - lists: terms that mean the same.
  ///   - used: words that the exercise uses for other things too.
  init(_ names: [String], lists: [[String]], used: Set<String>) {
    var seen: Set<String> = []
    let names = names.prefix(Self.limit).filter { seen.insert($0).inserted }
    let words = names.map(Self.words)
    let counts = words.joined().reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    // The rows that each term says, or says a part of that no other row has.
    let named = lists.map { list in
      list.map { term in
        let said = Self.words(term)
        return names.indices.filter { place in
          let own = words[place]
          return term == names[place]
            || !said.isEmpty && said.allSatisfy(own.contains)
              && (said.count == own.count || said.contains { counts[$0] == 1 })
              && NumberedNames.Name(names[place]) == nil
        }
      }
    }
    rows = names.indices.map { place in
      let own = words[place]
      let synonyms = zip(lists, named).flatMap { list, named -> [String] in
        guard named.contains(where: { $0.contains(place) }) else { return [] }
        // Of a list that names several rows, each term is for its own.
        let isOfOne = Set(named.joined()).count == 1
        return zip(list, named).filter { isOfOne || $1.contains(place) }.map(\.0)
      }
      // `Carbon` for Carbon fibre, `pellets` for Wood pellets.
      // The Earth is not Earth's Moon.
      let isPossessive = names[place].contains("'s ") || names[place].contains("’s ")
      let parts =
        own.count > 1 && NumberedNames.Name(names[place]) == nil
        ? (isPossessive ? [] : [own[0]]) + [own[own.count - 1]] : []
      let ownParts = parts.filter {
        counts[$0] == 1 && $0.count > 2 && Lexicon.english.kinds(of: $0).isEmpty
          && !used.contains($0)
      }
      // `Saturn's moon` for Saturn's moon Titan.
      let start = own.count > 2 ? own.dropLast().joined(separator: " ") : nil
      let beginnings = [start].compactMap { $0 }.filter { start in
        words.count { $0.joined(separator: " ").hasPrefix(start) } == 1
      }
      var known: Set<String> = []
      let terms = ([names[place]] + synonyms + ownParts + beginnings).filter {
        known.insert($0).inserted
      }
      return Row(name: names[place], terms: terms)
    }
  }

  /// Words of a name in the singular, and its numbers: 35 °C is not all that is called C.
  private static func words(_ name: String) -> [String] {
    TextTokens(String(name.prefix(100))).spokenWords.map(\.word)
  }
}
