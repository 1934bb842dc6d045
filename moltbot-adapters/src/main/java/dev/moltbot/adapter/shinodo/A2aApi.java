package dev.moltbot.adapter.shinodo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** The part of A2A 1.0 we speak, in its JSON-RPC binding: say something, and look how far it is. */
interface A2aApi {
  String VERSION = "A2A-Version: 1.0";

  @GET(".well-known/agent-card.json")
  Call<Card> agentCard();

  @Headers(VERSION)
  @POST
  Call<Reply> sendMessage(@Url String endpoint, @Body Send request);

  @Headers(VERSION)
  @POST
  Call<TaskReply> getTask(@Url String endpoint, @Body Look request);

  record Card(@Nullable List<@Nullable Interface> supportedInterfaces) {}

  record Interface(
      @Nullable String url, @Nullable String protocolBinding, @Nullable String protocolVersion) {}

  record Send(String jsonrpc, int id, String method, SendParams params) {}

  record SendParams(Message message, Configuration configuration) {}

  record Configuration(List<String> acceptedOutputModes, boolean returnImmediately) {}

  record Message(
      @Nullable String messageId, @Nullable String role, @Nullable List<@Nullable Part> parts) {}

  record Part(@Nullable String text) {}

  record Look(String jsonrpc, int id, String method, LookParams params) {}

  record LookParams(String id, int historyLength) {}

  record Reply(@Nullable Result result, @Nullable Fault error) {}

  /** One of the two. */
  record Result(@Nullable Task task, @Nullable Message message) {}

  record TaskReply(@Nullable Task result, @Nullable Fault error) {}

  record Fault(@Nullable Double code) {}

  record Task(
      @Nullable String id, @Nullable Status status, @Nullable List<@Nullable Artifact> artifacts) {}

  record Status(@Nullable String state, @Nullable Message message) {}

  record Artifact(@Nullable List<@Nullable Part> parts) {}
}
