extension Language {
  static let german = Language(
    kinds: [
      // Wie eine Zahl gemeint ist.
      (.hedge, "etwa fast knapp rund ungefahr zirka gut"),
      (.focus, "genau gerade lediglich nur"),
      (.bound, "hochstens maximal mindestens uber unter ubersteigt"),
      ([.bound, .versus], "als"),
      (.comparative, "billiger grosser hoher kleiner kurzer langer leichter mehr niedriger"),
      (.comparative, "schwerer starker teurer tiefer warmer weniger zu zuwenig zuviel"),
      ([.comparative, .beforeDifference], "weitere weiteren zusatzlich zusatzliche"),
      (
        .difference, "abnahme abweichung anstieg defizit differenz ersparnis unterschied uberschuss"
      ),
      (.difference, "verlust wachstum zunahme zuwachs ruckgang"),
      (.change, "doppelt halb verdoppelt"),
      ([.beforeDifference, .preposition], "um"),
      (.beforeDifference, "spart gespart fehlen sank stieg wuchs"),
      (.times, "fach mal"),

      // Was wem gegenubersteht.
      (.versus, "gegen gegenuber verglichen vergleich"),
      (.instead, "anstatt statt"),
      ([.contrast, .clause], "wahrend hingegen"),
      (.collective, "andere anderen"),
      ([.collective, .sum], "alle allen beide beiden"),
      ([.collective, .distributive], "jede jeder jedes"),
      (.remainder, "falsch fehler rest ubrig verbleiben"),
      (.sum, "gesamt insgesamt summe zusammen"),

      // Was Worter verbindet.
      ([.coordinating, .clause, .joint], "und"),
      ([.coordinating, .joint], "oder sowie"),
      (.neither, "weder"),
      (.clause, "aber da denn doch sondern weil wobei"),
      ([.preposition, .belonging], "bei beim fur"),
      ([.preposition, .belonging, .oblique], "von vom des"),
      ([.preposition, .belonging, .beforeYear], "im in seit"),
      ([.preposition, .having], "mit"),
      ([.preposition, .oblique], "zum zur"),
      (.preposition, "an auf aus durch nach vor"),
      (.per, "pro"),
      ([.per, .collective, .distributive], "je"),
      (.inOrder, "beziehungsweise"),
      ([.inOrder, .abbreviation], "bzw"),

      // Was Dinge sind und tun.
      (.being, "betragen betragt ist sind war waren entspricht"),
      ([.having, .verb], "hat"),
      (.having, "haben"),
      (.verb, "braucht dauert ergibt erreicht kostet kosten liefert liegt verbraucht wiegt"),
      ([.modal, .function], "kann konnte konnten"),
      (.conditional, "falls sofern wenn angenommen"),

      // Was verneint wird.
      (.negation, "kein keine keinem keinen keiner keines ohne"),
      (.not, "nicht nie niemals"),
      (.nothing, "nichts niemand"),
      (.involving, "abhangt hangt benotigt berucksichtigt gebraucht verwendet"),
      (.absorbing, "frage zweifel"),
      (.influence, "einfluss rolle wirkung"),
      (.negligible, "unwichtig vernachlassigbar vernachlassigt unnotig"),

      // Was vor Dingen steht.
      (.article, "das dem den der die"),
      ([.article, .indefinite], "ein eine einem einen einer eines"),
      (.pronoun, "ich ihr ihre mein meine unser unsere wir"),
      ([.pronoun, .subject], "dies diese dieser dieses er es sie sein seine"),
      (.selecting, "erste erster letzte letzter zweite"),
      (.modifier, "erlaubt erlaubte erwartete maximale normale ursprunglich zulassig zulassige"),
      (.function, "also auch bis bereits dann dass deshalb durfte einfach hier ja noch nun"),
      (.function, "schon sehr sich so somit viel werden wie wird wieder"),
      ([.statistic, .modifier], "durchschnitt durchschnittlich mittelwert"),
      (.statistic, "wert"),
      (.result, "ergebnis erhalten gefunden gemessen"),
      (.abbreviation, "bspw mio mrd zb"),
      (.percent, "prozent"),
      (.degree, "grad"),
      (.month, "monat monate monaten"),
    ],
    cardinals: [
      (1, "eins"), (2, "zwei"), (3, "drei"), (4, "vier"), (5, "funf"), (6, "sechs"), (7, "sieben"),
      (8, "acht"), (9, "neun"), (10, "zehn"), (11, "elf"), (12, "zwolf dutzend"),
      (13, "dreizehn"), (14, "vierzehn"), (15, "funfzehn"), (16, "sechzehn"), (17, "siebzehn"),
      (18, "achtzehn"), (19, "neunzehn"), (20, "zwanzig"), (30, "dreissig"), (40, "vierzig"),
      (50, "funfzig"), (60, "sechzig"), (70, "siebzig"), (80, "achtzig"), (90, "neunzig"),
      (100, "hundert"), (1000, "tausend"),
    ],
    ordinals: [
      (1, "erste erster erstes"), (2, "zweite zweiter zweites"), (3, "dritte dritter drittes"),
      (4, "vierte vierter viertes"), (5, "funfte"), (6, "sechste"), (7, "siebte"), (8, "achte"),
      (9, "neunte"), (10, "zehnte"),
    ],
    denominators: [
      (2, "halb halbe halbes halben halfte"), (3, "drittel"), (4, "viertel"), (5, "funftel"),
      (6, "sechstel"), (8, "achtel"), (10, "zehntel"),
    ],
    scales: [
      (1e3, "tausend"), (1e6, "million millionen mio"), (1e9, "milliarde milliarden mrd"),
    ],
    point: "komma",
    units: [
      ("kg", "kilogramm"), ("g", "gramm"), ("t", "tonnen"), ("s", "sekunde sekunden"),
      ("min", "minute minuten"), ("h", "stunde stunden std"), ("day", "tag tage tagen"),
      ("week", "woche wochen"), ("year", "jahr jahre jahren"), ("Wh", "wattstunden"),
      ("kWh", "kilowattstunde kilowattstunden"), ("MWh", "megawattstunden"),
      ("dB", "dezibel"), ("m", "meter metern"), ("km", "kilometer"), ("cm", "zentimeter"),
      ("mm", "millimeter"),
      ("L", "liter litern"), ("mL", "milliliter"), ("CHF", "franken fr frs sfr"),
      ("ha", "hektar hektaren"),
    ],
    rates: [
      ("h", "stundlich"), ("day", "taglich"), ("week", "wochentlich"), ("year", "jahrlich"),
    ],
    powers: [])
}
