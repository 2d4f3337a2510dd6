package org.wraparound.incident.incidents;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Problem;

/**
 * What became of each entry of a batch.
 *
 * @param results in the order of the entries
 */
@Schema(name = "BatchResults")
record BatchResults(List<Result> results) {
  /**
   * What became of one entry.
   *
   * @param status 201 recorded now; 200 recorded before under this key; else that of the problem
   * @param problem null unless it was refused
   */
  @Schema(name = "BatchResult")
  record Result(String key, int status, Recorded incident, Problem problem) {}

  /** The incident it became; null when it was refused. */
  @Schema(name = "BatchIncident")
  record Recorded(UUID id, String reference, String href) {}
}
