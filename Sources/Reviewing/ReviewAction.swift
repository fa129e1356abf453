/// A key of the reviewing screen.
public enum ReviewKey: Hashable, Sendable {
  case character(Character)
  case enter, escape, up, down, left, right, pageUp, pageDown
}

/// What a key of the reviewing screen does; one entry is all there is of it.
struct ReviewAction: Sendable {
  var keys: [ReviewKey]
  /// As the help names the keys.
  var name: String
  var help: String
  /// A word for the line of keys; nil where it is in the help alone.
  var hint: String?
  /// Throws no more than the gradebook does.
  var run: @Sendable (ReviewSession) throws -> ReviewSession.Effect

  static let all: [ReviewAction] = [
    ReviewAction(
      keys: [.character("y")], name: "y", help: "all points for the marked criterion", hint: "yes"
    ) { try $0.give(share: 1) },
    ReviewAction(keys: [.character("n")], name: "n", help: "no points for it", hint: "no") {
      try $0.give(share: 0)
    },
    ReviewAction(keys: [.character("h")], name: "h", help: "half of its points", hint: "half") {
      try $0.give(share: 0.5)
    },
    ReviewAction(
      keys: [.character("p")], name: "p", help: "other points, which are asked", hint: "points"
    ) { _ in .ask(.points) },
    ReviewAction(
      keys: [.enter], name: "Enter",
      help: "take what was found where you have not decided, and go on", hint: "go on"
    ) { try $0.accept() },
    ReviewAction(
      keys: "123456789".map { .character($0) }, name: "1-9", help: "mark a criterion", hint: nil
    ) { _ in .redraw },
    ReviewAction(keys: [.up], name: "up, down", help: "mark the one above or below", hint: nil) {
      $0.moveFocus(by: -1)
    },
    ReviewAction(keys: [.down], name: "", help: "", hint: nil) { $0.moveFocus(by: 1) },
    ReviewAction(
      keys: [.character("e")], name: "e",
      help: "points for the whole question, whatever its criteria say", hint: nil
    ) { _ in .ask(.whole) },
    ReviewAction(
      keys: [.character("o")], name: "o",
      help: "let the criteria count again where the whole was given points", hint: nil
    ) { try $0.countParts() },
    ReviewAction(
      keys: [.character("t")], name: "t", help: "the task, with its model answers", hint: "task"
    ) { $0.toggle(.task) },
    ReviewAction(
      keys: [.character("c")], name: "c",
      help: "a comment for the student; earlier ones are offered", hint: "comment"
    ) { _ in .ask(.comment) },
    ReviewAction(
      keys: [.character("x")], name: "x", help: "take your last comment here back", hint: nil
    ) { try $0.takeCommentBack() },
    ReviewAction(
      keys: [.character("w")], name: "w", help: "why you gave the marked criterion its points",
      hint: nil
    ) { $0.askWhy() },
    ReviewAction(
      keys: [.character("s")], name: "s",
      help: "what you gave the last answer, where the same was found in this one",
      hint: "same"
    ) { try $0.giveSame() },
    ReviewAction(
      keys: [.character("a")], name: "a", help: "the same for all who have written these words",
      hint: nil
    ) { try $0.giveAlike() },
    ReviewAction(
      keys: [.character("u")], name: "u", help: "take your last key back, also of another day",
      hint: "undo"
    ) { try $0.undo() },
    ReviewAction(
      keys: [.right, .character("]")], name: "right, left",
      help: "the next and the last answer, without a decision", hint: nil
    ) { try $0.step(by: 1) },
    ReviewAction(keys: [.left, .character("[")], name: "", help: "", hint: nil) {
      try $0.step(by: -1)
    },
    ReviewAction(
      keys: [.character(" "), .pageDown], name: "space, b", help: "more of a long answer, and back",
      hint: nil
    ) { $0.scroll(by: 1) },
    ReviewAction(keys: [.character("b"), .pageUp], name: "", help: "", hint: nil) {
      $0.scroll(by: -1)
    },
    ReviewAction(keys: [.character("g")], name: "g", help: "go to another question", hint: nil) {
      _ in .ask(.question)
    },
    ReviewAction(
      keys: [.character("N")], name: "N", help: "show names, or hide them again", hint: nil
    ) { $0.toggleNames() },
    ReviewAction(keys: [.character("?")], name: "?", help: "these keys", hint: "keys") {
      $0.toggle(.help)
    },
    ReviewAction(
      keys: [.character("q")], name: "q",
      help: "leave; every key was kept as you pressed it", hint: "leave"
    ) { _ in .leave },
  ]

  static func of(_ key: ReviewKey) -> ReviewAction? { all.first { $0.keys.contains(key) } }
}
