package org.wraparound.escalation.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.escalation.policies.WorkingHours;

/**
 * A rule fired: all that is needed to raise what follows, without asking its policy again.
 *
 * @param thresholdId id of this firing, the same on every escalation it raises
 * @param policyVersion the policy whose rule it is
 * @param workingHours of that policy
 * @param routes those of the rule's routings that are to be raised
 * @param provider agency whose record the escalation is
 * @param on what was put to the rule
 * @param subjectId the incident, action, reading or step-up that made it fire
 * @param setting where that was, as the provider calls it, or null
 * @param incidentIds the person's incidents it fired on, earliest first; none where it fired on
 *     something else
 * @param restsOn all incidents it counted, other people's too; never shown
 * @param facts what it fired on
 * @param patternKey for a pattern: of whom or what it counted, {@code PERSON …}, {@code SETTING …};
 *     it speaks once about that while open. Null for what is no pattern
 * @param countedUntil for a pattern: when the latest incident it counted happened, or null
 */
public record Firing(
    UUID thresholdId,
    String ruleCode,
    String tier,
    String title,
    String why,
    int policyVersion,
    WorkingHours workingHours,
    List<Rule.Routing> routes,
    boolean proposeStepUp,
    UUID personId,
    String provider,
    Trigger on,
    UUID subjectId,
    String setting,
    List<UUID> incidentIds,
    List<UUID> restsOn,
    List<SeenFact> facts,
    String patternKey,
    Instant countedUntil) {}
