package org.wraparound.actionplan.actions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.evidence.EvidenceFile;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** The owner says that it is done, and shows it. */
@Schema(
    example =
        """
        {"evidence": [
          {"kind": "REFERENCE", "reference": "Support plan version 7, section 3"},
          {"kind": "NOTE", "note": "Panels fitted on Tuesday; both tenants were shown them."},
          {"kind": "FILE", "fileId": "019a1c52-7d00-7a11-8c00-0000000000f1"}]}
        """)
record CompleteAction(
    @NotEmpty(message = "show at least one thing that proves it was done")
        @Size(max = 50, message = "give at most 50 things")
        List<@NotNull(message = "say what it is") @Valid Item> evidence,
    @Schema(
            description =
                "Who takes a proposed action on by completing it; without it, who completes it does.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerName) {

  record Item(
      @NotNull(message = "say REFERENCE, NOTE or FILE") EvidenceKind kind,
      @Schema(description = "Where the proof is kept; required for REFERENCE.")
          @Size(max = 200, message = "use at most 200 characters")
          String reference,
      @Schema(description = "The proof in words; required for NOTE, and welcome with the others.")
          @Size(max = 4000, message = "use at most 4000 characters")
          String note,
      @Schema(
              description =
                  "A file about this person that was uploaded at POST /v1/evidence-files; required"
                      + " for FILE.")
          UUID fileId) {

    private Violation missing(String at) {
      return switch (kind) {
        case REFERENCE ->
            isBlank(reference)
                ? new Violation(at + "reference", "say where the proof is kept")
                : null;
        case NOTE ->
            isBlank(note) ? new Violation(at + "note", "say what was done and seen") : null;
        case FILE ->
            fileId == null
                ? new Violation(
                    at + "fileId", "upload it at POST /v1/evidence-files and give its id")
                : null;
      };
    }

    private static boolean isBlank(String text) {
      return text == null || text.isBlank();
    }
  }

  /**
   * @throws ProblemException 422 naming each item that shows nothing
   */
  void requireContent() {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      Violation missing = evidence.get(i).missing("evidence[%d].".formatted(i));
      if (missing != null) {
        found.add(missing);
      }
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }

  /** Files that it shows. */
  List<UUID> fileIds() {
    return evidence.stream().map(Item::fileId).filter(Objects::nonNull).toList();
  }

  /**
   * The evidence as it is kept.
   *
   * @param files those of {@link #fileIds()}
   */
  List<Evidence> shown(Map<UUID, EvidenceFile> files, Caller caller, Instant at) {
    return evidence.stream()
        .map(
            item ->
                new Evidence(
                    item.kind(),
                    item.reference(),
                    item.note(),
                    item.fileId() == null ? null : shown(files.get(item.fileId())),
                    at,
                    caller.agency(),
                    caller.userId()))
        .toList();
  }

  private static Evidence.Shown shown(EvidenceFile file) {
    return new Evidence.Shown(
        file.id(), file.name(), file.mediaType(), file.bytes(), file.sha256());
  }
}
