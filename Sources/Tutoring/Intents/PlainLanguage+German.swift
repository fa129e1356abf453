extension PlainLanguage {
  static let german = PlainLanguage(
    .german,
    articles: """
      der die das dem den des ein eine einen einem einer eines ich du es mir mich dir dich mein meine \
      meinen meiner meinem meins dein deine hier da dazu daran davon damit dies diese dieser dieses \
      diesen sie ihr zu zum zur im in an am auf bei mit von vom fuer für um ums ins
      """,
    small: """
      ist sind bin war waren sein werden wird habe hab haben hast hat hatte kann kannst können könnte \
      könntest könnten würde möchte will willst wollen muss musst müssen soll sollte sollen darf \
      dürfte brauche brauch brauchst braucht gib gibt geben gebt gibst mach mache machen macht tu tun \
      tue bitte bittesehr please mal noch nochmal nochmals nochmals wieder jetzt nun denn doch auch \
      sehr so nur einfach bloss gerade gern gerne dann sag sage sagen lass lassen und aber überhaupt \
      mehr weitere weiteren kleinen kleiner kurz etwas eigentlich wirklich zuerst genau reckon \
      verdammt bekomme bekommen kriege hätte wäre nett
      """,
    kin: [
      "help": "hilfe hilf weiterhelfen helfen helft hilfst help unterstützung",
      "hint": "hinweis hinweise tipp tipps tip tips",
      "question": "frage aufgabe aufgaben aufgabenstellung fragestellung problem angabe",
      "exercise": "übung übungen",
      "answer": "antwort antworten lösung lösungen ergebnis resultat musterlösung",
      "show":
        """
      zeig zeige zeigen zeigst anzeigen sehen seh lies lesen wiederhole wiederholen öffne öffnen \
      anschauen ansehen liste
      """,
      "quit":
        """
      beenden beende ende aufhören aufhoeren schluss verlassen tschüss tschüs tschau ade raus \
      schliessen abmelden
      """,
      "next": "weiter nächste nächsten nächster weitermachen weitergehen vorwärts fortfahren",
      "back": "zurück vorherige vorherigen vorige vorigen", "last": "letzte letzten",
      "wrong": "falsch falsche falsches fehler",
      "right": "richtig richtige richtigen korrekt stimmt akzeptiert",
      "points": "punkt punkte note noten punktzahl",
      "stuck": "verloren verwirrt ratlos überfordert",
      "understand": "verstehe versteh verstehen verstanden kapiere kapier blicke",
      "know": "weiss", "find": "finde finden", "not": "nicht kein keine keinen nie nichts",
      "chart": "diagramm grafik graph abbildung kurve", "table": "tabelle tabellen daten",
      "unit": "einheit einheiten", "column": "spalte spalten", "row": "zeile zeilen",
      "command": "befehl befehle", "name": "namen", "variable": "variablen",
      "example": "beispiel beispiele", "formula": "formel formeln",
      "start": "anfangen beginnen starten anfang beginne starte fange fang",
      "write": "schreibe schreiben schreib eingeben tippe tippen eintippen hinschreiben",
      "finished": "fertig erledigt", "idea": "idee ideen ahnung plan schimmer",
      "change": "ändern ändere bearbeiten korrigieren korrigiere",
      "convert": "umrechnen umwandeln konvertieren rechne",
      "submit": "abgeben einreichen abgabe", "undo": "rückgängig widerrufen",
      "redo": "wiederherstellen", "reset": "zurücksetzen", "restart": "neustart",
      "delete": "löschen lösche", "skip": "überspringen überspringe auslassen",
      "surrender": "aufgeben",
      "teacher": "assistent assistenten assistentin lehrer dozent dozentin professor",
      "ask": "fragen stellen", "asked": "gefragt gesucht verlangt",
      "go": "gehe geh gehen springe spring", "left": "übrig fehlt bleibt",
      "why": "warum wieso weshalb", "how": "wie", "where": "wo", "when": "wann",
      "what": "was welche welcher welches welchen", "many": "viele viel",
      "hard": "schwer schwierig", "sense": "sinn",
      "yes": "ja jawohl einverstanden", "hello": "hallo hoi grüezi servus moin",
      "thanks": "danke dank merci", "save": "speichern", "saved": "gespeichert",
      "due": "frist fällig abgabetermin",
      "progress": "fortschritt stand", "text": "texte",
      "explain": "erklär erkläre erklären erklärung", "all": "alle alles",
      "mean": "bedeutet heisst",
      "other": "andere anderen anderes", "clear": "klar", "works": "funktioniert",
      "solve": "löse lösen", "manual": "anleitung", "later": "später", "program": "programm",
    ],
    contractions: [
      "wieviel": "wie viel", "wieviele": "wie viele", "gibts": "gibt", "gehts": "geht",
      "versteh's": "verstehe", "habs": "habe", "ists": "ist", "weissnicht": "weiss nicht",
      "machs": "mach", "zeigs": "zeig", "erklärs": "erkläre", "kapiers": "kapiere",
    ],
    pairs: [
      "gebe auf": "surrender", "geb auf": "surrender", "auf wiedersehen": "quit",
      "bis bald": "quit", "bis später": "quit", "guten tag": "hello", "hör auf": "quit",
    ],
    asking: "wie wo kann darf",
    starters: "ich warum wieso weshalb was wann welche zeig zeige gib erklär kannst könntest hilf",
    pleas: "bitte mir",
    subjects: "der die das ein eine er sie es dies diese dieser dieses",
    verbs:
      "ist sind war waren hat haben zeigt zeigen fehlt fehlen stimmt geht macht ergibt bleibt gibt heisst",
    ownWords: "ich mir mich mein meine meinen du",
    sharedWords: "wir uns man",
    respellings: [("ae", "a"), ("oe", "o"), ("ue", "u")])
}
