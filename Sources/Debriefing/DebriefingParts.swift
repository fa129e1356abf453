import Charts
import TextLayout

extension Debriefing {
  /// A part of a debriefing under a heading.
  struct Section: Sendable {
    /// Of the heading on a page; letters, digits and hyphens.
    var anchor: String
    /// 2 for a part of the whole, 3 for a part of that.
    var level = 2
    var title: String
    var pieces: [Piece]
  }

  /// What stands under a heading.
  enum Piece: Sendable {
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
  struct Table: Sendable {
    var caption: String?
    var header: [String]
    var rows: [[Sentence]]
    var alignments: [ColumnAlignment]
  }
}
