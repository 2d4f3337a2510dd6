package org.wraparound.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {
  @TempDir Path folder;

  @Test
  void aMessageBecomesAFileAndThoseOfAnEarlierRunStay() throws IOException {
    for (String subject : new String[] {"first", "second"}) {
      try (MailServer mail = MailServer.start(folder, Ports.free())) {
        send(mail.port(), subject);
      }
    }

    try (MailServer mail = MailServer.start(folder, Ports.free())) {
      assertThat(mail.messages()).hasSize(2);
      assertThat(Files.readString(mail.messages().get(0))).contains("Subject: first");
      assertThat(Files.readString(mail.messages().get(1))).contains("Subject: second");
    }
  }

  private static void send(int port, String subject) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
      in.readLine();
      for (String line :
          new String[] {
            "HELO here",
            "MAIL FROM:<one@agency.example>",
            "RCPT TO:<two@agency.example>",
            "DATA",
            "Subject: " + subject + "\r\n\r\nWords\r\n.",
            "QUIT"
          }) {
        out.write(line + "\r\n");
        out.flush();
        assertThat(in.readLine()).matches("[23][0-9]{2} .*");
      }
    }
  }
}
