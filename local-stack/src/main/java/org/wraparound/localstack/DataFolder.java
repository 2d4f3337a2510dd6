package org.wraparound.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** What a run keeps, held by one run at a time. */
final class DataFolder implements AutoCloseable {
  private static final long NEEDED_BYTES = 1L << 30;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder for this run.
   *
   * @throws StackFailure when it cannot be written, is in use, or the disk is nearly full
   */
  static DataFolder open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        // Passwords, tokens' keys and what people wrote are in it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lockOrNull(channel);
      if (lock == null) {
        channel.close();
        throw new StackFailure(
            "Another run uses the data folder %s; stop it or set WRAPAROUND_DATA to another folder."
                .formatted(folder));
      }
      DataFolder held = new DataFolder(folder, channel, lock);
      long usable = Files.getFileStore(folder).getUsableSpace();
      if (usable < NEEDED_BYTES) {
        held.close();
        throw new StackFailure(
            "Only %d MiB are free on the disk of %s; the local stack needs 1024 MiB."
                .formatted(usable >> 20, folder));
      }
      return held;
    } catch (IOException e) {
      throw new StackFailure(
          "The data folder %s cannot be written (%s); set WRAPAROUND_DATA to another folder."
              .formatted(folder, e),
          e);
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Deletes what earlier runs left, and nothing that is not theirs. */
  void empty() {
    try {
      for (String name : List.of("postgres", "kafka", "keycloak", "mail", "evidence", "log")) {
        Folders.delete(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new StackFailure("The data folder cannot be emptied: " + e, e);
    }
  }

  /** Ends the processes of an earlier run that was killed before it could stop them. */
  void endSurvivors() {
    try (Stream<Path> paths = Files.walk(folder, 2)) {
      paths
          .filter(path -> path.getFileName().toString().endsWith(ServerProcess.PID_SUFFIX))
          .forEach(ServerProcess::endSurvivor);
    } catch (IOException e) {
      throw new StackFailure("The data folder cannot be read: " + e, e);
    }
  }

  /** Gives the folder back to the next run. */
  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new StackFailure("The data folder cannot be released: " + e, e);
    }
  }

  private static FileLock lockOrNull(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by another stack in this JVM.
      return null;
    }
  }
}
