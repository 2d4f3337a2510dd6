package org.wraparound.actionplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The where clause of a list: those of its filters that were asked for. */
public final class Conditions {
  private final List<String> clauses = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /** Adds {@code path = value}, unless the value is null. */
  public Conditions equal(String path, Object value) {
    if (value != null) {
      String name = path.replace('.', '_');
      clauses.add(path + " = :" + name);
      values.put(name, value);
    }
    return this;
  }

  /** Adds a clause, with those of the named values that it uses. */
  public Conditions and(String clause, Map<String, Object> named) {
    clauses.add("(" + clause + ")");
    named.forEach(
        (name, value) -> {
          if (clause.contains(":" + name)) {
            values.put(name, value);
          }
        });
    return this;
  }

  /** The query for the entity's rows in this order. */
  public String query(String entity, String order) {
    return "from " + entity + where() + " order by " + order;
  }

  /** The clause itself, after a space; empty when nothing was asked for. */
  public String where() {
    return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
  }

  /** The values by name. */
  public Map<String, Object> values() {
    return values;
  }
}
