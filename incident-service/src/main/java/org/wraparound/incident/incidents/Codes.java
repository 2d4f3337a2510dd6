package org.wraparound.incident.incidents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The code lists an incident's record relies on, each also served at /v1/reference. */
public final class Codes {
  private Codes() {}

  public enum IncidentKind {
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

  public enum LocationOfRisk {
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

  public enum TypeOfRisk {
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

  public enum SourceOfRisk {
    SERVICE_PROVIDER,
    OTHER_KNOWN_TO_INDIVIDUAL,
    OTHER_UNKNOWN_TO_INDIVIDUAL
  }

  public enum PhysicalHarm {
    NONE,
    LOW,
    MODERATE,
    SEVERE,
    FATAL
  }

  public enum PsychologicalHarm {
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

  public enum RestrictionType {
    PHYSICAL,
    MECHANICAL,
    CHEMICAL,
    ENVIRONMENTAL,
    PSYCHOLOGICAL,
    CULTURAL,
    SURVEILLANCE,
    BLANKET
  }

  public enum Involvement {
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

  /** What went before an incident. */
  public enum Antecedent {
    NOISE_OR_CROWDING,
    CHANGE_OF_ROUTINE,
    TRANSITION,
    DEMAND_OR_REQUEST,
    REQUEST_DENIED,
    WAITING,
    INTERACTION_WITH_TENANT,
    INTERACTION_WITH_STAFF,
    VISITOR,
    PAIN_OR_ILLNESS,
    MEDICATION_CHANGE,
    HUNGER_THIRST_OR_TIREDNESS,
    ANNIVERSARY_OR_LOSS,
    NONE_SEEN,
    OTHER
  }

  public enum BodyView {
    FRONT,
    BACK,
    HEAD_LEFT,
    HEAD_RIGHT
  }

  public enum BodyRegion {
    HEAD,
    FACE,
    NECK,
    CHEST,
    ABDOMEN,
    UPPER_BACK,
    LOWER_BACK,
    GENITALS,
    BUTTOCKS,
    LEFT_SHOULDER,
    RIGHT_SHOULDER,
    LEFT_UPPER_ARM,
    RIGHT_UPPER_ARM,
    LEFT_ELBOW,
    RIGHT_ELBOW,
    LEFT_FOREARM,
    RIGHT_FOREARM,
    LEFT_WRIST,
    RIGHT_WRIST,
    LEFT_HAND,
    RIGHT_HAND,
    LEFT_HIP,
    RIGHT_HIP,
    LEFT_THIGH,
    RIGHT_THIGH,
    LEFT_KNEE,
    RIGHT_KNEE,
    LEFT_LOWER_LEG,
    RIGHT_LOWER_LEG,
    LEFT_ANKLE,
    RIGHT_ANKLE,
    LEFT_FOOT,
    RIGHT_FOOT
  }

  public enum BodyMark {
    BRUISE,
    CUT,
    GRAZE,
    BURN,
    BITE,
    SWELLING,
    REDNESS,
    PRESSURE_DAMAGE,
    OTHER
  }

  public enum SupportType {
    MEAL,
    DRINK,
    MEDICATION,
    PERSONAL_CARE,
    HEALTH_APPOINTMENT,
    ACTIVITY,
    HOME_VISIT,
    CLEANING,
    OTHER
  }

  public enum MissedSupportReason {
    REFUSED,
    NOT_OFFERED,
    NOT_AVAILABLE,
    OTHER
  }

  /** The list agency-type, which pathway-service owns. */
  public enum AgencyType {
    PROVIDER,
    LOCAL_AUTHORITY_SAFEGUARDING,
    SOCIAL_WORK,
    COMMISSIONER,
    ICB,
    CLDT,
    GP,
    COMMUNITY_NURSING,
    MENTAL_HEALTH,
    HOSPITAL,
    AMBULANCE,
    POLICE,
    HOUSING,
    ADVOCACY,
    EDUCATION,
    CHILDRENS_SERVICES,
    SUBSTANCE_MISUSE,
    DOMESTIC_ABUSE_SERVICE,
    REGULATOR,
    FAMILY_REPRESENTATIVE,
    OTHER
  }

  /**
   * What is notified to the Care Quality Commission: Care Quality Commission (Registration)
   * Regulations 2009, regulation 16 or 18.
   */
  public enum CqcParagraph {
    DEATH(16),
    SERIOUS_INJURY(18),
    ABUSE_OR_ALLEGATION(18),
    POLICE_INCIDENT(18),
    EVENT_STOPPING_SERVICE(18),
    DOLS_OUTCOME(18),
    UNDER_18_IN_ADULT_UNIT(18);

    private final int regulation;

    CqcParagraph(int regulation) {
      this.regulation = regulation;
    }

    int regulation() {
      return regulation;
    }
  }

  public enum WithdrawalReason {
    RECORDED_IN_ERROR,
    WRONG_PERSON,
    TEST_ENTRY,
    OTHER
  }

  /** Where a record stands. */
  public enum IncidentStatus {
    /** To be reviewed. */
    RECORDED,
    /** Reviewed, and something is missing. */
    RETURNED,
    SIGNED_OFF,
    WITHDRAWN
  }
}
