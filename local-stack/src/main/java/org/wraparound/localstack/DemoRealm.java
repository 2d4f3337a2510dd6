package org.wraparound.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The realm of demonstrations and acceptance stories, where a password is the user's name. */
public final class DemoRealm {
  /** The public client with the password grant, which only the demo realm has. */
  public static final String CLIENT = "wraparound-demo";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoRealm() {}

  /**
   * Signs a demo user in.
   *
   * @param realm the address of the realm
   * @return an access token that is valid for 15 minutes
   * @throws StackFailure when Keycloak refuses
   */
  public static String accessToken(URI realm, String user) {
    return accessToken(
        realm, "grant_type=password&client_id=" + CLIENT + "&username=%s&password=%s", user, user);
  }

  /**
   * Signs a partner agency's system in as itself.
   *
   * @param client whose secret, in the demo realm, is its name
   */
  public static String systemAccessToken(URI realm, String client) {
    return accessToken(
        realm, "grant_type=client_credentials&client_id=%s&client_secret=%s", client, client);
  }

  /** The people of a realm file, in its order. */
  static List<SignIn> signIns(Path realmFile) {
    JsonNode realm;
    try {
      realm = JSON.readTree(realmFile.toFile());
    } catch (IOException e) {
      throw new StackFailure("The realm file %s cannot be read.".formatted(realmFile), e);
    }
    List<SignIn> people = new ArrayList<>();
    for (JsonNode user : realm.path("users")) {
      if (!user.has("serviceAccountClientId")) {
        String name = user.path("username").asText();
        people.add(
            new SignIn(name, user.path("realmRoles").path(0).asText(), agencyOf(realm, name)));
      }
    }
    return people;
  }

  private static String agencyOf(JsonNode realm, String user) {
    for (JsonNode agency : realm.path("organizations")) {
      for (JsonNode member : agency.path("members")) {
        if (member.path("username").asText().equals(user)) {
          return agency.path("alias").asText();
        }
      }
    }
    return "-";
  }

  private static String accessToken(URI realm, String form, String... values) {
    Object[] encoded = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      encoded[i] = URLEncoder.encode(values[i], StandardCharsets.UTF_8);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.formatted(encoded)))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new StackFailure(
            "Keycloak does not sign %s in: %s".formatted(values[0], response.body()));
      }
      return JSON.readTree(response.body()).path("access_token").asText();
    } catch (IOException e) {
      throw new StackFailure("Keycloak does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("The sign-in was interrupted.", e);
    }
  }

  /**
   * A person of the realm.
   *
   * @param user also the password
   * @param agency the agency code, or "-"
   */
  record SignIn(String user, String role, String agency) {}
}
