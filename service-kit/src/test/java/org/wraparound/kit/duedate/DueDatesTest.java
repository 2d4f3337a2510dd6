package org.wraparound.kit.duedate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class DueDatesTest {
  @Inject DueDates dueDates;
  @Inject Alarm alarm;
  @Inject Waiter waiter;

  @Singleton
  static class Alarm implements DueDateHandler {
    final Map<UUID, Integer> rung = new ConcurrentHashMap<>();
    final Map<UUID, Boolean> stuck = new ConcurrentHashMap<>();
    final Map<UUID, Boolean> snoozed = new ConcurrentHashMap<>();
    private final DueDates dueDates;

    Alarm(DueDates dueDates) {
      this.dueDates = dueDates;
    }

    @Override
    public String kind() {
      return "alarm";
    }

    @Override
    public void fallDue(DueDate dueDate) {
      rung.merge(dueDate.subjectId(), 1, Integer::sum);
      if (stuck.remove(dueDate.subjectId()) != null) {
        throw new IllegalStateException("stuck");
      }
      if (snoozed.remove(dueDate.subjectId()) != null) {
        dueDates.schedule(kind(), dueDate.subjectId(), Instant.EPOCH.plusSeconds(2));
      }
    }
  }

  /** Waits, as for a server that does not answer, until it is released. */
  @Singleton
  static class Waiter implements DueDateHandler {
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    @Override
    public String kind() {
      return "waiter";
    }

    @Override
    public boolean waitsForOthers() {
      return true;
    }

    @Override
    public void fallDue(DueDate dueDate) {
      waiting.countDown();
      try {
        assertThat(released.await(15, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void schedule(UUID subject, Instant at) {
    QuarkusTransaction.requiringNew().run(() -> dueDates.schedule("alarm", subject, at));
  }

  private void awaitRung(UUID subject, int times) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> alarm.rung.getOrDefault(subject, 0) >= times);
  }

  @Test
  void eachFiresOnceThoughSeveralPollersRace() {
    var subjects = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID()).toList();
    QuarkusTransaction.requiringNew()
        .run(() -> subjects.forEach(s -> dueDates.schedule("alarm", s, Instant.EPOCH)));
    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(dueDates::fireAll))
                .toArray(CompletableFuture[]::new))
        .join();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> QuarkusTransaction.requiringNew().call(dueDates::count) == 0);
    assertThat(subjects).allSatisfy(s -> assertThat(alarm.rung.get(s)).isEqualTo(1));
  }

  @Test
  void whatIsMovedOrCancelledDoesNotFire() {
    UUID moved = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              dueDates.schedule("alarm", moved, Instant.EPOCH);
              dueDates.schedule("alarm", moved, Instant.now().plus(Duration.ofDays(1)));
              dueDates.schedule("alarm", cancelled, Instant.EPOCH);
              dueDates.cancel("alarm", cancelled);
            });
    UUID other = UUID.randomUUID();
    schedule(other, Instant.EPOCH);
    awaitRung(other, 1);
    assertThat(alarm.rung).doesNotContainKeys(moved, cancelled);
    QuarkusTransaction.requiringNew().run(() -> dueDates.cancel("alarm", moved));
  }

  @Test
  void oneThatFailsIsTriedAgainAndHoldsUpNoOther() {
    UUID bad = UUID.randomUUID();
    UUID good = UUID.randomUUID();
    alarm.stuck.put(bad, true);
    schedule(bad, Instant.EPOCH);
    schedule(good, Instant.EPOCH.plusSeconds(1));
    awaitRung(good, 1);
    awaitRung(bad, 2);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                QuarkusTransaction.requiringNew().call(() -> dueDates.count("subjectId = ?1", bad))
                    == 0);
    assertThat(alarm.rung.get(bad)).isEqualTo(2);
  }

  @Test
  void oneThatFallsDueMaySetTheNextOfItsKind() {
    UUID snoozed = UUID.randomUUID();
    alarm.snoozed.put(snoozed, true);
    schedule(snoozed, Instant.EPOCH);
    awaitRung(snoozed, 2);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                QuarkusTransaction.requiringNew()
                        .call(() -> dueDates.count("subjectId = ?1", snoozed))
                    == 0);
    assertThat(alarm.rung.get(snoozed)).isEqualTo(2);
  }

  @Test
  void whatWaitsForOthersHoldsUpNoOtherClock() throws InterruptedException {
    UUID slow = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> dueDates.schedule("waiter", slow, Instant.EPOCH));
    assertThat(waiter.waiting.await(15, TimeUnit.SECONDS)).isTrue();
    UUID prompt = UUID.randomUUID();
    schedule(prompt, Instant.EPOCH.plusSeconds(1));
    awaitRung(prompt, 1);
    assertThat(waiter.released.getCount()).isEqualTo(1);
    waiter.released.countDown();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                QuarkusTransaction.requiringNew().call(() -> dueDates.count("subjectId = ?1", slow))
                    == 0);
  }
}
