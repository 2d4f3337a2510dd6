package org.wraparound.actionplan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps contents in a folder of this machine, or of a file server that all replicas see. */
final class FolderStore implements EvidenceStore {
  /** At the end of the name of what is not whole yet. */
  private static final String PART = ".part";

  private final Path root;

  FolderStore(Path root) throws IOException {
    this.root = root.toAbsolutePath();
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
    check();
  }

  @Override
  public void keep(UUID id, Path content) throws IOException {
    Path whole = path(id);
    Path part = part(id);
    Path day = whole.getParent();
    Files.createDirectories(day);
    try {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      sync(part, StandardOpenOption.WRITE);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    // The names too: of the file in its day, and of the day.
    sync(day, StandardOpenOption.READ);
    sync(root, StandardOpenOption.READ);
  }

  @Override
  public InputStream read(UUID id) throws IOException {
    return Files.newInputStream(path(id));
  }

  @Override
  public List<UUID> keptOn(LocalDate day) throws IOException {
    Path folder = root.resolve(day.toString());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> contents = Files.list(folder)) {
      return contents
          .map(content -> content.getFileName().toString())
          .map(name -> UUID.fromString(name.endsWith(PART) ? name.substring(0, 36) : name))
          .toList();
    }
  }

  @Override
  public void forget(UUID id) throws IOException {
    Files.deleteIfExists(part(id));
    Files.deleteIfExists(path(id));
  }

  @Override
  public void check() throws IOException {
    if (!Files.isDirectory(root) || !Files.isWritable(root)) {
      throw new IOException("the folder of the evidence, " + root + ", cannot be written");
    }
  }

  private Path path(UUID id) {
    return root.resolve(EvidenceStore.keyOf(id));
  }

  private Path part(UUID id) {
    return root.resolve(EvidenceStore.keyOf(id) + PART);
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
