package org.wraparound.incident.incidents;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.kit.web.ProblemException;

/** Which incidents are wanted; a {@code @BeanParam}. */
class IncidentFilter {
  private static final int LONGEST_Q = 200;

  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Of this provider.")
  @QueryParam("provider")
  String provider;

  @Parameter(description = "In this setting.")
  @QueryParam("settingId")
  String settingId;

  @Parameter(description = "With this reference.")
  @QueryParam("reference")
  String reference;

  @Parameter(description = "Whose record stands so; RECORDED is to be reviewed.")
  @QueryParam("status")
  Codes.IncidentStatus status;

  @Parameter(description = "Recorded by this subject of a token.")
  @QueryParam("recordedBy")
  String recordedBy;

  @Parameter(description = "Of this kind.")
  @QueryParam("kind")
  Codes.IncidentKind kind;

  @Parameter(description = "At this kind of place.")
  @QueryParam("location")
  Codes.LocationOfRisk location;

  @Parameter(
      description = "Of this severity: the worse of both harms, NOT_RECORDED when neither is.")
  @QueryParam("severity")
  Severity severity;

  @Parameter(description = "With this physical harm.")
  @QueryParam("physicalHarm")
  Codes.PhysicalHarm physicalHarm;

  @Parameter(description = "With this psychological harm.")
  @QueryParam("psychologicalHarm")
  Codes.PsychologicalHarm psychologicalHarm;

  @Parameter(description = "With this antecedent.")
  @QueryParam("antecedent")
  Codes.Antecedent antecedent;

  @Parameter(description = "With an allegation of this type of risk.")
  @QueryParam("allegationType")
  Codes.TypeOfRisk allegationType;

  @Parameter(description = "With an allegation against this source of risk.")
  @QueryParam("allegationSource")
  Codes.SourceOfRisk allegationSource;

  @Parameter(description = "With a restrictive intervention of this type.")
  @QueryParam("restrictiveIntervention")
  Codes.RestrictiveInterventionType restrictiveIntervention;

  @Parameter(description = "Whether the police were involved.")
  @QueryParam("policeInvolved")
  Boolean policeInvolved;

  @Parameter(description = "Whether property was damaged.")
  @QueryParam("propertyDamaged")
  Boolean propertyDamaged;

  @Parameter(description = "Whether others were threatened.")
  @QueryParam("othersThreatened")
  Boolean othersThreatened;

  @Parameter(description = "Whether medication was involved.")
  @QueryParam("medicationInvolved")
  Boolean medicationInvolved;

  @Parameter(description = "Happened at or after this time.")
  @QueryParam("happenedFrom")
  Instant happenedFrom;

  @Parameter(description = "Happened before this time.")
  @QueryParam("happenedTo")
  Instant happenedTo;

  @Parameter(
      description =
          "Words, in English and in any form, in what people wrote: all of them; \"in quotes\" one after another, or"
              + " between alternatives, - before what must not be there. 1 to 200 characters.",
      schema = @Schema(minLength = 1, maxLength = LONGEST_Q))
  @QueryParam("q")
  String q;

  /** Codes of the column severity: the worse of both harms. */
  enum Severity {
    NONE,
    LOW,
    MODERATE,
    SEVERE,
    FATAL,
    NOT_RECORDED
  }

  /**
   * Adds what was asked for to an HQL condition on incidents.
   *
   * @throws ProblemException when q is blank or too long
   */
  void apply(StringBuilder query, Map<String, Object> parameters) {
    Conditions where = new Conditions(query, parameters);
    where.equal("personId", personId);
    where.equal("agency", provider);
    where.equal("settingId", settingId);
    where.equal("reference", reference);
    where.equal("recordedBy", recordedBy);
    where.equal("status", status);
    where.equal("kind", kind);
    where.equal("location", location);
    where.equal("physicalHarm", physicalHarm);
    where.equal("psychologicalHarm", psychologicalHarm);
    where.equal("policeInvolved", policeInvolved);
    where.equal("propertyDamaged", propertyDamaged);
    where.equal("othersThreatened", othersThreatened);
    where.equal("medicationInvolved", medicationInvolved);
    where.column("severity = ?", "severity", severity);
    where.contains("antecedent_codes", "antecedent", antecedent);
    where.contains("allegation_types", "allegationType", allegationType);
    where.contains("allegation_sources", "allegationSource", allegationSource);
    where.contains("restrictive_types", "restrictiveIntervention", restrictiveIntervention);
    where.is("happenedAt >= :happenedFrom", "happenedFrom", happenedFrom);
    where.is("happenedAt < :happenedTo", "happenedTo", happenedTo);
    if (q != null && (q.isBlank() || q.length() > LONGEST_Q)) {
      throw ProblemException.invalid("q", "write 1 to " + LONGEST_Q + " characters");
    }
    where.column("words @@ websearch_to_tsquery(''english'', ?)", "q", q);
  }

  /** The condition as it grows; a value that was not asked for adds nothing. */
  private record Conditions(StringBuilder query, Map<String, Object> parameters) {
    void is(String condition, String name, Object value) {
      if (value != null) {
        query.append(" and ").append(condition);
        parameters.put(name, value);
      }
    }

    void equal(String attribute, Object value) {
      is(attribute + " = :" + attribute, attribute, value);
    }

    /** On columns that only search uses, in SQL, within the query that the access filter guards. */
    void column(String condition, String name, Object value) {
      is(
          "cast(sql('" + condition + "', :" + name + ") as Boolean) = true",
          name,
          value == null ? null : value.toString());
    }

    void contains(String column, String name, Object value) {
      column(column + " @> array[cast(? as text)]", name, value);
    }
  }
}
