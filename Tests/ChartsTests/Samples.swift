@testable import Charts

/// Charts that the drawings are looked at with.
enum Samples {
  static let models = ["Model 1", "Model 2", "Model 3", "Model 4"]

  static let scatter = Chart(
    .scatter, title: "Accuracy and total emissions", x: .init("Accuracy (%)"),
    y: .init("Total emissions", unit: "kg CO2e"),
    series: [
      .init(points: [
        .init(x: 85.2, y: 156_541.666667, label: "Model 1"),
        .init(x: 78.4, y: 71_513.541667, label: "Model 2"),
        .init(x: 72.1, y: 16_642.708333, label: "Model 3"),
        .init(x: 81.0, y: 79_870.555556, label: "Model 4"),
      ])
    ])

  static let lines = Chart(
    .lines, title: "Total emissions and number of users", x: .init("Users per day", unit: "user"),
    y: .init("Total emissions", unit: "t CO2e"),
    series: [
      straight("Model 2", from: 46.8, slope: 24.713541667),
      straight("Model 4", from: 66.69, slope: 13.180555556),
    ])

  private static func straight(_ name: String, from start: Double, slope: Double) -> Chart.Series {
    Chart.Series(
      name,
      points: (0...200).map { .init(x: Double($0) * 500, y: start + slope * Double($0) * 0.05) })
  }

  static let bars = Chart(
    .bars, title: "Training and a year of inference", y: .init("Emissions", unit: "kg CO2e"),
    series: [
      column("training", [117_000, 46_800, 11_700, 66_690]),
      column("inference", [39_541.666667, 24_713.541667, 4942.708333, 13_180.555556]),
    ])

  private static func column(_ name: String, _ values: [Double]) -> Chart.Series {
    Chart.Series(
      name,
      points: zip(models, values).enumerated().map {
        .init(x: Double($0.offset), y: $0.element.1, label: $0.element.0)
      })
  }

  static let histogram = Chart(
    .histogram, title: "Characters a day", x: .init("Number of characters", unit: "character"),
    series: [
      .init(points: (0..<200).map { .init(x: Double(($0 * 7919) % 173 * ($0 % 7 + 3)) * 25, y: 0) })
    ])

  static let signs = Chart(
    .bars, title: "Change in a year", y: .init("Change", unit: "%"),
    series: [column("", [12, -30.5, .nan, 0])])

  static let gaps = Chart(
    .lines, title: "Measured <power> & more", x: .init("Time", unit: "h"),
    y: .init("Power", unit: "kW"),
    series: [
      .init("before", points: [0, 1, 2, 3, 4, 5].map { .init(x: $0, y: $0 == 3 ? .nan : $0 * 2) }),
      .init("after", points: [0, 1, 2, 3, 4, 5].map { .init(x: $0, y: 7 - $0) }),
    ])

  static let crowd = Chart(
    .scatter, title: "Many points", x: .init("x", unit: "m"), y: .init("y", unit: "s"),
    series: [
      .init(
        points: (0..<1000).map { .init(x: Double(($0 * 37) % 997), y: Double(($0 * $0) % 991)) })
    ])

  static let all: [String: Chart] = [
    "scatter": scatter, "lines": lines, "bars": bars, "histogram": histogram, "signs": signs,
    "gaps": gaps, "crowd": crowd,
  ]
}
