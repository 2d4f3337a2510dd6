package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.communication.ToHonour;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

/** Showing referrals, each with what whoever reads it must honour. */
@ApplicationScoped
class Viewing {
  private final SafeCommunications safeCommunications;
  private final Clock clock;

  Viewing(SafeCommunications safeCommunications, Clock clock) {
    this.safeCommunications = safeCommunications;
    this.clock = clock;
  }

  /** One, with its ETag. */
  Response ok(Referral referral) {
    return EntityTags.ok(view(referral), referral.version());
  }

  /** A new one, with its ETag and where it is. */
  Response created(Referral referral) {
    return EntityTags.created(referral.uri(), view(referral), referral.version());
  }

  /** A page, of one row more than the limit. */
  Page<ReferralView> page(List<Referral> rows, PageRequest request) {
    Map<UUID, ToHonour> safe =
        safeCommunications.toHonour(
            rows.stream().map(Referral::personId).collect(Collectors.toSet()));
    Instant now = clock.instant();
    return Page.of(
        rows,
        request,
        referral -> ReferralView.of(referral, safe.get(referral.personId()), now),
        referral -> Cursor.of(referral.id()));
  }

  private ReferralView view(Referral referral) {
    UUID person = referral.personId();
    return ReferralView.of(
        referral, safeCommunications.toHonour(List.of(person)).get(person), clock.instant());
  }
}
