package org.wraparound.incident.incidents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The code lists an incident's record relies on, each also served at /v1/reference. */
public final class Codes {
  private Codes() {}

  enum IncidentKind {
    DISTRESSED_BEHAVIOUR,
    SAFEGUARDING_CONCERN,
    PROPERTY_DAMAGE,
    INJURY,
    HEALTH_DETERIORATION,
    MEDICATION,
    MISSING_PERSON,
    REFUSED_SUPPORT,
    SELF_NEGLECT,
    OTHER
  }

  enum LocationOfRisk {
    OWN_HOME,
    COMMUNITY_EXCLUDING_SERVICES,
    COMMUNITY_SERVICE,
    CARE_HOME_NURSING,
    CARE_HOME_RESIDENTIAL,
    HOSPITAL_ACUTE,
    HOSPITAL_MENTAL_HEALTH,
    HOSPITAL_COMMUNITY,
    SUPPORTED_LIVING,
    OTHER
  }

  enum TypeOfRisk {
    PHYSICAL,
    SEXUAL,
    PSYCHOLOGICAL,
    FINANCIAL_OR_MATERIAL,
    DISCRIMINATORY,
    ORGANISATIONAL,
    NEGLECT_AND_ACTS_OF_OMISSION,
    DOMESTIC_ABUSE,
    SEXUAL_EXPLOITATION,
    MODERN_SLAVERY,
    SELF_NEGLECT
  }

  enum SourceOfRisk {
    SERVICE_PROVIDER,
    OTHER_KNOWN_TO_INDIVIDUAL,
    OTHER_UNKNOWN_TO_INDIVIDUAL
  }

  enum PhysicalHarm {
    NONE,
    LOW,
    MODERATE,
    SEVERE,
    FATAL
  }

  enum PsychologicalHarm {
    NONE,
    LOW,
    MODERATE,
    SEVERE
  }

  /** MHSDS restrictive intervention types; the codes are numbers as text. */
  public enum RestrictiveInterventionType {
    PRONE("01"),
    MECHANICAL("04"),
    SECLUSION("05"),
    SEGREGATION("06"),
    STANDING("07"),
    RESTRICTIVE_ESCORT("08"),
    SUPINE("09"),
    SIDE("10"),
    SEATED("11"),
    KNEELING("12"),
    PHYSICAL_OTHER("13"),
    RAPID_TRANQUILLISATION("14"),
    INJECTION_OTHER("15"),
    CHEMICAL_ORAL("16"),
    CHEMICAL_OTHER("17");

    private final String code;

    RestrictiveInterventionType(String code) {
      this.code = code;
    }

    @JsonValue
    @Override
    public String toString() {
      return code;
    }

    @JsonCreator
    static RestrictiveInterventionType of(String code) {
      return Arrays.stream(values())
          .filter(type -> type.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("unknown code"));
    }
  }

  enum RestrictionType {
    PHYSICAL,
    MECHANICAL,
    CHEMICAL,
    ENVIRONMENTAL,
    PSYCHOLOGICAL,
    CULTURAL,
    SURVEILLANCE,
    BLANKET
  }

  enum Involvement {
    PERSON_SUPPORTED,
    OTHER_TENANT,
    STAFF,
    FAMILY,
    VISITOR,
    MEMBER_OF_PUBLIC,
    PROFESSIONAL,
    ALLEGED_SOURCE_OF_RISK,
    WITNESS,
    OTHER
  }
}
