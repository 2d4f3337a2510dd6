package org.wraparound.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.net.SocketException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TransienceTest {
  private static Throwable inTransaction(Throwable cause) {
    RollbackException rollback = new RollbackException("ARJUNA016053: could not commit");
    rollback.initCause(cause);
    return new RuntimeException(rollback);
  }

  @Test
  void aDatabaseThatGoesAwayPasses() {
    assertThat(Transience.isTransient(new PersistenceException(new SQLException("x", "08006"))))
        .isTrue();
    assertThat(Transience.isTransient(inTransaction(new SQLException("x", "57P01")))).isTrue();
    assertThat(Transience.isTransient(inTransaction(new SQLException("x", "40P01")))).isTrue();
    assertThat(Transience.isTransient(new RuntimeException(new SQLException("no connection"))))
        .isTrue();
    assertThat(Transience.isTransient(new RuntimeException(new SocketException()))).isTrue();
    assertThat(Transience.isTransient(inTransaction(null))).isTrue();
    assertThat(Transience.isTransient(new OptimisticLockException())).isTrue();
    assertThat(Transience.isTransient(new OutOfMemoryError())).isTrue();
  }

  @Test
  void aFailureOfTheWorkStays() {
    assertThat(Transience.isTransient(inTransaction(new SQLException("x", "23505")))).isFalse();
    assertThat(Transience.isTransient(new PersistenceException(new SQLException("x", "22001"))))
        .isFalse();
    assertThat(Transience.isTransient(new IllegalArgumentException())).isFalse();
    assertThat(Transience.isTransient(inTransaction(new NullPointerException()))).isFalse();
  }

  @Test
  void unreadableJsonStays() {
    Throwable unreadable =
        org.assertj.core.api.Assertions.catchThrowable(() -> new ObjectMapper().readTree("{"));
    assertThat(Transience.isTransient(new RuntimeException(unreadable))).isFalse();
  }
}
