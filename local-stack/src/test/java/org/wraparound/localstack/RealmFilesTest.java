package org.wraparound.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmFilesTest {
  private static final Path FOLDER =
      StackSettings.checkoutAround(Path.of("")).resolve("deploy/keycloak");

  private final JsonNode demo = read("wraparound-realm.json");
  private final JsonNode production = read("wraparound-realm-production.json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "realm",
        "organizationsEnabled",
        "roles",
        "clientScopes",
        "defaultDefaultClientScopes",
        "defaultOptionalClientScopes",
        "registrationAllowed",
        "sslRequired"
      })
  void demoAndProductionShare(String key) {
    assertThat(production.get(key)).isNotNull().isEqualTo(demo.get(key));
  }

  @Test
  void productionHasNobodyNoClientAndNoSecret() throws IOException {
    assertThat(production.has("users")).isFalse();
    assertThat(production.has("clients")).isFalse();
    assertThat(production.has("organizations")).isFalse();
    assertThat(Files.readString(FOLDER.resolve("wraparound-realm-production.json")))
        .doesNotContain("secret", "credentials", "directAccessGrants");
    assertThat(production.get("bruteForceProtected").asBoolean()).isTrue();
  }

  @Test
  void theDemoHasTheseSignIns() {
    assertThat(DemoRealm.signIns(FOLDER.resolve("wraparound-realm.json")))
        .extracting(person -> person.user() + " " + person.agency() + " " + person.role())
        .containsExactly(
            "oakfield-practitioner OAKFIELD practitioner",
            "oakfield-manager OAKFIELD manager",
            "oakfield-liaison OAKFIELD liaison",
            "elmtree-manager ELMTREE manager",
            "bridgeshire-safeguarding BRIDGESHIRE-SAFEGUARDING safeguarding-lead",
            "bridgeshire-commissioner BRIDGESHIRE-COMMISSIONING commissioner",
            "northvale-cldt NORTHVALE-CLDT clinician",
            "northvale-hospital NORTHVALE-HOSPITAL clinician",
            "northvale-icb NORTHVALE-ICB commissioner",
            "bridgeshire-housing BRIDGESHIRE-HOUSING manager",
            "auditor - auditor",
            "ops - ops");
  }

  @Test
  void everyRoleThatIsGivenExists() {
    List<String> roles = demo.get("roles").get("realm").findValuesAsText("name");
    for (JsonNode user : demo.get("users")) {
      user.get("realmRoles").forEach(role -> assertThat(roles).contains(role.asText()));
    }
    assertThat(roles)
        .containsExactlyInAnyOrder(
            "practitioner",
            "manager",
            "liaison",
            "commissioner",
            "safeguarding-lead",
            "clinician",
            "advocate",
            "auditor",
            "partner-system",
            "ops");
  }

  private static JsonNode read(String name) {
    try {
      return new ObjectMapper().readTree(FOLDER.resolve(name).toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
