package org.wraparound.kit.reference;

import java.util.List;

/**
 * A list of standard values. Codes are never removed, only retired.
 *
 * @param list name of the list, such as {@code type-of-risk}
 * @param source where its values come from
 */
public record CodeList(String list, String title, String source, List<Code> codes) {
  /**
   * @param code stable for ever
   * @param label for people
   * @param active false when it may no longer be chosen
   */
  public record Code(String code, String label, boolean active) {}
}
