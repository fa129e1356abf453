import Formulas
import MarkdownReading
import Quantities
import TextLayout
import Tutoring

/// What is known of a unit or of the units of a kind of quantity, as lines.
struct UnitHelp {
  let units: UnitSystem
  let display: ValueDisplay
  /// Names that the exercise has declared; others are the student's own.
  let exerciseUnits: Set<String>

  /// Units of a kind that are listed with their size.
  private static let listLimit = 12
  private static let conversionLimit = 5

  private var writer: FigureWriter { FigureWriter(display: display) }

  // MARK: A kind of quantity

  func lines(of row: QuantityTable.Row, asked: String) -> [StyledText] {
    var lines = wrap(HelpWording.quantity(row, asked: asked))
    let listed = declared(like: row) + row.units.compactMap(unit)
    let first = listed.first
    let rows = listed.prefix(Self.listLimit).map { unit in
      [
        StyledText("  " + display.asciiIfNeeded(units.symbol(of: unit)), .unit),
        ascii(size(of: unit, against: row.units.compactMap(self.unit).first ?? unit)),
        StyledText(origin(of: unit, showsName: display.width >= 60), .dim),
      ]
    }
    lines += TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
      .lines(width: display.width, unicode: display.unicode)
    let symbols = Set(listed.map { units.symbol(of: $0) })
    if let like = first {
      let others = units.catalogueUnits(like: like).filter { !symbols.contains($0.symbol) }
      if !others.isEmpty {
        let names = others.map { display.asciiIfNeeded($0.symbol) }
          .filter { display.unicode || $0.utf8.allSatisfy { $0 < 0x80 } }.joined(separator: ", ")
        lines += line("also", StyledText(names))
      }
    }
    if !row.examples.isEmpty {
      lines += line("compare", StyledText(examples(row.examples)))
    }
    let example = listed.dropFirst().first ?? first
    return lines
      + wrap(HelpWording.explainsOne(example.map { units.symbol(of: $0) } ?? "kWh"))
  }

  /// Units of the quantity that an exercise or the student has declared.
  private func declared(like row: QuantityTable.Row) -> [UnitID] {
    guard let like = row.units.compactMap(unit).first, row.name != "a plain number" else {
      return []
    }
    return units.declared.filter { $0.kind == .derived }.compactMap { units.lookup($0.name) }
      .filter { units.dimension(of: $0) == units.dimension(of: like) }
  }

  /// How large a unit is, in the one that it is made from.
  private func size(of unit: UnitID, against first: UnitID) -> StyledText {
    let accounts = units.accounts(of: unit)
    if accounts.count == 1, let account = accounts.first, account.exponent == .one {
      return StyledText(HelpWording.madeOf(account, writer))
    }
    guard unit != first, let conversion = units.conversion(from: unit, to: first) else {
      return StyledText()
    }
    return writer.number(conversion.apply(1)) + writer.plainUnit(first)
  }

  private func origin(of unit: UnitID, showsName: Bool = true) -> String {
    let accounts = units.accounts(of: unit)
    guard accounts.count == 1, let account = accounts.first else { return "" }
    return HelpWording.origin(
      account, isExercises: exerciseUnits.contains(account.bare),
      showsName: showsName && account.exponent == .one)
  }

  // MARK: One unit

  /// What a unit is; of several, what each of its parts is.
  func lines(of unit: UnitID, number: Double) -> [StyledText] {
    let accounts = units.accounts(of: unit)
    let symbol = display.asciiIfNeeded(units.symbol(of: unit))
    var lines: [StyledText] = []
    let quantity = units.dimensionName(of: unit).flatMap(QuantityTable.row(named:))
    if accounts.count == 1, let account = accounts.first, account.exponent == .one {
      lines += wrap(
        HelpWording.unit(
          symbol, account, kind: units.describe(unit), origin: origin(of: unit),
          isExercises: exerciseUnits.contains(account.bare)))
      let made = HelpWording.madeOfFully(account, writer)
      if !made.isEmpty { lines += line("made of", StyledText(made)) }
    } else {
      lines += wrap(HelpWording.compound(symbol, accounts, units: units, writer))
      for account in accounts {
        let own = units.accounts(of: account.unit).first ?? account
        lines += line(
          display.asciiIfNeeded(account.symbol),
          StyledText(
            HelpWording.part(
              own, kind: units.describe(account.unit),
              isExercises: exerciseUnits.contains(account.bare))))
      }
    }
    if let base = inSI(number, unit) { lines += line("in SI", base) }
    let conversions = conversions(of: unit, quantity)
    if !conversions.isEmpty {
      var text = writer.figure(.quantity(number, unit))
      for other in conversions {
        guard let converted = units.conversion(from: unit, to: other) else { continue }
        text += " = " + writer.figure(.quantity(converted.apply(number), other))
      }
      lines += line("converts", text)
    }
    let said =
      ([QuantityTable.unitExamples[units.symbol(of: unit)]].compactMap { $0 }
      + (quantity?.examples ?? [])).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
    if !said.isEmpty {
      let count = QuantityTable.unitExamples[units.symbol(of: unit)] == nil ? 3 : 1
      lines += line("compare", StyledText(examples(Array(said.prefix(count)))))
    }
    if let remark = HelpWording.remark(on: quantity?.name, holdsCO2e: holdsCO2e(accounts)) {
      lines += wrap(remark)
    }
    return lines
  }

  private func holdsCO2e(_ accounts: [UnitAccount]) -> Bool {
    accounts.contains { $0.origin == .label && $0.symbol.hasPrefix("CO2") }
  }

  /// The number in the SI's own unit of that dimension, with the prefix that suits it; nil where
  /// that says nothing new.
  private func inSI(_ number: Double, _ unit: UnitID) -> StyledText? {
    guard !units.isTemperaturePoint(unit), units.dimension(of: unit) != .one else { return nil }
    let name = units.dimensionName(of: unit)
    let named = UnitSystem.quantityNames.first { $0.name == name }.flatMap { self.unit($0.unit) }
    let base = named ?? units.baseUnit(of: unit)
    guard let conversion = units.conversion(from: unit, to: base) else { return nil }
    let value = conversion.apply(number)
    let symbol = units.symbol(of: base)
    let plain = writer.figure(.quantity(value, base))
    guard symbol != units.symbol(of: unit) else { return nil }
    if let prefixed = prefixed(value, symbol),
      units.symbol(of: prefixed.unit) != units.symbol(of: unit)
    {
      return writer.figure(.quantity(prefixed.value, prefixed.unit)) + " = " + plain
    }
    return plain
  }

  /// The value with a prefix that leaves 1 to 3 digits before the point.
  private func prefixed(_ value: Double, _ symbol: String) -> (value: Double, unit: UnitID)? {
    guard Self.prefixable.contains(symbol), abs(value) >= 1000, let base = units.lookup(symbol)
    else { return nil }
    for prefix in ["P", "T", "G", "M", "k"] {
      guard let unit = units.lookup(prefix + symbol),
        let conversion = units.conversion(from: base, to: unit)
      else { continue }
      let converted = conversion.apply(value)
      if abs(converted) >= 1 { return (converted, unit) }
    }
    return nil
  }

  private static let prefixable: Set<String> = [
    "J", "W", "N", "Pa", "Hz", "V", "A", "C", "Ω", "F", "H", "bit", "m",
  ]

  // MARK: Conversions

  /// Other units of its kind that are met often.
  private func conversions(of unit: UnitID, _ quantity: QuantityTable.Row?) -> [UnitID] {
    guard units.dimension(of: unit) != .one else { return [] }
    let candidates = quantity?.units.compactMap(self.unit) ?? variations(of: unit)
    var seen: Set<String> = [units.symbol(of: unit)]
    return candidates.map { units.labelled($0, as: unit) }
      .filter { seen.insert(units.symbol(of: $0)).inserted }
      .filter { isNear(unit, $0) && !units.mixesTemperatures(unit, $0) }.prefix(
        Self.conversionLimit
      ).map { $0 }
  }

  /// Whether one is of a size that one would tell the other in.
  private func isNear(_ unit: UnitID, _ other: UnitID) -> Bool {
    let ratio = units.scale(of: unit).value / units.scale(of: other).value
    return ratio > 0.99e-4 && ratio < 1.01e8
  }

  /// The same unit with one of its parts replaced: token/h for token/s.
  private func variations(of unit: UnitID) -> [UnitID] {
    let accounts = units.accounts(of: unit)
    return accounts.indices.reversed().flatMap { place -> [UnitID] in
      let account = accounts[place]
      guard let name = units.dimensionName(of: account.unit), account.origin != .label,
        let row = QuantityTable.row(named: name),
        let own = try? units.power(account.unit, account.exponent),
        let rest = try? units.product(unit, own, inverted: true, merged: false).unit
      else { return [] }
      return row.units.prefix(5).compactMap { text in
        guard let other = self.unit(text), let raised = try? units.power(other, account.exponent)
        else { return nil }
        return place == 0
          ? try? units.product(raised, rest, merged: false).unit
          : try? units.product(rest, raised, merged: false).unit
      }
    }
  }

  // MARK: Pieces

  /// A unit of our own tables, such as `kg/m^3`.
  private func unit(_ text: String) -> UnitID? {
    guard case .success(let expression) = Parser.formula("1 " + text),
      case .success(.quantity(_, let unit)) = Worksheet(units: units).evaluate(expression)
    else { return nil }
    return unit
  }

  private func examples(_ items: [String]) -> String {
    // A number stays with its unit.
    var result = ""
    for character in display.asciiIfNeeded(items.joined(separator: "; ")) {
      let isGlued = character == " " && result.last?.isNumber == true
      result.append(isGlued ? "\u{A0}" : character)
    }
    return result
  }

  private func wrap(_ text: StyledText) -> [StyledText] {
    wrapped(ascii(text), width: display.width)
  }

  /// The text without `°` and `²` where the terminal shows ASCII only.
  private func ascii(_ text: StyledText) -> StyledText {
    text.runs.reduce(into: StyledText()) { $0.append(display.asciiIfNeeded($1.text), $1.style) }
  }

  /// A line with a word before it, which others stand below.
  func line(_ word: String, _ text: StyledText) -> [StyledText] {
    let start = StyledText("  " + padded(word, to: 8) + "  ", .dim)
    return wrapped(start + ascii(text), width: display.width, indent: display.width < 50 ? 4 : 12)
      .map(writer.unglued)
  }
}
