import Foundation
import Testing

/// The page on security promises nothing that no test holds.
@Suite struct SecurityPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let page =
    (try? String(contentsOf: root.appending(path: "docs/security.md"), encoding: .utf8)) ?? ""

  /// Suites with the names of their tests.
  private static let suites: [String: Set<String>] = {
    var suites: [String: Set<String>] = [:]
    let folder = root.appending(path: "Tests").path
    for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? []
    where path.hasSuffix("Tests.swift") {
      let text = (try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)) ?? ""
      var suite: String?
      var isTest = false
      for line in text.split(separator: "\n") {
        if let found = line.firstMatch(of: /^(?:@Suite.* )?struct ([A-Za-z]+Tests)\b/) {
          suite = String(found.1)
        }
        if line.contains("@Test") { isTest = true }
        guard isTest, let suite, let found = line.firstMatch(of: /func ([A-Za-z0-9]+)\(/) else {
          continue
        }
        isTest = false
        suites[suite, default: []].insert(String(found.1))
      }
    }
    return suites
  }()

  @Test func everyTestThatThePageNamesIsThere() {
    let named = Self.page.matches(of: /`([A-Z][A-Za-z]+Tests)\.([A-Za-z0-9]+)`/)
    #expect(named.count > 40)
    for test in named {
      #expect(
        Self.suites[String(test.1)]?.contains(String(test.2)) == true, "\(test.1).\(test.2)")
    }
  }

  @Test func everyPromiseNamesATest() {
    let rows = Self.page.split(separator: "\n").filter {
      $0.hasPrefix("| ") && !$0.hasPrefix("| |")
    }
    #expect(rows.count > 30)
    for row in rows where !row.hasPrefix("| What") {
      #expect(row.contains(/`[A-Z][A-Za-z]+Tests\.[A-Za-z0-9]+`/), "\(row)")
    }
  }
}
