import Diagnostics
import MarkdownReading
import Prose

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

  func rendered(_ located: LocatedDiagnostic) -> [StyledText] {
    rendered(located.diagnostic, in: located.source)
  }

  func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
