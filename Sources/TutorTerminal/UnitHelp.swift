import Formulas
import Quantities
import TextLayout
import Tutoring

/// What is known of a unit or of the units of a kind of quantity, as lines.
struct UnitHelp {
  let display: ValueDisplay
  /// Names that the exercise has declared; others are the student's own.
  let exerciseUnits: Set<String>

  /// Units of a kind that are listed with their size.
  private static let listLimit = 12
  private static let conversionLimit = 5

  private var writer: FigureWriter { FigureWriter(display: display) }

  // MARK: A kind of quantity

  func lines(of row: QuantityTable.Row, asked: String, declared: [Unit]) -> [StyledText] {
    var lines = wrap(HelpWording.quantity(row, asked: asked))
    let known = row.units.compactMap(unit)
    let own = row.name == "a plain number" ? [] : declared
    let listed = own.filter { $0.dimension == known.first?.dimension } + known
    let first = listed.first
    let rows = listed.prefix(Self.listLimit).map { unit in
      [
        StyledText("  " + display.asciiIfNeeded(unit.symbol), .unit),
        ascii(size(of: unit, against: known.first ?? unit)),
        StyledText(origin(of: unit, showsName: display.width >= 60), .dim),
      ]
    }
    lines += TextTable(header: [], rows: rows, alignments: [.left, .left, .left])
      .lines(width: display.width, unicode: display.unicode, inWords: display.inWords)
    let symbols = Set(listed.map(\.symbol))
    if let like = first {
      let others = UnitAccount.ofCatalogue(like.dimension).filter { !symbols.contains($0.symbol) }
      if !others.isEmpty {
        let names = others.map { display.asciiIfNeeded($0.symbol) }
          .filter { display.unicode || $0.utf8.allSatisfy { $0 < 0x80 } }.joined(separator: ", ")
        lines += line("also", StyledText(names))
      }
    }
    if !row.examples.isEmpty { lines += line("compare", StyledText(examples(row.examples))) }
    let example = listed.dropFirst().first ?? first
    return lines + wrap(HelpWording.explainsOne(example?.symbol ?? "kWh"))
  }

  /// How large a unit is, in the one that it is made from.
  private func size(of unit: Unit, against first: Unit) -> StyledText {
    let accounts = unit.accounts
    if accounts.count == 1, let account = accounts.first, account.exponent == .one {
      return StyledText(HelpWording.madeOf(account, writer))
    }
    guard unit != first, let conversion = unit.conversion(to: first) else { return StyledText() }
    return writer.number(conversion.apply(1)) + writer.plainUnit(first)
  }

  private func origin(of unit: Unit, showsName: Bool = true) -> String {
    let accounts = unit.accounts
    guard accounts.count == 1, let account = accounts.first else { return "" }
    return HelpWording.origin(
      account, isExercises: exerciseUnits.contains(account.bare),
      showsName: showsName && account.exponent == .one)
  }

  // MARK: One unit

  /// What a unit is; of several, what each of its parts is.
  func lines(of unit: Unit, number: Double) -> [StyledText] {
    let accounts = unit.accounts
    let symbol = display.asciiIfNeeded(unit.symbol)
    var lines: [StyledText] = []
    let quantity = unit.dimension.name.flatMap(QuantityTable.row(named:))
    if accounts.count == 1, let account = accounts.first, account.exponent == .one {
      lines += wrap(
        HelpWording.unit(
          symbol, account, kind: unit.meaning, origin: origin(of: unit),
          isExercises: exerciseUnits.contains(account.bare)))
      let made = HelpWording.madeOfFully(account, writer)
      if !made.isEmpty { lines += line("made of", StyledText(made)) }
    } else {
      lines += wrap(HelpWording.compound(symbol, accounts, writer))
      for account in accounts {
        let own = account.unit.accounts.first ?? account
        lines += line(
          display.asciiIfNeeded(account.symbol),
          StyledText(
            HelpWording.part(
              own, kind: account.unit.meaning, isExercises: exerciseUnits.contains(account.bare))))
      }
    }
    if let base = inSI(number, unit) { lines += line("in SI", base) }
    let conversions = conversions(of: unit, quantity)
    if !conversions.isEmpty {
      var text = writer.figure(.quantity(number, unit))
      for other in conversions {
        guard let converted = unit.conversion(to: other) else { continue }
        text += " = " + writer.figure(.quantity(converted.apply(number), other))
      }
      lines += line("converts", text)
    }
    let said =
      ([QuantityTable.unitExamples[unit.symbol]].compactMap { $0 }
      + (quantity?.examples ?? [])).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
    if !said.isEmpty {
      let count = QuantityTable.unitExamples[unit.symbol] == nil ? 3 : 1
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
  private func inSI(_ number: Double, _ unit: Unit) -> StyledText? {
    guard !unit.isTemperaturePoint, unit.dimension != .one else { return nil }
    let name = unit.dimension.name
    let named = UnitSystem.quantityNames.first { $0.name == name }.flatMap { self.unit($0.unit) }
    let base = named ?? unit.baseUnit
    guard let conversion = unit.conversion(to: base) else { return nil }
    let value = conversion.apply(number)
    let symbol = base.symbol
    let plain = writer.figure(.quantity(value, base))
    guard symbol != unit.symbol else { return nil }
    if let prefixed = prefixed(value, symbol), prefixed.unit.symbol != unit.symbol {
      return writer.figure(.quantity(prefixed.value, prefixed.unit)) + " = " + plain
    }
    return plain
  }

  /// The value with a prefix that leaves 1 to 3 digits before the point.
  private func prefixed(_ value: Double, _ symbol: String) -> (value: Double, unit: Unit)? {
    guard Self.prefixable.contains(symbol), abs(value) >= 1000,
      let base = UnitSystem().lookup(symbol)
    else { return nil }
    for prefix in ["P", "T", "G", "M", "k"] {
      guard let unit = UnitSystem().lookup(prefix + symbol),
        let conversion = base.conversion(to: unit)
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
  private func conversions(of unit: Unit, _ quantity: QuantityTable.Row?) -> [Unit] {
    guard unit.dimension != .one else { return [] }
    let candidates = quantity?.units.compactMap(self.unit) ?? variations(of: unit)
    var seen: Set<String> = [unit.symbol]
    return candidates.map { $0.labelled(as: unit) }
      .filter { seen.insert($0.symbol).inserted }
      .filter { isNear(unit, $0) && !unit.mixesTemperatures(with: $0) }.prefix(
        Self.conversionLimit
      ).map { $0 }
  }

  /// Whether one is of a size that one would tell the other in.
  private func isNear(_ unit: Unit, _ other: Unit) -> Bool {
    let ratio = unit.scale.value / other.scale.value
    return ratio > 0.99e-4 && ratio < 1.01e8
  }

  /// The same unit with one of its parts replaced: token/h for token/s.
  private func variations(of unit: Unit) -> [Unit] {
    let accounts = unit.accounts
    return accounts.indices.reversed().flatMap { place -> [Unit] in
      let account = accounts[place]
      guard let name = account.unit.dimension.name, account.origin != .label,
        let row = QuantityTable.row(named: name),
        let own = try? account.unit.power(account.exponent),
        let rest = try? unit.product(with: own, inverted: true, merged: false).unit
      else { return [] }
      return row.units.prefix(5).compactMap { text in
        guard let other = self.unit(text), let raised = try? other.power(account.exponent)
        else { return nil }
        return place == 0
          ? try? raised.product(with: rest, merged: false).unit
          : try? rest.product(with: raised, merged: false).unit
      }
    }
  }

  // MARK: Pieces

  /// A unit of our own tables, such as `kg/m^3`.
  private func unit(_ text: String) -> Unit? {
    guard case .success(let expression) = Parser.formula("1 " + text),
      case .success(.quantity(_, let unit)) = Worksheet(units: UnitSystem()).evaluate(expression)
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
