package org.wraparound.escalation.referrals;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@ApplicationScoped
class Referrals implements PanacheRepositoryBase<Referral, UUID> {
  private final Clock clock;

  Referrals(Clock clock) {
    this.clock = clock;
  }

  Referral get(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("referral", id));
  }

  /**
   * Something happens to a referral.
   *
   * @param ifMatch the version the caller has seen, or null
   * @param transition what happens, and when
   */
  Referral change(UUID id, String ifMatch, BiConsumer<Referral, Instant> transition) {
    Referral referral = get(id);
    EntityTags.honour(ifMatch, referral.version());
    transition.accept(referral, clock.instant());
    flush();
    return referral;
  }

  /** Those that pass the filter, the latest first; one more than the page holds. */
  List<Referral> page(ReferralFilter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    filter.apply(conditions, values, clock.instant());
    if (page.after() != null) {
      conditions.add("id < :after");
      values.put("after", page.after().uuid(0));
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return find(where + " order by id desc", values).page(0, page.fetch()).list();
  }

  /** The live one that stands in the way of sending this draft, if the caller may see it. */
  Optional<Referral> inTheWayOf(Referral draft) {
    return find(
            "personId = ?1 and content.recipientAgency = ?2 and content.purpose = ?3 and id <> ?4"
                + " and status in (REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD)",
            draft.personId(),
            draft.content().recipientAgency(),
            draft.content().purpose(),
            draft.id())
        .firstResultOptional();
  }
}
