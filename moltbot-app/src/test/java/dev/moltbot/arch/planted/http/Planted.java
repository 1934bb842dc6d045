package dev.moltbot.arch.planted.http;

import okhttp3.OkHttpClient;

/** Breaks a rule on purpose: HTTP outside the adapters. */
public class Planted {
  OkHttpClient client = new OkHttpClient();
}
