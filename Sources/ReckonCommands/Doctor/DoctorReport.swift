import Diagnostics
import Reports
import TextLayout

/// What `reckon doctor` has found, as it is shown.
struct DoctorReport {
  private let findings: [(check: HealthCheck, finding: Finding)]

  init(_ findings: [(HealthCheck, Finding)]) { self.findings = findings.map { ($0, $1) } }

  func count(_ standing: Finding.Standing) -> Int {
    findings.count { $0.finding.standing == standing }
  }

  /// A line a check, its advice below it, and at the end how many things are not well.
  func lines(width: Int, unicode: Bool, inWords: Bool) -> [StyledText] {
    let column = (findings.map { $0.check.title.count }.max() ?? 0) + 4
    let lines = findings.flatMap { check, finding -> [StyledText] in
      let mark = DoctorWording.mark(finding.standing, unicode: unicode, inWords: inWords)
      let title = StyledText(check.title, .strong)
      let advice = finding.advice.enumerated().map { index, advice in
        DoctorWording.tryThis(advice, isFirst: index == 0)
      }
      if inWords {
        let said = mark + title + StyledText(": " + finding.said)
        return ([said] + advice.map { StyledText($0) }).flatMap { wrapped($0, width: width) }
      }
      let gap = String(repeating: " ", count: column - check.title.count - 2)
      let said = mark + " " + title + StyledText(gap + finding.said)
      let margin = String(repeating: " ", count: column)
      return ([said] + advice.map { StyledText(margin + $0) }).flatMap {
        wrapped($0, width: width, indent: column)
      }
    }
    let all = lines + [StyledText()] + wrapped(DoctorWording.total(count(.odd)), width: width)
    return unicode ? all : all.map { StyledText(inASCII($0.plain)) }
  }

  /// The same for other programs.
  var value: JSONValue {
    let checks = findings.map { check, finding in
      JSONValue.object([
        ("id", .string(check.id)), ("standing", .string(finding.standing.rawValue)),
        ("message", .string(finding.said)),
        ("try", .array(finding.advice.map { .string($0) })),
      ])
    }
    return .object([
      ("reckon", .number(1)), ("version", .string(Version.text)),
      ("fine", .bool(count(.odd) == 0)), ("checks", .array(checks)),
    ])
  }
}
