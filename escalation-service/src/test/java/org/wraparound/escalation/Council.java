package org.wraparound.escalation;

import static org.wraparound.escalation.Field.as;
import static org.wraparound.escalation.Field.safeguarding;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.wraparound.kit.testing.Tokens;

/** What a council's safeguarding team does in the tests. */
public final class Council {
  /** A decision under section 42(1) that opens an enquiry. */
  public static final String DECISION =
      """
      {"decision": "MEETING", "rationale": "The agencies need to sit together on this.",
       "immediateSafetyConfirmed": true,
       "s42": {"careAndSupportNeeds": "YES", "abuseOrNeglectOrRisk": "YES",
               "unableToProtectSelf": "YES", "outcome": "MET_PROGRESS_TO_S42_2"},
       "makingSafeguardingPersonal": {"asked": "ASKED_AND_EXPRESSED", "wishes": "To feel safe at home."},
       "mentalCapacity": {"capacity": "LACKED", "supportedBy": "ADVOCATE"}}
      """;

  private Council() {}

  /** The council's manager, another person than its safeguarding lead. */
  public static RequestSpecification councilManager() {
    return as(Tokens.of("BRIDGESHIRE-SAFEGUARDING", "LOCAL_AUTHORITY_SAFEGUARDING", "manager"));
  }

  /** The person's concern, taken on by the council; its id. */
  public static String takesOnConcern(UUID person) {
    String id = Field.escalation(person, "SAFEGUARDING_ADULTS");
    safeguarding().post("/v1/escalations/" + id + "/acknowledgement").then().statusCode(200);
    return id;
  }

  /** The enquiry that follows from the council's decision; its id. */
  public static String opensEnquiry(UUID person) {
    String concern = takesOnConcern(person);
    safeguarding()
        .body(DECISION)
        .post("/v1/escalations/" + concern + "/decision")
        .then()
        .statusCode(200);
    return safeguarding().get("/v1/enquiries?escalationId=" + concern).path("items[0].id");
  }
}
