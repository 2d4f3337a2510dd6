package org.wraparound.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.Bus;
import org.wraparound.kit.testing.Bus.Sent;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class EventHistoryTest {
  @Inject EventHistory history;

  private static Sent note(UUID person) {
    return Sent.now("note-sent", "/test", person, UUID.randomUUID(), Map.of("note", "n"));
  }

  @Test
  void whatEveryTopicHoldsIsReadOnceFromItsBeginningAndThenOnlyWhatHasCome() {
    UUID person = UUID.randomUUID();
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      sent.add(note(person));
    }
    Bus.publish("wraparound.pathways.v1", sent.toArray(Sent[]::new));
    Sent elsewhere = note(person);
    Bus.publish("wraparound.escalations.v1", elsewhere);
    List<UUID> found = new ArrayList<>();
    try (EventHistory.Reading reading = history.open()) {
      reading.toTheEnd(events -> keep(events, person, found));
      assertThat(found).contains(elsewhere.id());
      found.remove(elsewhere.id());
      assertThat(found).containsExactlyElementsOf(sent.stream().map(Sent::id).toList());

      found.clear();
      Sent later = note(person);
      Bus.publish("wraparound.pathways.v1", later);
      assertThat(reading.toTheEnd(events -> keep(events, person, found))).isPositive();
      assertThat(found).containsExactly(later.id());
    }
  }

  @Test
  void messagesWithoutAReadableEnvelopeAreCounted() {
    UUID person = UUID.randomUUID();
    List<UUID> found = new ArrayList<>();
    try (EventHistory.Reading reading = history.open()) {
      reading.toTheEnd(events -> {});
      long before = reading.unreadable();
      Sent readable = note(person);
      Bus.publishNonsense("wraparound.pathways.v1", person);
      Bus.publish("wraparound.pathways.v1", readable);
      reading.toTheEnd(events -> keep(events, person, found));
      assertThat(reading.unreadable() - before).isEqualTo(1);
      assertThat(found).containsExactly(readable.id());
    }
  }

  @Test
  void aTopicThatHasLostItsBeginningIsRefused() {
    TopicPartition whole = new TopicPartition("wraparound.pathways.v1", 0);
    TopicPartition cut = new TopicPartition("wraparound.pathways.v1", 1);
    assertThatThrownBy(() -> EventHistory.requireWhole(Map.of(whole, 0L, cut, 17L)))
        .isInstanceOf(HistoryUnavailableException.class)
        .hasMessageContaining("wraparound.pathways.v1, partition 1, begins at offset 17");
    assertThatCode(() -> EventHistory.requireWhole(Map.of(whole, 0L))).doesNotThrowAnyException();
  }

  private static void keep(List<ReceivedEvent> events, UUID person, List<UUID> found) {
    events.stream()
        .filter(event -> event.personId().equals(person))
        .map(ReceivedEvent::id)
        .forEach(found::add);
  }
}
