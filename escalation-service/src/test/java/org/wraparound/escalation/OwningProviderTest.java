package org.wraparound.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.access.AccessGrant;

class OwningProviderTest {
  private static AccessGrant member(String agency, String type) {
    AccessGrant grant = mock(AccessGrant.class);
    when(grant.agency()).thenReturn(agency);
    when(grant.agencyType()).thenReturn(type);
    return grant;
  }

  @Test
  void whatAProviderDoesIsItsOwnAndWhatOthersDoBelongsToAProviderOfTheCircle() {
    List<AccessGrant> circle =
        List.of(
            member("ASHFORD", "PROVIDER"),
            member("BRIDGESHIRE", "COMMISSIONER"),
            member("OAKFIELD", "PROVIDER"));
    assertThat(OwningProvider.of(circle, "OAKFIELD")).isEqualTo("OAKFIELD");
    assertThat(OwningProvider.of(circle, "BRIDGESHIRE")).isEqualTo("ASHFORD");
    assertThat(OwningProvider.of(circle.subList(1, 2), "BRIDGESHIRE")).isEqualTo("BRIDGESHIRE");
  }
}
