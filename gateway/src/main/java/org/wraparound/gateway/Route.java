package org.wraparound.gateway;

import java.util.List;

/**
 * One line of the routing table.
 *
 * @param template a path in which {@code {name}} stands for any one segment, and a last {@code **}
 *     for whatever follows, nothing included
 * @param service who serves it
 * @param takesFiles whether a body may be as large as a file
 */
record Route(String template, Service service, boolean takesFiles) {
  Route(String template, Service service) {
    this(template, service, false);
  }

  Route takingFiles() {
    return new Route(template, service, true);
  }

  boolean matches(String path) {
    return matches(template, path);
  }

  static boolean matches(String template, String path) {
    List<String> expected = segments(template);
    List<String> actual = segments(path);
    boolean openEnded = expected.get(expected.size() - 1).equals("**");
    int fixed = openEnded ? expected.size() - 1 : expected.size();
    if (actual.size() < fixed || (!openEnded && actual.size() > fixed)) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!expected.get(i).startsWith("{") && !expected.get(i).equals(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", 0));
  }
}
