package org.wraparound.actionplan.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Files as evidence: which are taken, and where they are kept. */
@ConfigMapping(prefix = "wraparound.evidence")
public interface EvidenceConfig {

  /** The largest file taken. The gateway has its own limit, {@code wraparound.gateway.max-file}. */
  @WithDefault("10M")
  MemorySize maxFile();

  /**
   * Media types taken. Each must be one that its content shows; of texts (CSV) the content shows
   * only that they are text.
   */
  @WithDefault(
      "application/pdf,image/png,image/jpeg,text/plain,text/csv,"
          + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
          + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
          + "application/vnd.oasis.opendocument.text,"
          + "application/vnd.oasis.opendocument.spreadsheet")
  Set<String> types();

  /** Where contents are kept: {@code folder} or {@code s3}. */
  @WithDefault("folder")
  Place store();

  /**
   * The folder, which all replicas share; made at the start where it is missing. It has no default,
   * so that evidence is nowhere that nobody backs up.
   */
  Optional<Path> folder();

  /** The bucket, where {@link #store()} is {@code s3}. */
  S3 s3();

  /** Kinds of stores. */
  enum Place {
    FOLDER,
    S3
  }

  /** A bucket of Amazon S3 or of anything that speaks like it. */
  interface S3 {
    /** The bucket, which must exist. */
    Optional<String> bucket();

    /** Base address of the server; absent for Amazon's own of the region. */
    Optional<URI> endpoint();

    /** Region that requests are signed for. */
    @WithDefault("eu-west-2")
    String region();

    /**
     * Key and secret; without them they are looked for where Amazon's clients do: environment
     * variables, profile, role of the container.
     */
    Optional<String> accessKey();

    /** See {@link #accessKey()}. */
    Optional<String> secretKey();
  }
}
