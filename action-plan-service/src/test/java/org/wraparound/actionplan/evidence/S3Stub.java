package org.wraparound.actionplan.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One bucket with the calls of S3 that the store makes. It checks the signature of each request
 * (Signature Version 4, the content's hash included) as S3 does, and lists two keys at a time.
 */
final class S3Stub implements AutoCloseable {
  static final String BUCKET = "evidence";
  static final String ACCESS_KEY = "AKIDEXAMPLE";
  static final String SECRET_KEY = "a secret from outside";
  private static final int PAGE = 2;

  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final HttpServer server;

  S3Stub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] content = exchange.getRequestBody().readAllBytes();
      if (!isSigned(exchange, content)) {
        send(exchange, 403, error("SignatureDoesNotMatch"));
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (!path.equals("/" + BUCKET) && !path.startsWith("/" + BUCKET + "/")) {
        send(exchange, 404, error("NoSuchBucket"));
        return;
      }
      String key = path.substring(Math.min(path.length(), BUCKET.length() + 2));
      switch (exchange.getRequestMethod()) {
        case "PUT" -> {
          objects.put(key, content);
          send(exchange, 200, "");
        }
        case "DELETE" -> {
          objects.remove(key);
          send(exchange, 204, "");
        }
        case "HEAD" -> send(exchange, 200, "");
        default -> {
          if (key.isEmpty()) {
            send(exchange, 200, list(exchange.getRequestURI().getRawQuery()));
          } else if (objects.containsKey(key)) {
            send(exchange, 200, objects.get(key));
          } else {
            send(exchange, 404, error("NoSuchKey"));
          }
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private String list(String query) {
    Map<String, String> asked =
        Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    String after = asked.getOrDefault("continuation-token", "");
    List<String> rest =
        objects.keySet().stream()
            .filter(key -> key.startsWith(asked.get("prefix")) && key.compareTo(after) > 0)
            .toList();
    List<String> page = rest.subList(0, Math.min(PAGE, rest.size()));
    boolean more = rest.size() > PAGE;
    return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        + "<IsTruncated>%s</IsTruncated>".formatted(more)
        + (more
            ? "<NextContinuationToken>%s</NextContinuationToken>".formatted(page.get(PAGE - 1))
            : "")
        + page.stream()
            .map("<Contents><Key>%s</Key></Contents>"::formatted)
            .collect(Collectors.joining())
        + "</ListBucketResult>";
  }

  private static String error(String code) {
    return "<Error><Code>%s</Code><Message>no</Message></Error>".formatted(code);
  }

  private static void send(HttpExchange exchange, int status, String content) throws IOException {
    send(exchange, status, content.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
    boolean without = content.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, without ? -1 : content.length);
    if (!without) {
      exchange.getResponseBody().write(content);
    }
  }

  /**
   * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, the signature of
   * a single chunk.
   */
  private static boolean isSigned(HttpExchange exchange, byte[] content)
      throws GeneralSecurityException {
    var headers = exchange.getRequestHeaders();
    String authorization = headers.getFirst("Authorization");
    String hash = headers.getFirst("x-amz-content-sha256");
    boolean hashed =
        content.length == 0 ? hash.equals("UNSIGNED-PAYLOAD") : hash.equals(sha256(content));
    if (authorization == null || !hashed) {
      return false;
    }
    Map<String, String> parts =
        Arrays.stream(authorization.substring("AWS4-HMAC-SHA256 ".length()).split(", *"))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    String[] scope = parts.get("Credential").split("/", 2);
    String query = exchange.getRequestURI().getRawQuery();
    String canonical =
        String.join(
            "\n",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            query == null
                ? ""
                : Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&")),
            Arrays.stream(parts.get("SignedHeaders").split(";"))
                .map(name -> name + ":" + headers.getFirst(name).strip() + "\n")
                .collect(Collectors.joining()),
            parts.get("SignedHeaders"),
            hash);
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            headers.getFirst("X-Amz-Date"),
            scope[1],
            sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
    for (String part : scope[1].split("/")) {
      key = hmac(key, part);
    }
    return scope[0].equals(ACCESS_KEY)
        && HexFormat.of().formatHex(hmac(key, toSign)).equals(parts.get("Signature"));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] content) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
