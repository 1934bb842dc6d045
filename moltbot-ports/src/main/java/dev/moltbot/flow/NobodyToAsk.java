package dev.moltbot.flow;

import dev.moltbot.port.Answerer;
import dev.moltbot.port.Question;

/** Stands where no assistant is set up, and says how to set one up. */
public final class NobodyToAsk implements Answerer {

  @Override
  public String name() {
    return "Shinodo";
  }

  @Override
  public String remedy() {
    return "Shinodo is not set up, so there is nobody to ask. Where it runs on this machine, put"
        + " SHINODO_URL=http://localhost:3000 into .env and start Moltbot again.";
  }

  /** What was asked while one was set up. */
  @Override
  public Result ask(Question question) {
    return new Result.Refused("Shinodo is not set up any more");
  }
}
