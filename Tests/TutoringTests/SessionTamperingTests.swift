import Foundation
import Testing

@testable import Tutoring

/// What others may do to a notebook while a session has it open.
enum Tampering: String, CaseIterable {
  case latin1, emptied, zeroed, halved, otherExercise, noNotebook, binary, tooLarge, farTooLarge
  case deleted, folder, linkToNotes, linkToNothing, linkToItself, readOnly, staleEdit, textCut

  /// Words of what was put into the file.
  static let theirs = "THEIRS"

  func apply(to path: String) throws {
    let manager = FileManager.default
    let url = URL(filePath: path)
    let old = try Data(contentsOf: url)
    func write(_ text: String) throws { try Data(text.utf8).write(to: url) }
    func replace(by make: () throws -> Void) throws {
      try manager.removeItem(atPath: path)
      try make()
    }
    switch self {
    case .latin1:
      try (old + Data("\nTHEIRS d\u{E9}j\u{E0}\n".unicodeScalars.map { UInt8($0.value) }))
        .write(to: url)
    case .emptied: try write("")
    case .zeroed: try Data(count: old.count).write(to: url)
    case .halved: try old.prefix(old.count / 2).write(to: url)
    case .otherExercise: try write("---\nexercise: cooking\n---\n## 1.1\nTHEIRS\n")
    case .noNotebook: try write("THEIRS, a shopping list\n")
    case .binary: try (Data("THEIRS".utf8) + Data((0...255).map { UInt8($0) })).write(to: url)
    case .tooLarge:
      try write("---\nexercise: lamp\n---\nTHEIRS\n" + String(repeating: "x\n", count: 2_200_000))
    case .farTooLarge: try write("THEIRS\n" + String(repeating: "x\n", count: 17_000_000))
    case .deleted: try manager.removeItem(at: url)
    case .folder:
      try replace { try manager.createDirectory(atPath: path, withIntermediateDirectories: false) }
    case .linkToNotes:
      try write("THEIRS\n")
      try manager.moveItem(atPath: path, toPath: path + ".notes")
      try manager.createSymbolicLink(atPath: path, withDestinationPath: path + ".notes")
    case .linkToNothing:
      try replace { try manager.createSymbolicLink(atPath: path, withDestinationPath: "no/file") }
    case .linkToItself:
      try replace { try manager.createSymbolicLink(atPath: path, withDestinationPath: path) }
    case .readOnly: try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    case .staleEdit:
      try write(
        String(decoding: old, as: UTF8.self).replacing("power = 60 W", with: "theirs = 1 # THEIRS"))
    case .textCut:
      try write(
        String(decoding: old, as: UTF8.self).replacing(
          "> Lamps are warm.\n> They glow at night.\n", with: "> THEIRS\n"))
    }
  }
}

@Suite struct SessionTamperingTests {
  /// What lies in the harness's folder beside the exercises.
  private func files(of harness: SessionHarness) -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: harness.folder)) ?? []
    return names.filter { $0.contains(".answers.md") }.reduce(into: [:]) { files, name in
      files[name] = FileManager.default.contents(atPath: harness.folder + "/" + name)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static let typed = [
    "power = 60 W", ":goto 1.7", "Lamps are warm.", "They glow at night.",
  ]

  @Test(arguments: Tampering.allCases)
  func neitherWhatWasTypedNorWhatOthersWroteIsLost(_ tampering: Tampering) throws {
    let harness = try SessionHarness()
    harness.type(lines: Self.typed)
    try tampering.apply(to: harness.path)
    let there = files(of: harness).values.contains { $0.contains(Tampering.theirs) }
    let shown = harness.type(lines: ["own = 5 W", "other = 6 W"])
    #expect(shown.contains("lamp.answers.md"))
    #expect(harness.session.isSaved)
    let kept = files(of: harness).values
    for line in [Self.typed[0]] + Self.typed[2...] + ["own = 5 W", "other = 6 W"] {
      #expect(kept.contains { $0.contains(line) }, "\(line)")
    }
    #expect(kept.contains { $0.contains(Tampering.theirs) } == there)
    #expect(kept.filter { $0.contains("own = 5 W") }.allSatisfy { $0.contains("other = 6 W") })
  }

  /// Nothing is typed after it: the session ends.
  @Test(arguments: Tampering.allCases)
  func leavingKeepsWhatWasTyped(_ tampering: Tampering) throws {
    let harness = try SessionHarness()
    harness.type(lines: Self.typed)
    try tampering.apply(to: harness.path)
    _ = harness.terminal.end()
    for line in [Self.typed[0]] + Self.typed[2...] {
      #expect(files(of: harness).values.contains { $0.contains(line) }, "\(line)")
    }
  }

  @Test(arguments: [
    Tampering.latin1, .otherExercise, .noNotebook, .binary, .tooLarge, .farTooLarge,
  ])
  func whatOthersWroteIsKeptByteForByte(_ tampering: Tampering) throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    try tampering.apply(to: harness.path)
    let theirs = try #require(FileManager.default.contents(atPath: harness.path))
    harness.type("own = 5 W")
    let names = try FileManager.default.contentsOfDirectory(atPath: harness.folder)
    #expect(
      names.contains { FileManager.default.contents(atPath: harness.folder + "/" + $0) == theirs })
  }

  @Test(arguments: [Tampering.otherExercise, .folder, .linkToItself, .readOnly])
  func onceItIsMovedAwayTheNotebookIsSavedInItsPlaceAgain(_ tampering: Tampering) throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    try tampering.apply(to: harness.path)
    harness.type("own = 5 W")
    #expect(harness.type(":submit").contains("lamp.kept.answers.md"))
    if tampering == .readOnly {
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: harness.path)
    } else {
      try FileManager.default.removeItem(atPath: harness.path)
    }
    #expect(harness.type("other = 6 W").contains("is saved in"))
    for line in ["power = 60 W", "own = 5 W", "other = 6 W"] {
      #expect(harness.file.contains(line))
    }
    #expect(Array(files(of: harness).keys.filter { !$0.hasSuffix(".lock") }) == ["lamp.answers.md"])
  }

  @Test func copiesOfBeforeStay() throws {
    let harness = try SessionHarness()
    for name in ["lamp.answers.md.original", "lamp.answers.md.earlier", "lamp.kept.answers.md"] {
      try "before".write(toFile: harness.folder + "/" + name, atomically: true, encoding: .utf8)
    }
    #expect(harness.welcome.contains("lamp.kept.answers.md"))
    for (line, tampering) in [
      ("power = 60 W", Tampering.latin1), ("hours = 1 h", .staleEdit), ("x = 1", .otherExercise),
    ] {
      harness.type(line)
      try tampering.apply(to: harness.path)
    }
    harness.type("own = 5 W")
    let kept = files(of: harness)
    #expect(kept.values.count { $0 == "before" } == 3)
    #expect(kept["lamp.answers.md.original-2"]?.contains("THEIRS") == true)
    #expect(kept["lamp.answers.md.earlier-2"]?.contains("power = 60 W") == true)
    #expect(kept["lamp.kept-2.answers.md"]?.contains("own = 5 W") == true)
  }

  @Test func whatIsWrittenWhileSavingFailsIsKeptBesideWhatIsSavedThen() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let old = harness.file
    try FileManager.default.removeItem(atPath: harness.folder)
    #expect(
      harness.type("own = 5 W").replacing("\n ", with: "").contains(
        "Your line is kept in this session"))
    try FileManager.default.createDirectory(
      atPath: harness.folder, withIntermediateDirectories: true)
    try harness.overwrite(old + "\nTHEIRS\n")
    harness.type("other = 6 W")
    #expect(harness.file.contains("own = 5 W\nother = 6 W"))
    #expect(files(of: harness)["lamp.answers.md.original"]?.contains("THEIRS") == true)
  }
}
