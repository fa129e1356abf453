import NotebookFiles

/// Who belongs to a class, and when each handed in where the list says so.
public struct Roster: Sendable {
  /// A student of the list.
  public struct Person: Hashable, Sendable {
    /// Number of the student; empty where the list has none.
    public var id = ""
    public var name = ""
    public var email = ""
    /// Number of the submission on the learning platform.
    public var submission = ""
    public var submitted: SubmissionTime?

    public init(
      id: String = "", name: String = "", email: String = "", submission: String = "",
      submitted: SubmissionTime? = nil
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.submission = submission
      self.submitted = submitted
    }

    /// What the person is kept by.
    public var key: String { [id, email, name, submission].first { !$0.isEmpty } ?? "" }
  }

  public private(set) var people: [Person] = []
  private var byID: [String: Int] = [:]
  /// By what stands there, letter by letter: 007 is not 7 where the list has both.
  private var byExactID: [String: Int] = [:]
  private var bySubmission: [String: Int] = [:]
  /// The first of each name.
  private var byName: [PersonName: Int] = [:]
  /// All of a name that several have; of them nobody is taken.
  private var namesakes: [PersonName: [Int]] = [:]

  public init(_ people: [Person] = []) { for person in people { add(person) } }

  public var isEmpty: Bool { people.isEmpty }

  private mutating func add(_ person: Person) {
    let index = people.count
    people.append(person)
    for id in [person.id, person.email, person.email.prefix { $0 != "@" }.description]
    where !id.isEmpty {
      if byExactID[id] == nil { byExactID[id] = index }
      let folded = Self.folded(id)
      if byID[folded] == nil { byID[folded] = index }
    }
    if !person.submission.isEmpty { bySubmission[person.submission] = index }
    let name = PersonName(person.name)
    if name.isEmpty { return }
    if let first = byName[name] {
      namesakes[name, default: [first]].append(index)
    } else {
      byName[name] = index
    }
  }

  /// Whether two numbers are one student's.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    folded(first) == folded(second)
  }

  /// A number as it is compared.
  public static func folded(_ id: String) -> String {
    let folded = PersonName.folded(id).trimmingBlank
    // A spreadsheet drops the zeros that a number begins with.
    let digits = folded.drop { $0 == "0" }
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? String(digits) : folded
  }

  /// Takes times of handing in over from another list.
  public mutating func adopt(times: Roster) {
    for person in times.people {
      guard let submitted = person.submitted else { continue }
      let own =
        match(id: person.id) ?? match(id: person.email) ?? match(name: person.name)
        ?? bySubmission[person.submission]
      if let own {
        people[own].submitted = submitted
        if people[own].submission.isEmpty, !person.submission.isEmpty {
          people[own].submission = person.submission
          bySubmission[person.submission] = own
        }
      }
    }
  }

  private func match(id: String) -> Int? {
    id.isEmpty ? nil : byExactID[id] ?? byID[Self.folded(id)]
  }

  private func match(name: String) -> Int? {
    let name = PersonName(name)
    return namesakes[name] == nil ? byName[name] : nil
  }

  /// Everybody whom a word may mean: by number or e-mail address, else by name.
  public func people(called text: String) -> [Person] {
    if let index = match(id: text) { return [people[index]] }
    let name = PersonName(text)
    let indices = namesakes[name] ?? byName[name].map { [$0] } ?? []
    return name.isEmpty ? [] : indices.map { people[$0] }
  }

  /// Whose a file is, by where it lies, and only where that tells nothing by what it says itself.
  public func person(of owner: SubmittedFile.Owner, claimed: (id: String, name: String))
    -> Person?
  {
    let index: Int?
    switch owner {
    case .platform(let name, let id):
      // Of namesakes, the one that the file names.
      let own = PersonName(name)
      let namesakes = namesakes[own] ?? byName[own].map { [$0] } ?? []
      index =
        bySubmission[id] ?? match(name: name)
        ?? match(id: claimed.id).flatMap { namesakes.contains($0) ? $0 : nil }
        ?? (namesakes.isEmpty && Self.isBlind(name) ? match(id: claimed.id) : nil)
    case .folder(let folder):
      let words = folder.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      let ids = Set(words.compactMap { match(id: $0) })
      index =
        match(id: folder) ?? match(name: folder) ?? (ids.count == 1 ? ids.first : nil)
        ?? match(id: claimed.id) ?? match(name: claimed.name)
    case .unknown: index = match(id: claimed.id) ?? match(name: claimed.name)
    }
    return index.map { people[$0] }
  }

  /// Whether a name is what Moodle writes where marking is blind.
  private static func isBlind(_ name: String) -> Bool { name.contains { $0.isNumber } }
}
