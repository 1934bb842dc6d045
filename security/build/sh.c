/*
 * /bin/sh of the image. initdb and pg_ctl start the server by "sh -c", so there has to be a file of
 * that name. This one runs the programs in the database's own folder, with the redirections these
 * two write, and nothing else: no variables, no pipes, no lists, no other program.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PROGRAMS "/opt/moltbot/postgresql/bin/"
#define MAX_WORDS 64

static int refuse(const char *why) {
  fprintf(stderr, "sh: this image has no shell (%s)\n", why);
  return 127;
}

/* Cuts the next word out of the line, in place; quotes are double ones. NULL at the end. */
static char *next_word(char **line, int *bad) {
  char *in = *line;
  while (*in == ' ') {
    in++;
  }
  if (*in == '\0') {
    return NULL;
  }
  char *word = in, *out = in;
  int quoted = 0;
  for (; *in != '\0' && (quoted || *in != ' '); in++) {
    if (*in == '"') {
      quoted = !quoted;
    } else if (*in == '\\' && quoted && in[1] != '\0') {
      *out++ = *++in;
    } else if (strchr("$`\n", *in) != NULL || (!quoted && strchr(";|()'\\*?[]{}~#", *in) != NULL)) {
      *bad = 1;
      return NULL;
    } else {
      *out++ = *in;
    }
  }
  *bad = quoted;
  *line = *in == '\0' ? in : in + 1;
  *out = '\0';
  return word;
}

/* Opens the file in the place of a standard stream. */
static int redirect(int stream, const char *file, int how) {
  int opened = file == NULL ? -1 : open(file, how | O_CLOEXEC, 0600);
  return opened >= 0 && dup2(opened, stream) >= 0;
}

/* Whether it was a redirection that could not be done. Sets *done when it was one at all. */
static int redirection(char *word, char **line, int *done) {
  int bad = 0;
  *done = 1;
  if (strcmp(word, "<") == 0) {
    return !redirect(STDIN_FILENO, next_word(line, &bad), O_RDONLY) || bad;
  } else if (strcmp(word, ">") == 0) {
    return !redirect(STDOUT_FILENO, next_word(line, &bad), O_WRONLY | O_CREAT | O_TRUNC) || bad;
  } else if (strcmp(word, ">/dev/null") == 0) {
    return !redirect(STDOUT_FILENO, "/dev/null", O_WRONLY);
  } else if (strcmp(word, ">>") == 0) {
    return !redirect(STDOUT_FILENO, next_word(line, &bad), O_WRONLY | O_CREAT | O_APPEND) || bad;
  } else if (strcmp(word, "2>&1") == 0) {
    return dup2(STDOUT_FILENO, STDERR_FILENO) < 0;
  }
  *done = 0;
  return strpbrk(word, "<>&") != NULL;
}

int main(int count, char **given) {
  if (count != 3 || strcmp(given[1], "-c") != 0) {
    return refuse("only -c");
  }
  char *line = given[2], *words[MAX_WORDS + 1], program[PATH_MAX];
  int found = 0, bad = 0, done;
  for (char *word; (word = next_word(&line, &bad)) != NULL && !bad;) {
    if (found == 0 && strcmp(word, "exec") == 0) {
      continue;
    }
    if (redirection(word, &line, &done)) {
      return refuse("redirection");
    }
    if (!done && found == MAX_WORDS) {
      return refuse("too many words");
    } else if (!done) {
      words[found++] = word;
    }
  }
  words[found] = NULL;
  if (bad || found == 0) {
    return refuse("syntax");
  }
  if (realpath(words[0], program) == NULL || strncmp(program, PROGRAMS, strlen(PROGRAMS)) != 0) {
    return refuse("no program of the database");
  }
  execv(program, words);
  return errno == ENOENT ? 127 : 126;
}
