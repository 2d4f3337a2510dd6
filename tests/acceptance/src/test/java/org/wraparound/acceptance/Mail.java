package org.wraparound.acceptance;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A message that a service has sent. */
record Mail(String to, String subject, String text) {

  /** What has been sent to an address, the oldest first. */
  static List<Mail> to(String address) {
    return Stack.running().mail().stream()
        .map(Mail::read)
        .filter(mail -> mail.to.contains(address))
        .toList();
  }

  private static Mail read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(null, in);
      return new Mail(
          message.getHeader(Message.RecipientType.TO.toString(), ","),
          message.getSubject(),
          message.getContent().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file + " is no message", e);
    }
  }
}
