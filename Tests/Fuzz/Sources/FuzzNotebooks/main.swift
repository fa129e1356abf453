import Diagnostics
import Formulas
import Fuzzing
import NotebookFiles

/// All that a notebook says, but for where it stands.
struct Account: Equatable {
  var statements: [String: [String]] = [:]
  var replies: [String: String?] = [:]
  var ticks: [String: [String]] = [:]
  var student: NotebookFile.Student?
  var exercise: String?
  var tries: [String: Int]

  init(_ file: NotebookFile) {
    for placed in file.statements() {
      statements[placed.question ?? "", default: []].append(placed.statement.text)
    }
    for id in Set(file.sectionIDs.compactMap(\.self)) {
      replies[id] = file.reply(toQuestion: id)
      ticks[id] = file.ticks(inQuestion: id).map { "\($0.isTicked) \($0.text)" }
    }
    (student, exercise, tries) = (file.student, file.exercise, file.tries)
  }

  /// But for one section.
  func without(_ id: String) -> Account {
    var copy = self
    copy.statements[id] = nil
    copy.replies[id] = nil
    copy.ticks[id] = nil
    return copy
  }
}

/// The first part is a notebook, each other one an edit: a byte for its kind, one for the section,
/// and a text. After an edit the file says what was written, and all else that it said before; what
/// was taken over from the reading before is what reading anew gives.
fuzz { input in
  let parts = input.parts
  var file = NotebookFile(text: parts[0].text, name: "fuzzed.answers.md")
  file.order = ["1.1", "1.2", "2", "2.1a"]
  for problem in file.problems {
    hold(!problem.diagnostic.message.isEmpty && problem.line >= 1, "a problem is told at a line")
  }
  for part in parts.dropFirst().prefix(8) where part.count > 1 {
    let ids = file.order + file.sectionIDs.compactMap(\.self)
    let id = ids[Int(part[1]) % ids.count]
    let before = Account(file)
    let told = edit(&file, kind: part[0], id, Array(part.dropFirst(2)).text)
    let after = Account(file)
    let anew = NotebookFile(text: file.text, name: file.name)
    hold(
      file.statements().map(\.statement.text) == anew.statements().map(\.statement.text),
      "\(told) leaves what is read anew")
    hold(
      file.problems.map(\.line) == anew.problems.map(\.line), "\(told) leaves its problems' places")
    hold(after.without(id) == before.without(id), "\(told) leaves all else")
  }
}

/// Makes an edit, and holds that it can be read back.
func edit(_ file: inout NotebookFile, kind: UInt8, _ id: String, _ text: String) -> String {
  switch kind % 6 {
  case 0:
    guard let statement = Parser.parse(text).statements.first else { return "nothing" }
    file.append(statement.text, toQuestion: id, title: "Title")
    // A file ends all its lines in one way.
    let lines = { (text: String) in text.replacing("\r\n", with: "\n") }
    hold(
      file.statements(inQuestion: id).map { lines($0.statement.text) }.contains(
        lines(statement.text)),
      "\(statement.text.debugDescription) is appended to \(id)")
    return "appending"
  case 1:
    guard let placed = file.statements(inQuestion: id).last else { return "nothing" }
    guard let statement = Parser.parse(text).statements.first else { return "nothing" }
    let count = file.statements().count
    if file.replace(placed, with: statement.text) {
      hold(file.statements().count == count, "one statement stands for another")
    }
    return "replacing"
  case 2:
    guard let placed = file.statements(inQuestion: id).first else { return "nothing" }
    let count = file.statements().count
    if file.remove(placed) { hold(file.statements().count == count - 1, "one is removed") }
    return "removing"
  case 3:
    file.setReply(text, toQuestion: id, title: "Title")
    let reply = file.reply(toQuestion: id)
    let once = file.text
    file.setReply(reply, toQuestion: id, title: "Title")
    hold(file.text == once, "a reply that is there changes nothing")
    return "replying"
  case 4:
    let items = text.split(separator: "\n").prefix(4).map { (String($0), $0.utf8.count % 2 == 0) }
    file.setTicks(items, toQuestion: id, title: "Title")
    return "ticking"
  default:
    file.hints[id] = text.utf8.count
    hold(file.hints[id] == text.utf8.count, "hints are counted")
    return "counting"
  }
}
