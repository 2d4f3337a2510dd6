package org.wraparound.escalation.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Teams with their contacts and rotas as the directory had them, read from its kept changes. */
@ApplicationScoped
class PastCovers {
  private static final String SAID_LAST =
      """
      from DirectoryChange c where c.agency in :agencies and c.changedAt <= :moment
      and not exists (
          select 1 from DirectoryChange l
          where l.path = c.path and l.version > c.version and l.changedAt <= :moment)
      """;

  private final EntityManager entities;
  private final ObjectReader json;

  PastCovers(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** The teams of each of the agencies that had any at the moment, by the code of the agency. */
  Map<String, List<TeamCover>> of(Collection<String> agencies, Instant then) {
    // sorted, so that what belongs to an entry comes after it
    Map<String, JsonNode> said = new TreeMap<>();
    entities
        .createQuery(SAID_LAST, DirectoryChange.class)
        .setParameter("agencies", agencies)
        .setParameter("moment", then)
        .getResultStream()
        .forEach(change -> said.put(change.path(), change.content()));
    Map<String, UUID> contacts = contactIds(agencies);
    Map<String, Agency> known = new LinkedHashMap<>();
    Map<String, TeamCover> teams = new LinkedHashMap<>();
    said.forEach(
        (path, content) -> {
          // "", v1, agencies, {agency}, teams, {team}, rota or contacts, {contact}
          String[] parts = path.split("/", -1);
          String agency = parts[3];
          if (parts.length == 4) {
            Agency entry = new Agency(agency);
            entry.describe(read(content, DescribeAgency.class));
            known.put(agency, entry);
          } else if (parts.length == 6) {
            Team entry = new Team(agency, parts[5]);
            entry.describe(read(content, DescribeTeam.class));
            teams.put(
                entry.path(),
                new TeamCover(known.get(agency), entry, new Rota(entry), new ArrayList<>()));
          } else {
            TeamCover team = teams.get(String.join("/", List.of(parts).subList(0, 6)));
            if (parts.length == 7) {
              team.rota().plan(read(content, PlanRota.class));
            } else {
              Contact entry = new Contact(contacts.get(path), team.team(), parts[7]);
              entry.describe(read(content, DescribeContact.class));
              team.contacts().add(entry);
            }
          }
        });
    return teams.values().stream().collect(Collectors.groupingBy(cover -> cover.agency().code()));
  }

  /** Of all there ever were, since nothing is deleted. */
  private Map<String, UUID> contactIds(Collection<String> agencies) {
    return entities
        .createQuery(
            "from Contact c join fetch c.team where c.team.agency in :agencies", Contact.class)
        .setParameter("agencies", agencies)
        .getResultStream()
        .collect(Collectors.toMap(Contact::path, Contact::id));
  }

  private <T> T read(JsonNode content, Class<T> type) {
    try {
      return json.treeToValue(content, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the history of the directory cannot be read", e);
    }
  }
}
