package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.incidents.Account.Allegation;
import org.wraparound.incident.incidents.Account.BodyMapMark;
import org.wraparound.incident.incidents.Account.CqcNotification;
import org.wraparound.incident.incidents.Account.DeEscalationStep;
import org.wraparound.incident.incidents.Account.ExternalReference;
import org.wraparound.incident.incidents.Account.ImmediateSafetyAction;
import org.wraparound.incident.incidents.Account.MissedSupport;
import org.wraparound.incident.incidents.Account.PersonInvolved;
import org.wraparound.incident.incidents.Account.RestrictiveIntervention;

/**
 * What an incident's record says. What breaks a constraint of the default group is wrong at any
 * time; what breaks one of {@link Complete} is not yet enough to count as recorded.
 */
@Schema(
    name = "ReportIncident",
    description =
        "An incident as it is recorded. What is left out is not yet recorded; an empty list or false says that there was none.",
    example =
        """
        {
          "personId": "01a1ffed-7f35-7a5f-975b-c9834fc72d56",
          "settingId": "ELM-HOUSE",
          "kind": "SAFEGUARDING_CONCERN",
          "location": "SUPPORTED_LIVING",
          "happenedAt": "2026-11-20T18:40:00Z",
          "physicalHarm": "LOW",
          "psychologicalHarm": "MODERATE",
          "behaviour": "Another tenant struck him on the arm in the kitchen.",
          "antecedentCodes": ["NOISE_OR_CROWDING"],
          "antecedents": "Both wanted the kettle; the room was loud.",
          "staffResponse": "Stood between them and offered the quiet room.",
          "deEscalationSteps": [{"step": "Offered the quiet room", "worked": true}],
          "peopleInvolved": [{"role": "OTHER_TENANT", "ref": "TENANT-2", "outcome": "Shaken, not hurt"}],
          "immediateSafetyActions": [
            {"action": "Tenants kept in separate rooms", "byWhom": "Shift lead", "at": "2026-11-20T18:45:00Z"}
          ],
          "bodyMap": [{"view": "FRONT", "region": "LEFT_FOREARM", "mark": "REDNESS", "lengthMm": 40}],
          "allegations": [
            {"source": "OTHER_KNOWN_TO_INDIVIDUAL", "type": "PHYSICAL", "location": "SUPPORTED_LIVING",
             "sourceRef": "TENANT-2"}
          ],
          "restrictiveInterventions": [],
          "missedSupport": [],
          "policeInvolved": false
        }
        """)
public record ReportIncident(
    @NotNull(groups = Complete.class, message = "say whom it concerns, by the person's id")
        UUID personId,
    @Pattern(
            regexp = "[A-Z0-9][A-Z0-9-]{0,39}",
            message = "a setting is up to 40 capital letters, digits and hyphens")
        String settingId,
    @NotNull(groups = Complete.class, message = "choose a code of the list incident-kind")
        Codes.IncidentKind kind,
    @NotNull(groups = Complete.class, message = "choose a code of the list location-of-risk")
        Codes.LocationOfRisk location,
    @NotNull(
            groups = Complete.class,
            message = "say when it happened, as a time such as 2026-01-31T13:45:00Z")
        Instant happenedAt,
    Instant endedAt,
    Codes.PhysicalHarm physicalHarm,
    Codes.PsychologicalHarm psychologicalHarm,
    @Size(max = 4000, message = "write at most 4000 characters") String settingEvents,
    @Size(max = 15, message = "list each code at most once")
        List<Codes.@NotNull Antecedent> antecedentCodes,
    @Size(max = 4000, message = "write at most 4000 characters") String antecedents,
    @Size(max = 4000, message = "write at most 4000 characters") String earlySigns,
    @NotBlank(groups = Complete.class, message = "describe what happened")
        @Size(max = 4000, message = "write at most 4000 characters")
        String behaviour,
    @Size(max = 4000, message = "write at most 4000 characters") String staffResponse,
    @Size(max = 4000, message = "write at most 4000 characters") String consequences,
    @Size(max = 4000, message = "write at most 4000 characters") String recovery,
    @Size(max = 20, message = "list at most 20")
        List<
                @NotBlank(message = "say what was tried")
                @Size(max = 200, message = "write at most 200 characters") String>
            proactiveStrategies,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull DeEscalationStep> deEscalationSteps,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull PersonInvolved> peopleInvolved,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull ImmediateSafetyAction> immediateSafetyActions,
    @Size(max = 50, message = "list at most 50") List<@Valid @NotNull BodyMapMark> bodyMap,
    @Size(max = 20, message = "list at most 20") List<@Valid @NotNull Allegation> allegations,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull RestrictiveIntervention> restrictiveInterventions,
    @Size(max = 20, message = "list at most 20") List<@Valid @NotNull MissedSupport> missedSupport,
    Boolean policeInvolved,
    Boolean propertyDamaged,
    Boolean othersThreatened,
    Boolean medicationInvolved,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull ExternalReference> externalReferences,
    @Valid CqcNotification cqcNotification) {

  private static final RecordComponent[] COMPONENTS = ReportIncident.class.getRecordComponents();

  /** Names of all fields. */
  public static List<String> fields() {
    return Arrays.stream(COMPONENTS).map(RecordComponent::getName).toList();
  }

  /** Names of the fields that are recorded; those that say there was none are among them. */
  public List<String> recorded() {
    return fieldsWhere(component -> isRecorded(valueOf(component)));
  }

  /** Names of the fields in which the other differs. */
  List<String> differences(ReportIncident other) {
    return fieldsWhere(component -> !Objects.equals(valueOf(component), other.valueOf(component)));
  }

  /** The same with every field that is recorded in the changes in place of ours. */
  ReportIncident with(ReportIncident changes) {
    Object[] values =
        Arrays.stream(COMPONENTS)
            .map(component -> changes.valueOf(component, valueOf(component)))
            .toArray();
    try {
      return ReportIncident.class
          .getDeclaredConstructor(
              Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The worse of physical and psychological harm; null when neither is recorded. */
  public Codes.PhysicalHarm worstHarm() {
    if (psychologicalHarm == null) {
      return physicalHarm;
    }
    Codes.PhysicalHarm psychological = Codes.PhysicalHarm.valueOf(psychologicalHarm.name());
    return physicalHarm == null || physicalHarm.compareTo(psychological) < 0
        ? psychological
        : physicalHarm;
  }

  private static List<String> fieldsWhere(Predicate<RecordComponent> condition) {
    return Arrays.stream(COMPONENTS).filter(condition).map(RecordComponent::getName).toList();
  }

  private static boolean isRecorded(Object value) {
    return value instanceof String text ? !text.isBlank() : value != null;
  }

  private Object valueOf(RecordComponent component, Object otherwise) {
    Object value = valueOf(component);
    return isRecorded(value) ? value : otherwise;
  }

  private Object valueOf(RecordComponent component) {
    try {
      return component.getAccessor().invoke(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
