package dev.moltbot.arch.planted.port.port;

import com.google.inject.Injector;

/** Breaks a rule on purpose: a port that knows a framework. */
public interface Planted {
  Injector injector();
}
