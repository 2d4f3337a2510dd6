package org.wraparound.kit.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next pass it as {@code after} to get the following page; null on the last one
 */
public record Page<T>(List<T> items, String next) {

  /**
   * The page of a query that was asked for one row more than the limit.
   *
   * @param rows at most limit + 1 rows, in order
   * @param cursor what orders a row, to go on from it
   */
  public static <R, T> Page<T> of(
      List<R> rows, PageRequest request, Function<R, T> view, Function<R, Cursor> cursor) {
    boolean more = rows.size() > request.limit();
    List<R> shown = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        shown.stream().map(view).toList(),
        more ? cursor.apply(shown.get(shown.size() - 1)).encoded() : null);
  }
}
