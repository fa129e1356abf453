/// A page of ours from its parts, which are HTML already. It needs nothing else: no script, no font,
/// no picture that is not within it, which its content security policy forbids as well.
public struct PageFrame {
  private let title: String
  private let header: String
  private let main: String
  private let footer: String
  private let style: String

  /// - `style`: rules for this page, below those that all have.
  public init(title: String, header: String, main: String, footer: String, style: String = "") {
    self.title = title
    self.header = header
    self.main = main
    self.footer = footer
    self.style = style
  }

  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// With the mark of what is made here still blank.
  var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="\(ConversionMark.blank)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <title>\(title)</title>
    <style>
    \(PageStyle.sheet)\(style.isEmpty ? "" : "\n" + style)
    </style>
    </head>
    <body>
    <header>
    \(header)</header>
    <main>
    \(main)</main>
    <footer>\(footer)</footer>
    </body>
    </html>

    """
  }

  /// The page, marked as made here.
  public var sealed: String { ConversionMark.sealed(text) }
}
