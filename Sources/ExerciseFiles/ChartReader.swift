import Diagnostics
import Exercises

/// Reads a `chart` block.
struct ChartReader {
  let log: ProblemLog

  private static let commonKeys = ["kind", "title"]
  private static let seriesLimit = 12

  /// Nil where the block cannot be read or does not say what to draw.
  func chart(_ block: SourcedText) -> ChartSpec? {
    guard let node = YAMLReader(log: log, firstLine: block.line).read(block.text) else {
      return nil
    }
    let all = Set(ChartSpec.Kind.allCases.flatMap(\.keys))
    let place = SourceLocation(line: max(1, block.line - 1))
    guard let pairs = node.pairs else {
      log.report(.keyMissing(key: "kind", owner: .chart), at: place)
      return nil
    }
    let kind = kind(of: node, place)
    let allowed = Self.commonKeys + (kind?.keys ?? all.sorted())
    guard
      let fields = Fields(node, owner: .chart, allowed: allowed, reportedElsewhere: all, log: log),
      let kind
    else { return nil }
    for pair in pairs where all.contains(pair.key) && !kind.keys.contains(pair.key) {
      log.report(.chartKeyMisplaced(key: pair.key, kind: kind.rawValue), at: pair.place)
    }
    return chart(kind, fields, place)
  }

  private func kind(of node: YAMLNode, _ place: SourceLocation) -> ChartSpec.Kind? {
    guard let fields = Fields(node, owner: .chart, allowed: node.pairs?.map(\.key) ?? [], log: log),
      fields.require("kind", at: place)
    else { return nil }
    return fields.word("kind", of: ChartSpec.Kind.self)
  }

  private func chart(_ kind: ChartSpec.Kind, _ fields: Fields, _ place: SourceLocation)
    -> ChartSpec?
  {
    var spec = ChartSpec(kind: kind, line: place.line)
    spec.title = fields.text("title") ?? ""
    spec.x = fields.formula("x")
    spec.xLabel = fields.text("x_label") ?? ""
    spec.yLabel = fields.text("y_label") ?? ""
    spec.xUnit = fields.formula("x_unit")
    spec.yUnit = fields.formula("y_unit")
    spec.labels = labels(fields)
    spec.bins = fields.number("bins", .positiveWhole).map { Int(bounded: min(100, $0)) }
    if fields.has("over"), kind == .lines {
      guard let over = over(fields) else { return nil }
      spec.over = over
    }
    guard needsAreMet(kind, fields, place) else { return nil }
    if kind == .histogram {
      spec.series = [ChartSpec.Series()]
    } else if fields.has("series") {
      guard let series = series(fields, kind) else { return nil }
      spec.series = series
    } else {
      spec.series = [ChartSpec.Series(y: fields.formula("y"))]
    }
    let isComplete = spec.series.allSatisfy { series in
      (kind == .histogram || series.y != nil)
        && (kind == .bars || spec.over != nil || series.x ?? spec.x != nil)
    }
    return isComplete ? spec : nil
  }

  /// Whether every key is there that the kind needs, and none beside another that it excludes.
  private func needsAreMet(_ kind: ChartSpec.Kind, _ fields: Fields, _ place: SourceLocation)
    -> Bool
  {
    let together = [["y", "series"], ["x", "over"]].filter { keys in
      keys.allSatisfy { fields.has($0) && kind.keys.contains($0) }
    }
    for keys in together { log.report(.keysTogether(keys: keys), at: fields.place(of: keys[1])) }
    // A series may have an `x` of its own.
    let needsY = kind != .histogram && !fields.has("series")
    let needsX = kind == .histogram || kind != .bars && needsY && !fields.has("over")
    let hasY = !needsY || fields.require("y", at: place)
    let hasX = !needsX || fields.require("x", at: place)
    return together.isEmpty && hasY && hasX
  }

  /// `{users: 0 user .. 100'000 user}`.
  private func over(_ fields: Fields) -> ChartSpec.Over? {
    let place = fields.place(of: "over")
    let pairs = fields.mapping("over")
    guard pairs.count == 1, let pair = pairs.first else {
      if fields.node("over")?.pairs != nil { log.report(.chartRange(found: ""), at: place) }
      return nil
    }
    guard log.isName(pair, of: .variable) else { return nil }
    let text = pair.value.text ?? ""
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(\.trimmingBlank)
    guard ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty else {
      log.report(.chartRange(found: text), at: pair.place)
      return nil
    }
    let line = pair.value.place.line
    return ChartSpec.Over(
      name: pair.key, from: AuthorFormula(ends[0], line: line),
      to: AuthorFormula(ends[1], line: line))
  }

  private func labels(_ fields: Fields) -> ChartSpec.Labels? {
    guard let node = fields.node("labels") else { return nil }
    guard let items = node.items else { return fields.formula("labels").map { .formula($0) } }
    return .texts(items.compactMap(\.text))
  }

  // MARK: Series

  /// `name: formula`, or a list of mappings with `name`, `y` and perhaps `x`.
  private func series(_ fields: Fields, _ kind: ChartSpec.Kind) -> [ChartSpec.Series]? {
    guard let node = fields.node("series") else { return nil }
    let found: [ChartSpec.Series?]
    if let pairs = node.pairs {
      found = pairs.map { series($0.value, name: $0.key, at: $0.place, fields, kind) }
    } else if let items = node.items {
      found = items.map { series($0, name: nil, at: $0.place, fields, kind) }
    } else {
      fields.wrong("series", .mapping, node)
      return nil
    }
    let place = fields.place(of: "series")
    if found.isEmpty { log.report(.emptyList(key: "series"), at: place) }
    if found.count > Self.seriesLimit {
      log.report(.seriesTooMany(count: found.count, limit: Self.seriesLimit), at: place)
    }
    let sound = found.compactMap(\.self)
    return sound.count == found.count && !sound.isEmpty ? sound : nil
  }

  private func series(
    _ node: YAMLNode, name: String?, at place: SourceLocation, _ chart: Fields,
    _ kind: ChartSpec.Kind
  ) -> ChartSpec.Series? {
    let series: ChartSpec.Series
    var place = place
    if let name, let formula = node.formula {
      series = ChartSpec.Series(name: name, y: formula)
    } else {
      let keys = (name == nil ? ["name"] : []) + (kind == .bars ? ["y"] : ["x", "y"])
      guard
        let fields = Fields(
          entryOf: name ?? "series", node, owner: .series, allowed: keys, log: log),
        name == nil ? fields.require("name", "y") : fields.require("y"),
        let title = name ?? fields.text("name")
      else { return nil }
      series = ChartSpec.Series(name: title, x: fields.formula("x"), y: fields.formula("y"))
      place = node.place
    }
    // It needs an `x` where the chart has none for all.
    if kind == .bars || series.x != nil || chart.has("x") || chart.has("over") { return series }
    log.report(.keyMissing(key: "x", owner: .series), at: place)
    return nil
  }
}

extension ChartSpec.Kind {
  /// Keys that charts of this kind have beside `kind` and `title`.
  fileprivate var keys: [String] {
    switch self {
    case .scatter: ["x", "y", "series", "labels", "x_label", "y_label", "x_unit", "y_unit"]
    case .lines: ["x", "y", "series", "labels", "over", "x_label", "y_label", "x_unit", "y_unit"]
    case .bars: ["y", "series", "labels", "y_label", "y_unit"]
    case .histogram: ["x", "bins", "x_label", "x_unit"]
    }
  }
}
