/// All that a lexicon has of a word.
final class WordMeaning: Sendable {
  let kinds: WordKinds
  let cardinal: Int?
  let ordinal: Int?
  let denominator: Int?
  let scale: Double?
  /// The symbol of the unit that it stands for.
  let unit: String?
  let rate: String?
  let power: Int32?

  private init(_ entry: Entry) {
    kinds = entry.kinds
    cardinal = entry.cardinal
    ordinal = entry.ordinal
    denominator = entry.denominator
    scale = entry.scale
    unit = entry.unit
    rate = entry.rate
    power = entry.power
  }

  /// What a word means where one language has it and others too, which count where it has nothing.
  init(_ own: WordMeaning, before other: WordMeaning) {
    kinds = own.kinds.isEmpty ? other.kinds : own.kinds
    cardinal = own.cardinal ?? other.cardinal
    ordinal = own.ordinal ?? other.ordinal
    denominator = own.denominator ?? other.denominator
    scale = own.scale ?? other.scale
    unit = own.unit ?? other.unit
    rate = own.rate ?? other.rate
    power = own.power ?? other.power
  }

  private struct Entry {
    var kinds: WordKinds = []
    var cardinal: Int?
    var ordinal: Int?
    var denominator: Int?
    var scale: Double?
    var unit: String?
    var rate: String?
    var power: Int32?
  }

  /// Those of the words of a language.
  static func table(_ language: Language) -> [String: WordMeaning] {
    var words: [String: Entry] = [:]
    func add<Meaning>(
      _ entries: Language.Entries<Meaning>, _ take: (inout Entry, Meaning) -> Void
    ) {
      for entry in entries {
        for word in entry.words.split(separator: " ") {
          take(&words[String(word), default: Entry()], entry.meaning)
        }
      }
    }
    add(language.kinds) { $0.kinds.formUnion($1) }
    add(language.cardinals) { $0.cardinal = $0.cardinal ?? $1 }
    add(language.ordinals) { $0.ordinal = $0.ordinal ?? $1 }
    add(language.denominators) { $0.denominator = $0.denominator ?? $1 }
    add(language.scales) { $0.scale = $0.scale ?? $1 }
    add(language.units) { $0.unit = $0.unit ?? $1 }
    add(language.rates) { $0.rate = $0.rate ?? $1 }
    add(language.powers) { $0.power = $0.power ?? $1 }
    return words.mapValues(WordMeaning.init)
  }
}
