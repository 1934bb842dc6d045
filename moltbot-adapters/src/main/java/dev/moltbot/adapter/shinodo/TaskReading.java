package dev.moltbot.adapter.shinodo;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.Answerer.Result;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an agent's task or message comes to. Of its parts only text is read. */
final class TaskReading {
  private static final String CUT = "\n[…]";

  private TaskReading() {}

  static Result of(A2aApi.@Nullable Result result) {
    if (result == null) {
      return senseless();
    }
    return result.message() == null ? of(result.task()) : answered(text(result.message()));
  }

  static Result of(A2aApi.@Nullable Task task) {
    if (task == null || task.status() == null) {
      return senseless();
    }
    String said = text(task.status().message());
    return switch (Objects.requireNonNullElse(task.status().state(), "")) {
      case "TASK_STATE_COMPLETED" -> answered(artifacts(task).isBlank() ? said : artifacts(task));
      // It asks back. The owner reads what, and may ask again with more in the question.
      case "TASK_STATE_INPUT_REQUIRED" -> answered(said);
      case "TASK_STATE_SUBMITTED", "TASK_STATE_WORKING" -> working(task.id());
      case "TASK_STATE_FAILED" -> new Result.Refused("it failed at it");
      case "TASK_STATE_CANCELED" -> new Result.Refused("it gave up");
      case "TASK_STATE_REJECTED" -> new Result.Refused("it declined");
      case "TASK_STATE_AUTH_REQUIRED" -> new Result.Refused("it wants a sign-in of its own first");
      default -> senseless();
    };
  }

  private static Result working(@Nullable String id) {
    return id == null || id.isEmpty() || id.length() > Answerer.MAX_REFERENCE_CHARS
        ? senseless()
        : new Result.Working(id);
  }

  private static Result senseless() {
    return new Result.Refused("its answer makes no sense");
  }

  private static Result answered(String text) {
    if (text.isBlank()) {
      return new Result.Refused("it answered without text");
    }
    return new Result.Answered(new UntrustedText(bounded(text)));
  }

  private static String bounded(String text) {
    if (text.length() <= Answerer.MAX_ANSWER_CHARS) {
      return text;
    }
    int end = Answerer.MAX_ANSWER_CHARS - CUT.length();
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + CUT;
  }

  private static String artifacts(A2aApi.Task task) {
    return present(task.artifacts())
        .map(artifact -> parts(artifact.parts()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(A2aApi.@Nullable Message message) {
    return message == null ? "" : parts(message.parts());
  }

  private static String parts(@Nullable List<A2aApi.@Nullable Part> parts) {
    return present(parts)
        .map(part -> Objects.requireNonNullElse(part.text(), ""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static <T> Stream<T> present(@Nullable List<@Nullable T> list) {
    List<@Nullable T> all = list == null ? List.of() : list;
    return all.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
  }
}
