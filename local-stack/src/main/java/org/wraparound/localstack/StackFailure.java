package org.wraparound.localstack;

/**
 * The stack cannot start or go on. The message is one sentence for the person at the keyboard: what
 * is wrong and what to change.
 */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
