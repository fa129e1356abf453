import LineEditing

extension HealthCheck {
  static let terminal = HealthCheck(id: "terminal", title: "Terminal") { context in
    let kind = Console.environment("TERM") ?? ""
    guard context.console.isTerminal, context.console.isInputTerminal else {
      return DoctorWording.noTerminal
    }
    if kind.isEmpty { return DoctorWording.unnamedTerminal }
    if kind == "dumb" { return DoctorWording.dumbTerminal }
    return TerminalDescription.isKnown(kind, environment: Console.environment)
      ? DoctorWording.terminal(kind) : DoctorWording.unknownTerminal(kind)
  }

  /// Columns that a task takes before its lines are folded everywhere.
  private static let narrowest = 40

  static let width = HealthCheck(id: "width", title: "Width") { context in
    guard context.console.isTerminal else { return DoctorWording.noWidth(context.console.width) }
    let (columns, rows) = (context.console.width, context.console.rows)
    return columns < narrowest
      ? DoctorWording.narrow(columns, least: narrowest) : DoctorWording.window(columns, rows)
  }

  static let colours = HealthCheck(id: "colours", title: "Colours") { context in
    if context.console.inWords { return DoctorWording.inWords }
    if context.console.hasColour { return DoctorWording.coloured }
    if !context.console.isTerminal { return DoctorWording.uncoloured }
    let isRefused = !(Console.environment("NO_COLOR") ?? "").isEmpty
    return DoctorWording.colourless(isRefused: isRefused)
  }

  static let locale = HealthCheck(id: "locale", title: "Locale") { _ in
    let locale = LibeditLineEditor.namedLocale()
    if !locale.readsUnicode { return DoctorWording.noUnicodeAnywhere(locale.name) }
    if !locale.showsUnicode { return DoctorWording.asciiLocale(locale.name) }
    return locale.isInstalled
      ? DoctorWording.locale(locale.name) : DoctorWording.missingLocale(locale.name)
  }
}
