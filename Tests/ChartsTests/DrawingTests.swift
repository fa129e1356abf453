import Diagnostics
import Foundation
import Testing

@testable import Charts

/// Each sample drawn in each way, in files beside the tests. A file that is missing is recorded,
/// and has to be looked at.
@Suite struct DrawingTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  enum Way: String, CaseIterable, Sendable {
    case wide = "80.txt"
    case narrow = "44.txt"
    case ascii = "ascii.txt"
    case svg = "svg"

    func draw(_ chart: Chart) -> String {
      switch self {
      case .wide: lines(chart, TerminalChart(width: 80, height: 30, unicode: true))
      case .narrow: lines(chart, TerminalChart(width: 44, height: 24, unicode: true))
      case .ascii: lines(chart, TerminalChart(width: 70, height: 24, unicode: false))
      case .svg: SVGChart.text(chart)
      }
    }

    private func lines(_ chart: Chart, _ terminal: TerminalChart) -> String {
      terminal.lines(chart).map(\.plain).joined(separator: "\n") + "\n"
    }
  }

  @Test(arguments: Samples.all.map(\.name), Way.allCases)
  func looksAsItDid(_ name: String, _ way: Way) throws {
    let chart = try #require(Samples.all.first { $0.name == name }).chart
    let file = Self.folder.appending(path: "\(name).\(way.rawValue)")
    let drawn = way.draw(chart)
    guard let known = try? String(contentsOf: file, encoding: .utf8) else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(file.lastPathComponent) was missing and has been recorded: look at it.")
      return
    }
    #expect(drawn == known)
  }
}
