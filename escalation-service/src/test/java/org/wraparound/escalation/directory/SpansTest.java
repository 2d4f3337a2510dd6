package org.wraparound.escalation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static final int END = 24;

  private static Span span(int from, int until) {
    return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }

  private static Spans spans(BitSet seconds) {
    return Spans.of(seconds.stream().mapToObj(second -> span(second, second + 1)));
  }

  private static BitSet random(Random random) {
    BitSet seconds = new BitSet();
    random.ints(random.nextInt(END), 0, END).forEach(seconds::set);
    return seconds;
  }

  @Test
  void theyAddUpAsSetsOfMomentsDo() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      BitSet one = random(random);
      BitSet other = random(random);
      BitSet both = (BitSet) one.clone();
      both.and(other);
      BitSet either = (BitSet) one.clone();
      either.or(other);
      BitSet first = (BitSet) one.clone();
      first.andNot(other);
      int cut = random.nextInt(END);
      BitSet early = (BitSet) one.clone();
      early.clear(cut, END);
      // equal lists: the same moments, and in the fewest stretches
      assertThat(spans(one).and(spans(other))).isEqualTo(spans(both));
      assertThat(spans(one).or(spans(other))).isEqualTo(spans(either));
      assertThat(spans(one).without(spans(other))).isEqualTo(spans(first));
      assertThat(spans(one).before(Instant.ofEpochSecond(cut))).isEqualTo(spans(early));
      assertThat(spans(one).has(Instant.ofEpochSecond(cut))).isEqualTo(one.get(cut));
    }
  }

  @Test
  void stretchesThatTouchAreOne() {
    assertThat(Spans.of(Stream.of(span(5, 9), span(1, 5), span(2, 3))).spans())
        .containsExactly(span(1, 9));
  }
}
