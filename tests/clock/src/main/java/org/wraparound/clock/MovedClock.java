package org.wraparound.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system's time, moved by as many milliseconds as a file says. All services of a stack follow
 * one file, so that they move together.
 */
public final class MovedClock {
  private static ByteBuffer offset;

  private MovedClock() {}

  static void follow(Path file) throws IOException {
    offset = map(file);
  }

  /** What a service takes for its clock; in microseconds, which is what the database keeps. */
  public static Clock clock() {
    InstantSource moved =
        () -> Instant.now().plusMillis(offset.getLong(0)).truncatedTo(ChronoUnit.MICROS);
    return moved.withZone(ZoneOffset.UTC);
  }

  /**
   * Moves the clock of every service that follows the file.
   *
   * @param by how far from the real time; zero to be there again
   * @throws IOException when the file cannot be written
   */
  public static void move(Path file, Duration by) throws IOException {
    map(file).putLong(0, by.toMillis());
  }

  /** The mapping outlives the channel. */
  private static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
    }
  }
}
