package org.wraparound.actionplan.meetings;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;

/** Sets minutes as a page of HTML, which a browser lets load and run nothing. */
@ApplicationScoped
class Printing {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final CodeLists lists;
  private final Template template;

  Printing(CodeLists lists, @Location("meetings/minutes.html") Template template) {
    this.lists = lists;
    this.template = template;
  }

  Response print(MeetingView meeting) {
    return Response.ok(
            template.data("page", PrintedMinutes.of(meeting, this::label)).render(),
            MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private String label(String list, Enum<?> code) {
    return lists.named(list).orElseThrow().codes().stream()
        .filter(known -> known.code().equals(code.name()))
        .map(CodeList.Code::label)
        .findFirst()
        .orElseThrow();
  }
}
