package org.wraparound.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Calls the gateway as one of the demo realm's people. */
final class DemoClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();
  private final URI gateway;
  private final URI realm;

  DemoClient(URI gateway, URI realm) {
    this.gateway = gateway;
    this.realm = realm;
  }

  /**
   * Sends a request and returns what came back, whatever the status.
   *
   * @param body JSON, or null for none
   */
  Answer send(String user, String method, String path, String body) {
    String token = tokens.computeIfAbsent(user, name -> DemoRealm.accessToken(realm, name));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json");
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new StackFailure("%s %s was not answered: %s".formatted(method, path, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("The story was interrupted.", e);
    }
  }

  /** Sends a request that is expected to succeed. */
  JsonNode call(String user, String method, String path, String body) {
    Answer answer = send(user, method, path, body);
    if (answer.status() >= 400) {
      throw new StackFailure(
          "%s %s as %s answered %d: %s"
              .formatted(method, path, user, answer.status(), answer.body()));
    }
    return answer.body();
  }

  JsonNode get(String user, String path) {
    return call(user, "GET", path, null);
  }

  record Answer(int status, JsonNode body) {}
}
