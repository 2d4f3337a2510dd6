package org.wraparound.escalation.policies;

import java.util.List;
import java.util.function.BiConsumer;
import org.wraparound.kit.web.Violation;

/** A place in a policy, to say where something is wrong and why. */
final class Place {
  private final String path;
  private final List<Violation> wrong;

  Place(String path, List<Violation> wrong) {
    this.path = path;
    this.wrong = wrong;
  }

  Place in(String field) {
    return new Place(path.isEmpty() ? field : path + "." + field, wrong);
  }

  void refuse(String why) {
    wrong.add(new Violation(path.isEmpty() ? "policy" : path, why));
  }

  /** Runs a check; true when it refused nothing. */
  boolean isFreeOf(Runnable check) {
    int before = wrong.size();
    check.run();
    return wrong.size() == before;
  }

  /** Refuses an absent field; true when it is there. */
  boolean has(String field, Object value) {
    boolean there = value != null && !(value instanceof String text && text.isBlank());
    if (!there) {
      in(field).refuse("is missing");
    }
    return there;
  }

  /** Checks each item of a list that must not be empty. */
  <T> void each(String field, List<T> items, BiConsumer<T, Place> check) {
    if (items == null || items.isEmpty()) {
      in(field).refuse("must name at least one");
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      Place at = in(field + "[" + i + "]");
      if (items.get(i) == null) {
        at.refuse("is missing");
      } else {
        check.accept(items.get(i), at);
      }
    }
  }
}
