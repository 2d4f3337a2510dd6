package org.wraparound.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked once per user from the class path. */
final class PostgresBinaries {
  /** Written last: a folder without it, or with other contents than it says, is unpacked anew. */
  private static final String MARKER = "complete";

  private PostgresBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}.
   *
   * @throws StackFailure when there are no programs for this machine or they cannot be unpacked
   */
  static synchronized Path folder() {
    String resource = resource();
    try {
      Path cache = userCache();
      Path lockFile = cache.resolve("postgres.lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Path folder = cache.resolve("postgres-" + size(resource));
        if (!isComplete(folder)) {
          Folders.delete(folder);
          Path partial = cache.resolve("postgres-partial");
          Folders.delete(partial);
          unpack(resource, partial);
          Files.writeString(partial.resolve(MARKER), contents(partial), StandardCharsets.UTF_8);
          Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
      }
    } catch (IOException e) {
      throw new StackFailure("PostgreSQL could not be unpacked: " + e.getMessage(), e);
    }
  }

  /** A folder that only this user can write, since programs are run from it. */
  private static Path userCache() throws IOException {
    Path cache =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("wraparound-" + System.getProperty("user.name"));
    if (!Files.isDirectory(cache)) {
      Files.createDirectories(
          cache,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path own = Files.createTempFile(cache, "owner", "");
    try {
      if (!Files.getOwner(own).equals(Files.getOwner(cache))
          || Files.getPosixFilePermissions(cache).stream()
              .anyMatch(permission -> permission.name().startsWith("OTHERS"))) {
        throw new StackFailure(
            "The folder %s must belong to this user alone; remove it and start again."
                .formatted(cache));
      }
    } finally {
      Files.delete(own);
    }
    return cache;
  }

  private static String resource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String platform = system.startsWith("mac") ? "darwin" : "linux";
    String resource =
        Set.of("aarch64", "arm64").contains(processor)
            ? "/postgres-%s-arm_64.txz".formatted(platform)
            : "/postgres-%s-x86_64.txz".formatted(platform);
    if (PostgresBinaries.class.getResource(resource) == null) {
      throw new StackFailure(
          "There is no PostgreSQL for %s on %s among the artifacts.".formatted(system, processor));
    }
    return resource;
  }

  private static long size(String resource) throws IOException {
    return PostgresBinaries.class.getResource(resource).openConnection().getContentLengthLong();
  }

  private static boolean isComplete(Path folder) throws IOException {
    Path marker = folder.resolve(MARKER);
    return Files.isRegularFile(marker)
        && Files.readString(marker, StandardCharsets.UTF_8).equals(contents(folder));
  }

  /** Number and total size of the files; a cleaner of temporary folders may have taken some. */
  private static String contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> regular =
          files.filter(Files::isRegularFile).filter(file -> !file.endsWith(MARKER)).toList();
      long bytes = 0;
      for (Path file : regular) {
        bytes += Files.size(file);
      }
      return regular.size() + " files, " + bytes + " bytes";
    }
  }

  private static void unpack(String resource, Path target) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
        } else {
          Files.copy(tar, path);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
      }
    }
  }
}
