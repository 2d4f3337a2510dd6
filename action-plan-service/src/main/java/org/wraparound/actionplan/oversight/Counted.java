package org.wraparound.actionplan.oversight;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A number, with the path of the list that it counts.")
record Counted(long count, String href) {

  static Counted of(long count, ListPath list) {
    return new Counted(count, list.path());
  }
}
