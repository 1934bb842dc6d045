package dev.moltbot.arch.planted.sql;

import java.sql.Connection;

/** Breaks a rule on purpose: SQL outside its adapter. */
public interface Planted {
  Connection connection();
}
