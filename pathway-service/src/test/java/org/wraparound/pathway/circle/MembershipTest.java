package org.wraparound.pathway.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;
import org.wraparound.kit.web.Violation;
import org.wraparound.pathway.circle.CircleEvent.BasisCodes;

class MembershipTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final UUID PERSON = UUID.randomUUID();
  private static final SharingBasis SOUND =
      new SharingBasis("e", SharingCondition.DPA2018_SCH1_PARA2, Consent.GIVEN, TODAY, null);

  private static PlaceInCircle place(Level level, LocalDate until) {
    return new PlaceInCircle(AgencyType.COMMISSIONER, level, CircleRole.COMMISSIONER, SOUND, until);
  }

  private static Membership commissioner() {
    return Membership.of(PERSON, "OAKFIELD", "COUNCIL", place(Level.FULL, null), NOW, TODAY);
  }

  @Test
  void anAgencyJoinsAndTheEventSaysSoInCodesOnly() {
    Membership membership = commissioner();
    assertThat(membership.isLive()).isTrue();
    assertThat(membership.agency()).isEqualTo("OAKFIELD");
    assertThat(membership.joined())
        .isEqualTo(
            new CircleEvent.CircleJoined(
                PERSON,
                "COUNCIL",
                AgencyType.COMMISSIONER,
                Level.FULL,
                CircleRole.COMMISSIONER,
                new BasisCodes("e", SharingCondition.DPA2018_SCH1_PARA2, Consent.GIVEN),
                membership.id(),
                NOW));
  }

  @Test
  void itsPlaceChangesAndEnds() {
    Membership membership = commissioner();
    assertThat(membership.change(place(Level.AWARE, TODAY), NOW, TODAY))
        .isInstanceOfSatisfying(
            CircleEvent.CircleChanged.class,
            event -> assertThat(event.level()).isEqualTo(Level.AWARE));
    assertThat(membership.until()).isEqualTo(TODAY);
    assertThat(membership.end(NOW))
        .isEqualTo(new CircleEvent.CircleLeft(PERSON, "COUNCIL", membership.id(), NOW));
    assertThat(membership.isLive()).isFalse();
  }

  @Test
  void theProvidersOwnPlaceStays() {
    Membership own = Membership.ofOwner(PERSON, "OAKFIELD", NOW);
    assertThat(own.level()).isEqualTo(Level.FULL);
    assertThatThrownBy(() -> own.end(NOW))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
    assertThatThrownBy(() -> own.change(place(Level.AWARE, null), NOW, TODAY))
        .isInstanceOf(ProblemException.class);
    assertThat(own.isLive()).isTrue();
  }

  @Test
  void aLastDayInThePastIsRefused() {
    assertThatThrownBy(
            () ->
                Membership.of(
                    PERSON,
                    "OAKFIELD",
                    "COUNCIL",
                    place(Level.FULL, TODAY.minusDays(1)),
                    NOW,
                    TODAY))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aBasisMustBeSound() {
    assertThat(SOUND.faults(TODAY)).isEmpty();
    assertThat(fields(new SharingBasis("e", null, Consent.REFUSED, null, " ")))
        .containsExactly("basis.reason");
    assertThat(fields(new SharingBasis("e", null, Consent.NOT_SOUGHT, null, null)))
        .containsExactly("basis.reason");
    assertThat(fields(new SharingBasis("e", null, Consent.NOT_SOUGHT, null, "Would warn him.")))
        .isEmpty();
    assertThat(
            fields(new SharingBasis("a", null, Consent.LACKS_CAPACITY_BEST_INTERESTS, null, null)))
        .containsExactly("basis.lawfulBasis");
    assertThat(fields(new SharingBasis("a", null, Consent.GIVEN_WITH_LIMITATIONS, null, null)))
        .isEmpty();
    assertThat(fields(new SharingBasis("e", null, Consent.GIVEN, TODAY.plusDays(1), null)))
        .containsExactly("basis.consentOn");
  }

  private static List<String> fields(SharingBasis basis) {
    return basis.faults(TODAY).stream().map(Violation::field).toList();
  }
}
