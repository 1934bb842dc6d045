package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as its users meet it: data, talk, exit status. */
class CommandLineTest {

  @Test
  void runsTheDemoAndPrintsOneObjectThatKeepsItsSchema() throws IOException {
    Run run = run("demo", "--yes", "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.data().strip().lines()).hasSize(1);
    Schemas.assertKeeps("demo", run.data());
    assertThat(run.data())
        .contains("\"received\":12")
        .contains("\"sent\":8")
        .contains("\"valid\":true");
  }

  @Test
  void playsTheDemoOverRealHttpWithEachChannelsOwnCode() throws IOException {
    Run run = run("demo", "--wire", "--yes", "--json");
    assertThat(run.talk()).doesNotContain("Exception");
    assertThat(run.exit()).isZero();
    Schemas.assertKeeps("demo", run.data());
    assertThat(run.data()).contains("\"valid\":true");
  }

  @Test
  void showsThatASchemaCanFail() throws IOException {
    assertThat(Schemas.broken("demo", "{\"received\":-1}")).isTrue();
  }

  @Test
  void saysWhatAMistypedCommandWasMeantToBe() {
    Run run = run("demoo");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.talk()).contains("moltbot demo");
    assertThat(run.data()).isEmpty();
  }

  @Test
  void saysWhatAMistypedWordAfterChannelsWasMeantToBe() {
    assertThat(run("chanels").talk()).contains("moltbot channels");
    assertThat(run("channels", "logn").talk()).contains("Did you mean: channels login?");
    assertThat(run("channels", "trust", "no-such.jar").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("completion").data()).contains("untrust");
  }

  @Test
  void pinsForTheGatewayWithoutTheGatewaysOwnOptions(@TempDir Path temp) throws IOException {
    Path list = Path.of("../security/allow-list");
    Path pins = temp.resolve("pins/pins");
    Run run = run("warden", "pin", "--list", list.toString(), "--to", pins.toString());
    assertThat(run.exit()).as(run.talk()).isIn(Exit.OK, Exit.CONFIG);
    assertThat(Files.getPosixFilePermissions(pins)).contains(PosixFilePermission.OTHERS_READ);
  }

  @Test
  void namesEveryExitStatusInItsHelp() {
    assertThat(run("--help").data()).contains("Exit status").contains("78");
    assertThat(run("audit", "--help").data()).contains("verify").contains("export");
  }

  @Test
  void printsWhatAnAuditAndADoctorSawInOneSchema() throws IOException {
    Schemas.assertKeeps("findings", run("security", "audit", "--json").data());
    Schemas.assertKeeps("findings", run("doctor", "--json").data());
    assertThat(run("security", "audit", "--sarif").data()).contains("\"version\":\"2.1.0\"");
    assertThat(run("security", "audit", "shallow").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void completesForTheShell() {
    assertThat(run("completion").data()).contains("complete -F").contains("demo");
  }

  @Test
  void refusesAMailboxThatIsNotThere() {
    Run run = run("demo", "--mail", "no-such-file.mbox");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.talk()).contains("no-such-file.mbox");
  }

  private record Run(int exit, String data, String talk) {}

  private static Run run(String... args) {
    var data = new ByteArrayOutputStream();
    var talk = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
    try {
      int exit = MoltbotCommand.run(args);
      return new Run(
          exit, data.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
