package org.wraparound.actionplan.evidence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** Which types of files are taken, and what a file is by its content, whatever is said of it. */
@Singleton
class ContentTypes {
  private static final MediaType ZIP = MediaType.application("zip");
  private static final MediaType OOXML = MediaType.application("x-tika-ooxml");

  /** The parts of an Office Open XML package and their types (ECMA-376, part 2). */
  private static final String PARTS = "[Content_Types].xml";

  private static final int LONGEST_PARTS = 1 << 20;
  private static final Pattern MAIN_PART = Pattern.compile("ContentType=\"([^\"]+)\\.main\\+xml\"");

  private final MimeTypes known = MimeTypes.getDefaultMimeTypes();
  private final Set<MediaType> taken;

  @Inject
  ContentTypes(EvidenceConfig config) {
    this(config.types());
  }

  ContentTypes(Set<String> taken) {
    this.taken = taken.stream().map(this::canonical).collect(Collectors.toSet());
  }

  /**
   * The type that a sender declares, without its parameters.
   *
   * @throws ProblemException 415 when files of this type are not taken
   */
  String taken(String declared) {
    MediaType type = canonical(declared);
    if (!taken.contains(type)) {
      throw refused(
          "Say with Content-Type which of these the file is: "
              + taken.stream()
                  .map(MediaType::toString)
                  .collect(Collectors.toCollection(TreeSet::new))
                  .stream()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return type.toString();
  }

  /**
   * Makes sure that a file is what its sender declares.
   *
   * @throws ProblemException 415 when its content is something else
   */
  void requireFound(String declared, Path content) throws IOException {
    MediaType found = typeOf(content);
    MediaType type = canonical(declared);
    // Nothing in its content tells one kind of text from another.
    boolean text =
        found.equals(MediaType.TEXT_PLAIN)
            && known.getMediaTypeRegistry().isSpecializationOf(type, MediaType.TEXT_PLAIN);
    if (!found.equals(type) && !text) {
      throw refused("Content-Type says " + type + ", but the content is " + found + ".");
    }
  }

  /** The name, with the ending of the type unless it has one of these already. */
  String nameWithEnding(String name, String type) {
    try {
      var endings = known.forName(type).getExtensions();
      String lower = name.toLowerCase(Locale.ROOT);
      return endings.isEmpty() || endings.stream().anyMatch(lower::endsWith)
          ? name
          : name + endings.get(0);
    } catch (MimeTypeException e) {
      throw new IllegalArgumentException(type, e);
    }
  }

  private MediaType typeOf(Path content) throws IOException {
    MediaType found;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
      found = known.detect(in, new Metadata());
    }
    return found.equals(ZIP) || found.equals(OOXML) ? typeOfPackage(content, found) : found;
  }

  /** An Office document is a zip file that says within what it is. */
  private MediaType typeOfPackage(Path content, MediaType otherwise) throws IOException {
    try (ZipFile zip = new ZipFile(content.toFile())) {
      ZipEntry parts = zip.getEntry(PARTS);
      if (parts == null) {
        return otherwise;
      }
      try (InputStream in = zip.getInputStream(parts)) {
        Matcher main =
            MAIN_PART.matcher(new String(in.readNBytes(LONGEST_PARTS), StandardCharsets.UTF_8));
        return main.find() ? canonical(main.group(1)) : otherwise;
      }
    } catch (ZipException e) {
      return MediaType.OCTET_STREAM;
    }
  }

  private MediaType canonical(String type) {
    MediaType parsed = MediaType.parse(type);
    return parsed == null
        ? MediaType.OCTET_STREAM
        : known.getMediaTypeRegistry().normalize(parsed.getBaseType());
  }

  private static ProblemException refused(String detail) {
    return ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
  }
}
