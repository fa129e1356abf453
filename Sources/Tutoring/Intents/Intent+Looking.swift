/// What is to be looked at, and what is to be changed.
extension Intent {
  static let looking: [Entry] = [
    Entry(
      .command("status"),
      """
      how much is done, what have i done so far, which questions are open, status, progress, my progress, points, how many points do i have, what is my score, my points
      how many points did i get, how many points, how many points so far, how am i doing, points so far
      how many questions are left, what is left, what is left to do, what is missing, how much is left
      how far am i, how much more, am i done, am i finished, did i finish, show my points, overview
      how many questions are there, how many questions, list of questions, all questions, show all questions
      where do i stand, how do i stand, what have i done, total points, how many right, did i pass
      which questions are left, what questions are left, how many left, which questions, number of questions
      when is it due, due date, due, when do i have to submit, how much time is left, time left, how long
      is it finished, what did i miss, how many wrong, is everything right, have i finished, what is my progress
      """,
      fr: """
        combien de points j'ai, mes points, mon score, combien de points
        qu'est-ce qui reste, qu'est-ce qu'il reste
        qu'est-ce qu'il me reste à faire, qu'est-ce qui manque, que reste-t-il, il reste quoi
        combien de questions, combien de questions il reste, combien il reste de questions
        toutes les questions, est-ce que j'ai fini, j'ai fini, c'est fini
        c'est pour quand, quel est le délai, à rendre quand, à rendre pour quand
        il me manque quoi, avancement
        """,
      de: """
        wie viele punkte habe ich, wieviele punkte, meine punkte, punktestand, wie weit bin ich
        wie stehe ich, was fehlt noch, was bleibt noch, was ist noch übrig, was fehlt mir noch
        wie viele aufgaben, wie viele fragen, wie viele fragen gibt es
        wie viele aufgaben sind noch übrig, alle fragen, alle aufgaben
        bin ich fertig, ich bin fertig, bis wann, bis wann muss ich abgeben, wann ist abgabe
        wann muss ich das abgeben, fortschritt, überblick, übersicht
        """,
      it: """
        quanti punti ho, cosa manca, a che punto sono, quante domande
        """),
    Entry(
      .command("vars"),
      """
      variables, my variables, show my variables, what variables are there, show my names, my names, names
      what did i write, what have i written, show my work, my work, show what i wrote, my formulas
      what do i have, which variables do i have, variable, list variables, what names are there
      show my answers so far, my answers so far, what have i answered, my answers, which names are there
      """,
      fr: """
        mes variables, montre mes variables
        montre mon travail
        """,
      de: """
        meine variablen, zeig meine variablen, was habe ich geschrieben, was habe ich bisher
        zeig meine arbeit
        """,
      it: "le mie variabili, mie variabili, cosa ho scritto"),
    Entry(
      .command("table TABLE"),
      """
      table TABLE, TABLE table, show TABLE, show me the table TABLE, show me the TABLE table, open TABLE
      show me TABLE, what is in TABLE, the table TABLE, what is in the table TABLE, where is TABLE, what is TABLE
      where is the table TABLE, i want to see TABLE, columns of TABLE, column TABLE, print TABLE table
      """,
      fr: """
        le tableau TABLE, montre-moi le tableau TABLE, montre TABLE, c'est quoi TABLE
        les données TABLE
        """,
      de: """
        die tabelle TABLE, zeig mir die tabelle TABLE, zeig TABLE, was ist TABLE
        """),
    Entry(
      .command("table"),
      """
      table, show me the table, show table, where is the table, what is in the table, the data, show the data
      show me the data, where is the data, can i see the table, open the table, see data, data please, see table
      """,
      fr: """
        le tableau, montre le tableau, où est le tableau, où sont les données, les données
        montre les données, voir les données
        """,
      de: """
        die tabelle, zeig die tabelle, wo ist die tabelle, wo sind die daten, die daten
        zeig die daten, daten anzeigen
        """),
    Entry(
      .command("table more"),
      """
      more rows, more of the table, rest of the table, show more rows, all rows
      show more of the table
      """,
      fr: "plus de lignes, la suite du tableau, le reste du tableau",
      de: "mehr zeilen, weitere zeilen, rest der tabelle, der rest der tabelle"),
    Entry(
      .command("plot"),
      """
      chart, show me the chart, show chart, where is the chart, draw the chart
      can i see the chart, draw
      """,
      fr: """
        le graphique, montre le graphique, où est le graphique, la figure, dessine le graphique
        """,
      de: """
        das diagramm, zeig das diagramm, wo ist das diagramm, die grafik, zeichne das diagramm
        """),
    Entry(
      .command("units"),
      """
      unit, list of units, which units are there, what units are there, all units, show units
      units known
      """,
      fr: """
        quelles unités, quelles unités il y a, liste des unités, toutes les unités
        quelles sont les unités
        """,
      de: """
        welche einheiten, welche einheiten gibt es, liste der einheiten, alle einheiten
        """),
    Entry(
      .command("course"),
      "course, the course, background, course dates, dates, calendar, show the dates"),
    Entry(.command("debrief"), "debrief, debriefing, show the debriefing"),
  ]

  static let changing: [Entry] = [
    Entry(
      .command("undo"), .acts,
      """
      undo the last change, undo my last change, undo, undo that, undo it, take it back, take that back, undo last line, undo the last line, oops
      undo last, undo please, remove last line, delete last line, delete the last line, remove that line, go back one line
      """,
      fr: """
        annuler, annule, annuler la dernière ligne, annule la dernière ligne
        efface la dernière ligne, supprime la dernière ligne, annuler le dernier changement
        oups, annule ça
        """,
      de: """
        rückgängig, rückgängig machen, mach das rückgängig, letzte zeile löschen
        lösche die letzte zeile, nimm das zurück, letzte änderung rückgängig, hoppla, ups
        """,
      it: "annulla, annulla l'ultima riga"),
    Entry(
      .command("redo"), .acts,
      "redo, redo that, redo it, undo undo",
      fr: "rétablir, refaire",
      de: "wiederherstellen, wiederholen rückgängig",
      it: "ripristina"),
    Entry(
      .command("reset"), .offered,
      """
      reset, start over, start again, restart from beginning, restart, begin again, reset question, clear, delete everything
      clear all, delete all, clear question, begin anew, delete my answers, clear my answers
      delete, erase, erase everything, reset everything, remove everything, start anew, start over question
      """,
      fr: """
        recommencer, recommencer depuis le début, tout recommencer, recommencer à zéro
        repartir de zéro, tout effacer, efface tout, tout supprimer, effacer
        remise à zéro
        """,
      de: """
        von vorne anfangen, von vorn beginnen, nochmal von vorne, von vorne, alles löschen
        meine antworten löschen, zurücksetzen, noch einmal anfangen, neu anfangen, neu starten
        """,
      it: "ricominciare da capo, da capo, cancella tutto"),
    Entry(
      .command("submit"), .offered,
      """
      submit, how do i submit, how do i hand in, submit it, submit this, submit my work, i am done
      how do i turn it in, submit my answers, submit answer, finished, i am finished, all finished, finished now
      how do i finish, finish exercise, where do i submit, where do i hand in
      """,
      fr: """
        rendre, comment rendre, comment je rends, je veux rendre, rendre mon travail
        où est-ce que je rends, comment soumettre, envoyer mon travail
        soumettre
        """,
      de: """
        abgeben, wie gebe ich ab, wie gebe ich das ab, ich möchte abgeben
        wo gebe ich ab, wie reiche ich ein, wie reiche ich das ein, meine arbeit abgeben
        """,
      it: "come consegno, consegnare"),
    Entry(
      .command("ask"), .offered,
      """
      ask, ask teacher, ask a question, ask the teacher, i have a question for the teacher, contact teacher
      can i ask a question, ask someone, ask question, talk to a human, i want to ask a question, ask assistant
      """,
      fr: """
        poser une question, je veux poser une question, je peux poser une question
        demander au prof, demander à l'assistant, demander à quelqu'un
        j'ai une question pour le prof, parler à un humain
        """,
      de: """
        frage stellen, eine frage stellen, ich möchte etwas fragen
        ich möchte eine frage stellen, darf ich etwas fragen, den assistenten fragen
        jemanden fragen, eine frage an den dozenten, fragen
        """),
    Entry(
      .command("edit"), .offered,
      """
      edit text, edit my text, change my text, change text, open editor, editor
      open an editor
      """,
      fr: """
        modifier le texte, modifier mon texte, changer mon texte, corriger mon texte
        ouvrir l'éditeur
        """,
      de: """
        text bearbeiten, meinen text bearbeiten, meinen text ändern, den text ändern
        editor öffnen
        """),
    Entry(
      .remark(.corrections),
      """
      change my answer, change answer, how do i change my answer, how do i fix it, change it, change
      correct my answer, how do i correct my answer, i made a mistake, how do i correct it, made a mistake
      how do i change a variable, how do i correct, change a variable, change variable, made mistake
      """,
      fr: """
        changer ma réponse, comment je change ma réponse, comment changer ma réponse
        modifier ma réponse, corriger ma réponse, comment corriger, je me suis trompé
        comment corriger ma réponse
        """,
      de: """
        antwort ändern, meine antwort ändern, wie ändere ich meine antwort
        wie korrigiere ich meine antwort, ich habe einen fehler gemacht, ich habe mich vertan
        ich habe mich vertippt, wie korrigiere ich das, wie ändere ich das
        """,
      it: "cambiare la risposta, ho fatto un errore"),
    Entry(
      .remark(.saved),
      """
      save, save it, how do i save, save my work, is it saved, is my work saved
      where is my work, where is it saved, saved, where is my file, where is my work saved
      save file
      """,
      fr: """
        sauvegarder, enregistrer, comment sauvegarder, comment enregistrer
        est-ce que c'est enregistré, c'est sauvegardé, où est mon fichier
        """,
      de: """
        speichern, wie speichere ich, ist das gespeichert, ist es gespeichert
        ist alles gespeichert, wo ist meine datei, wird das gespeichert
        """,
      it: "salvare, è salvato"),
    Entry(
      .remark(.otherExercises),
      """
      other exercise, another exercise, next exercise, list exercises, show exercises, exercises, other exercises
      go to another exercise, choose another exercise, change exercise, main menu, menu, back to menu, back to the menu
      go back to menu, open another exercise, home, switch exercise
      """,
      fr: """
        autre exercice, un autre exercice, changer d'exercice, exercice suivant
        liste des exercices, les exercices, quels exercices, retour au menu
        choisir un autre exercice
        """,
      de: """
        andere übung, eine andere übung, nächste übung, übung wechseln, andere serie
        liste der übungen, alle übungen, welche übungen, zurück zum menü, zum menü, menü
        """,
      it: "altro esercizio, un altro esercizio, menù"),
  ]
}
