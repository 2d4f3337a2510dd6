package org.wraparound.actionplan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private final List<UUID> population =
      IntStream.range(0, 50).mapToObj(i -> new UUID(0x7000L | i, i)).toList();

  @Test
  void theSameSeedDrawsTheSameInWhateverOrderTheyAreFound() {
    List<UUID> shuffled = new ArrayList<>(population);
    Collections.shuffle(shuffled, new Random(1));
    List<UUID> drawn = ActionAudit.draw(42, 10, population);
    assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isSubsetOf(population);
    assertThat(ActionAudit.draw(42, 10, shuffled)).isEqualTo(drawn);
    assertThat(ActionAudit.draw(43, 10, population)).isNotEqualTo(drawn);
  }

  @Test
  void fewerThanAskedForAreAllDrawn() {
    assertThat(ActionAudit.draw(42, 100, population))
        .containsExactlyInAnyOrderElementsOf(population);
  }

  @Test
  void noneIsLikelierThanAnother() {
    Map<UUID, Integer> times = new HashMap<>();
    for (int seed = 0; seed < 2_000; seed++) {
      ActionAudit.draw(seed, 10, population).forEach(id -> times.merge(id, 1, Integer::sum));
    }
    // Drawn 400 times each on average; five standard deviations are 90.
    assertThat(times).hasSize(population.size());
    assertThat(times.values()).allSatisfy(n -> assertThat(n).isCloseTo(400, within(90)));
  }
}
