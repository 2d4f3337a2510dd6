package org.wraparound.actionplan;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * How pages to print look. A page holds its own style and nothing else that a browser would load or
 * run, and its Content-Security-Policy forbids anything else.
 */
public final class PrintStyle {
  private final String css;
  private final String policy;

  /**
   * @param file the style sheet on the class path
   */
  public PrintStyle(String file) {
    this.css = read(file);
    this.policy =
        "default-src 'none'; style-src 'sha256-"
            + sha256(css)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** Whether the caller would rather print than read JSON. */
  public static boolean isWanted(HttpHeaders request) {
    return request.getAcceptableMediaTypes().get(0).equals(MediaType.TEXT_HTML_TYPE);
  }

  /** The style sheet, to be put into a page to the letter. */
  public String css() {
    return css;
  }

  /** 200 with the page, which is about a person: nobody on the way keeps it. */
  public Response answer(String page) {
    return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            Thread.currentThread().getContextClassLoader().getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
