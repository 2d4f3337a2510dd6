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
      String name = "p" + clauses.size();
      clauses.add(path + " = :" + name);
      values.put(name, value);
    }
    return this;
  }

  /** Adds a clause with its named values. */
  public Conditions and(String clause, Map<String, Object> named) {
    clauses.add("(" + clause + ")");
    values.putAll(named);
    return this;
  }

  /** The query for the entity's rows in this order. */
  public String query(String entity, String order) {
    return "from "
        + entity
        + (clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses))
        + " order by "
        + order;
  }

  /** The values by name. */
  public Map<String, Object> values() {
    return values;
  }
}
