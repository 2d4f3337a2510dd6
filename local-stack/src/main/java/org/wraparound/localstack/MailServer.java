package org.wraparound.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes the mail that services send and delivers it to nobody: each message becomes a file {@code
 * <number>.eml}, counted from 1, in a folder.
 */
final class MailServer implements AutoCloseable {
  private static final String MESSAGE = "%06d.eml";

  private final Path folder;
  private final AtomicInteger taken;
  private final SMTPServer server;

  private MailServer(Path folder, int port) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.taken = new AtomicInteger(messages().size());
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler((session, from, to, message) -> take(message))
            .build();
  }

  static MailServer start(Path folder, int port) {
    try {
      MailServer mail = new MailServer(folder, port);
      mail.server.start();
      return mail;
    } catch (IOException e) {
      throw new StackFailure("The mail folder cannot be written: " + e, e);
    }
  }

  int port() {
    return server.getPort();
  }

  /** The messages, the oldest first. */
  List<Path> messages() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  private void take(byte[] message) {
    Path file = folder.resolve(MESSAGE.formatted(taken.incrementAndGet()));
    try {
      // whoever lists the folder sees whole messages only
      Path whole = Files.write(folder.resolve(file.getFileName() + ".part"), message);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
