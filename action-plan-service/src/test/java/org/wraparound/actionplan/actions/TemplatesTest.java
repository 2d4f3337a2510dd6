package org.wraparound.actionplan.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.ActionTemplates;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class TemplatesTest {
  @Inject ActionTemplates templates;
  @Inject VagueWords vagueWords;
  @Inject CodeLists codeLists;

  @Test
  void eachTemplateKeepsTheRulesOfAnActionWordedByHand() {
    List<String> roles =
        codeLists.named("owner-role").orElseThrow().codes().stream()
            .map(CodeList.Code::code)
            .toList();
    assertThat(templates.listAll())
        .hasSizeGreaterThanOrEqualTo(11)
        .allSatisfy(
            template -> {
              assertThat(vagueWords.isVague(template.title())).as(template.title()).isFalse();
              assertThat(template.ownerRole()).isIn(roles);
              assertThat(template.party() == Party.PROVIDER)
                  .isEqualTo("PROVIDER".equals(template.agencyType()));
            });
  }

  @Test
  void anOwnerThatTheCircleLacksIsNamedByItsType() {
    ActionTemplate discussion = templates.named("HOLD_STRATEGY_DISCUSSION");
    assertThat(Owner.of(discussion, "OAKFIELD", List.of()))
        .isEqualTo(new Owner("OAKFIELD", "LOCAL_AUTHORITY_SAFEGUARDING"));
    assertThat(Owner.of(templates.named("NOTIFY_CQC"), "OAKFIELD", List.of()))
        .isEqualTo(new Owner("OAKFIELD", null));
  }

  @Test
  void aTemplateThatDoesNotExistIsNotGuessed() {
    assertThatThrownBy(() -> templates.named("WAVE_A_WAND"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WAVE_A_WAND");
  }
}
