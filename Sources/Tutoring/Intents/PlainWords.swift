import Exercises

/// What a line says in plain words, brought to the words that carry it: `Can I get a hint, please?`
/// and `hints` are both `hint`.
struct PlainWords {
  /// Words that carry meaning, in small letters and of one spelling each.
  let words: [String]
  /// A question's number that is named, as in `go to 2.3.1`.
  let number: String?
  /// A table that is named.
  let table: String?
  /// All words, in small letters.
  let typed: [String]
  var first: String { typed.first ?? "" }
  /// Words as typed.
  let count: Int
  /// Whether it asks how something is done, rather than for it.
  let asksHow: Bool

  /// Longer lines are no cries for help.
  private static let longest = 14

  /// Nil where a line is no plain words: it has signs of a formula, or says too much.
  init?(_ line: String, tables: [String] = []) {
    let folded = line.lowercased().filter { $0 != "'" && $0 != "’" && $0 != "`" }
    // A question mark ends words; within brackets nothing may stand, as in `exit()`.
    guard folded.allSatisfy({ $0.isLetter || $0.isNumber || " .,;:!?()\"“”«»-_…".contains($0) }),
      folded.firstRange(of: "(").map({ folded[$0.upperBound...].first == ")" }) ?? true
    else { return nil }
    let typed = folded.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }
      .map { $0.trimmingPoints }.filter { !$0.isEmpty }
    guard typed.count <= Self.longest else { return nil }
    var kept: [String] = []
    var number: String?
    var table: String?
    let all = Self.joined(typed.flatMap { Self.contractions[$0] ?? [$0] })
    for (place, word) in all.enumerated() {
      if word.first?.isNumber == true {
        guard number == nil, Question.isNumber(word) else { return nil }
        number = word
        kept.append("NUMBER")
      } else if let named = tables.first(where: { $0.lowercased() == word }) {
        table = named
        kept.append("TABLE")
      } else {
        // `I do not get it` is another matter than `get me a hint`.
        let isDenied = kept.last == "not" && place > 0
        let meaning = Self.meanings[word] ?? word
        if isDenied ? !Self.articles.contains(word) : !Self.isSmall(word) {
          if kept.last != meaning { kept.append(meaning) }
        }
      }
    }
    (words, self.number, self.table) = (kept, number, table)
    (self.typed, count) = (all, typed.count)
    asksHow = ["how", "where", "can", "could", "is", "may"].contains(all.first)
  }

  /// With pairs that are one matter as one word.
  private static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, let pair = pairs[last + " " + word] {
        result[result.count - 1] = pair
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static let pairs = [
    "figure out": "solve", "find out": "solve", "give up": "surrender", "hand in": "submit",
    "hand it": "submit", "hand this": "submit",
    "log off": "quit", "log out": "quit", "sign out": "quit", "start again": "restart",
    "start over": "restart", "take it": "retract", "take that": "retract", "thank you": "thanks",
    "turn in": "submit", "work out": "solve",
  ]

  private static func isSmall(_ word: String) -> Bool {
    articles.contains(word) || small.contains(word)
  }

  /// Words that only point, in any place.
  private static let articles = Set(
    """
    a an the this that these those it its i me my we us our you your to of for on in at with about \
    any some here ne anything ein eine einen das der die den mir mich ich je la le les un une
    """.split(separator: " ").map(String.init))

  /// Words that say how much someone wants a thing, and not what.
  private static let small = Set(
    """
    am is are was be been do does did have has had got get give tell can could may might would should shall will \
    must supposed want need like let know there then again already just please pls plz kindly well \
    hey um uh oh hmm ah sorry so and more another one really actually maybe now possible \
    possibly exactly simply quickly dear reckon tutor man sir also even still look try up from by bitte use using cest est \
    brauche besoin suis jai
    """.split(separator: " ").map(String.init))

  private static let contractions: [String: [String]] = [
    "arent": ["not"], "cannot": ["not"], "cant": ["not"], "couldnt": ["not"], "didnt": ["not"],
    "doesnt": ["not"], "dont": ["not"], "dunno": ["not", "know"], "gimme": ["give"],
    "gotta": ["must"], "hows": ["how"], "idk": ["not", "know"], "im": ["i"], "isnt": ["not"],
    "ive": ["i"], "lemme": ["let"], "lets": ["let"], "thats": ["that"], "theres": ["there"],
    "wanna": ["want"], "wasnt": ["not"], "whats": ["what"], "wheres": ["where"], "whys": ["why"],
    "wont": ["not"], "wtf": ["what"],
  ]

  /// Words that stand for others.
  private static let meanings: [String: String] = {
    let kin: KeyValuePairs = [
      "help": "helps helping assist assistance support aide aidez daide hilfe hilf sos",
      "hint": "hints tip tips hinweis tipp indice",
      "question":
        "questions task tasks problem assignment prompt instruction instructions frage aufgabe",
      "exercise": "exercises", "ok": "okay oki",
      "answer": "answers solution solutions result reply lösung réponse",
      "show": "open see display view print read repeat list",
      "quit": "exit leave stop close bye goodbye logout abort ende beenden quitter ciao",
      "next": "following forward continue proceed weiter suivant suivante nächste",
      "back": "previous backwards zurück retour",
      "wrong": "incorrect false bad mistake mistaken error errors mistakes",
      "right": "correct accepted",
      "points": "point score scores grade grades mark marks results",
      "stuck": "confused lost clueless blocked desperate perdu verloren",
      "understand": "follow verstehe comprends",
      "chart": "charts plot plots figure figures graph graphs diagram",
      "table": "tables data dataset csv",
      "unit": "units", "column": "columns", "row": "rows", "command": "commands options",
      "name": "names",
      "variable": "variables", "example": "examples sample", "formula": "formulas formulae",
      "start": "begin started", "write": "type enter put input", "way": "ways",
      "finished": "done finish complete completed ready", "idea": "ideas clue clues",
      "change": "edit fix modify", "convert": "conversion conversions converting",
      "submit": "handin submission", "undo": "revert",
      "teacher": "assistant assistants ta professor",
      "go": "move jump", "left": "remaining missing", "progress": "status",
      "not": "no never nicht pas", "what": "was que quoi", "due": "deadline",
      "text": "essay", "works": "work", "yes": "yep yeah sure oui ja",
      "hello": "hi hallo bonjour salut yo", "thanks": "thank thx merci danke",
    ]
    var meanings: [String: String] = [:]
    for (word, others) in kin {
      for other in others.split(separator: " ") { meanings[String(other)] = word }
    }
    return meanings
  }()
}

extension Substring {
  /// Without points at its ends, as at the end of a sentence.
  fileprivate var trimmingPoints: String {
    String(drop { $0 == "." || $0 == "_" }.reversed().drop { $0 == "." || $0 == "_" }.reversed())
  }
}
