package org.wraparound.actionplan.actions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** The owner says that it is done, and shows it. */
@Schema(
    example =
        """
        {"evidence": [
          {"kind": "REFERENCE", "reference": "Support plan version 7, section 3"},
          {"kind": "NOTE", "note": "Panels fitted on Tuesday; both tenants were shown them."}]}
        """)
record CompleteAction(
    @NotEmpty(message = "show at least one thing that proves it was done")
        @Size(max = 50, message = "give at most 50 things")
        List<@NotNull(message = "say what it is") @Valid Item> evidence) {

  record Item(
      @NotNull(message = "say REFERENCE or NOTE") EvidenceKind kind,
      @Schema(description = "Where the proof is kept; required for REFERENCE.")
          @Size(max = 200, message = "use at most 200 characters")
          String reference,
      @Schema(description = "The proof in words; required for NOTE.")
          @Size(max = 4000, message = "use at most 4000 characters")
          String note) {

    private boolean isEmpty() {
      String content = kind == EvidenceKind.REFERENCE ? reference : note;
      return content == null || content.isBlank();
    }
  }

  /**
   * The evidence as it is kept.
   *
   * @throws ProblemException 422 naming each item that shows nothing
   */
  List<Evidence> shown(Caller caller, Instant at) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      if (evidence.get(i).isEmpty()) {
        boolean reference = evidence.get(i).kind() == EvidenceKind.REFERENCE;
        violations.add(
            new Violation(
                "evidence[%d].%s".formatted(i, reference ? "reference" : "note"),
                reference ? "say where the proof is kept" : "say what was done and seen"));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return evidence.stream()
        .map(
            item ->
                new Evidence(
                    item.kind(),
                    item.reference(),
                    item.note(),
                    at,
                    caller.agency(),
                    caller.userId()))
        .toList();
  }
}
