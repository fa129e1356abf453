import Diagnostics
import Foundation
import Testing
import TranscriptTesting

@testable import Formulas

/// What is shown for what people really type, in `Transcripts`.
@Suite struct TranscriptTests {
  static let cases = TranscriptCase.all(beside: #filePath)

  @Test(arguments: cases) func comesOutAsInTheTranscript(_ item: TranscriptCase) {
    let page = CoursePage(answers: "")
    item.check { page.show(spelled($0)).text }
  }

  /// Names in a help of what is to be typed, and no statements.
  private static let patterns: Set = ["and", "return", "where(condition, a, b)"]

  /// Every formula and statement that a message offers is typed, after what stands above it.
  @Test(arguments: cases) func whatIsOfferedCanBeTyped(_ item: TranscriptCase) {
    for (place, diagnostics) in said(item).enumerated() {
      for diagnostic in diagnostics {
        for mend in diagnostic.offers where !Self.patterns.contains(mend) {
          let page = CoursePage(answers: "")
          for typed in item.typed.prefix(place + 1) { _ = page.enter(spelled(typed)) }
          let problems = page.enter(mend)
          #expect(problems.isEmpty, "`\(mend)`: \(problems)")
        }
      }
    }
  }

  @Test func mostMessagesOfferWhatCanBeTyped() {
    let messages = Self.cases.flatMap { item in said(item).filter { !$0.isEmpty } }
    let offering = messages.filter { $0.contains { !$0.offers.isEmpty } }
    #expect(messages.count > 400)
    #expect(offering.count * 10 > messages.count * 7)
  }

  @Test func everySentenceIsInATranscript() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Formulas/Wording")
    var ids: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in source.matches(of: /(?:say|unknown)\(\s*"([a-z-]+)"/) {
        ids.insert(String(match.1))
      }
    }
    ids.formUnion(ForeignSyntax.all.map(\.id).filter { !$0.isEmpty })
    #expect(ids.count > 55)
    let found = Set(Self.cases.flatMap { said($0).joined().map(\.id) })
    #expect(ids.subtracting(found).sorted() == WordingTests.ids)
    #expect(found.subtracting(ids).sorted() == [])
  }

  /// What is said for each thing typed in a case.
  private func said(_ item: TranscriptCase) -> [[Diagnostic]] {
    let page = CoursePage(answers: "")
    return item.typed.map { page.show(spelled($0)).diagnostics }
  }

  /// `⟨x#; × 2⟩` spelled out as `x1;x2;`.
  private func spelled(_ typed: String) -> String {
    guard typed.contains("⟨") else { return typed }
    return typed.replacing(/⟨(.*) × ([0-9]+)⟩/) { match in
      (1...(Int(match.2) ?? 1)).map { match.1.replacing("#", with: "\($0)") }.joined()
    }
  }
}
