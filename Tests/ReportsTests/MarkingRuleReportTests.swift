import ExerciseFiles
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

/// How rules of marking, and the verdicts that come of them, are shown.
@Suite struct MarkingRuleReportTests {
  private func lamps(_ answers: String, _ notebook: String = "") throws -> Lamps {
    try Lamps(
      exercise: "---\nreckon: 1\nid: lamp\ntitle: Lamps\n---\n## 1.1 Power\n\n```question\n"
        + "points: 2\nanswers:\n\(answers)\n```\n",
      notebook: "---\nexercise: lamp\n---\n## 1.1\n```reckon\n\(notebook)\n```\n")
  }

  @Test(arguments: [
    ("ph: {expect: 7.2, tolerance: ±0.1}", "a plain number; within 0.1 up or down"),
    ("ph: {expect: 7.2, tolerance: 0.1}", "a plain number; within 10 %"),
    ("a: {expect: 2 m, tolerance: ±0.1}", "in m; within 0.1 m"),
    ("a: {expect: 2 m, written: 3 figures}", "in m; within 0.5 %; written with 3 figures"),
    ("a: {expect: 2 m, written: 1 decimal}", "in m; within 0.5 %; written with 1 decimal"),
    (
      "a: {expect: 2 m, shares: {other-unit: 0.5}}",
      "in m; within 0.5 %; bare numbers right in another unit earn 50 %"
    ),
  ])
  func previewSaysTheRules(_ answer: String, _ rules: String) throws {
    let shown = try lamps("  " + answer).preview(width: 100)
    #expect(shown.contains("\n    \(rules)\n") || shown.hasSuffix("\n    \(rules)"))
  }

  @Test func previewShowsEveryAcceptedValue() throws {
    let shown = try lamps("  root: {expect: 2 s, or: [-3 s, '7 * root']}").preview(width: 80)
    #expect(
      shown.contains(
        """
          root = 2 s
            2 s
          or -3 s
            -3 s
          or 7 * root
            14 s
            in s; within 0.5 %
        """))
  }

  @Test func reportsCallTheVerdictsByTheirNames() throws {
    let lamps = try lamps(
      "  a: {expect: 450 W, unit: kW, shares: {other-unit: 0.5}}\n"
        + "  b: {expect: '[0.3, 0.25] kg', written: 2 decimals}",
      "a = 450\nb = [0.3, 0.25] kg")
    let json = CheckJSON.value(lamps.graded.grader.report(), opened: lamps.opened).text
    #expect(
      json.contains(
        #""name": "a", "verdict": "other-unit", "cause": {"id": "unit", "names": [], "units": "#
          + #"["kW", "W"]}, "message": "The number is right in W"#))
    #expect(json.contains(#""name": "b", "verdict": "other-form", "cause": null"#))
    #expect(json.contains(#""rows": ["other-form", "correct"]"#))
    #expect(json.contains(#""score": 1,"#))
    let preview = lamps.preview(width: 80, student: true)
    #expect(preview.contains("a  other-unit  a = 450"))
    #expect(preview.contains("b  other-form  b = [0.3, 0.25] kg"))
  }

  /// A notebook whose answer is judged otherwise has changed, though its share is the same.
  @Test func aVerdictThatComesOfARuleIsAChange() throws {
    func report(_ line: String) throws -> Lamps {
      try lamps("  a: {expect: 0.126 kg, written: 3 figures, sigfigs: 3}", line)
    }
    let before = try report("a = 0.13 kg").graded.grader.report()
    let after = try report("a = 0.1260 kg").graded.grader.report()
    #expect(before.questions[0].answers[0].verdict == .rounded)
    #expect(after.questions[0].answers[0].verdict == .otherForm)
    #expect(ReportChanges(from: before, to: after).off == ["a"])
  }
}
