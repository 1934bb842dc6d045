package dev.moltbot.app.inspection.deep.secret;

/**
 * A place where a credential is. Never the credential.
 *
 * @param place a file, a file in an archive, an object, a column
 * @param line the first is 1; of a file without lines it says little
 * @param what which value it is, or what it looks like
 * @param inUse whether it is a value that is set now; if not, it only looks like one
 */
public record Hit(String place, long line, String what, boolean inUse) {

  @Override
  public String toString() {
    return place + " line " + line + " (" + what + ")";
  }
}
