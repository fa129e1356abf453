import Charts
import TextLayout

/// A report of several sections as a value, which is shown in a terminal, as Markdown and as a page.
public struct SectionedReport: Sendable {
  public var title: String
  /// Under the title.
  public var lead: [Sentence]
  public var sections: [Section]

  public init(title: String, lead: [Sentence], sections: [Section]) {
    self.title = title
    self.lead = lead
    self.sections = sections
  }

  /// A part of a report under a heading.
  public struct Section: Sendable {
    /// Of the heading on a page; letters, digits and hyphens.
    public var anchor: String
    /// 2 for a part of the whole, 3 for a part of that.
    public var level: Int
    public var title: String
    public var pieces: [Piece]

    public init(anchor: String, level: Int = 2, title: String, pieces: [Piece]) {
      self.anchor = anchor
      self.level = level
      self.title = title
      self.pieces = pieces
    }
  }

  /// What stands under a heading.
  public enum Piece: Sendable {
    case paragraph(Sentence)
    case list([Sentence])
    case table(Table)
    case chart(Chart)
    /// Words of a student, with what is said of them.
    case quote(String, Sentence?)
    /// Markdown of those who teach.
    case prose(Document)
    /// A small heading within a section, such as an answer's name.
    case heading(Sentence)
    /// What is said beside the matter.
    case aside(Sentence)
  }

  /// A table whose first column names the rows.
  public struct Table: Sendable {
    public var caption: String?
    public var header: [String]
    public var rows: [[Sentence]]
    public var alignments: [ColumnAlignment]

    public init(
      caption: String? = nil, header: [String], rows: [[Sentence]], alignments: [ColumnAlignment]
    ) {
      self.caption = caption
      self.header = header
      self.rows = rows
      self.alignments = alignments
    }
  }

  /// Lines of a terminal, none of them wider than `width`.
  ///
  /// - Parameters:
  ///   - width: columns, 40 at least.
  ///   - unicode: whether it shows more than ASCII.
  ///   - plainMarks: whether Markdown's own marks show what colour would.
  public func lines(width: Int, unicode: Bool, plainMarks: Bool = false) -> [StyledText] {
    TerminalReport(width: max(40, width), unicode: unicode, plainMarks: plainMarks).lines(self)
  }

  /// GitHub's Markdown.
  public var markdown: String { MarkdownReport.text(self) }

  /// One HTML page that needs nothing else.
  public var page: String { PageReport.text(self) }
}
