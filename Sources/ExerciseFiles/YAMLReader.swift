import Diagnostics
import MarkdownReading
import Yams

/// Reads a piece of YAML that stands in a file, and reports what it stumbles over.
///
/// Anchors are refused, since aliases to them can grow a short text without bound; nesting and
/// the number of values are bounded.
struct YAMLReader {
  let log: ProblemLog
  /// The line of the file that the YAML's first line is.
  let firstLine: Int

  /// Levels of nesting that are read.
  private static let deepest = 64
  private static let mostNodes = 100_000
  /// Keys given twice that are reported before the rest is given up.
  private static let mostRepeats = 50
  /// Put before a key that comes again later, so that the rest can still be read.
  private static let repeatMark: Character = "\u{E000}"

  /// Nil where nothing can be read, which has been reported.
  func read(_ source: String) -> YAMLNode? {
    let yaml = withoutYAMLBreaks(source)
    if let (name, line) = YAMLBounds.firstAlias(in: yaml) {
      log.report(.anchor(name: name), line: firstLine + line)
      return nil
    }
    if let line = YAMLBounds.lineDeeper(than: Self.deepest, in: yaml) {
      log.report(.yamlDeep, line: firstLine + line)
      return nil
    }
    var text = yaml
    for _ in 0..<Self.mostRepeats {
      do {
        guard let root = try compose(yaml: text, .basic, .default, .utf8) else {
          return YAMLNode(content: .nothing, place: SourceLocation(line: firstLine))
        }
        var pass = Pass(
          budget: Self.mostNodes, losses: YAMLLosses(text, firstLine: firstLine, log: log),
          brackets: Self.brackets(in: text))
        let node = converted(root, &pass)
        if let node, node.form == .plain, let (key, value) = node.text.flatMap(YAMLNode.gluedKey) {
          log.report(.yamlMissingSpace(key: key, value: value), line: node.place.line)
          return nil
        }
        return node
      } catch let error as YamlError {
        if case .duplicatedKeysInMapping(_, let context) = error,
          let mended = marking(text, at: context.mark)
        {
          text = mended
        } else {
          report(error)
          return nil
        }
      } catch {
        log.report(.yamlUnknown, line: firstLine)
        return nil
      }
    }
    log.report(.yamlTooMany, line: firstLine)
    return nil
  }

  // MARK: - Values

  private func place(_ mark: Mark?, length: Int = 0) -> SourceLocation {
    guard let mark else { return SourceLocation(line: firstLine) }
    return SourceLocation(line: firstLine + mark.line - 1, column: mark.column, length: length)
  }

  /// What is kept while a text's values are converted.
  private struct Pass {
    /// Values that may still be read.
    var budget: Int
    let losses: YAMLLosses
    /// Where a bracket or brace stands, which opens what is written within them. The library tells
    /// the style of a list or mapping from its end, and so never.
    let brackets: Set<Place>

    func form(at mark: Mark?) -> YAMLNode.Form {
      mark.map { brackets.contains(Place(line: $0.line, column: $0.column)) } == true
        ? .flow : .block
    }
  }

  private struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private static func brackets(in text: String) -> Set<Place> {
    var found: Set<Place> = []
    var place = Place(line: 1, column: 1)
    for scalar in text.unicodeScalars {
      if scalar == "[" || scalar == "{" { found.insert(place) }
      place =
        scalar == "\n"
        ? Place(line: place.line + 1, column: 1)
        : Place(line: place.line, column: place.column + 1)
    }
    return found
  }

  private func converted(_ node: Node, _ pass: inout Pass) -> YAMLNode? {
    pass.budget -= 1
    if pass.budget == 0 { log.report(.yamlTooMany, at: place(node.mark)) }
    guard pass.budget > 0 else { return nil }
    switch node {
    case .scalar(let scalar):
      pass.losses.check(scalar)
      return converted(scalar)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence {
        guard let item = converted(item, &pass) else { return nil }
        items.append(item)
      }
      let form = pass.form(at: sequence.mark)
      if form == .flow { items = log.joined(items) }
      return YAMLNode(content: .list(items), place: place(sequence.mark), form: form)
    case .mapping(let mapping):
      guard var pairs = pairs(of: mapping, &pass) else { return nil }
      let form = pass.form(at: mapping.mark)
      // Whether a word is a key of this mapping is not known here.
      if form == .flow { pairs = log.joined(pairs) { $0.first?.isLetter != false } }
      return YAMLNode(content: .mapping(pairs), place: place(mapping.mark), form: form)
    case .alias(let alias):
      log.report(.yamlUndefinedAlias, at: place(alias.mark))
      return nil
    }
  }

  private func converted(_ scalar: Node.Scalar) -> YAMLNode {
    var place = place(scalar.mark, length: scalar.string.unicodeScalars.count)
    var form = YAMLNode.Form.quoted
    switch scalar.style {
    case .literal, .folded: place = SourceLocation(line: place.line + 1)
    case .singleQuoted, .doubleQuoted: place.length += 2
    case .any, .plain:
      if ["", "~", "null"].contains(scalar.string) {
        return YAMLNode(content: .nothing, place: place, nothing: scalar.string)
      }
      form = .plain
    }
    return YAMLNode(content: .scalar(scalar.string), place: place, form: form)
  }

  private func pairs(of mapping: Node.Mapping, _ pass: inout Pass) -> [YAMLPair]? {
    var pairs: [YAMLPair] = []
    var earlier: [String: Int] = [:]
    for (key, value) in mapping {
      guard let scalar = key.scalar else {
        log.report(.yamlKeyNotText, at: place(key.mark))
        continue
      }
      var name = scalar.string
      if name.first == Self.repeatMark {
        name = String(name.drop { $0 == Self.repeatMark })
        earlier[name] = earlier[name] ?? place(key.mark).line
        continue
      }
      guard var value = converted(value, &pass) else { return nil }
      var place = place(key.mark, length: name.unicodeScalars.count)
      if scalar.style == .plain, value.isLeftOut, let (own, rest) = YAMLNode.gluedKey(name) {
        log.report(.yamlMissingSpace(key: own, value: rest), at: place)
        value = YAMLNode(content: .scalar(rest), place: place)
        (name, place.length) = (own, own.unicodeScalars.count)
      }
      if let first = earlier[name] { log.report(.keyTwice(key: name, firstLine: first), at: place) }
      pairs.append(YAMLPair(key: name, place: place, value: value))
    }
    return pairs
  }

  // MARK: - Troubles

  /// The text with a mark before the key that stands there.
  private func marking(_ text: String, at mark: Mark) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard mark.line >= 1, mark.line <= lines.count else { return nil }
    var scalars = Array(lines[mark.line - 1].unicodeScalars)
    var index = mark.column - 1
    guard index >= 0, index < scalars.count else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    scalars.insert(contentsOf: Self.repeatMark.unicodeScalars, at: index)
    lines[mark.line - 1] = String(String.UnicodeScalarView(scalars))
    return lines.joined(separator: "\n")
  }

  /// The line on which a mark stands; empty beyond the text.
  private func line(of mark: Mark, in yaml: String) -> Substring {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
  }

  /// The line, counted from 1, that lacks a space behind its key and so is one with the line after it,
  /// with that key and what follows it.
  private func gluedLine(
    _ fault: Diagnostic, at mark: Mark, in yaml: String
  ) -> (number: Int, key: String, value: String)? {
    guard [.yamlColonInValue, .yamlMissingColon, .yamlBadIndentation].contains(fault) else {
      return nil
    }
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Int) in lines[line - 1].allSatisfy(\.isWhitespace) }
    guard let end = (1...max(1, min(mark.line, lines.count))).last(where: { !isBlank($0) }) else {
      return nil
    }
    let last = lines[end - 1]
    let before = (1..<end).last { !isBlank($0) }
    for number in [before, end].compactMap(\.self) {
      let line = lines[number - 1]
      let content = content(of: line)
      guard line.count - content.count == last.count - self.content(of: last).count,
        let (key, value) = YAMLNode.gluedKey(content)
      else { continue }
      return (number, key, value)
    }
    return nil
  }

  /// A line without its indentation and the hyphens of lists.
  private func content(of line: Substring) -> Substring {
    line.drop { $0 == " " || $0 == "-" }
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, let yaml),
      .parser(let context, let problem, let mark, let yaml),
      .composer(let context, let problem, let mark, let yaml):
      var fault = Diagnostic.yaml(problem: problem, context: context?.text)
      let before = line(of: mark, in: yaml).unicodeScalars.prefix(max(0, mark.column - 1))
      let opensLine = before.allSatisfy { $0.properties.isWhitespace || $0 == "-" }
      if fault == .yamlBadIndentation, !opensLine { fault = .yamlValueEnded }
      if let (number, key, value) = gluedLine(fault, at: mark, in: yaml) {
        log.report(.yamlMissingSpace(key: key, value: value), line: firstLine + number - 1)
        return
      }
      if problem == "did not find expected alphabetic or numeric character" {
        let sign = context?.mark ?? mark
        let value = line(of: sign, in: yaml).unicodeScalars.dropFirst(sign.column - 1)
        fault = .yamlSign(value: String(value))
      }
      let start = Diagnostic.yamlUnclosed.contains(fault) ? context?.mark ?? mark : mark
      // Whatever libyaml makes of a tab before the first sign of a line.
      let tabbed = [start, mark].first {
        line(of: $0, in: yaml).prefix { $0.isWhitespace }.contains("\t")
      }
      log.report(
        tabbed == nil ? fault : .yamlTabIndentation, line: firstLine + (tabbed ?? start).line - 1)
    case .reader(_, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = before.reduce(0) { $1.isNewline ? $0 + 1 : $0 }
      log.report(.yamlControlCharacter, line: firstLine + line)
    case .duplicatedKeysInMapping(_, let context):
      log.report(.yamlUnknown, line: firstLine + context.mark.line - 1)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      log.report(.yamlUnknown, line: firstLine)
    }
  }
}
