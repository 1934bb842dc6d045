/* moltbot and openclaw in the image, which has no shell that a script could be written for. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROOT "/opt/moltbot/"

int main(int count, char **words) {
  char terminal[40], columns[40];
  struct winsize window;
  int wide = ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 ? window.ws_col : 0;
  snprintf(terminal, sizeof terminal, "-Dmoltbot.terminal=%s", isatty(STDERR_FILENO) ? "true" : "false");
  snprintf(columns, sizeof columns, "-Dmoltbot.columns=%d", wide);
  char *front[] = {ROOT "runtime/bin/java", "@" ROOT "options", "-XX:AOTCache=" ROOT "moltbot.aot",
                   terminal, columns, "-jar", ROOT "app/moltbot.jar"};
  int fixed = sizeof front / sizeof front[0];
  char **line = calloc(fixed + count, sizeof *line);
  if (line == NULL) {
    return 71;
  }
  for (int i = 0; i < fixed; i++) {
    line[i] = front[i];
  }
  for (int i = 1; i <= count; i++) {
    line[fixed + i - 1] = words[i]; /* The last one is the NULL at the end. */
  }
  umask(077);
  execv(line[0], line);
  perror(line[0]);
  return 71;
}
