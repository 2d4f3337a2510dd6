package org.wraparound.actionplan.guidance;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.wraparound.actionplan.PrintStyle;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;

/** Sets a page of shift guidance as HTML to print. */
@ApplicationScoped
class Printing {
  private final Guidances guidances;
  private final Plans plans;
  private final CodeLists lists;
  private final Template template;
  private final PrintStyle style = new PrintStyle("templates/guidance/page.css");

  Printing(
      Guidances guidances,
      Plans plans,
      CodeLists lists,
      @Location("guidance/page.html") Template template) {
    this.guidances = guidances;
    this.plans = plans;
    this.lists = lists;
    this.template = template;
  }

  Response print(Guidance guidance) {
    PrintedPage page =
        PrintedPage.of(
            guidance,
            guidances.replacedBy(List.of(guidance)).stream().findFirst().orElse(null),
            inWords(guidance.settingKind()),
            plans.required(guidance.planId()).reference());
    return style.answer(template.data("page", page).data("style", style.css()).render().strip());
  }

  private String inWords(SettingKind kind) {
    return kind == null
        ? null
        : lists.named("setting-kind").orElseThrow().codes().stream()
            .filter(code -> code.code().equals(kind.name()))
            .map(CodeList.Code::label)
            .findFirst()
            .orElseThrow();
  }
}
