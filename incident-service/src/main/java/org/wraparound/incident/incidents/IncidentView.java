package org.wraparound.incident.incidents;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "Incident",
    description =
        "An incident's record. Null is not yet recorded; an empty list or false is none. addenda,"
            + " correctionRequests, reviews, history and duplicateLinks are on the single record,"
            + " not in lists.")
public record IncidentView(
    UUID id,
    String reference,
    UUID personId,
    String provider,
    @Schema(
            description =
                "WITHDRAWN, or what the review of the latest version came to; RECORDED is to be reviewed.")
        Codes.IncidentStatus status,
    @Schema(description = "Number of the version shown; each addendum and correction makes one.")
        int number,
    String settingId,
    Codes.IncidentKind kind,
    Codes.LocationOfRisk location,
    Instant happenedAt,
    Instant endedAt,
    Instant recordedAt,
    @Schema(
            description = "How long after it happened it was recorded, such as PT2H.",
            implementation = String.class)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        Duration recordedAfter,
    String recordedBy,
    Codes.PhysicalHarm physicalHarm,
    Codes.PsychologicalHarm psychologicalHarm,
    String settingEvents,
    List<Codes.Antecedent> antecedentCodes,
    String antecedents,
    String earlySigns,
    String behaviour,
    String staffResponse,
    String consequences,
    String recovery,
    List<String> proactiveStrategies,
    List<Account.DeEscalationStep> deEscalationSteps,
    List<Account.PersonInvolved> peopleInvolved,
    List<Account.ImmediateSafetyAction> immediateSafetyActions,
    List<Account.BodyMapMark> bodyMap,
    List<Account.Allegation> allegations,
    List<Account.RestrictiveIntervention> restrictiveInterventions,
    List<Account.MissedSupport> missedSupport,
    Boolean policeInvolved,
    Boolean propertyDamaged,
    Boolean othersThreatened,
    Boolean medicationInvolved,
    List<Account.ExternalReference> externalReferences,
    Account.CqcNotification cqcNotification,
    Withdrawal withdrawal,
    @Schema(description = "The incident that this is a second record of.") UUID duplicateOf,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<AddendumView> addenda,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<CorrectionRequestView> correctionRequests,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ReviewView> reviews,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Every version, the first one first.")
        List<VersionView> history,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Incidents that are second records of this one.")
        List<UUID> duplicates,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<LinkView> duplicateLinks) {

  /** Why and by whom it was withdrawn. */
  record Withdrawal(Instant at, String by, Codes.WithdrawalReason reasonCode, String reason) {}

  /**
   * What was added.
   *
   * @param number of the version it made
   * @param fields names of the fields it filled
   */
  record AddendumView(
      int number, Instant at, String author, String reason, String text, List<String> fields) {
    private static AddendumView of(IncidentVersion version) {
      return new AddendumView(
          version.number(),
          version.recordedAt(),
          version.author(),
          version.reason(),
          version.text(),
          version.changed());
    }
  }

  /**
   * A request for a correction.
   *
   * @param by subject of the token of whoever asked
   * @param proposed the fields as they should be, the others null
   * @param answer null until it is answered
   */
  @Schema(name = "CorrectionRequest")
  record CorrectionRequestView(
      UUID id,
      Instant at,
      String by,
      String agency,
      String reason,
      String whatIsWrong,
      ReportIncident proposed,
      Answer answer) {
    /**
     * The owner's answer.
     *
     * @param number of the version that the correction made
     */
    @Schema(name = "CorrectionAnswer")
    record Answer(boolean accepted, Instant at, String by, String reason, Integer number) {}

    private static CorrectionRequestView of(CorrectionRequest request, Instant asOf) {
      boolean answered = request.answeredAt() != null && !request.answeredAt().isAfter(asOf);
      return new CorrectionRequestView(
          request.id(),
          request.requestedAt(),
          request.requestedBy(),
          request.requestedByAgency(),
          request.reason(),
          request.whatIsWrong(),
          request.proposed(),
          answered
              ? new Answer(
                  request.accepted(),
                  request.answeredAt(),
                  request.answeredBy(),
                  request.answerReason(),
                  request.number())
              : null);
    }
  }

  /**
   * A supervisor's review.
   *
   * @param number of the version that was reviewed
   */
  @Schema(name = "IncidentReview")
  record ReviewView(
      UUID id,
      int number,
      Instant at,
      String by,
      Review.Decision decision,
      Review.Outcome outcome,
      String comment,
      List<Review.Missing> missing,
      UUID standardId) {
    private static ReviewView of(Review review) {
      return new ReviewView(
          review.id(),
          review.number(),
          review.reviewedAt(),
          review.reviewedBy(),
          review.decision(),
          review.outcome(),
          review.comment(),
          review.missing(),
          review.standardId());
    }
  }

  /**
   * A version of the record; read it with {@code asOf}.
   *
   * @param changed names of the fields that differ from the version before
   */
  @Schema(name = "IncidentVersion")
  record VersionView(
      int number,
      Instant at,
      String author,
      IncidentVersion.Cause cause,
      String reason,
      List<String> changed) {
    private static VersionView of(IncidentVersion version) {
      return new VersionView(
          version.number(),
          version.recordedAt(),
          version.author(),
          version.cause(),
          version.reason(),
          version.changed());
    }
  }

  /** That one incident is a second record of another. */
  @Schema(name = "DuplicateLink")
  record LinkView(UUID incidentId, UUID duplicateOf, String reason, Instant at, String by) {
    private static LinkView of(DuplicateLink link) {
      return new LinkView(
          link.incidentId(), link.duplicateOf(), link.reason(), link.linkedAt(), link.linkedBy());
    }
  }

  /** As it stands, without what stands behind it. */
  public static IncidentView of(Incident incident) {
    return of(
        incident,
        incident.content(),
        incident.number(),
        incident.status(),
        incident.withdrawnAt() != null,
        incident.duplicateOf(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * With what stands behind it, as it was at a time.
   *
   * @param asOf not before it was recorded
   */
  static IncidentView of(Incident incident, Evidence.File file, Instant asOf) {
    List<IncidentVersion> versions =
        file.versions().stream().filter(version -> !version.recordedAt().isAfter(asOf)).toList();
    List<Review> reviews =
        file.reviews().stream().filter(review -> !review.reviewedAt().isAfter(asOf)).toList();
    IncidentVersion latest = versions.get(versions.size() - 1);
    boolean withdrawn = incident.withdrawnAt() != null && !incident.withdrawnAt().isAfter(asOf);
    List<DuplicateLink> links = file.links().stream().filter(link -> link.stoodAt(asOf)).toList();
    return of(
        incident,
        latest.content(),
        latest.number(),
        status(withdrawn, latest, reviews),
        withdrawn,
        links.stream()
            .filter(link -> link.incidentId().equals(incident.id()))
            .map(DuplicateLink::duplicateOf)
            .findFirst()
            .orElse(null),
        versions.stream()
            .filter(version -> version.cause() == IncidentVersion.Cause.ADDENDUM)
            .map(AddendumView::of)
            .toList(),
        file.requests().stream()
            .filter(request -> !request.requestedAt().isAfter(asOf))
            .map(request -> CorrectionRequestView.of(request, asOf))
            .toList(),
        reviews.stream().map(ReviewView::of).toList(),
        versions.stream().map(VersionView::of).toList(),
        links.stream()
            .filter(link -> link.duplicateOf().equals(incident.id()))
            .map(DuplicateLink::incidentId)
            .toList(),
        links.stream().map(LinkView::of).toList());
  }

  private static Codes.IncidentStatus status(
      boolean withdrawn, IncidentVersion latest, List<Review> reviews) {
    if (withdrawn) {
      return Codes.IncidentStatus.WITHDRAWN;
    }
    return Stream.concat(
            Stream.of(Codes.IncidentStatus.RECORDED),
            reviews.stream()
                .filter(review -> review.number() == latest.number())
                .map(review -> Codes.IncidentStatus.valueOf(review.outcome().name())))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  private static IncidentView of(
      Incident incident,
      ReportIncident content,
      int number,
      Codes.IncidentStatus status,
      boolean withdrawn,
      UUID duplicateOf,
      List<AddendumView> addenda,
      List<CorrectionRequestView> correctionRequests,
      List<ReviewView> reviews,
      List<VersionView> history,
      List<UUID> duplicates,
      List<LinkView> duplicateLinks) {
    return new IncidentView(
        incident.id(),
        incident.reference(),
        incident.personId(),
        incident.agency(),
        status,
        number,
        content.settingId(),
        content.kind(),
        content.location(),
        content.happenedAt(),
        content.endedAt(),
        incident.recordedAt(),
        incident.recordedAfter(content.happenedAt()),
        incident.recordedBy(),
        content.physicalHarm(),
        content.psychologicalHarm(),
        content.settingEvents(),
        content.antecedentCodes(),
        content.antecedents(),
        content.earlySigns(),
        content.behaviour(),
        content.staffResponse(),
        content.consequences(),
        content.recovery(),
        content.proactiveStrategies(),
        content.deEscalationSteps(),
        content.peopleInvolved(),
        content.immediateSafetyActions(),
        content.bodyMap(),
        content.allegations(),
        content.restrictiveInterventions(),
        content.missedSupport(),
        content.policeInvolved(),
        content.propertyDamaged(),
        content.othersThreatened(),
        content.medicationInvolved(),
        content.externalReferences(),
        content.cqcNotification(),
        withdrawn
            ? new Withdrawal(
                incident.withdrawnAt(),
                incident.withdrawnBy(),
                incident.withdrawalReasonCode(),
                incident.withdrawalReason())
            : null,
        duplicateOf,
        addenda,
        correctionRequests,
        reviews,
        history,
        duplicates,
        duplicateLinks);
  }
}
