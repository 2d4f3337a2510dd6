package org.wraparound.escalation.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.kit.Ids;

class SamplingTest {
  @Test
  void theDrawIsTheSameEachTimeAndOfTheShareAskedFor() {
    UUID[] ids = IntStream.range(0, 5000).mapToObj(i -> Ids.next()).toArray(UUID[]::new);
    long drawn = 0;
    for (UUID id : ids) {
      boolean is = Sampling.isDrawn(id, 5);
      assertThat(Sampling.isDrawn(id, 5)).isEqualTo(is);
      assertThat(Sampling.isDrawn(id, 1)).isTrue();
      drawn += is ? 1 : 0;
    }
    // one in five, more than five standard deviations either way
    assertThat(drawn).isBetween(850L, 1150L);
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("sample-reason", SampleReason.values());
    CodeListAssert.assertSame("sample-finding", Finding.values());
  }
}
