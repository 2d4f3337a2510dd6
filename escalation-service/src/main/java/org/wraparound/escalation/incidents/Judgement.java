package org.wraparound.escalation.incidents;

import org.wraparound.escalation.policies.By;
import org.wraparound.escalation.policies.Finding;
import org.wraparound.escalation.policies.Policies.InForce;
import org.wraparound.escalation.policies.Rule;

/**
 * What a rule of a policy made of something.
 *
 * @param key of whom or what it counted; null where it counts nothing
 */
record Judgement(InForce policy, Rule rule, String key, Finding finding) {

  /** Rules of the same slot say the same in different policies; of these the strictest speaks. */
  String slot() {
    return key == null || key.startsWith(By.PERSON.name()) ? rule.code() : rule.code() + " " + key;
  }
}
