package org.wraparound.kit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is wanted; a {@code @BeanParam}. */
public class PageRequest {
  @Parameter(description = "Entries on the page, 1 to 200.")
  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(200)
  int limit;

  @Parameter(description = "The next of the page before; absent for the first page.")
  @QueryParam("after")
  String after;

  /** Entries on the page. */
  public int limit() {
    return limit;
  }

  /** Rows to ask the database for: one more tells whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  /**
   * Where to go on from, or null for the first page; a cursor that is not one of ours is refused.
   */
  public Cursor after() {
    return after == null ? null : Cursor.decode(after);
  }
}
