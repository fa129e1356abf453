import ItemAnalysis
import Reports
import SectionedReports
import TextSimilarity

/// What students have noted for a question session.
struct AskedSections {
  private let results: ClassResults
  private let showsAll: Bool

  init(_ results: ClassResults, showsAll: Bool) {
    self.results = results
    self.showsAll = showsAll
  }

  private static let mostGroups = 40

  var sections: [Debriefing.Section] {
    let texts = results.asked
    guard !texts.isEmpty else { return [] }
    let groups = TextGroups(texts.map(\.text)).groups
    let quoted = showsAll ? groups : groups.filter { students(in: $0) >= Self.fewest }
    var pieces: [Debriefing.Piece] = []
    pieces.append(
      .paragraph(
        texts.count == 1
          ? "1 question was noted." : "\(texts.count) questions were noted."))
    for group in quoted.prefix(Self.mostGroups) {
      let count = students(in: group)
      let about = about(group.members)
      let alike: Sentence =
        count == 1 ? "Noted by one student" : "Noted by \(count) students, in like words"
      pieces.append(.quote(shortText(texts[group.centre].text, limit: 400), alike + about + "."))
    }
    if !showsAll {
      let rest = groups.filter { students(in: $0) < Self.fewest }.flatMap(\.members)
      if !rest.isEmpty {
        let isOne = rest.count == 1
        let these =
          quoted.isEmpty
          ? (isOne ? "It is" : "They are") : "\(rest.count) more \(isOne ? "is" : "are")"
        pieces.append(
          .paragraph(
            """
            \(these) only counted, for fewer than \(Self.fewest) ask in like words\(about(rest)).
            """))
      }
    } else if groups.count > Self.mostGroups {
      pieces.append(.paragraph("\(groups.count - Self.mostGroups) more are not shown."))
    }
    return [Debriefing.Section(anchor: "asked", title: "Questions of the class", pieces: pieces)]
  }

  /// Students who have asked what is in a group: one may have asked it several times.
  private func students(in group: TextGroups.Group) -> Int {
    let askers = group.members.map { results.asked[$0].asker }
    return Set(askers.compactMap { $0 }).count + askers.count { $0 == nil }
  }

  private static let fewest = Debriefing.fewestForQuotation

  /// `: about 1.2.1 (3) and 1.3 (2)`; nothing where no question is known.
  private func about(_ members: [Int]) -> Sentence {
    let order = results.questions.map(\.id)
    var counts: [String: Int] = [:]
    for member in members {
      if let id = results.asked[member].question { counts[id, default: 0] += 1 }
    }
    if counts.isEmpty { return "" }
    let sorted = counts.sorted { first, second in
      let own = order.firstIndex(of: first.key) ?? order.count
      let other = order.firstIndex(of: second.key) ?? order.count
      return (own, first.key) < (other, second.key)
    }
    let named = sorted.prefix(10).map {
      "\(shortText($0.key, limit: 30)) (\($0.value))" as Sentence
    }
    let more = sorted.count - named.count
    return ": about " + Sentence.enumeration(named + (more > 0 ? ["\(more) others"] : []))
  }

  /// Groups with their texts where these may be quoted, and how many others there are.
  var json: JSONValue {
    let texts = results.asked
    let groups = TextGroups(texts.map(\.text)).groups
    let quoted = showsAll ? groups : groups.filter { students(in: $0) >= Self.fewest }
    let rest = texts.count - quoted.reduce(0) { $0 + $1.members.count }
    func count(_ value: Int) -> JSONValue { .number(Double(value)) }
    return .object([
      ("count", count(texts.count)),
      (
        "groups",
        .array(
          quoted.map { group in
            .object([
              ("text", .string(shortText(texts[group.centre].text, limit: 400))),
              ("count", count(students(in: group))),
            ])
          })
      ), ("others", count(rest)),
    ])
  }
}
