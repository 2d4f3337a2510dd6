package org.wraparound.actionplan.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Path of a list, with the filters that it is narrowed by. */
record ListPath(String path) {

  /** Narrowed by this too, unless it is null. */
  ListPath with(String filter, Object value) {
    return value == null
        ? this
        : new ListPath(
            path
                + (path.contains("?") ? '&' : '?')
                + filter
                + '='
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
  }
}
