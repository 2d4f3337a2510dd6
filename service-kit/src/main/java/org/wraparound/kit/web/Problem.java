package org.wraparound.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/**
 * Body of every answer of status 400 and above: {@code application/problem+json}, RFC 9457.
 *
 * @param type urn:wraparound:problem:…, the same for ever
 * @param detail what is wrong with this request, in a sentence
 * @param instance path of the request
 * @param requestId the X-Request-ID to quote
 * @param violations each thing wrong with the content, where there are such
 * @param related records to look at instead, where there are such
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    List<Violation> violations,
    List<URI> related) {
  /** Media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
