package org.wraparound.pathway.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.web.PageRequest;

@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

  /** Those with the number whom the caller may see: at most one of each provider. */
  List<Person> withNhsNumber(String digits) {
    return list("nhsNumber.value = ?1 order by id desc", digits);
  }

  /** The newest first; one more than the page holds. */
  List<Person> page(String settingId, PageRequest page) {
    StringBuilder query = new StringBuilder("1 = 1");
    Parameters parameters = new Parameters();
    if (settingId != null) {
      query.append(" and settingId = :settingId");
      parameters.and("settingId", settingId);
    }
    if (page.after() != null) {
      query.append(" and id < :after");
      parameters.and("after", page.after().uuid(0));
    }
    return find(query.append(" order by id desc").toString(), parameters)
        .page(0, page.fetch())
        .list();
  }
}
