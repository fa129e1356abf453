// What Swift cannot say to libedit by itself: one wrapper for each shape of its variadic
// calls, and the constants that are macros of a kind that Swift does not import.
#ifndef RECKON_CLIBEDIT_SHIM_H
#define RECKON_CLIBEDIT_SHIM_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>

typedef char *(*libedit_prompt)(EditLine *);
typedef unsigned char (*libedit_command)(EditLine *, int);

static inline FILE *libedit_stdin(void) { return stdin; }
static inline FILE *libedit_stdout(void) { return stdout; }
static inline FILE *libedit_stderr(void) { return stderr; }
/// Takes what is written and keeps nothing.
static inline FILE *libedit_nowhere(void) { return fopen("/dev/null", "we"); }

/// The name of the character encoding of the locale in force.
static inline const char *libedit_codeset(void) { return nl_langinfo(CODESET); }

/// EL_PREP_TERM, EL_SIGNAL, EL_EDITMODE.
static inline int libedit_set_flag(EditLine *el, int operation, int value) {
  return el_set(el, operation, value);
}

/// EL_EDITOR, EL_TERMINAL.
static inline int libedit_set_text(EditLine *el, int operation, const char *text) {
  return el_set(el, operation, text);
}

static inline int libedit_refresh(EditLine *el) { return el_set(el, EL_REFRESH); }

static inline int libedit_bind(EditLine *el, const char *key, const char *command) {
  return el_set(el, EL_BIND, key, command, NULL);
}

static inline int libedit_setty(EditLine *el, const char *mode, const char *setting) {
  return el_set(el, EL_SETTY, mode, setting, NULL);
}

static inline int libedit_add_command(
    EditLine *el, const char *name, const char *help, libedit_command command) {
  return el_set(el, EL_ADDFN, name, help, command);
}

static inline int libedit_set_prompt(EditLine *el, libedit_prompt prompt) {
  return el_set(el, EL_PROMPT, prompt);
}

static inline int libedit_set_reader(EditLine *el, el_rfunc_t reader) {
  return el_set(el, EL_GETCFN, reader);
}

/// `co` and `li` are the columns and the lines of the window.
static inline int libedit_set_capability(EditLine *el, const char *name, const char *value) {
  return el_set(el, EL_SETTC, name, value, NULL);
}

/// Where libedit draws.
static inline int libedit_set_output(EditLine *el, FILE *output) {
  return el_set(el, EL_SETFP, 1, output);
}

static inline int libedit_set_client_data(EditLine *el, void *data) {
  return el_set(el, EL_CLIENTDATA, data);
}

static inline void *libedit_client_data(EditLine *el) {
  void *data = NULL;
  if (el_get(el, EL_CLIENTDATA, &data) != 0) return NULL;
  return data;
}

static inline int libedit_set_history(EditLine *el, History *list) {
  return el_set(el, EL_HIST, history, list);
}

/// H_SETSIZE, H_SETUNIQUE.
static inline int libedit_history_set(History *list, int operation, int value) {
  HistEvent event;
  return history(list, &event, operation, value);
}

static inline int libedit_history_enter(History *list, const char *line) {
  HistEvent event;
  return history(list, &event, H_ENTER, line);
}

#endif
