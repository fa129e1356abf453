/// One question of an exercise: what is asked, and what is graded.
public struct Question: Sendable {
  /// The number of its heading, such as `1.3.2a`.
  public var id: String
  /// The heading without the number.
  public var title: String
  /// Line of the heading in the file.
  public var line: Int
  /// Markdown between the heading and the question block.
  public var prompt: String
  /// At most; 0 for a poll.
  public var points: Double
  /// Counts for nothing, and is marked as such.
  public var isPractice: Bool
  /// Names for `expect` and for causes, which students do not see.
  public var given: [Given]
  /// What is answered.
  public var body: Body
  /// From gentle to plain, Markdown.
  public var hints: [String] = []
  /// Share of the question's points that each hint shown takes away, from 0 to 1.
  public var hintCost = 0.0
  /// Whether hints are derived from the model answers, after the author's own.
  public var derivesHints = true
  /// Whether a student may have the model answer filled in, for no points.
  public var maySkip = false
  /// In the order in which they are tried.
  public var misconceptions: [Misconception] = []
  /// The author's account of the model answer, Markdown, for teaching assistants.
  public var solution: String?
  /// Shown with the prompt.
  public var liveTexts: [LiveText] = []
  /// What is said once the question is done or due, Markdown.
  public var debrief: String?
  /// Drawn with the question, in the order of the file.
  public var charts: [ChartSpec] = []

  /// The kinds of question.
  public enum Body: Sendable {
    /// Names to be bound to formulas.
    case values([ValueAnswer])
    case function(FunctionAnswer)
    case choice(ChoiceAnswer)
    case text(TextAnswer)
    /// Text to be read, with nothing to answer.
    case reading
  }

  public init(
    id: String, title: String, line: Int, prompt: String, points: Double = 0,
    isPractice: Bool = false, given: [Given] = [], body: Body
  ) {
    self.id = id
    self.title = title
    self.line = line
    self.prompt = prompt
    self.points = points
    self.isPractice = isPractice
    self.given = given
    self.body = body
  }

  /// Names of the prompt's tables by the symbol with which what is said of them opens, as one types
  /// it: `hardware_emissions` by `M_H` for the row "| `hardware_emissions` | $M_H$, what it embodies |".
  public var symbols: [String: String] {
    var found: [String: String] = [:]
    for line in prompt.split(whereSeparator: \.isNewline) where line.first == "|" {
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count > 1, cells[0].first == "`", cells[1].first == "$" else { continue }
      let name = cells[0].dropFirst().prefix { $0 != "`" }
      let symbol = cells[1].dropFirst().prefix { $0 != "$" }.filter { !"{}\\ ".contains($0) }
      if !symbol.isEmpty, !name.isEmpty { found[symbol] = String(name) }
    }
    return found
  }

  /// Points that enter the total.
  public var countedPoints: Double { isPractice ? 0 : points }

  /// Points of one of its answers, at most: answers share those of the question by their weights.
  public func points(of answer: String) -> Double {
    guard case .values(let answers) = body else { return points }
    let total = answers.reduce(0) { $0 + $1.weight }
    let weight = answers.first { $0.name == answer }?.weight ?? 0
    return total > 0 ? points * weight / total : 0
  }

  /// Whether a word can be the number of a question: numbers with points between them, the last
  /// perhaps with letters, as in `1.3.2a`.
  public static func isNumber(_ word: some StringProtocol) -> Bool {
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, let digit = last.first, isDigit(digit), word.utf8.count <= 40
    else { return false }
    return last.drop(while: isDigit).allSatisfy { $0.isASCII && $0.isLetter }
      && parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }
}

/// A name with its formula, for the model answer only.
public struct Given: Hashable, Sendable {
  public var name: String
  public var formula: AuthorFormula

  public init(name: String, formula: AuthorFormula) {
    self.name = name
    self.formula = formula
  }
}

/// What an author says of an answer that equals a formula.
public struct Misconception: Hashable, Sendable {
  /// An answer with its value has the misconception.
  public var when: AuthorFormula
  /// What the student is told, Markdown.
  public var say: String
  /// The only answer it is tried for; nil for every answer of the question.
  public var answer: SourcedText?

  public init(when: AuthorFormula, say: String, answer: SourcedText? = nil) {
    self.when = when
    self.say = say
    self.answer = answer
  }
}
