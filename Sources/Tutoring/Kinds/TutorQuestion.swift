/// A line that is meant for the tutor and not for a text: `help me`, `what do I do`, `next
/// question`. Only a line that says nothing else is one, so that `What do we do about it?` may open
/// a text.
public enum TutorQuestion: Hashable, Sendable {
  case help
  /// The result itself is asked for.
  case answer
  /// Going to another question, or out.
  case way(Way)

  /// Commands that lead away from a question, by their names.
  public enum Way: String, Sendable { case next, back, skip, quit, submit }

  init?(_ line: String) {
    var words = Self.words(line)
    // `So what?` may open a text.
    if words.count > 2, words[0] == "so" { words.removeFirst() }
    guard !words.isEmpty, words.count <= Self.longest else {
      // `??`
      guard words.isEmpty, line.contains("?"), line.allSatisfy({ "?! ".contains($0) }) else {
        return nil
      }
      self = .help
      return
    }
    let said = words.joined(separator: " ")
    if let way = Self.ways[said] {
      self = .way(way)
    } else if Self.cries.contains(said) {
      self = .help
    } else if let rest = Self.rest(of: words, after: Self.openers), let verb = rest.first,
      Self.verbs.contains(verb), rest.dropFirst().allSatisfy(Self.objects.contains)
    {
      self = .help
    } else if let rest = Self.rest(of: words, after: Self.requests),
      rest.allSatisfy({ Self.small.contains($0) || Self.aids.contains($0) }),
      let aid = words.first(where: Self.aids.contains)
    {
      self = Self.results.contains(aid) ? .answer : .help
    } else {
      return nil
    }
  }

  private static let longest = 12

  /// In small letters, without apostrophes and words that only fill.
  private static func words(_ line: String) -> [String] {
    line.lowercased().filter { $0 != "'" && $0 != "’" }
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !fillers.contains($0) }
  }

  private static func rest(of words: [String], after openers: Set<String>) -> ArraySlice<String>? {
    for count in stride(from: min(6, words.count), through: 1, by: -1)
    where openers.contains(words.prefix(count).joined(separator: " ")) {
      return words.dropFirst(count)
    }
    return nil
  }

  private static let fillers: Set<String> = [
    "hey", "hi", "hmm", "just", "ok", "okay", "oh", "please", "pls", "plz", "sorry", "um",
  ]

  private static let cries: Set<String> = [
    "aide", "aidez moi", "any ideas", "bitte hilfe", "hallo", "hello", "hilfe", "hilf mir", "how",
    "huh", "i am confused", "i am lost", "i am stuck", "i do not get it", "i do not know",
    "i do not understand", "i do not understand the question", "i do not understand this",
    "i dont get it", "i dont get this", "i dont know", "i dont understand",
    "i dont understand the question", "i dont understand this", "i have a question",
    "i have no clue", "i have no idea", "idk", "im confused", "im lost", "im stuck", "lost",
    "no clue", "no idea", "question", "stuck", "what", "what am i asked", "what is asked",
    "what is being asked", "what is the question", "what is this", "what now", "what to do",
    "whats the question", "where am i", "wie geht das", "was muss ich tun", "que faire",
    "was soll ich tun", "how does this work",
  ]

  private static let ways: [String: Way] = [
    "back": .back, "go back": .back, "previous": .back, "previous question": .back,
    "back to previous question": .back, "last question": .back,
    "continue": .next, "go on": .next, "go to next question": .next,
    "go to the next question": .next, "how do i continue": .next, "how do i go on": .next,
    "how do i get to the next question": .next, "how do i go to the next question": .next,
    "i want to go on": .next, "move on": .next, "next": .next, "next one": .next,
    "next question": .next, "the next question": .next, "weiter": .next, "suivant": .next,
    "how do i skip this": .skip, "i give up": .skip, "skip": .skip, "skip it": .skip,
    "skip question": .skip, "skip this": .skip, "skip this question": .skip,
    "how do i exit": .quit, "how do i leave": .quit, "how do i quit": .quit,
    "how do i stop": .quit, "i want to quit": .quit, "exit": .quit, "quit": .quit, "bye": .quit,
    "how do i hand in": .submit, "how do i hand this in": .submit, "how do i submit": .submit,
    "how do i submit this": .submit, "submit": .submit,
  ]

  /// Before what someone does who answers a question.
  private static let openers: Set<String> = [
    "how am i supposed to", "how can i", "how do i", "how do you", "how should i", "how to",
    "i do not know how to", "i do not know what to", "i dont know how to", "i dont know what to",
    "i have no idea how to", "i have no idea what to", "no idea what to", "tell me how to",
    "tell me what to", "what am i supposed to", "what am i to", "what do i", "what do i have to",
    "what do i need to", "what must i", "what shall i", "what should i", "what to", "where do i",
    "where should i",
  ]
  private static let verbs: Set<String> = [
    "answer", "begin", "do", "enter", "proceed", "put", "start", "solve", "type", "write",
  ]
  private static let objects: Set<String> = [
    "a", "an", "answer", "exactly", "first", "for", "here", "in", "it", "my", "next", "now", "of",
    "on", "question", "task", "text", "the", "then", "this", "that", "to", "with",
  ]

  /// Before what someone asks for.
  private static let requests: Set<String> = [
    "another", "any", "can i", "can i get", "can i have", "can i see", "can you", "could i get",
    "could i have", "could you", "explain", "give", "help", "hint", "hints", "i need", "i want",
    "i would like", "id like", "may i have", "need", "show", "some", "solution", "tell", "the",
    "a", "answer", "tip", "tips", "what is", "what are", "whats", "would you",
  ]
  /// Words that stand around it.
  private static let small: Set<String> = [
    "a", "an", "another", "explain", "for", "get", "give", "here", "it", "me", "more", "of", "on",
    "one", "out", "question", "show", "some", "task", "tell", "that", "the", "this", "to", "us",
    "with", "you",
  ]
  private static let aids: Set<String> = results.union([
    "explain", "help", "hint", "hints", "tip", "tips",
  ])
  private static let results: Set<String> = ["answer", "answers", "solution", "solutions"]
}
