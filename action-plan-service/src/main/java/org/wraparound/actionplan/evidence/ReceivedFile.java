package org.wraparound.actionplan.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * A file that has come in whole and waits on this machine. Written as JSON, which is what tells two
 * requests apart, its hash stands for its content.
 *
 * @param content where it waits, until it is discarded
 */
record ReceivedFile(String mediaType, long bytes, String sha256, @JsonIgnore Path content) {

  /**
   * Takes in what arrives, a little at a time.
   *
   * @param limit most bytes
   * @throws ProblemException 413 when there is more
   */
  static ReceivedFile of(InputStream arriving, String mediaType, long limit) throws IOException {
    Path content = Files.createTempFile("evidence-", null);
    try (OutputStream out = Files.newOutputStream(content)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[1 << 16];
      long bytes = 0;
      for (int read = arriving.read(chunk); read >= 0; read = arriving.read(chunk)) {
        bytes += read;
        if (bytes > limit) {
          throw ProblemException.of(
              ProblemType.PAYLOAD_TOO_LARGE, "A file may have at most " + limit + " bytes.");
        }
        sha256.update(chunk, 0, read);
        out.write(chunk, 0, read);
      }
      return new ReceivedFile(mediaType, bytes, HexFormat.of().formatHex(sha256.digest()), content);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(content);
      throw e;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The content, which is gone when it has been read. */
  InputStream readOnce() throws IOException {
    return Files.newInputStream(content, StandardOpenOption.DELETE_ON_CLOSE);
  }

  void discard() throws IOException {
    Files.deleteIfExists(content);
  }
}
