package org.wraparound.kit.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Strong ETags of single records, made from their version, and the preconditions that quote them.
 */
public final class EntityTags {
  private EntityTags() {}

  /** 200 with the record and its ETag. */
  public static Response ok(Object view, long version) {
    return Response.ok(view).header("ETag", of(version)).build();
  }

  /**
   * 201 with the record, its ETag and where it is.
   *
   * @param location path of the record, sent as it is: the same at the service and at the gateway
   */
  public static Response created(URI location, Object view, long version) {
    return Response.status(Response.Status.CREATED)
        .header("Location", location.getRawPath())
        .entity(view)
        .header("ETag", of(version))
        .build();
  }

  /**
   * Refuses a change of a version the caller has not seen.
   *
   * @throws ProblemException 428 without the header, 412 when the record has moved on
   */
  public static void require(String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the record you read.");
    }
    honour(ifMatch, version);
  }

  /**
   * Refuses a transition of a version the caller has not seen, where they say which they saw.
   *
   * @throws ProblemException 412 when the record has moved on
   */
  public static void honour(String ifMatch, long version) {
    if (ifMatch != null && !ifMatch.isBlank() && !"*".equals(ifMatch.trim())) {
      for (String tag : ifMatch.split(",")) {
        if (of(version).equals(tag.trim())) {
          return;
        }
      }
      throw ProblemException.of(
          ProblemType.PRECONDITION_FAILED,
          "Read the record again; its ETag is now " + of(version) + ".");
    }
  }

  private static String of(long version) {
    return "\"" + version + "\"";
  }
}
