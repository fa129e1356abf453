import Diagnostics
import MarkdownReading
import TextLayout

/// What is laid out for the terminal at hand.
extension Session {
  func prose(_ markdown: String, droppingTitle: Bool = false) -> [StyledText] {
    let layout = TerminalLayout(
      width: width, unicode: surroundings.unicode, plainMarks: !surroundings.colour)
    return layout.lines(markdown: markdown, droppingTitle: droppingTitle)
  }

  func rendered(_ diagnostic: Diagnostic, in source: SourceText = SourceText("")) -> [StyledText] {
    var renderer = SnippetRenderer(width: width, unicode: surroundings.unicode)
    renderer.showsLocation = source.name != nil
    return renderer.render(diagnostic, in: source).lines
  }

  /// The first of many, and how many more there are.
  func rendered(_ problems: [LocatedDiagnostic]) -> [StyledText] {
    let left = problems.count - Self.mostProblems
    return problems.prefix(Self.mostProblems).flatMap { rendered($0) }
      + (left > 0 ? wrapped(SessionWording.moreProblems(left, file: store.path), width: width) : [])
  }

  /// Mistakes of a notebook that are told at once.
  private static var mostProblems: Int { 30 }

  func rendered(_ located: LocatedDiagnostic) -> [StyledText] {
    rendered(located.diagnostic, in: located.source)
  }

  func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
