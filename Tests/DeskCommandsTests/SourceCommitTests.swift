import Foundation
import TerminalTesting
import Testing

/// Which commit a source is of, whoever packed it: `reckon --version` names it.
@Suite struct SourceCommitTests {
  /// A repository of its own with the two files in question, and its commit.
  private let desk: Desk
  private let commit: String

  init() throws {
    desk = try Desk()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    commit = try desk.shell(
      """
      mkdir -p source/packaging && cd source && cp '\(root)/.gitattributes' .
      cp '\(root)/packaging/commit' '\(root)/packaging/archived-commit' packaging
      export HOME="$PWD" GIT_CONFIG_NOSYSTEM=1
      git init -q . && git add . && git -c user.name=a -c user.email=b commit -q -m c 2>&1
      git rev-parse HEAD | cut -c1-12
      """)
  }

  @Test func aCloneKnowsIt() throws {
    #expect(commit.count == 13)
    #expect(try desk.shell("source/packaging/commit") == commit)
  }

  @Test func anArchiveThatGitMadeKnowsItToo() throws {
    let made = "cd source && git archive --prefix=unpacked/ HEAD | tar x -C .. && cd .."
    #expect(try desk.shell("\(made) && unpacked/packaging/commit") == commit)
    let time = try desk.shell("source/packaging/commit --time")
    #expect(time.count > 9)
    #expect(try desk.shell("unpacked/packaging/commit --time") == time)
    // Within another repository that has nothing to do with it.
    #expect(
      try desk.shell("mv unpacked source/inner && source/inner/packaging/commit") == commit)
  }

  @Test func aCopyWithoutEitherNamesNone() throws {
    #expect(try desk.shell("rm -r source/.git && source/packaging/commit") == "")
  }
}
