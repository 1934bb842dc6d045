package dev.moltbot.arch.planted.untyped.port;

import java.util.Map;

/** Breaks a rule on purpose: anything in, anything out. */
public interface Planted {
  Map<String, Object> convert(Object anything);
}
