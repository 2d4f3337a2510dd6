package org.wraparound.actionplan.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of several types, each as short as it can be. */
final class Samples {
  static final byte[] PDF = text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
  static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F'};
  static final byte[] HTML = text("<!DOCTYPE html><html><body><script>alert(1)</script></body>");

  private Samples() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A PDF of this many bytes. */
  static byte[] pdf(int length) {
    return Arrays.copyOf(PDF, length);
  }

  /** An Office document whose main part is of this type, in the order in which some write it. */
  static byte[] office(String mainPart, boolean typesFirst) {
    Entry types =
        new Entry(
            "[Content_Types].xml",
            "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/main.xml\" ContentType=\""
                + mainPart
                + "+xml\"/></Types>");
    Entry main = new Entry("main.xml", "<document/>");
    return typesFirst ? zip(types, main) : zip(main, types);
  }

  /** An OpenDocument file. */
  static byte[] openDocument(String type) {
    return zip(new Entry("mimetype", type), new Entry("content.xml", "<document/>"));
  }

  record Entry(String name, String content) {}

  static byte[] zip(Entry... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Entry entry : entries) {
        byte[] content = text(entry.content());
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry header = new ZipEntry(entry.name());
        header.setMethod(ZipEntry.STORED);
        header.setSize(content.length);
        header.setCrc(crc.getValue());
        zip.putNextEntry(header);
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
