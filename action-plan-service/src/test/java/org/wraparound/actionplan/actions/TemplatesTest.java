package org.wraparound.actionplan.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.plans.PlanKind;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.ActionTemplates;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.PlanTemplate;
import org.wraparound.actionplan.templates.PlanTemplateAction;
import org.wraparound.actionplan.templates.PlanTemplates;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class TemplatesTest {
  @Inject ActionTemplates templates;
  @Inject PlanTemplates planTemplates;
  @Inject VagueWords vagueWords;
  @Inject CodeLists codeLists;

  @Test
  void eachTemplateKeepsTheRulesOfAnActionWordedByHand() {
    List<String> roles =
        codeLists.named("owner-role").orElseThrow().codes().stream()
            .map(CodeList.Code::code)
            .toList();
    assertThat(templates.listAll())
        .hasSizeGreaterThanOrEqualTo(43)
        .allSatisfy(
            template -> {
              assertThat(vagueWords.isVague(template.title())).as(template.title()).isFalse();
              assertThat(template.ownerRole()).isIn(roles);
              assertThat(template.party() == Party.PROVIDER)
                  .isEqualTo("PROVIDER".equals(template.agencyType()));
            });
  }

  @Test
  void eachPlanTemplateOpensAPlanOfItsKindWithWhatIsNeededFirstBeforeIt() {
    LocalDate today = LocalDate.of(2030, 1, 7);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                assertThat(planTemplates.listAll())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(template -> assertCanOpenAPlan(template, today)));
  }

  private static void assertCanOpenAPlan(PlanTemplate template, LocalDate today) {
    assertThat(PlanKind.values()).extracting(Enum::name).contains(template.kind());
    LocalDate keyDate = template.countsFromKeyDate() ? today.plusDays(91) : null;
    Set<String> before = new HashSet<>();
    for (PlanTemplateAction action : template.actions()) {
      LocalDate due = action.dueOn(today, keyDate);
      assertThat(before).as(action.action().code()).containsAll(action.dependsOn());
      assertThat(WorkingTime.isWorkingDay(due)).as(due.toString()).isTrue();
      assertThat(action.milestones(today, keyDate))
          .allSatisfy(step -> assertThat(step.dueOn()).isBetween(today, due));
      assertThat(action.reviewsOn(today, keyDate))
          .allSatisfy(day -> assertThat(day).isBetween(today, due));
      before.add(action.action().code());
    }
  }

  @Test
  void anOwnerThatTheCircleLacksIsNamedByItsType() {
    ActionTemplate discussion = templates.named("HOLD_STRATEGY_DISCUSSION");
    assertThat(Owner.of(discussion, "OAKFIELD", List.of()))
        .isEqualTo(Owner.someoneOf("OAKFIELD", "LOCAL_AUTHORITY_SAFEGUARDING"));
    assertThat(Owner.of(templates.named("NOTIFY_CQC"), "OAKFIELD", List.of()))
        .isEqualTo(Owner.someoneOf("OAKFIELD", null));
  }

  @Test
  void aTemplateThatDoesNotExistIsNotGuessed() {
    assertThatThrownBy(() -> templates.named("WAVE_A_WAND"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WAVE_A_WAND");
  }
}
