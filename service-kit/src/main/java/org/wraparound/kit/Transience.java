package org.wraparound.kit;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import org.hibernate.StaleStateException;

/**
 * Tells a failure of the surroundings, which passes, from a failure of the work itself, which does
 * not.
 */
public final class Transience {
  private Transience() {}

  /**
   * Whether a failure says nothing about the work at hand: a database or network that is away, a
   * lock, a timeout, a transaction that was rolled back from outside, a record changed by another
   * at the same moment, a virtual machine out of memory. SQL states 22 (bad data) and 23
   * (integrity) are failures of the work; every other SQL failure passes.
   */
  public static boolean isTransient(Throwable failure) {
    for (Throwable cause = failure; ; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return !sql.getSQLState().startsWith("22") && !sql.getSQLState().startsWith("23");
      }
      if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
        return true;
      }
      if (cause.getCause() == null) {
        return isOfTheSurroundings(cause);
      }
    }
  }

  private static boolean isOfTheSurroundings(Throwable root) {
    return root instanceof SQLException
        || (root instanceof IOException && !(root instanceof JacksonException))
        || root instanceof VirtualMachineError
        || root instanceof InterruptedException
        || root.getClass().getName().startsWith("jakarta.transaction.");
  }
}
