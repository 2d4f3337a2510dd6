package org.wraparound.escalation.safeguarding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * What the person wants to come of it: whether they, or who speaks for them, were asked, and what
 * they said.
 *
 * @param wishes what they want, in words as near to theirs as can be; where they expressed any
 * @param whyNotAsked where they were not asked
 */
@Schema(name = "MakingSafeguardingPersonal")
public record MakingSafeguardingPersonal(
    @NotNull(message = "say whether the person was asked; see the list wishes-asked") Asked asked,
    @Size(max = 4000, message = "write at most 4000 characters") String wishes,
    @Size(max = 4000, message = "write at most 4000 characters") String whyNotAsked) {

  /** Whether they were asked; the list {@code wishes-asked}. */
  public enum Asked {
    ASKED_AND_EXPRESSED,
    ASKED_NONE_EXPRESSED,
    NOT_ASKED,
    NOT_KNOWN,
    NOT_RECORDED
  }

  /** How far what they wanted was achieved; the list {@code wishes-achieved}. */
  public enum Achieved {
    FULLY_ACHIEVED,
    PARTIALLY_ACHIEVED,
    NOT_ACHIEVED
  }

  /** Whether they said what they want. */
  public boolean expressed() {
    return asked == Asked.ASKED_AND_EXPRESSED;
  }

  /** Adds what does not fit together, each by its field. */
  public void check(List<Violation> wrong) {
    goesWith(Asked.ASKED_AND_EXPRESSED, "wishes", wishes, "say what they want", wrong);
    goesWith(Asked.NOT_ASKED, "whyNotAsked", whyNotAsked, "say why they were not asked", wrong);
  }

  private void goesWith(
      Asked needing, String field, String words, String ask, List<Violation> wrong) {
    String place = "makingSafeguardingPersonal." + field;
    boolean said = words != null && !words.isBlank();
    if (asked == needing && !said) {
      wrong.add(new Violation(place, ask));
    } else if (asked != needing && said) {
      wrong.add(new Violation(place, "goes only with " + needing));
    }
  }
}
