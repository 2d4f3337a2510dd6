package org.wraparound.actionplan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Where the contents of files are kept, each under the file's id in the folder of the day that is
 * in the id (UTC): a backup finds what is new in few folders, and so does the sweep.
 */
interface EvidenceStore {
  /** Keeps a copy of the content. When it returns, the copy is there whatever stops after that. */
  void keep(UUID id, Path content) throws IOException;

  /**
   * The content.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  InputStream read(UUID id) throws IOException;

  /** Ids of what was kept, or begun to be, on a day. */
  List<UUID> keptOn(LocalDate day) throws IOException;

  /** Deletes the content, if it is there. */
  void forget(UUID id) throws IOException;

  /** Fails when nothing could be kept now. */
  void check() throws IOException;

  /** Path of the content from the root of a store, such as {@code 2026-11-22/019a...}. */
  static String keyOf(UUID id) {
    // The first 48 bits of a UUIDv7 are the milliseconds since 1970.
    Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    return LocalDate.ofInstant(made, ZoneOffset.UTC) + "/" + id;
  }
}
