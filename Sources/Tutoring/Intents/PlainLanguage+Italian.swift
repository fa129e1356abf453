extension PlainLanguage {
  static let italian = PlainLanguage(
    .italian,
    articles: """
      il lo la i gli le l un uno una del della dei di da a al alla in nel su per con questo questa \
      questi queste quello mi me io mio mia miei tu ti qui qua ci ne che
      """,
    small: """
      e è sono sei essere stato ho hai ha avere devo deve dovrei posso puoi potrei può vorrei voglio \
      serve bisogno dammi dai dare dimmi dire fare faccio fa favore prego please ancora adesso ora \
      poi allora molto troppo solo proprio altro altra puoi reckon piccolo
      """,
    kin: [
      "help": "aiuto aiutami aiutare aiutarmi help",
      "hint": "suggerimento suggerimenti indizio indizi consiglio",
      "question": "domanda domande compito consegna problema",
      "exercise": "esercizio esercizi",
      "answer": "risposta risposte soluzione soluzioni risultato",
      "show": "mostra mostrami mostrare vedere rivedere leggere ripeti apri",
      "quit": "esci uscire esco chiudi chiudere basta arrivederci ciao fine",
      "next": "avanti prossima prossimo continua continuare successiva successivo",
      "back": "indietro precedente torna",
      "wrong": "sbagliato sbagliata errore errori falso falsa errato",
      "right": "giusto giusta corretto corretta", "points": "punti punto punteggio voto",
      "stuck": "bloccato bloccata perso persa confuso confusa",
      "understand": "capisco capire capito", "know": "so sapere", "not": "non nessun nessuna",
      "chart": "grafico", "table": "tabella dati", "unit": "unità", "column": "colonna",
      "row": "riga", "command": "comandi comando", "variable": "variabili variabile",
      "example": "esempio", "formula": "formule formula",
      "start": "inizio iniziare comincio cominciare",
      "write": "scrivere scrivo", "finished": "finito finita", "idea": "idea idee",
      "change": "cambiare cambia correggere", "submit": "consegnare consegno",
      "undo": "annulla annullare", "skip": "salta saltare", "surrender": "rinuncio",
      "restart": "ricominciare ricomincia", "delete": "cancella cancellare",
      "why": "perché", "how": "come", "where": "dove", "when": "quando",
      "what": "cosa quale quali", "many": "quanti quante", "hard": "difficile",
      "yes": "sì", "hello": "buongiorno salve", "thanks": "grazie", "left": "manca rimane",
      "explain": "spiega spiegami spiegare", "go": "vai andare", "save": "salvare salva",
      "works": "funziona",
    ],
    contractions: ["cosè": "cosa", "dovè": "dove", "comè": "come"],
    asking: "come dove posso",
    starters: "cosa perché non aiuto dammi mostrami spiegami quale",
    pleas: "favore mi me dammi mostrami",
    subjects: "il lo la i gli le un una l questo questa",
    verbs: "è sono ha hanno resta manca mostra",
    ownWords: "io mi me mio mia ho devo posso capisco so sono",
    sharedWords: "noi si",
    splitsAtApostrophes: true)
}
