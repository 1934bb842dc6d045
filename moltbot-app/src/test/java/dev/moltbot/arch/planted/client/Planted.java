package dev.moltbot.arch.planted.client;

import okhttp3.OkHttpClient;

/** Breaks a rule on purpose: a client that goes around the guard. */
public class Planted {
  OkHttpClient client() {
    return new OkHttpClient.Builder().build();
  }
}
