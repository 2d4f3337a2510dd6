package org.wraparound.escalation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.policies.Route;

class DirectoryCodesTest {
  @Test
  void theListsServedAreThoseTheDirectoryReliesOn() {
    CodeListAssert.assertSame("contact-point-kind", ContactPoint.Kind.values());
    CodeListAssert.assertSame("contact-hours", ContactHours.values());
    CodeListAssert.assertSame("rota-override-effect", RotaOverride.Effect.values());
  }

  @Test
  void agencyTypesAreThoseOfTheServiceThatOwnsThem() throws IOException {
    Path list = Path.of("../pathway-service/src/main/resources/reference/agency-type.json");
    assertThat(new ObjectMapper().readTree(list.toFile()).get("codes").findValuesAsText("code"))
        .containsExactlyElementsOf(Arrays.stream(AgencyType.values()).map(Enum::name).toList());
  }

  @Test
  void everyRouteGoesToAKindOfAgencyThatThereIs() {
    assertThat(Arrays.stream(AgencyType.values()).map(Enum::name))
        .containsAll(Arrays.stream(Route.values()).map(Route::agencyType).toList());
  }
}
