package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of moments.
 *
 * @param spans the earliest first, none touching another
 */
record Spans(List<Span> spans) {
  static final Spans NONE = new Spans(List.of());

  static Spans of(Span span) {
    return new Spans(List.of(span));
  }

  /** All moments that are in one of the stretches, which may overlap and come in any order. */
  static Spans of(Stream<Span> stretches) {
    List<Span> apart = new ArrayList<>();
    stretches
        .sorted(Comparator.comparing(Span::from))
        .forEach(
            next -> {
              Span last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
              if (last == null || last.until().isBefore(next.from())) {
                apart.add(next);
              } else if (last.until().isBefore(next.until())) {
                apart.set(apart.size() - 1, new Span(last.from(), next.until()));
              }
            });
    return new Spans(List.copyOf(apart));
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  boolean has(Instant moment) {
    return at(moment).isPresent();
  }

  /** The stretch that the moment is in. */
  Optional<Span> at(Instant moment) {
    return spans.stream().filter(span -> span.has(moment)).findFirst();
  }

  Spans or(Spans other) {
    return of(Stream.concat(spans.stream(), other.spans.stream()));
  }

  Spans and(Spans other) {
    return without(without(other));
  }

  Spans without(Spans other) {
    List<Span> left = new ArrayList<>();
    int next = 0;
    for (Span span : spans) {
      Instant from = span.from();
      while (next < other.spans.size() && other.spans.get(next).from().isBefore(span.until())) {
        Span cut = other.spans.get(next);
        if (from.isBefore(cut.from())) {
          left.add(new Span(from, cut.from()));
        }
        if (from.isBefore(cut.until())) {
          from = cut.until();
        }
        if (cut.until().isAfter(span.until())) {
          // it may cut into the next stretch as well
          break;
        }
        next++;
      }
      if (from.isBefore(span.until())) {
        left.add(new Span(from, span.until()));
      }
    }
    return new Spans(List.copyOf(left));
  }

  /** What is left of it before the moment; all of it when there is no such moment. */
  Spans before(Instant moment) {
    if (moment == null) {
      return this;
    }
    return new Spans(
        spans.stream()
            .filter(span -> span.from().isBefore(moment))
            .map(span -> span.has(moment) ? new Span(span.from(), moment) : span)
            .toList());
  }
}
