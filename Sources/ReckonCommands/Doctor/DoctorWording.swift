import Diagnostics
import Files
import TextLayout

/// What `reckon doctor` says, by what it looks at.
enum DoctorWording {
  // MARK: The report

  static func mark(_ standing: Finding.Standing, unicode: Bool, inWords: Bool) -> StyledText {
    switch standing {
    case .fine: StyledText(inWords ? "Fine: " : unicode ? "✓" : "+", .success)
    case .noted: StyledText(inWords ? "Note: " : unicode ? "·" : "-", .dim)
    case .odd: StyledText(inWords ? "Not well: " : unicode ? "✗" : "x", .error)
    }
  }

  static func total(_ odd: Int) -> StyledText {
    switch odd {
    case 0: StyledText("All is well.", .success)
    case 1: StyledText("One thing is not well.", .warning)
    default: StyledText("\(odd) things are not well.", .warning)
    }
  }

  /// - Parameter isFirst: whether nothing else was advised before.
  static func tryThis(_ advice: String, isFirst: Bool) -> String {
    (isFirst ? "try: " : "or: ") + advice
  }

  private static func plain(_ text: String) -> String { onOneLine(text) }

  // MARK: The programs

  static func program(_ path: String) -> Finding {
    .fine("\(Version.text), \(plain(path))")
  }

  static func notInPath(_ path: String) -> Finding {
    .noted(
      "\(Version.text), \(plain(path)), which no folder of PATH has: `reckon` alone does not start it.",
      "`export PATH=\"\(plain(FileSystem.folder(of: path))):$PATH\"`, there and in ~/.profile")
  }

  static func otherInPath(_ path: String, other: String) -> Finding {
    .noted(
      "\(Version.text), \(plain(path)); `reckon` alone starts another one, \(plain(other)).",
      "`export PATH=\"\(plain(FileSystem.folder(of: path))):$PATH\"`, or remove the other")
  }

  static func desk(_ path: String) -> Finding {
    .fine("`grade`, `review` and their like are there, in \(plain(path)).")
  }

  static func noDesk(_ path: String) -> Finding {
    .noted(
      "`grade`, `review` and their like are in a program of their own, \(plain(path)), which is not"
        + " there. Students need none of them.",
      "the archive or the package of Reckon, or `make build`, which have both")
  }

  static func deskDoesNotStart(_ path: String) -> Finding {
    .odd(
      "The program of `grade`, `review` and their like does not start.",
      "`\(plain(path)) --version`, to see why; a library that it names comes with the system's packages"
    )
  }

  static func otherDesk(_ path: String, version: String) -> Finding {
    .odd(
      "\(plain(path)) is of another version, \(plain(version)); this is \(Version.text).",
      "installing both anew")
  }

  // MARK: The terminal

  static let noTerminal = Finding.noted(
    "Not looked at: this does not run at a terminal.", "`reckon doctor` at a prompt, without a pipe"
  )

  static let unnamedTerminal = Finding.odd(
    "TERM does not say which terminal this is: nothing is coloured, and keys may do nothing.",
    "`export TERM=xterm-256color`")

  static let dumbTerminal = Finding.noted(
    "TERM is dumb: nothing is coloured or drawn over, and lines are edited by the simplest keys alone.",
    "`export TERM=xterm-256color`, where the terminal can do more")

  static func terminal(_ kind: String) -> Finding { .fine(plain(kind)) }

  static func unknownTerminal(_ kind: String) -> Finding {
    .odd(
      "TERM is \(plain(kind)), which this machine has no description of: arrows and other keys may do"
        + " nothing.",
      "`export TERM=xterm-256color`",
      "on Debian and Ubuntu, the package ncurses-term, which describes more of them")
  }

  static func noWidth(_ columns: Int) -> Finding {
    .noted("Not looked at; what goes elsewhere is \(columns) columns wide.")
  }

  static func window(_ columns: Int, _ rows: Int) -> Finding {
    .fine("\(columns) columns, \(rows) rows")
  }

  static func narrow(_ columns: Int, least: Int) -> Finding {
    .odd(
      "The window has \(columns) columns; tables and formulas are folded much below \(least).",
      "a wider window, or smaller letters")
  }

  static let coloured = Finding.fine("shown")

  static let inWords = Finding.fine("None: all is said in words.")

  static let uncoloured = Finding.noted("None, for this does not go to a terminal.")

  static func colourless(isRefused: Bool) -> Finding {
    .noted(isRefused ? "None, as NO_COLOR wishes." : "None, as TERM knows of none.")
  }

  static func locale(_ name: String) -> Finding { .fine(plain(name)) }

  static func missingLocale(_ name: String) -> Finding {
    .noted(
      "\(plain(name)) is not on this machine; C.UTF-8 stands in for it.",
      "`export LC_ALL=C.UTF-8`, which other programs need then too")
  }

  static func asciiLocale(_ name: String) -> Finding {
    .odd(
      (name.isEmpty ? "No locale is set" : "The locale is \(plain(name))")
        + ", and so all is shown in ASCII, such as m^2 where a raised 2 is meant.",
      "`export LC_ALL=C.UTF-8`")
  }

  static func noUnicodeAnywhere(_ name: String) -> Finding {
    .odd(
      (name.isEmpty ? "No locale is set" : "The locale is \(plain(name))")
        + ", and this machine has none with UTF-8: letters such as é cannot be typed.",
      "`export LC_ALL=C.UTF-8`", "on Debian and Ubuntu, the package locales")
  }

  // MARK: Folders

  static func editor(_ command: String) -> Finding { .fine("`:edit` opens \(plain(command)).") }

  static let noEditor = Finding.odd(
    "VISUAL and EDITOR name no editor, and none was found: `:edit` goes line by line at the prompt.",
    "an editor such as nano, and `export EDITOR=nano`")

  static func missingEditor(_ word: String, variable: String) -> Finding {
    .odd(
      "\(variable) names \(plain(word)), which is not there: `:edit` cannot open it.",
      "`export \(variable)=nano`, or another editor that this machine has")
  }

  static func folder(_ path: String, free: Int?) -> Finding {
    .fine(
      "Notebooks are saved in \(plain(path))"
        + (free.map { ", where \(size($0)) are free." } ?? "."))
  }

  static func unwritableFolder(_ path: String, _ refusal: FileError) -> Finding {
    .odd(
      "Nothing can be saved in \(plain(path)): \(reason(refusal)).",
      "`cd` to a folder of your own, such as `mkdir -p ~/reckon && cd ~/reckon`")
  }

  static func fullFolder(_ path: String, free: Int) -> Finding {
    .odd(
      "Only \(size(free)) are free in \(plain(path)): a save may not fit.",
      "removing what is not needed, or another folder")
  }

  private static func reason(_ refusal: FileError) -> String {
    switch refusal {
    case .full: "the disk is full"
    case .readOnlyDisk: "its disk is read-only"
    case .folderMissing: "it is not there any more"
    default: "it may not be written into"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GiB" : "\(bytes >> 20) MiB"
  }

  static func temporary(_ folder: String) -> Finding {
    .fine("Texts for the editor are put into \(plain(folder)).")
  }

  static func unwritableTemporary(_ folder: String) -> Finding {
    .odd(
      "Nothing can be put into \(plain(folder)): `:edit` cannot hand a text to an editor.",
      "`export TMPDIR=/tmp`, or another folder that is there and may be written into")
  }

  static let noHistory = Finding.noted(
    "HOME is not set: lines are not kept for later sessions.", "`export HOME=FOLDER`")

  static func history(_ path: String) -> Finding { .fine("Lines are kept in \(plain(path)).") }

  static func unwritableHistory(_ path: String) -> Finding {
    .odd(
      "Lines cannot be kept for later sessions in \(plain(path)).",
      "`export XDG_STATE_HOME=FOLDER`, a folder of your own",
      "`ls -ld \(plain(FileSystem.folder(of: path)))`, to see whose it is")
  }

  // MARK: Time

  static func clock(_ now: String) -> Finding { .fine(now) }

  static func wrongClock(_ now: String) -> Finding {
    .odd(
      "The clock says \(now), which is before Reckon was written: due dates are told wrongly.",
      "setting the clock, such as by `sudo timedatectl set-ntp true`")
  }

  static func zone(_ minutes: Int) -> Finding {
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    let digits = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + "\(rest)"
    let offset = minutes == 0 ? "" : (minutes < 0 ? "−" : "+") + "\(hours)" + digits
    return .fine("Dates are told in UTC\(offset).")
  }

  static let noZone = Finding.noted(
    "No zone is set: dates are told in UTC.", "`export TZ=Europe/Zurich`, or your own zone")

  static func unknownZone(_ name: String, hasZones: Bool) -> Finding {
    .odd(
      "TZ is \(plain(name)), which is no zone of this machine: dates are told in UTC.",
      hasZones
        ? "`export TZ=Europe/Zurich`, or another that `ls /usr/share/zoneinfo` shows"
        : "the package tzdata, which has the zones")
  }

  // MARK: Exercises

  static func exercises(_ count: Int, in folders: [String]) -> Finding {
    .fine(
      "\(count == 1 ? "1 is" : "\(count) are") found in \(plain(folders.joined(separator: ", "))).")
  }

  /// - Parameter home: the folder that the program's own lies in.
  static func noExercises(_ folders: [String], home: String) -> Finding {
    .odd(
      folders.isEmpty
        ? "There are none: neither `Exercises` here nor \(plain(home))/share/reckon/Exercises is there."
        : "There are none in \(plain(folders.joined(separator: ", "))).",
      "`export RECKON_EXERCISES=FOLDER`, or `--exercises FOLDER`",
      "installing Reckon anew, which brings some")
  }

  static func noFolder(_ path: String) -> Finding {
    .odd(
      "There is no folder \(plain(path)), where exercises are to be.",
      "another one for --exercises or RECKON_EXERCISES, or `unset RECKON_EXERCISES`")
  }

  static let allLoad = Finding.fine("Each can be read and computed.")

  static func faulty(_ paths: [String]) -> Finding {
    let first = paths.prefix(3).map(plain).joined(separator: ", ")
    let rest = paths.count > 3 ? " and \(paths.count - 3) more" : ""
    return .odd("Mistakes are in \(first)\(rest).", "`reckon lint`, which shows each with its line")
  }
}
