package dev.moltbot.app.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One life of the program: counts every call through a port, and dies before a given one. Whatever
 * was called before it has happened; nothing is called after it.
 */
final class Mortal {
  /** Constants, not calls to the world. */
  private static final Set<String> CONSTANTS = Set.of("account", "limit", "name");

  private final long diesBefore;
  private final String diesAt;
  private long calls;
  private String last = "nothing";
  private String death = "";

  private Mortal(long diesBefore, String diesAt) {
    this.diesBefore = diesBefore;
    this.diesAt = diesAt;
  }

  static Mortal before(long call) {
    return new Mortal(call, "nowhere");
  }

  /** Dies the first time it is between these two calls. */
  static Mortal between(String calls) {
    return new Mortal(Long.MAX_VALUE, calls);
  }

  static Mortal immortal() {
    return before(Long.MAX_VALUE);
  }

  /** The end of this life. An error and no exception: a flow catches those. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death(String where) {
      super(where);
    }
  }

  long calls() {
    return calls;
  }

  /** Between which two calls it died; empty while alive. */
  String death() {
    return death;
  }

  <T> T port(Class<T> port, T real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> call(port.getSimpleName(), real, method, arguments);
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  private @Nullable Object call(
      String port, Object real, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (!CONSTANTS.contains(method.getName())) {
      String name = port + "." + method.getName();
      boolean there = (last + " | " + name).equals(diesAt);
      if (++calls >= diesBefore || there || !death.isEmpty()) {
        death = death.isEmpty() ? last + " | " + name : death;
        throw new Death(death);
      }
      last = name;
    }
    try {
      method.setAccessible(true);
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
