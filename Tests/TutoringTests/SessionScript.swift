import Foundation
import ShippedExercises
import Testing

@testable import TutorTerminal
@testable import Tutoring

/// A session that a transcript plays. What is typed goes to the session, line by line; what begins
/// with `@` arranges the session before its first line, or looks at what no line shows.
///
/// The directives are those of `directives`, in a table.
final class SessionScript {
  /// What comes out of a line of the session.
  enum Output {
    /// As a student reads it.
    case words
    /// The events, a line each.
    case events
  }

  private let output: Output
  private var setting = SessionHarness.Setting()
  private var clock: SetClock?
  private var opened: SessionHarness?

  init(_ output: Output) {
    self.output = output
  }

  private struct Directive: Sendable {
    let name: String
    /// Does it, with what follows the name; returns what comes out.
    let act: @Sendable (SessionScript, String) throws -> String

    init(_ name: String, act: @escaping @Sendable (SessionScript, String) throws -> String) {
      self.name = name
      self.act = act
    }
  }

  private static let directives: [Directive] = [
    // Before the first line.
    Directive("exercise") { script, id in script.arrange { $0.exercise = id } },
    Directive("interactive") { script, _ in script.arrange { $0.isInteractive = true } },
    Directive("accessible") { script, _ in script.arrange { $0.isAccessible = true } },
    Directive("ascii") { script, _ in script.arrange { $0.unicode = false } },
    Directive("width") { script, columns in script.arrange { $0.width = Int(columns) ?? 80 } },
    // What the student's editor makes of a text.
    Directive("editor") { script, text in script.arrange { $0.edit = { _ in .text(text) } } },

    // A file of the folder: its name, then its text. Once the session has begun, as another
    // program has left it. `@write lamp.answers.md` is the notebook.
    Directive("write") { script, text in
      let (name, rest) = SessionScript.divided(text)
      if let harness = script.opened {
        try (rest + "\n").write(
          toFile: harness.folder + "/" + name, atomically: true, encoding: .utf8)
      } else {
        script.setting.files[name] = rest + "\n"
      }
      return ""
    },
    // The time, which stands until it is set again.
    Directive("time") { script, moment in
      if let clock = script.clock {
        clock.set(moment)
      } else {
        let clock = SetClock(moment)
        script.clock = clock
        _ = script.arrange { $0.clock = clock }
      }
      return ""
    },

    // What happens beside lines.
    Directive("paste") { script, lines in try script.type(lines, isPasted: true) },
    // Everything that a shipped exercise asks for, right; its last lines need not be typed.
    Directive("answers") { script, left in
      let lines = (ShippedExercises.answers[script.setting.exercise] ?? "").split(separator: "\n")
      return try script.type(lines.dropLast(Int(left) ?? 0).joined(separator: "\n"))
    },
    Directive("interrupt") { script, _ in
      script.shown(try script.harness().session.interrupt())
    },
    Directive("end") { script, _ in script.shown(try script.harness().session.end()) },
    // Leaves, and opens the notebook again.
    Directive("reopen") { script, _ in
      try script.harness().reopen()
      return ""
    },

    // What is looked at.
    Directive("welcome") { script, _ in
      script.shown(try script.harness().session.welcome())
    },
    Directive("prompt") { script, _ in try script.harness().prompt },
    Directive("file") { script, _ in withoutTimes(try script.harness().file) },
    // A section of the notebook, by the number of its question.
    Directive("section") { script, id in try script.harness().section(id) },
    Directive("folder") { script, _ in
      try FileManager.default.contentsOfDirectory(atPath: script.harness().folder).sorted()
        .joined(separator: "\n")
    },
    // A file of the folder, by its name.
    Directive("read") { script, name in
      withoutTimes(
        try String(contentsOfFile: script.harness().folder + "/" + name, encoding: .utf8))
    },
    // What was put into zips.
    Directive("zips") { script, _ in
      try script.harness().zipped.sorted { $0.key < $1.key }.flatMap { name, files in
        [name] + files.map { "  " + $0.name }
      }.joined(separator: "\n")
    },
  ]

  /// A notebook with words for the times of its history, and for the digests that these change.
  private static func withoutTimes(_ text: String) -> String {
    text.replacing(/"\d{4}-[0-9T:-]+Z ((?:skip|hint|late) [^"]*) [0-9a-f]{12}"/) {
      "\"TIME \($0.output.1) DIGEST\""
    }
  }

  /// What comes out of something typed in a transcript.
  func play(_ typed: String) throws -> String {
    guard typed.hasPrefix("@") else { return try type(typed) }
    let (name, rest) = Self.divided(String(typed.dropFirst()))
    let directive = try #require(
      Self.directives.first { $0.name == name }, "There is no directive @\(name).")
    return try directive.act(self, rest)
  }

  /// A word and what follows it, on its line or below.
  private static func divided(_ text: String) -> (word: String, rest: String) {
    let word = text.prefix { $0 != " " && $0 != "\n" }
    return (String(word), String(text.dropFirst(word.count + 1)))
  }

  private func arrange(_ change: (inout SessionHarness.Setting) -> Void) -> String {
    if opened == nil {
      change(&setting)
    } else {
      Issue.record("The session has begun; this is to stand before its first line.")
    }
    return ""
  }

  /// The session, which opens with the first line.
  private func harness() throws -> SessionHarness {
    if let opened { return opened }
    let harness = try SessionHarness(setting)
    opened = harness
    return harness
  }

  /// Types the lines one after the other.
  private func type(_ lines: String, isPasted: Bool = false) throws -> String {
    let session = try harness().session
    return lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(session.handle(String($0), isPasted: isPasted)) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func shown(_ events: [SessionEvent]) -> String {
    let lines =
      switch output {
      case .events: events.map(\.cases)
      case .words: opened?.terminal.words(of: events) ?? []
      }
    return lines.joined(separator: "\n").replacing((opened?.folder ?? "") + "/", with: "")
  }
}
