package org.wraparound.gateway;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An identity provider with one realm, as far as the verification of tokens needs one. */
final class StubRealm {
  private static final String KEY_ID = "test-key";

  private final Vertx vertx;
  private final KeyPair key = newKey();
  private final KeyPair forgersKey = newKey();
  private HttpServer server;
  private int port;

  StubRealm(Vertx vertx) {
    this.vertx = vertx;
    start();
  }

  String url() {
    return "http://localhost:" + port + "/realms/wraparound";
  }

  void start() {
    server = vertx.createHttpServer().requestHandler(this::handle);
    port = StubSuite.await(server.listen(port)).actualPort();
  }

  void stop() {
    StubSuite.await(server.close());
  }

  /** A token that is accepted. */
  String token() {
    return sign(claims(), key);
  }

  String expiredToken() {
    return sign(claims().expiresAt(Instant.now().minus(Duration.ofMinutes(1))), key);
  }

  String tokenFor(String audience) {
    return sign(claims().audience(audience), key);
  }

  /** A token that names the realm's key and was signed with another one. */
  String forgedToken() {
    return sign(claims(), forgersKey);
  }

  private JwtClaimsBuilder claims() {
    return Jwt.issuer(url())
        .audience("wraparound")
        .subject("6f7c1e0a-54d8-4c3b-9a54-0f1d1f5f5a01")
        .preferredUserName("oakfield-practitioner")
        .claim("organization", Map.of("OAKFIELD", Map.of("agency_type", List.of("PROVIDER"))))
        .expiresIn(Duration.ofMinutes(5));
  }

  private static String sign(JwtClaimsBuilder claims, KeyPair key) {
    return claims.jws().keyId(KEY_ID).sign(key.getPrivate());
  }

  private void handle(HttpServerRequest request) {
    JsonObject answer =
        request.path().endsWith("/.well-known/openid-configuration") ? description() : keys();
    request.response().putHeader("Content-Type", "application/json").end(answer.toBuffer());
  }

  private JsonObject description() {
    return new JsonObject()
        .put("issuer", url())
        .put("token_endpoint", url() + "/protocol/openid-connect/token")
        .put("jwks_uri", url() + "/protocol/openid-connect/certs");
  }

  private JsonObject keys() {
    RSAPublicKey publicKey = (RSAPublicKey) key.getPublic();
    return new JsonObject()
        .put(
            "keys",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kid", KEY_ID)
                        .put("kty", "RSA")
                        .put("alg", "RS256")
                        .put("use", "sig")
                        .put("n", base64(publicKey.getModulus()))
                        .put("e", base64(publicKey.getPublicExponent()))));
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
